import type { Construct } from 'constructs';
import { readDuration } from '../../core/duration';
import type { AutoscalerTotals } from '../../facts/cluster';
import type { NodePool } from '../../facts/node-pool';
import { checkedLabelKey } from '../validation/checked-labels';
import { checkedInteger, checkedOptional } from '../validation/checked-number';
import { misuse } from '../validation/misuse';
import type { AutoscalerSettings, Range, ResourceLimits, ScaleDownSettings } from './settings';

/** Settings that were checked and filled up from the facts. */
export interface ResolvedSettings extends AutoscalerSettings {
  readonly scaleDown: ScaleDownSettings;
  readonly resourceLimits: ResourceLimits;
  readonly startupTaints: readonly string[];
  readonly balancingIgnoredLabels: readonly string[];
  readonly expanders: readonly NonNullable<AutoscalerSettings['expanders']>[number][];
}

/**
 * Settings as the autoscaler takes them; what they leave open comes from the facts of the cluster.
 *
 * @param pools - those that the autoscaler scales.
 * @throws {BayplanError} `invalid-duration`, `min-over-max`, `duplicate-name` or `invalid-props`
 */
export function checkedSettings(
  scope: Construct,
  settings: AutoscalerSettings,
  totals: AutoscalerTotals,
  pools: readonly NodePool[],
): ResolvedSettings {
  const { scaleUp, maxNodeProvisionTime, maxPodGracePeriod, podPriorityThreshold, logVerbosity } = settings;
  const delay = duration(scope, 'scaleUp.newPodScaleUpDelay', scaleUp?.newPodScaleUpDelay);
  const provision = duration(scope, 'maxNodeProvisionTime', maxNodeProvisionTime);
  checkedOptional(scope, 'maxPodGracePeriod', maxPodGracePeriod, 0);
  checkedOptional(scope, 'podPriorityThreshold', podPriorityThreshold, -2_147_483_648);
  checkedOptional(scope, 'logVerbosity', logVerbosity, 0);
  const { balancingIgnoredLabels = [] } = settings;
  for (const key of balancingIgnoredLabels) checkedLabelKey(scope, 'balancingIgnoredLabels', key);
  return {
    ...settings,
    scaleDown: scaleDownSettings(scope, settings.scaleDown ?? { enabled: true }),
    ...(delay === undefined ? {} : { scaleUp: { newPodScaleUpDelay: delay } }),
    ...(provision === undefined ? {} : { maxNodeProvisionTime: provision }),
    resourceLimits: resourceLimits(scope, settings.resourceLimits ?? {}, totals),
    startupTaints: startupTaints(scope, settings.startupTaints ?? [], pools),
    balancingIgnoredLabels,
    expanders: expanders(scope, settings),
  };
}

const DELAYS = ['delayAfterAdd', 'delayAfterDelete', 'delayAfterFailure', 'unneededTime'] as const;

function scaleDownSettings(scope: Construct, given: ScaleDownSettings): ScaleDownSettings {
  const checked: { -readonly [key in keyof ScaleDownSettings]: ScaleDownSettings[key] } = { ...given };
  for (const key of DELAYS) {
    const text = duration(scope, `scaleDown.${key}`, given[key]);
    if (text !== undefined) checked[key] = text;
  }
  const { utilizationThreshold: threshold } = given;
  if (threshold !== undefined && !(/^0\.\d+$/.test(threshold) && Number(threshold) > 0)) {
    const found = `scaleDown.utilizationThreshold is ${JSON.stringify(threshold)}`;
    misuse(scope, found, 'give a decimal between 0 and 1, both excluded, as a text such as "0.5"');
  }
  return given.enabled ? checked : { enabled: false };
}

/** OpenShift’s schema wants a unit even for nothing. */
function duration(scope: Construct, subject: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const nanoseconds = readDuration(text);
  if (nanoseconds === undefined || nanoseconds < 0 || /^[+-]/.test(text)) {
    const fix = 'give a Go duration that is not negative, such as 10s, 10m or 1h30m';
    misuse(scope, `${subject} is ${JSON.stringify(text)}`, fix, 'invalid-duration');
  }
  return text === '0' ? '0s' : text;
}

function resourceLimits(scope: Construct, given: ResourceLimits, totals: AutoscalerTotals): ResourceLimits {
  const limits: ResourceLimits = { ...totals, ...given };
  const { maxNodesTotal, cores, memory, gpus = [] } = limits;
  checkedOptional(scope, 'resourceLimits.maxNodesTotal', maxNodesTotal, 1);
  if (cores) checkRange(scope, 'resourceLimits.cores', cores);
  if (memory) checkRange(scope, 'resourceLimits.memory', memory);
  for (const gpu of gpus) {
    if (!/^[\w./-]+$/.test(gpu.type))
      misuse(scope, `a type of gpus is "${gpu.type}"`, 'use the name that the cloud gives it');
    checkRange(scope, `resourceLimits.gpus of ${gpu.type}`, gpu);
  }
  return limits;
}

function checkRange(scope: Construct, subject: string, { min, max }: Range): void {
  checkedInteger(scope, `the minimum of ${subject}`, min, 0);
  checkedInteger(scope, `the maximum of ${subject}`, max, 1);
  if (min <= max) return;
  misuse(scope, `${subject} are ${min} to ${max}`, 'give a minimum that is not above the maximum', 'min-over-max');
}

function startupTaints(scope: Construct, given: readonly string[], pools: readonly NodePool[]): readonly string[] {
  for (const key of given) checkedLabelKey(scope, 'startupTaints', key);
  return [...new Set([...given, ...pools.flatMap((pool) => pool.startupTaints.map(({ key }) => key))])];
}

const EXPANDERS: readonly string[] = ['LeastWaste', 'Priority', 'Random', 'LeastNodes', 'MostPods', 'Price'];

function expanders(scope: Construct, { expanders: given = [], priorities }: AutoscalerSettings) {
  for (const expander of given) {
    if (!EXPANDERS.includes(expander)) misuse(scope, `an expander is "${expander}"`, `use ${EXPANDERS.join(', ')}`);
  }
  if (new Set(given).size < given.length) {
    misuse(scope, `the expanders are ${given.join(', ')}`, 'give each one once', 'duplicate-name');
  }
  const named = given.includes('Priority');
  if (named && !priorities) misuse(scope, 'the expander is Priority, without priorities', 'give priorities');
  if (!named && priorities) misuse(scope, 'there are priorities that no expander reads', 'add the expander Priority');
  return given;
}
