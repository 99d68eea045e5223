import { resolvePlain } from './resolve-scalar';

/** A text as it must be written so that YAML reads text: `1.35` needs quotes, `kubeadm` does not. */
export function yamlWord(text: string): string {
  return needsQuotes(text) ? JSON.stringify(text) : text;
}

/** Whether YAML, or a person, would take the plain text for something else. */
export function needsQuotes(text: string): boolean {
  return typeof resolvePlain(text) !== 'string' || !/^[A-Za-z0-9/.~_][^#]*$/.test(text);
}
