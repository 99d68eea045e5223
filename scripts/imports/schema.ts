/** The part of an OpenAPI or CRD schema that decides a TypeScript type. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
}

/** A kind as OpenAPI marks it; the core group is empty. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What an author writes of a kind: its own `apiVersion` and `kind`, and no `status`, which the cluster writes. */
export function authored(schema: Schema, { group, version, kind }: GroupVersionKind): Schema {
  const { status: _written, ...properties } = schema.properties ?? {};
  const apiVersion = group ? `${group}/${version}` : version;
  return { ...schema, properties: { ...properties, apiVersion: { enum: [apiVersion] }, kind: { enum: [kind] } } };
}
