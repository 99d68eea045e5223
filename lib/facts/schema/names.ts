import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../core/names';
import { word } from './leaf';

const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const SUBDOMAIN = '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*';
const WORD = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/** A name that becomes part of names and paths: a DNS label. */
export function dnsLabel(description: string, example: string) {
  return word(
    { description, pattern: `^${LABEL}$`, examples: [example] },
    isDnsLabel,
    'a DNS label: at most 63 of a-z, 0-9 and -, with a letter or digit at both ends',
    'invalid-name',
  );
}

/** A name as most kinds have it: DNS labels joined by dots. */
export function dnsSubdomain(description: string, example: string) {
  return word(
    { description, pattern: `^${SUBDOMAIN}$`, examples: [example] },
    isDnsSubdomain,
    'a DNS name: at most 253 of a-z, 0-9, - and ., with a letter or digit at both ends of each part',
    'invalid-name',
  );
}

/** The key of a label, taint or topology. */
export function labelKey(description: string) {
  return word(
    { description, pattern: `^(${SUBDOMAIN}/)?${WORD}$`, examples: ['example.com/disk'] },
    isQualifiedName,
    'a label key: at most 63 of A-Z, a-z, 0-9, -, _ and ., with an optional DNS name and / in front',
    'invalid-name',
  );
}

/** The value of a label or taint. */
export function labelValue(description: string, example: string) {
  return word(
    { description, pattern: `^(${WORD})?$`, examples: [example] },
    isLabelValue,
    'a label value: empty, or at most 63 of A-Z, a-z, 0-9, -, _ and ., with a letter or digit at both ends',
  );
}
