import type { ResolvedSettings } from '../checked-settings';
import type { Expander, Range, ResourceLimits, ScaleDownSettings } from '../settings';

/**
 * The settings as command-line flags of the upstream autoscaler, which reads no custom resource.
 *
 * Only what was said is written: the autoscaler’s defaults change from minor to minor, and are its own.
 *
 * @see https://github.com/openshift/cluster-autoscaler-operator/blob/main/pkg/controller/clusterautoscaler/clusterautoscaler.go (which flag is which field)
 */
export function settingsFlags(settings: ResolvedSettings): readonly string[] {
  return [
    ...scaleDownFlags(settings.scaleDown),
    ...one('new-pod-scale-up-delay', settings.scaleUp?.newPodScaleUpDelay),
    ...limitFlags(settings.resourceLimits),
    ...one('max-graceful-termination-sec', settings.maxPodGracePeriod),
    ...one('max-node-provision-time', settings.maxNodeProvisionTime),
    ...one('expendable-pods-priority-cutoff', settings.podPriorityThreshold),
    ...one('balance-similar-node-groups', settings.balanceSimilarNodeGroups),
    ...settings.balancingIgnoredLabels.flatMap((key) => one('balancing-ignore-label', key)),
    ...one('ignore-daemonsets-utilization', settings.ignoreDaemonsetsUtilization),
    ...one('skip-nodes-with-local-storage', settings.skipNodesWithLocalStorage),
    ...one('enforce-node-group-min-size', settings.enforceNodeGroupMinSize),
    ...settings.startupTaints.flatMap((key) => one('startup-taint', key)),
    ...(settings.expanders.length > 0 ? one('expander', settings.expanders.map(expanderName).join(',')) : []),
    ...one('v', settings.logVerbosity),
  ];
}

/** A flag, or nothing. */
function one(name: string, value: string | number | boolean | undefined): readonly string[] {
  return value === undefined ? [] : [`--${name}=${value}`];
}

/** `scale-down-enabled` is deprecated since 1.35: it is written only when it changes anything. */
function scaleDownFlags({ enabled, ...scaleDown }: ScaleDownSettings): readonly string[] {
  if (!enabled) return one('scale-down-enabled', false);
  return [
    ...one('scale-down-delay-after-add', scaleDown.delayAfterAdd),
    ...one('scale-down-delay-after-delete', scaleDown.delayAfterDelete),
    ...one('scale-down-delay-after-failure', scaleDown.delayAfterFailure),
    ...one('scale-down-unneeded-time', scaleDown.unneededTime),
    ...one('scale-down-utilization-threshold', scaleDown.utilizationThreshold),
    ...one('cordon-node-before-terminating', scaleDown.cordonNodeBeforeTerminating),
  ];
}

function limitFlags({ maxNodesTotal, cores, memory, gpus = [] }: ResourceLimits): readonly string[] {
  return [
    ...one('max-nodes-total', maxNodesTotal),
    ...one('cores-total', cores && bounds(cores)),
    ...one('memory-total', memory && bounds(memory)),
    ...gpus.flatMap((gpu) => one('gpu-total', `${gpu.type}:${bounds(gpu)}`)),
  ];
}

function bounds({ min, max }: Range): string {
  return `${min}:${max}`;
}

function expanderName(expander: Expander): string {
  return expander.replace(/(?<=[a-z])(?=[A-Z])/, '-').toLowerCase();
}
