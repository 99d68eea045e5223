const { transform } = require('../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  rootDir: '..',
  roots: ['<rootDir>/conformance'],
  testMatch: ['**/*.test.ts'],
  transform,
  // Each file starts servers of its own; more at once would only make each slower.
  maxWorkers: 1,
};
