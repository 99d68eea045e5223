import { role, roleBinding, serviceAccount } from './access';
import type { App } from './app';
import { configMap } from './config-map';
import { deployment } from './deployment';
import type { Manifest } from './manifest';
import { networkPolicy, service } from './network';
import { autoscaler, disruptionBudget } from './scaling';

/** The nine objects of an app beside its namespace, some 1 KB of YAML each on average. */
export function appObjects(app: App): readonly Manifest[] {
  return [
    serviceAccount,
    role,
    roleBinding,
    configMap,
    deployment,
    service,
    autoscaler,
    disruptionBudget,
    networkPolicy,
  ].map((build) => build(app));
}
