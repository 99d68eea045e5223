import { deflateRawSync } from 'node:zlib';
import { unzip } from '../../bench/peers/unzip';

/** An archive as `zip` writes it, with the fields that reading needs. */
function zip(files: Readonly<Record<string, { readonly content: string; readonly deflate: boolean }>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { content, deflate }] of Object.entries(files)) {
    const packed = deflate ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt16LE(deflate ? 8 : 0, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    bodies.push(local, Buffer.from(name), packed);
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

test('files of an archive, packed or not', () => {
  const archive = zip({ 'a/b': { content: 'b'.repeat(999), deflate: true }, c: { content: 'C', deflate: false } });
  const files = [...unzip(archive)].map(([name, content]) => [name, content().toString()]);
  expect(files).toEqual([
    ['a/b', 'b'.repeat(999)],
    ['c', 'C'],
  ]);
});

test('what is no archive is refused', () => {
  expect(() => unzip(Buffer.from('not an archive, but long enough'))).toThrow('no directory');
});
