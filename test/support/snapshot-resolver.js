// Snapshots live in the top-level `__snapshots__`, which mirrors `test`: people review them beside `dist`.
const { join, relative } = require('node:path');

const root = join(__dirname, '..', '..');
const extension = '.snap';

module.exports = {
  resolveSnapshotPath: (testPath) =>
    join(root, '__snapshots__', `${relative(join(root, 'test'), testPath)}${extension}`),
  resolveTestPath: (snapshotPath) =>
    join(root, 'test', relative(join(root, '__snapshots__'), snapshotPath).slice(0, -extension.length)),
  testPathForConsistencyCheck: join(root, 'test', 'core', 'quantity.test.ts'),
};
