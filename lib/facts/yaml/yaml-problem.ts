import type { CheckId } from '../../core/catalogue';
import type { Located } from './located';

/** Why a text is refused as YAML. */
export interface YamlProblem {
  readonly check: CheckId;
  readonly offset: number;
  /** Value found and what is allowed. */
  readonly message: string;
  readonly fix: string;
}

/** A text as YAML: a value, or the reasons why there is none; both when the reasons leave the rest readable. */
export interface YamlReading {
  readonly root?: Located;
  readonly problems: readonly YamlProblem[];
}

export function invalidYaml(offset: number, message: string, fix: string): YamlProblem {
  return { check: 'invalid-yaml', offset, message, fix };
}
