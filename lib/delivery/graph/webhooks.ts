import type { Json } from '../../core/json';
import type { KubeObject } from '../../objects/kube-object';
import { listOf, mapOf, wordOf, wordsOf } from '../json-access';
import { type Labels, meetsSelector } from '../label-selector';
import { resourceNames } from '../resource-names';
import type { KindName } from './definitions';

/** A webhook that judges or changes objects when they are made or changed. */
export interface Webhook {
  readonly name: string;
  readonly rules: readonly WebhookRule[];
  /** Of the namespaces whose objects it judges. */
  readonly namespaceSelector: Json | undefined;
}

interface WebhookRule {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
}

const CONFIGURATIONS = new Set(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']);
const WRITES: readonly string[] = ['CREATE', 'UPDATE', '*'];

/** The webhooks of a configuration; none for other objects. */
export function webhooksOf(object: KubeObject): readonly Webhook[] {
  if (!CONFIGURATIONS.has(object.kind)) return [];
  return listOf(object.webhooks).map((item) => {
    const webhook = mapOf(item);
    return {
      name: wordOf(webhook.name) ?? object.metadata.name,
      rules: listOf(webhook.rules).flatMap(ruleOf),
      namespaceSelector: webhook.namespaceSelector,
    };
  });
}

function ruleOf(item: Json): WebhookRule[] {
  const rule = mapOf(item);
  if (!wordsOf(rule.operations).some((operation) => WRITES.includes(operation))) return [];
  return [{ groups: wordsOf(rule.apiGroups), resources: wordsOf(rule.resources) }];
}

/** Whether the webhook judges objects of a kind, wherever they are. */
export function judgesKind(webhook: Webhook, { group, kind }: KindName): boolean {
  return webhook.rules.some(({ groups, resources }) => {
    if (!groups.includes('*') && !groups.includes(group)) return false;
    if (resources.includes('*') || resources.includes('*/*')) return true;
    return resourceNames(kind).some((name) => resources.includes(name));
  });
}

/** Whether the webhook judges objects of a namespace; its own selector decides, and an API server adds the name. */
export function judgesNamespace(webhook: Webhook, namespace: string, labels: Labels): boolean {
  return meetsSelector(webhook.namespaceSelector, { 'kubernetes.io/metadata.name': namespace, ...labels });
}
