import type { KubernetesMinor } from '../facts/cluster';
import type { KubeObject } from '../objects/kube-object';
import type { NamespaceProps } from './component';

/**
 * The Namespace of the component that owns it.
 *
 * Pod Security is enforced at the version of the cluster, so that an upgrade of the cluster changes the rules in a
 * reviewed diff and not by itself; `warn` and `audit` say the same, so that clients see what is refused.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function namespaceObject(props: NamespaceProps, kubernetes: KubernetesMinor): KubeObject {
  const level = props.podSecurity ?? 'restricted';
  const labels: Record<string, string> = { ...props.labels };
  for (const mode of ['enforce', 'warn', 'audit']) {
    labels[`pod-security.kubernetes.io/${mode}`] = level;
    labels[`pod-security.kubernetes.io/${mode}-version`] = `v${kubernetes}`;
  }
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: props.name, labels, ...(props.annotations ? { annotations: props.annotations } : {}) },
  };
}
