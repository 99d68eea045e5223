import type { Construct } from 'constructs';
import type { EnvFromSource, EnvVar, EnvVarSource } from '../../../imports/k8s';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';

/** A ConfigMap: its name, or a `Configuration`. */
export type ConfigMapRef = string | { readonly name: string };

/** The value of one environment variable. */
export type EnvironmentValue =
  | string
  /** A key of a Secret that exists; the value never enters an object of ours. */
  | { readonly secret: string; readonly key: string /** @default false */; readonly optional?: boolean }
  | { readonly configMap: ConfigMapRef; readonly key: string /** @default false */; readonly optional?: boolean }
  /** A field of the pod, such as `status.podIP`. */
  | { readonly field: string }
  /** A request or limit, such as `limits.memory`. @default of this container, in units of 1 */
  | { readonly resource: string; readonly container?: string; readonly divisor?: string };

/** Environment variables by name, in the order in which `$(NAME)` may refer to earlier ones. */
export type Environment = Readonly<Record<string, EnvironmentValue>>;

/** All keys of a Secret or ConfigMap as environment variables. */
export type EnvironmentSource =
  | { readonly secret: string; readonly prefix?: string; readonly optional?: boolean }
  | { readonly configMap: ConfigMapRef; readonly prefix?: string; readonly optional?: boolean };

/**
 * Environment variables in wire form.
 *
 * @throws {BayplanError} `invalid-name` for a name that a shell could not use, or of a Secret or ConfigMap.
 */
export function environment(scope: Construct, variables: Environment): readonly EnvVar[] {
  return Object.entries(variables).map(([name, value]) => {
    checkedVariable(scope, name);
    if (typeof value !== 'string') return { name, valueFrom: valueFrom(scope, value) };
    // The API server drops empty values; writing one would be a drift.
    return value === '' ? { name } : { name, value };
  });
}

/**
 * The name of an environment variable.
 *
 * @throws {BayplanError} `invalid-name`
 */
export function checkedVariable(scope: Construct, name: string): string {
  if (/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== '.' && !name.startsWith('..')) return name;
  const fix = 'use A-Z, a-z, 0-9, -, _ and ., not starting with a digit';
  return misuse(scope, `an environment variable is named ${JSON.stringify(name)}`, fix, 'invalid-name');
}

function valueFrom(scope: Construct, value: Exclude<EnvironmentValue, string>): EnvVarSource {
  if ('secret' in value) {
    const { secret, key, optional } = value;
    return { secretKeyRef: { name: checkedName(scope, 'the Secret', secret, 'subdomain'), key, optional } };
  }
  if ('configMap' in value) {
    const { configMap, key, optional } = value;
    return { configMapKeyRef: { name: configMapName(scope, configMap), key, optional } };
  }
  if ('field' in value) return { fieldRef: { apiVersion: 'v1', fieldPath: value.field } };
  const { resource, container, divisor } = value;
  return { resourceFieldRef: { resource, containerName: container, divisor } };
}

/**
 * Sources of environment variables in wire form.
 *
 * @throws {BayplanError} `invalid-name`
 */
export function environmentSources(scope: Construct, sources: readonly EnvironmentSource[]): readonly EnvFromSource[] {
  return sources.map((source) => {
    const { prefix, optional } = source;
    if (prefix !== undefined) checkedVariable(scope, prefix);
    if ('configMap' in source)
      return { prefix, configMapRef: { name: configMapName(scope, source.configMap), optional } };
    return { prefix, secretRef: { name: checkedName(scope, 'the Secret', source.secret, 'subdomain'), optional } };
  });
}

/**
 * The name of a ConfigMap.
 *
 * @throws {BayplanError} `invalid-name`
 */
export function configMapName(scope: Construct, ref: ConfigMapRef): string {
  return checkedName(scope, 'the ConfigMap', typeof ref === 'string' ? ref : ref.name, 'subdomain');
}
