const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** A DNS label of RFC 1123: at most 63 of `a-z0-9-`, starting and ending with a letter or digit. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

/** A DNS label of RFC 1035: as RFC 1123, but starting with a letter. Services need it. */
export function isDnsLabel1035(text: string): boolean {
  return text.length <= 63 && LABEL_1035.test(text);
}

/** A DNS subdomain: labels joined by dots, at most 253 characters. Most kinds' names. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

/** A qualified name: the key of a label or annotation, with an optional DNS prefix before a slash. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  const [prefix] = parts;
  if (parts.length > 1 || (prefix !== undefined && !isDnsSubdomain(prefix))) return false;
  return name.length <= 63 && QUALIFIED.test(name);
}

/** A label's value: empty, or at most 63 of `A-Za-z0-9-_.` starting and ending with a letter or digit. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && QUALIFIED.test(text));
}

/** The name of a container or Service port: an IANA service name, at most 15 characters with at least one letter. */
export function isPortName(text: string): boolean {
  return text.length <= 15 && /[a-z]/.test(text) && LABEL.test(text) && !text.includes('--');
}
