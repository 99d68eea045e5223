import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Pod, PodSpec, Toleration } from '../../../imports/k8s';
import { clusterOf } from '../cluster-of';
import { kubeObject } from '../kube-object';
import type { ServiceAccountProps } from '../security/service-account';
import { checkedOptional } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import type { PodProps } from './pod-props';
import { Workload } from './workload';

export interface PodTaskProps extends PodProps {
  /** Whether containers that end are started again. @default Always */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Seconds after which the pod is ended. @default no limit */
  readonly activeDeadlineSeconds?: number;
  /** @default the namespace’s `default` without token; an account of its own when `access` is asked for */
  readonly serviceAccount?: ServiceAccountProps;
}

/**
 * One bare Pod: nothing replaces it when its node goes, and little of it can change later, so prefer any other workload.
 *
 * The API server refuses a Pod whose account is not there, and Flux tries all objects of a component before it applies the
 * first: with an account of its own in the same component, neither would ever be made. For `default` the API server waits.
 *
 * @throws {BayplanError} for every misuse, with the construct’s path; `undeliverable` for an account of its own under Flux.
 */
export class PodTask extends Workload {
  readonly pod: ApiObject;

  constructor(scope: Construct, id: string, props: PodTaskProps) {
    super(
      scope,
      id,
      { ...props, ...account(props) },
      {
        restartPolicy: props.restartPolicy ?? 'Always',
        serves: (props.restartPolicy ?? 'Always') === 'Always',
        defaultSpread: [],
        revisionKeys: [],
        claimTemplates: [],
      },
    );
    const { template, labels } = this;
    const identity = template.spec?.serviceAccountName;
    if (identity === this.name && clusterOf(this).delivery.engine === 'flux') {
      misuse(
        this,
        `the Pod needs the ServiceAccount "${identity}" of its own component, and Flux tries the Pod before it applies that`,
        'use BatchJob or Worker, or name an account of another component: serviceAccount: { existing }',
        'undeliverable',
      );
    }
    const activeDeadlineSeconds = checkedOptional(this, 'activeDeadlineSeconds', props.activeDeadlineSeconds, 1);
    this.pod = kubeObject<Pod>(this, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: this.name,
        labels: { ...labels, ...template.metadata?.labels },
        annotations: { ...this.metadata(props.annotations).annotations, ...template.metadata?.annotations },
      },
      spec: { ...template.spec, activeDeadlineSeconds, tolerations: tolerations(template.spec) } as PodSpec,
    });
  }
}

function account({ access, serviceAccount }: PodTaskProps): Pick<PodProps, 'serviceAccount'> {
  if (serviceAccount) return { serviceAccount };
  return access ? {} : { serviceAccount: { existing: 'default' } };
}

/**
 * The two tolerations that the API server adds to every pod on its way in. A pod with a list of its own states them too:
 * the list is compared as a whole, and would differ for ever.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#defaulttolerationseconds
 */
function tolerations(spec: PodSpec | undefined): readonly Toleration[] | undefined {
  const given = spec?.tolerations;
  if (!given) return undefined;
  const added = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter((key) => !given.some((one) => covers(one, key)))
    .map((key): Toleration => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }));
  return [...given, ...added];
}

function covers({ key, effect }: Toleration, taint: string): boolean {
  return (key === undefined || key === taint) && (effect === undefined || effect === 'NoExecute');
}
