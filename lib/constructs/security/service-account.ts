import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ServiceAccount } from '../../../imports/k8s';
import { kubeObject } from '../kube-object';
import { checkedAnnotations, type TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { misuse } from '../validation/misuse';

/** The identity of a workload’s pods. */
export interface ServiceAccountProps {
  /** Name of a ServiceAccount that exists already. @default one of the workload’s own, with the workload’s name */
  readonly existing?: string;
  /**
   * Whether the pods get a token for the API server.
   *
   * @default false, or true when the workload has access rules: without a token these would be of no use
   */
  readonly token?: boolean;
  /** Annotations of the own account, such as those of a cloud’s workload identity. */
  readonly annotations?: TextMap;
}

/** A workload’s service account, as its pods name it. */
export interface PodIdentity {
  readonly name: string;
  readonly token: boolean;
  /** Absent when the account exists without the workload. */
  readonly object?: ApiObject;
}

/**
 * The service account of a workload: its own unless it names another.
 *
 * @throws {BayplanError} `invalid-name` or `invalid-props`
 */
export function serviceAccount(
  scope: Construct,
  owner: { readonly name: string; readonly labels: TextMap },
  props: ServiceAccountProps,
  hasAccess: boolean,
): PodIdentity {
  const token = props.token ?? hasAccess;
  if (props.existing !== undefined) {
    if (props.annotations) {
      const found = `the service account "${props.existing}" exists without the workload, and annotations are given`;
      misuse(scope, found, 'write them where the account is made');
    }
    return { name: checkedName(scope, 'the service account', props.existing, 'subdomain'), token };
  }
  const annotations = checkedAnnotations(scope, 'the annotations of the service account', props.annotations ?? {});
  const object = kubeObject<ServiceAccount>(scope, 'service-account', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: owner.name, labels: owner.labels, annotations },
    automountServiceAccountToken: token,
  });
  return { name: owner.name, token, object };
}
