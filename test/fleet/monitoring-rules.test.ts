import { KUBE_STATE_METRICS } from '../../fleet/components/monitoring/kube-state-metrics';
import { ruleGroups } from '../../fleet/components/monitoring/rules/rule-groups';
import { scrapeJobs } from '../../fleet/components/monitoring/scrape-jobs';
import type { Cluster } from '../../lib/facts/cluster';
import { shippedFleet } from '../support/shipped-fleet';

/** Which job the metrics of a prefix come from. */
const PRODUCERS: readonly (readonly [metric: RegExp, job: string])[] = [
  [/^(apiserver|aggregator)_/, 'apiserver'],
  [/^kubelet_/, 'kubelet'],
  [/^container_/, 'cadvisor'],
  [/^kube_state_metrics_/, 'kube-state-metrics-self'],
  [/^kube_/, 'kube-state-metrics'],
  [/^node_/, 'node-exporter'],
  [/^prometheus_/, 'prometheus'],
  [/^metrics_server_/, 'metrics-server'],
  [/^cluster_autoscaler_/, 'cluster-autoscaler'],
];

const monitored = shippedFleet().filter(({ platform }) => platform !== 'openshift');

function expressions(cluster: Cluster): readonly string[] {
  return ruleGroups(cluster).flatMap(({ rules }) => rules.map(({ expr }) => expr));
}

/** `metric{…}` with its job, in the order of the expression. */
function selectors(expr: string): readonly { readonly metric: string; readonly job: string | undefined }[] {
  return [...expr.matchAll(/([a-zA-Z_][a-zA-Z0-9_:]*)\{([^}]*)\}/g)].map(([, metric = '', matchers = '']) => ({
    metric,
    job: /job="([^"]+)"/.exec(matchers)?.[1],
  }));
}

describe.each(monitored)('on $name', (cluster) => {
  const jobs = scrapeJobs(cluster).map(({ job_name }) => job_name);

  test('every metric that a rule reads comes from the job that it names, and the job is scraped', () => {
    const wrong = expressions(cluster)
      .flatMap(selectors)
      .filter(({ metric }) => metric !== 'up' && !metric.includes(':'))
      .filter(({ metric, job }) => {
        const producer = PRODUCERS.find(([pattern]) => pattern.test(metric))?.[1];
        return job === undefined || producer !== job || !jobs.includes(job);
      });
    expect(wrong).toEqual([]);
  });

  test('every recorded series that a rule reads is recorded', () => {
    const recorded = ruleGroups(cluster).flatMap(({ rules }) =>
      rules.flatMap((rule) => ('record' in rule ? [rule.record] : [])),
    );
    const read = expressions(cluster).flatMap((expr) => expr.match(/[a-z_]+:[a-z0-9_]+:[a-z0-9_]+/g) ?? []);
    expect(read.filter((name) => !recorded.includes(name))).toEqual([]);
  });

  test('groups and alerts have names of their own', () => {
    const groups = ruleGroups(cluster);
    const alerts = groups.flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule.alert] : [])));
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    expect(new Set(alerts).size).toBe(alerts.length);
  });
});

test('kube-state-metrics counts every kind of object that a rule reads', () => {
  const counted =
    KUBE_STATE_METRICS.args
      ?.find((arg) => arg.startsWith('--resources='))
      ?.slice(12)
      .split(',') ?? [];
  const kinds = monitored
    .flatMap(expressions)
    .flatMap(selectors)
    .filter(({ metric, job }) => job === 'kube-state-metrics' && metric !== 'up')
    .map(({ metric }) => `${metric.split('_')[1]}s`);
  expect([...new Set(kinds)].filter((kind) => !counted.includes(kind))).toEqual([]);
});
