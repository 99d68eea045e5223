import { shortName } from '../short-name';

/** The name of a component’s Application: all clusters of a hub share one namespace, so the cluster stands in front. */
export function applicationName(cluster: string, component: string): string {
  return shortName(`${cluster}-${component}`);
}
