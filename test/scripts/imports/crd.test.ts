import { withoutComments } from '../../../scripts/imports/cdk8s-import';
import { crdRow, narrowCrd, parseCrds } from '../../../scripts/imports/crd';
import { customTypes } from '../../../scripts/imports/custom-types';

const YAML = `apiVersion: v1
kind: List
---
# nothing
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: cranes.harbour.example.com, annotations: { tool: "1" } }
spec:
  group: harbour.example.com
  names: { kind: Crane, plural: cranes }
  scope: Cluster
  versions:
    - { name: v2alpha1, served: true, storage: false, schema: { openAPIV3Schema: {} } }
    - { name: v2, served: false, storage: false, schema: { openAPIV3Schema: {} } }
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          description: A crane.
          type: object
          required: [spec]
          properties:
            apiVersion: { type: string, description: left }
            kind: { type: string }
            metadata: { type: object }
            status: { type: object, properties: { load: { type: integer } } }
            spec:
              type: object
              required: [description]
              properties:
                description: { type: string, description: What it is. }
                far: { type: object, description: one, properties: { hook: { type: integer, minimum: 1 } } }
                near: { type: object, description: two, properties: { hook: { type: integer } } }
                spare: { type: array, items: { type: object, properties: { hook: { type: integer } } } }
`;

const [crane] = parseCrds(YAML);
if (!crane) throw new Error('the CRD of this test does not parse');

test('only the CRD of a file counts, with all its served versions', () => {
  expect(parseCrds(YAML)).toHaveLength(1);
  expect(crdRow(crane)).toEqual({
    group: 'harbour.example.com',
    kind: 'Crane',
    versions: ['v2alpha1', 'v1'],
    namespaced: false,
  });
});

test('a narrow CRD keeps the preferred served version, and fields named description', () => {
  const { metadata, spec } = narrowCrd(crane);
  expect(metadata).toEqual({ name: 'cranes.harbour.example.com' });
  expect(spec.versions.map(({ name }) => name)).toEqual(['v1']);
  const schema = spec.versions[0]?.schema.openAPIV3Schema;
  expect(schema).not.toHaveProperty('description');
  expect(schema?.properties?.spec?.properties?.description).toEqual({ type: 'string' });
});

test('parts of one shape become one interface, named after the place nearest to the top', () => {
  expect(customTypes(narrowCrd(crane))).toBe(`export interface Crane {
  readonly apiVersion?: 'harbour.example.com/v1' | undefined;
  readonly kind?: 'Crane' | undefined;
  readonly metadata?: ObjectMeta | undefined;
  readonly spec: CraneSpec;
}

export interface CraneSpec {
  readonly description: string;
  readonly far?: CraneSpecFar | undefined;
  readonly near?: CraneSpecFar | undefined;
  readonly spare?: readonly CraneSpecFar[] | undefined;
}

export interface CraneSpecFar {
  readonly hook?: number | undefined;
}
`);
});

test('comments on lines of their own go, code and its strings stay', () => {
  const code =
    "// head\n/**\n * @schema A\n */\nclass A {\n  /* x */\n  b = '/* not one */';\n\n\n\n  c = 1; // kept\n}\n";
  expect(withoutComments(code)).toBe("class A {\n  b = '/* not one */';\n\n  c = 1; // kept\n}\n");
});
