#!/usr/bin/env node
// The package holds compiled code only; a clone holds the sources, which run through the TypeScript loader.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const sources = existsSync(join(root, 'lib', 'cli', 'main.ts'));
if (sources) require('tsx/cjs');
const { main } = require(join(root, sources ? 'lib' : 'build/lib', 'cli', 'main'));
process.exitCode = main(process.argv.slice(2), require('../package.json').version);
