import { readAnyYaml } from './read-any-yaml';
import { readSimpleYaml } from './read-simple-yaml';
import type { YamlReading } from './yaml-problem';

/** Reads one YAML document with the places of its values. Never throws. */
export function readYaml(text: string): YamlReading {
  const simple = readSimpleYaml(text);
  return simple ? { root: simple, problems: [] } : readAnyYaml(text);
}
