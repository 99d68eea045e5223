import type { Finding } from '../../core/finding';
import { nearest } from '../../core/nearest';
import type { Cluster } from '../../facts/cluster';
import type { RenderedComponent } from '../../render/rendered-component';

/** Dependencies on components that the cluster does not have: a typo, or one that it does not select. */
export function dependencyFindings(
  cluster: Cluster,
  components: readonly RenderedComponent[],
  known: readonly string[],
): readonly Finding[] {
  const selected = new Set(components.map(({ component }) => component.name));
  return components.flatMap(({ component }) =>
    component.dependsOn
      .filter(({ name, optional }) => !selected.has(name) && !(optional && known.includes(name)))
      .map(({ name }) => missing(cluster.name, component.name, name, known)),
  );
}

function missing(cluster: string, component: string, name: string, known: readonly string[]): Finding {
  const origin = { check: 'unknown-component', severity: 'error', cluster, component } as const;
  if (known.includes(name)) {
    return {
      ...origin,
      message: `${component} depends on ${name}, which ${cluster} does not select`,
      fix: `select ${name} there too, or write { name: '${name}', optional: true }`,
    };
  }
  const guess = nearest(name, known);
  return {
    ...origin,
    message: `${component} depends on "${name}", which is no component of the fleet`,
    fix: guess ? `did you mean "${guess}"?` : `name one of ${known.join(', ')}`,
  };
}
