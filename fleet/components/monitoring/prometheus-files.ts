import { Yaml } from 'cdk8s';
import type { Cluster } from '../../../lib';
import { ruleGroups } from './rules/rule-groups';
import { scrapeJobs } from './scrape-jobs';

/** The configuration of Prometheus in a cluster, as files by name. */
export function prometheusFiles(cluster: Cluster): Readonly<Record<string, string>> {
  return {
    'prometheus.yml': yamlOf({
      global: {
        scrape_interval: '30s',
        scrape_timeout: '10s',
        evaluation_interval: '30s',
        // Tells the clusters apart wherever series or alerts of several meet.
        external_labels: { cluster: cluster.name },
      },
      rule_files: ['/etc/prometheus/rules.yml'],
      scrape_configs: scrapeJobs(cluster),
    }),
    'rules.yml': yamlOf({ groups: ruleGroups(cluster) }),
  };
}

/** Through JSON, because YAML would write a value that two jobs share as an anchor and its aliases. */
function yamlOf(value: unknown): string {
  return Yaml.stringify(JSON.parse(JSON.stringify(value)));
}
