import { linesOf } from './finding-lines';
import { clusterText, fleetText, REQUIRED } from './fleet-text';

const rows = [
  {
    name: 'an empty file',
    yaml: '',
    want: [
      'fleet.yaml:1:1: error: the file is empty, or holds comments only; describe the fleet: its name, its source, its clusters [unreadable-file]',
    ],
  },
  {
    name: 'comments only',
    yaml: '# later\n\n',
    want: [
      'fleet.yaml:1:1: error: the file is empty, or holds comments only; describe the fleet: its name, its source, its clusters [unreadable-file]',
    ],
  },
  {
    name: 'an empty document',
    yaml: '---\n',
    want: [
      'fleet.yaml:1:1: error: the file is empty, or holds comments only; describe the fleet: its name, its source, its clusters [unreadable-file]',
    ],
  },
  {
    name: 'control characters',
    yaml: 'fleet: \u0000\n',
    want: [
      'fleet.yaml:1:1: error: the file holds control characters: it is binary, not text; name the YAML file [unreadable-file]',
    ],
  },
  {
    name: 'a word in place of the map',
    yaml: 'harbour\n',
    want: [
      'fleet.yaml:1:1: error: the file: "harbour" is text, a map is needed; write "key: value" lines below it, indented [wrong-type]',
    ],
  },
  {
    name: 'a list in place of the map',
    yaml: '- fleet: harbour\n',
    want: [
      'fleet.yaml:1:1: error: the file: a list is written, a map is needed; write "key: value" lines below it, indented [wrong-type]',
    ],
  },
  {
    name: 'a bracket that is never closed',
    yaml: fleetText('clusters: { eu: { platform: kind \n'),
    want: [
      'fleet.yaml:3:11: error: not YAML: the { that opens here is never closed; close it with }, and indent what is inside deeper than its key [invalid-yaml]',
      'fleet.yaml:3:17: error: not YAML: the { that opens here is never closed; close it with }, and indent what is inside deeper than its key [invalid-yaml]',
    ],
  },
  {
    name: 'a quote that is never closed',
    yaml: 'fleet: "harbour\nclusters: {}\n',
    want: ['fleet.yaml:1:8: error: not YAML: the " that opens here is never closed; close it with " [invalid-yaml]'],
  },
  {
    name: 'a tab in the indentation',
    yaml: fleetText('clusters:\n\teu: {}\n'),
    want: ['fleet.yaml:4:1: error: not YAML: a tab in the indentation; indent with blanks [invalid-yaml]'],
  },
  {
    name: 'a line that is out of line',
    yaml: fleetText('clusters:\n    eu:\n      platform: kind\n   us: {}\n'),
    want: [
      'fleet.yaml:6:1: error: not YAML: an indentation that belongs to no map or list above; align the line with its neighbours [invalid-yaml]',
    ],
  },
  {
    name: 'two keys on one line',
    yaml: 'fleet: harbour: x\n',
    want: [
      'fleet.yaml:1:8: error: not YAML: a second ": " on one line, or a map that is indented deeper than its first key; put a text that holds ": " in quotes; give each key a line of its own, all aligned [invalid-yaml]',
    ],
  },
  {
    name: 'a key without its colon',
    yaml: fleetText('clusters\n'),
    want: [
      'fleet.yaml:3:1: error: not YAML: a key without its colon; write "key: value", with a blank behind the colon [invalid-yaml]',
    ],
  },
  {
    name: 'an unquoted mark',
    yaml: 'fleet: @harbour\n',
    want: [
      'fleet.yaml:1:8: error: not YAML: a character that no plain text may start with (@, `, % and other marks of YAML); put the text in quotes [invalid-yaml]',
    ],
  },
  {
    name: 'an escape that YAML does not know',
    yaml: 'fleet: "har\\qbour"\n',
    want: [
      'fleet.yaml:1:12: error: not YAML: an escape that double quotes do not know; write \\\\ for a backslash, or use single quotes, which know no escapes [invalid-yaml]',
    ],
  },
  {
    name: 'a second document',
    yaml: 'fleet: harbour\n---\nfleet: other\n',
    want: [
      'fleet.yaml:2:1: error: a second YAML document starts, a fleet file holds one; keep one document: remove the line --- and what does not belong to the fleet [invalid-yaml]',
    ],
  },
  {
    name: 'an older YAML',
    yaml: '%YAML 1.1\n---\nfleet: harbour\n',
    want: ['fleet.yaml:1:1: error: %YAML 1.1, a fleet file is YAML 1.2; remove the %YAML line [invalid-yaml]'],
  },
  {
    name: 'a tag',
    yaml: 'fleet: !secret harbour\n',
    want: [
      'fleet.yaml:1:8: error: not YAML: a tag that a fleet file does not know; remove the tag (the word that starts with !) [invalid-yaml]',
    ],
  },
  {
    name: 'a merge key',
    yaml: clusterText('labels: { <<: { a: b } }'),
    want: [
      'fleet.yaml:4:86: error: the merge key << is not part of YAML 1.2; write the keys out, or put shared facts under defaults or in a tier [invalid-yaml]',
    ],
  },
  {
    name: 'a list as a key',
    yaml: clusterText('labels: { [a]: b }'),
    want: ['fleet.yaml:4:86: error: a key that is no text; name the key with a word [invalid-yaml]'],
  },
  {
    name: 'a key without a name',
    yaml: clusterText('labels: { : b }'),
    want: ['fleet.yaml:4:85: error: a key that is no text; name the key with a word [invalid-yaml]'],
  },
  {
    name: 'a key that JavaScript reserves',
    yaml: clusterText('labels: { __proto__: b }'),
    want: ['fleet.yaml:4:86: error: the key __proto__ is reserved; name the key with a word [invalid-yaml]'],
  },
  {
    name: 'an alias without an anchor',
    yaml: clusterText('labels: &labels { a: b }, featureGates: *lables'),
    want: [
      'fleet.yaml:4:116: error: the alias *lables has no anchor &lables above it; did you mean *labels? [invalid-yaml]',
    ],
  },
  {
    name: 'an alias inside its anchor',
    yaml: clusterText('labels: &labels { a: *labels }'),
    want: [
      'fleet.yaml:4:97: error: the alias *labels stands inside its own anchor; write the value out [invalid-yaml]',
    ],
  },
  {
    name: 'an alias bomb',
    yaml: fleetText(`x:
  - &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
  - &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
`),
    want: [
      'fleet.yaml:1:1: error: clusters: the key is missing; add it, with its keys below it [missing-key]',
      'fleet.yaml:3:1: error: x: unknown key, allowed are fleet, source, defaults, tiers, clusters; remove it [unknown-key]',
      'fleet.yaml:8:37: error: with the alias *d, aliases repeat 101218 values, at most 100000 are allowed; write shared facts once, under defaults or in a tier [invalid-yaml]',
    ],
  },
  {
    name: 'a bottomless nesting',
    yaml: `fleet: ${'['.repeat(20000)}`,
    want: [
      'fleet.yaml:1:107: error: values are nested deeper than 100 levels; write the fleet’s maps and lists only [invalid-yaml]',
    ],
  },
  {
    name: 'a cluster written twice',
    yaml: fleetText(`clusters:
  eu: { ${REQUIRED} }
  eu: { ${REQUIRED} }
`),
    want: [
      'fleet.yaml:5:3: error: clusters.eu: "eu" stands in clusters twice, each name may stand once; rename one of them, or make them one [duplicate-name]',
    ],
  },
  {
    name: 'a pool written twice',
    yaml: clusterText('nodePools: { general: { max: 3 }, general: { max: 4 } }'),
    want: [
      'fleet.yaml:4:110: error: clusters.eu.nodePools.general: "general" stands in clusters.eu.nodePools twice, each name may stand once; rename one of them, or make them one [duplicate-name]',
    ],
  },
  {
    name: 'a key of the file written twice',
    yaml: `fleet: one\n${fleetText(`clusters: { eu: { ${REQUIRED} } }`)}`,
    want: [
      'fleet.yaml:2:1: error: fleet: "fleet" stands twice, each name may stand once; rename one of them, or make them one [duplicate-name]',
    ],
  },
  {
    name: 'the same quoted and plain',
    yaml: clusterText('labels: { a: b, "a": c }'),
    want: [
      'fleet.yaml:4:92: error: clusters.eu.labels.a: "a" stands in clusters.eu.labels twice, each name may stand once; rename one of them, or make them one [duplicate-name]',
    ],
  },
];

test.each(rows)('refuses YAML: $name', ({ yaml, want }) => expect(linesOf(yaml)).toEqual(want));
