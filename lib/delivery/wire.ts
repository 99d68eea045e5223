/**
 * A type of `imports/` as plain data: what `cdk8s import` makes an enum is one of its texts, and lists are not changed.
 *
 * For kinds whose properties have the names of the wire; where they have not, a wire type is imported.
 */
export type Wire<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Wire<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Wire<T[Key]> }
      : T;
