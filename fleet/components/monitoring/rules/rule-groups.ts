import type { Cluster } from '../../../../lib';
import { scrapeJobs } from '../scrape-jobs';
import { CLUSTER_AUTOSCALER_ALERTS, METRICS_SERVER_ALERTS } from './autoscaling-alerts';
import { CONTROL_PLANE_ALERTS } from './control-plane-alerts';
import { generalAlerts } from './general-alerts';
import { NODE_ALERTS } from './node-alerts';
import { PROMETHEUS_ALERTS } from './prometheus-alerts';
import { RECORDINGS } from './recordings';
import type { RuleGroup } from './rule';
import { STORAGE_ALERTS } from './storage-alerts';
import { WORKLOAD_ALERTS } from './workload-alerts';

/** The rules of a cluster: none that reads a job which is not scraped there. */
export function ruleGroups(cluster: Cluster): readonly RuleGroup[] {
  const jobs = scrapeJobs(cluster).map(({ job_name }) => job_name);
  return [
    ...RECORDINGS,
    generalAlerts(jobs),
    CONTROL_PLANE_ALERTS,
    NODE_ALERTS,
    WORKLOAD_ALERTS,
    STORAGE_ALERTS,
    PROMETHEUS_ALERTS,
    ...(jobs.includes('metrics-server') ? [METRICS_SERVER_ALERTS] : []),
    ...(jobs.includes('cluster-autoscaler') ? [CLUSTER_AUTOSCALER_ALERTS] : []),
  ];
}
