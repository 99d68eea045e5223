import type { Construct } from 'constructs';
import type { Cluster, Platform } from '../../facts/cluster';
import { checkedInteger } from '../validation/checked-number';
import { misuse } from '../validation/misuse';

/** Who makes the nodes. */
export type AutoscalerProvider =
  | { readonly aws: AwsProvider }
  | { readonly gce: GceProvider }
  | { readonly azure: AzureProvider }
  | { readonly clusterapi: ClusterApiProvider }
  /** Any other, by the name that the autoscaler has for it. */
  | { readonly provider: string; readonly nodeGroups: readonly [NodeGroup, ...NodeGroup[]] };

/** Auto Scaling groups with the tags `k8s.io/cluster-autoscaler/enabled` and `k8s.io/cluster-autoscaler/<cluster>`. */
interface AwsProvider {
  /** Name of the cluster in the tag. @default the cluster’s name */
  readonly clusterName?: string;
  /** @default the cluster’s region */
  readonly region?: string;
  /** Groups by name, instead of tags. */
  readonly nodeGroups?: readonly [NodeGroup, ...NodeGroup[]];
}

/** Managed instance groups by the start of their names. */
interface GceProvider {
  readonly instanceGroups: readonly [InstanceGroups, ...InstanceGroups[]];
}

interface InstanceGroups {
  readonly namePrefix: string;
  /** Fewest nodes of each group. */
  readonly min: number;
  readonly max: number;
}

/** Scale sets with the tags `cluster-autoscaler-enabled=true` and `cluster-autoscaler-name=<cluster>`. */
interface AzureProvider {
  /** Name of the cluster in the tag. @default the cluster’s name */
  readonly clusterName?: string;
  readonly subscriptionId: string;
  /** The one of the scale sets. */
  readonly resourceGroup: string;
  /** Scale sets by name, instead of tags. */
  readonly nodeGroups?: readonly [NodeGroup, ...NodeGroup[]];
}

/** MachineDeployments, MachineSets and MachinePools of the Cluster API, whose annotations say how far they go. */
interface ClusterApiProvider {
  /** @default all */
  readonly namespace?: string;
  /** @default the cluster’s name */
  readonly clusterName?: string;
  /** Further labels of the groups. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A group of nodes of one kind. */
interface NodeGroup {
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

const WAYS = ['aws', 'gce', 'azure', 'clusterapi', 'provider'] as const;
/** Those whose nodes only one provider makes. */
const DEFAULTS: Partial<Record<Platform, AutoscalerProvider>> = { eks: { aws: {} } };

/**
 * The provider of a cluster.
 *
 * @throws {BayplanError} `invalid-props` where the platform does not say who makes its nodes.
 */
export function resolveProvider(
  scope: Construct,
  platform: Platform,
  given: AutoscalerProvider | undefined,
): AutoscalerProvider {
  const provider = given ?? DEFAULTS[platform];
  if (!provider) {
    const fix = `give provider: one of ${WAYS.join(', ')}`;
    return misuse(scope, `nothing says who makes the nodes of a cluster on ${platform}`, fix);
  }
  const ways = WAYS.filter((way) => way in provider);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'the provider is empty' : `the providers are ${ways.join(' and ')}`;
    misuse(scope, found, `give one of ${WAYS.join(', ')}`);
  }
  return provider;
}

/** What the autoscaler needs to find its nodes. */
export interface ProviderParts {
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
}

/**
 * Flags and environment of a provider.
 *
 * @throws {BayplanError} `invalid-props` or `min-over-max`
 * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/cloudprovider
 */
export function providerParts(scope: Construct, cluster: Cluster, provider: AutoscalerProvider): ProviderParts {
  if ('aws' in provider) {
    const { clusterName = cluster.name, region = cluster.region, nodeGroups } = provider.aws;
    const tags = ['enabled', clusterName].map((tag) => `k8s.io/cluster-autoscaler/${tag}`).join(',');
    const env = region === undefined ? {} : { AWS_REGION: region };
    return { flags: found(scope, 'aws', nodeGroups, `asg:tag=${tags}`), env, podLabels: {} };
  }
  if ('azure' in provider) {
    const { clusterName = cluster.name, subscriptionId, resourceGroup, nodeGroups } = provider.azure;
    const label = `label:cluster-autoscaler-enabled=true,cluster-autoscaler-name=${clusterName}`;
    const env = {
      ARM_SUBSCRIPTION_ID: subscriptionId,
      ARM_RESOURCE_GROUP: resourceGroup,
      ARM_VM_TYPE: 'vmss',
      ARM_USE_WORKLOAD_IDENTITY_EXTENSION: 'true',
    };
    const podLabels = { 'azure.workload.identity/use': 'true' };
    return { flags: found(scope, 'azure', nodeGroups, label), env, podLabels };
  }
  if ('gce' in provider) {
    const groups = provider.gce.instanceGroups.map(({ namePrefix, min, max }) => {
      checkBounds(scope, namePrefix, min, max);
      return `--node-group-auto-discovery=mig:namePrefix=${namePrefix},min=${min},max=${max}`;
    });
    return { flags: ['--cloud-provider=gce', ...groups], env: {}, podLabels: {} };
  }
  if ('clusterapi' in provider) {
    const { namespace, clusterName = cluster.name, labels = {} } = provider.clusterapi;
    const where = namespace === undefined ? [] : [`namespace=${namespace}`];
    const more = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    const groups = `clusterapi:${[...where, `clusterName=${clusterName}`, ...more].join(',')}`;
    return { flags: found(scope, 'clusterapi', undefined, groups), env: {}, podLabels: {} };
  }
  return { flags: found(scope, provider.provider, provider.nodeGroups, ''), env: {}, podLabels: {} };
}

function found(
  scope: Construct,
  name: string,
  groups: readonly NodeGroup[] | undefined,
  discovery: string,
): readonly string[] {
  if (!groups) return [`--cloud-provider=${name}`, `--node-group-auto-discovery=${discovery}`];
  const nodes = groups.map((group) => {
    checkBounds(scope, group.name, group.min, group.max);
    return `--nodes=${group.min}:${group.max}:${group.name}`;
  });
  return [`--cloud-provider=${name}`, ...nodes];
}

function checkBounds(scope: Construct, name: string, min: number, max: number): void {
  checkedInteger(scope, `the minimum of the node group "${name}"`, min, 0);
  checkedInteger(scope, `the maximum of the node group "${name}"`, max, 1);
  if (min <= max) return;
  const fix = 'give a minimum that is not above the maximum';
  misuse(scope, `the node group "${name}" has ${min} to ${max} nodes`, fix, 'min-over-max');
}
