import { existsSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DISK } from '../../lib/output/disk';
import { lock } from '../../lib/output/lock';
import { ownProcess } from '../../lib/output/process-life';
import { newFolder, put, removeFolders } from './trees';

afterEach(removeFolders);

const HOST = encodeURIComponent(hostname());
const self = ownProcess();

test('a lock is there while it is held, and so is its folder', () => {
  const workspace = join(newFolder(), 'a', 'workspace');
  const unlock = lock('dist', workspace, DISK);
  expect(readdirSync(workspace)).toEqual([`lock-${self.pid}-${self.start}-${HOST}`]);
  expect(() => lock('dist', workspace, DISK)).toThrow(
    `dist cannot be written: process ${self.pid} on ${hostname()} is writing it; wait until that run ends; if there is none, remove ${workspace}/lock-${self.pid}-`,
  );
  unlock();
  expect(existsSync(workspace)).toBe(false);
});

test.each([
  { name: 'no process', left: `lock-4194305-1-${HOST}`, held: false },
  { name: 'a later process of the same number', left: `lock-${self.pid}-1-${HOST}`, held: self.start === '' },
  { name: 'a living process', left: `lock-${process.ppid}--${HOST}`, held: true },
  { name: 'a process of another machine', left: 'lock-4194305-1-other%20host', held: true },
  { name: 'no lock at all', left: 'locks', held: false },
])('what was left by $name', ({ left, held }) => {
  const workspace = join(newFolder(), 'workspace');
  put(workspace, { [left]: '' });
  if (held) {
    expect(() => lock('dist', workspace, DISK)).toThrow(left);
  } else {
    lock('dist', workspace, DISK)();
  }
  expect(existsSync(workspace)).toBe(held || left === 'locks');
  if (held) expect(readdirSync(workspace)).toEqual([left]);
});
