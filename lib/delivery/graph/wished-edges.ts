import { compareText } from '../../core/compare';
import { isRefusedWithout, kindOfClass } from './class-names';
import type { EdgeReason } from './edge';
import type { Member, Offers } from './members';
import { judgesKind, judgesNamespace, type Webhook } from './webhooks';

/** An order that is better but that a sync can do without. */
export interface WishedEdge {
  readonly from: string;
  readonly to: string;
  readonly reason: EdgeReason;
}

const POD = { group: '', kind: 'Pod' };

/**
 * Edges that make a first sync smoother: the owner of a webhook before the objects that it judges, of a metrics API
 * before the autoscalers that ask it, of a class before the claims, Ingresses and Gateways that name it.
 *
 * Without them a sync still ends well: what is judged too early is only not judged, the rest waits. So they give way
 * to edges that are required.
 */
export function wishedEdges(members: readonly Member[], offers: Offers): readonly WishedEdge[] {
  const wishes: WishedEdge[] = [];
  for (const { name: from, facts } of members) {
    for (const [key, object] of facts.namedClasses) {
      if (isRefusedWithout(key)) continue;
      const kind = kindOfClass(key);
      const reason = { type: 'class', kind, name: key.slice(kind.length + 1), object } as const;
      for (const to of offers.classes.get(key) ?? []) wishes.push({ from, to, reason });
    }
    for (const [group, object] of facts.metricGroups) {
      for (const to of offers.groups.get(group) ?? [])
        wishes.push({ from, to, reason: { type: 'metrics', group, object } });
    }
  }
  for (const { name: to, facts } of members) {
    for (const webhook of facts.webhooks) {
      for (const from of members) {
        const kind = judgedKind(webhook, from, members, offers);
        if (kind) wishes.push({ from: from.name, to, reason: { type: 'webhook', webhook: webhook.name, kind } });
      }
    }
  }
  return wishes
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => compareText(a.to, b.to) || compareText(a.from, b.from));
}

/** A kind of the component’s objects that the webhook judges; its pods count, though controllers make them. */
function judgedKind(
  webhook: Webhook,
  { facts }: Member,
  members: readonly Member[],
  offers: Offers,
): string | undefined {
  const labelsOf = (namespace: string) => {
    const owner = offers.namespaces.get(namespace)?.[0];
    return members.find(({ name }) => name === owner)?.facts.ownNamespaces.get(namespace) ?? {};
  };
  const judgesAny = (namespaces: ReadonlySet<string>): boolean =>
    [...namespaces].some((namespace) => judgesNamespace(webhook, namespace, labelsOf(namespace)));
  for (const use of facts.kinds.values()) {
    if (!judgesKind(webhook, use)) continue;
    if (use.clusterScoped || judgesAny(use.namespaces)) return use.kind;
  }
  return judgesKind(webhook, POD) && judgesAny(facts.podNamespaces) ? POD.kind : undefined;
}
