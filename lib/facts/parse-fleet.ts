import { compareFindings, type Finding } from '../core/finding';
import type { Place } from '../core/place';
import { factFindings } from './fact-findings';
import type { Fleet } from './fleet';
import { fleetProvenance } from './fleet-provenance';
import { judgeClusters } from './judge-clusters';
import type { FactProblem } from './layers/fact-problem';
import { clusterNames, layeredClusters } from './layers/layered-clusters';
import { repeatedKeys } from './layers/repeated-keys';
import { validFile } from './layers/valid-file';
import { unreadableFile } from './unreadable-file';
import { findLocated, type Located } from './yaml/located';
import { placesIn } from './yaml/places';
import { readYaml } from './yaml/read-yaml';
import type { YamlProblem } from './yaml/yaml-problem';

/** What a fleet file says, or everything that is wrong with it. */
export interface FleetReading {
  /** Present exactly when no finding is an error. */
  readonly fleet?: Fleet;
  /** Sorted by place. */
  readonly findings: readonly Finding[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const BINARY = /[\x00-\x08\x0e-\x1f\ufffe\uffff]/;

/**
 * Reads the text of a fleet file. Never throws.
 *
 * @param file - how findings name the file, such as `fleet/fleet.yaml`.
 */
export function parseFleet(text: string, file: string): FleetReading {
  if (BINARY.test(text)) return { findings: [unreadableFile(file, 'binary')] };
  const placeOf = placesIn(file, text);
  const { root, problems } = readYaml(text);
  const findings = problems.map((problem) => yamlFinding(problem, placeOf));
  if (!root || isNothing(root))
    return { findings: findings.length > 0 ? findings.sort(compareFindings) : [unreadableFile(file, 'empty')] };
  const reading = readFacts(root, placeOf);
  const all = [...findings, ...reading.findings].sort(compareFindings);
  return reading.fleet && all.length === 0 ? { fleet: reading.fleet, findings: [] } : { findings: all };
}

function yamlFinding({ offset, ...problem }: YamlProblem, placeOf: (offset: number) => Place): Finding {
  return { ...problem, severity: 'error', place: placeOf(offset) };
}

function isNothing(root: Located): boolean {
  return root.type === 'scalar' && root.value === null;
}

function readFacts(root: Located, placeOf: (offset: number) => Place): FleetReading {
  const repeated = repeatedKeys(root);
  const { file, broken, problems: invalid } = validFile(root);
  if (!file) return { findings: factFindings([...repeated, ...invalid], placeOf) };
  const names = clusterNames(root);
  const layered = layeredClusters(root, file, broken);
  const { clusters, problems: judged } = judgeClusters(layered.clusters, names);
  const problems = [...repeated, ...invalid, ...layered.problems, ...judged, ...noClusters(root, names)];
  if (problems.length > 0) return { findings: factFindings(problems, placeOf) };
  const layersOf = new Map(layered.clusters.map(({ name, layers }) => [name, layers]));
  const traced = clusters.map((cluster) => ({ cluster, layers: layersOf.get(cluster.name) ?? [] }));
  return { fleet: { name: file.fleet, clusters, provenance: fleetProvenance(traced, placeOf) }, findings: [] };
}

function noClusters(root: Located, names: readonly string[]): readonly FactProblem[] {
  const clusters = findLocated(root, ['clusters']);
  if (clusters?.value.type !== 'map' || names.length > 0) return [];
  const message = 'the map is empty, a fleet has at least one cluster';
  return [
    { check: 'missing-key', path: ['clusters'], offset: clusters.offset, message, fix: 'describe a cluster below it' },
  ];
}
