import type { Finding } from '../core/finding';
import type { Component } from '../render/component';

/** Components that share a name: their folders would be one. */
export function duplicateComponents(components: readonly Component[]): readonly Finding[] {
  const names = components.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => ({
    check: 'duplicate-name',
    severity: 'error',
    component: name,
    message: `${names.filter((other) => other === name).length} components are named "${name}"`,
    fix: 'give each component a name of its own',
  }));
}
