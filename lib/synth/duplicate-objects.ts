import type { Finding } from '../core/finding';
import { formatIdentity, identityOf } from '../objects/identity';
import type { RenderedComponent } from '../render/rendered-component';

/** Objects of one identity that a cluster would get twice, from one component or from two. */
export function duplicateObjects(cluster: string, components: readonly RenderedComponent[]): readonly Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { component, objects } of components) {
    for (const { object, path } of objects) {
      const identity = formatIdentity(identityOf(object));
      const other = first.get(identity);
      if (other === undefined) {
        first.set(identity, path);
        continue;
      }
      findings.push({
        check: 'duplicate-object',
        severity: 'error',
        cluster,
        component: component.name,
        path,
        message: `${identity} is made by ${other} as well`,
        fix: 'keep one of the two, or give one another name',
      });
    }
  }
  return findings;
}
