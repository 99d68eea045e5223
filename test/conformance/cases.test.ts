import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from '../../conformance/cases/cases';

const FOLDER = join(__dirname, '../../conformance/cases');

test('every case of the folder is in the registry', () => {
  const files = readdirSync(FOLDER).filter((name) => !['case.ts', 'cases.ts'].includes(name));
  const exported = files.flatMap((name) => Object.values(require(join(FOLDER, name)) as object));
  expect(new Set(exported)).toEqual(new Set(CASES));
});
