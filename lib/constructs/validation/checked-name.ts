import type { Construct } from 'constructs';
import { isDnsLabel, isDnsLabel1035, isDnsSubdomain } from '../../core/names';
import { misuse } from './misuse';

/** The forms of names that Kubernetes knows, each with its test and how to say it. */
const FORMS = {
  label: [isDnsLabel, 'at most 63 of a-z, 0-9 and -, starting and ending with a letter or digit'],
  'service label': [
    isDnsLabel1035,
    'at most 63 of a-z, 0-9 and -, starting with a letter and ending with a letter or digit',
  ],
  subdomain: [isDnsSubdomain, 'at most 253 of a-z, 0-9, - and ., each part starting and ending with a letter or digit'],
} as const satisfies Record<string, readonly [(text: string) => boolean, string]>;

/**
 * A name in one of the forms that Kubernetes knows.
 *
 * @param subject - what is named, such as `the container`.
 * @param maxLength - characters, when the kind allows fewer than the form.
 * @throws {BayplanError} `invalid-name`
 */
export function checkedName(
  scope: Construct,
  subject: string,
  name: string,
  form: keyof typeof FORMS = 'label',
  maxLength = 253,
): string {
  const [matches, allowed] = FORMS[form];
  if (!matches(name)) misuse(scope, `${subject} is named "${name}"`, `use ${allowed}`, 'invalid-name');
  if (name.length > maxLength) {
    const found = `${subject} is named "${name}", ${name.length} characters long`;
    misuse(scope, found, `use at most ${maxLength}, because Kubernetes appends to it`, 'invalid-name');
  }
  return name;
}
