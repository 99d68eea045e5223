import type { Construct } from 'constructs';
import { compareText } from '../../../core/compare';
import { nearest } from '../../../core/nearest';
import { misuse } from '../../validation/misuse';
import { type FlagSpan, KNOWN_FLAGS } from './known-flags';

/** Flags without leading dashes; a list repeats its flag. */
export type ExtraFlags = Readonly<Partial<Record<keyof typeof KNOWN_FLAGS, FlagValue | readonly FlagValue[]>>>;

type FlagValue = string | number | boolean;

/**
 * Further flags, sorted by name.
 *
 * @param minor - Kubernetes’ own, and so the autoscaler’s.
 * @throws {BayplanError} `invalid-props` for a flag that the minor’s autoscaler would end at, or that a prop sets.
 */
export function extraFlags(scope: Construct, minor: string, flags: ExtraFlags): readonly string[] {
  const entries = Object.entries(flags).sort(([a], [b]) => compareText(a, b));
  return entries.flatMap(([name, values]) => {
    checkFlag(scope, minor, name);
    return [values].flat().map((value) => `--${name}=${value}`);
  });
}

function checkFlag(scope: Construct, minor: string, name: string): void {
  const span: FlagSpan | undefined = KNOWN_FLAGS[name as keyof typeof KNOWN_FLAGS];
  if (!span) {
    const meant = nearest(name.replace(/^-+/, ''), Object.keys(KNOWN_FLAGS));
    const fix = meant ? `did you mean ${meant}?` : 'leave it out, or add it by addJsonPatch of the deployment';
    misuse(scope, `the cluster autoscaler has no flag "${name}" that is known here`, fix);
  }
  const { since, instead } = span;
  if (instead !== undefined) misuse(scope, `the flag ${name} is set`, instead);
  if (since === undefined || compareText(minor, since) >= 0) return;
  const found = `the cluster autoscaler ${minor} does not have the flag ${name} of ${since}`;
  misuse(scope, found, 'leave it out: it would end at its start');
}
