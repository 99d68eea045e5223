import type { RenderedComponent } from '../../render/rendered-component';
import { isRefusedWithout, kindOfClass } from './class-names';
import type { EdgeReason } from './edge';
import { isEmpty, type Member, type Offers } from './members';
import { kindKey } from './object-facts';

/** By component, then by what it depends on: the first reason for each. */
export type EdgeMap = ReadonlyMap<string, ReadonlyMap<string, EdgeReason>>;

/**
 * Edges without which a sync fails: what a component declares, the owners of the namespaces that its objects lie in,
 * the providers of their custom kinds, and the owners of classes without which the API server refuses a pod.
 */
export function requiredEdges(
  members: readonly Member[],
  offers: Offers,
  components: ReadonlyMap<string, RenderedComponent>,
): Map<string, Map<string, EdgeReason>> {
  return new Map(members.map((member) => [member.name, edgesOf(member, offers, components)]));
}

function edgesOf(
  member: Member,
  offers: Offers,
  components: ReadonlyMap<string, RenderedComponent>,
): Map<string, EdgeReason> {
  const { name, facts } = member;
  const edges = new Map<string, EdgeReason>();
  const add = (targets: readonly string[] | undefined, reason: EdgeReason): void => {
    // What a component brings itself, it does not wait for.
    if (!targets || targets.includes(name)) return;
    for (const to of targets) if (!edges.has(to)) edges.set(to, reason);
  };
  for (const to of declared(member, components)) edges.set(to, { type: 'declared' });
  for (const namespace of member.namespaces) {
    const object = facts.usedNamespaces.get(namespace);
    add(offers.namespaces.get(namespace), { type: 'namespace', namespace, ...(object ? { object } : {}) });
  }
  for (const use of facts.kinds.values()) {
    if (use.builtIn) continue;
    const reason = { type: 'kind', object: use.first } as const;
    add(offers.kinds.get(kindKey(use)), reason);
    add(offers.groups.get(use.group), reason);
  }
  for (const [key, object] of facts.namedClasses) {
    if (!isRefusedWithout(key)) continue;
    const kind = kindOfClass(key);
    add(offers.classes.get(key), { type: 'class', kind, name: key.slice(kind.length + 1), object });
  }
  return edges;
}

/** What a component declares; one that brings nothing to this cluster stands for what it depends on itself. */
function declared({ name, rendered }: Member, components: ReadonlyMap<string, RenderedComponent>): Set<string> {
  const targets = new Set<string>();
  const seen = new Set<string>();
  const visit = (component: RenderedComponent): void => {
    for (const { name: to } of component.component.dependsOn) {
      const target = components.get(to);
      if (!target || seen.has(to)) continue;
      seen.add(to);
      if (isEmpty(target)) visit(target);
      else if (to !== name || component === rendered) targets.add(to);
    }
  };
  visit(rendered);
  return targets;
}
