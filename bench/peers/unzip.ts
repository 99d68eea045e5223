import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;

/**
 * The files of a zip archive by path, each unpacked when it is asked for.
 *
 * Archives without a comment and below 4 GiB, which is all that the benchmark meets: not every machine has an `unzip`.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16
 * @throws {Error} when the archive does not end with its directory.
 */
export function unzip(archive: Buffer): ReadonlyMap<string, () => Buffer> {
  const end = archive.length - END_OF_DIRECTORY_BYTES;
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('the archive has no directory');
  const files = new Map<string, () => Buffer>();
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(entry + 10);
    const packedBytes = archive.readUInt32LE(entry + 20);
    const nameEnd = entry + DIRECTORY_ENTRY_BYTES + archive.readUInt16LE(entry + 28);
    const header = archive.readUInt32LE(entry + 42);
    files.set(archive.toString('utf8', entry + DIRECTORY_ENTRY_BYTES, nameEnd), () => {
      const names = archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      const start = header + LOCAL_HEADER_BYTES + names;
      const packed = archive.subarray(start, start + packedBytes);
      return method === STORED ? packed : inflateRawSync(packed);
    });
    entry = nameEnd + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return files;
}
