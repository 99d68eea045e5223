import type { Construct } from 'constructs';
import { type DeployedProps, DeployedWorkload } from './deployed-workload';
import type { Replicas } from './replicas';

export interface WorkerProps extends DeployedProps {
  /** @default 1 */
  readonly replicas?: Replicas;
}

/**
 * Pods that work without being called: a Deployment, with its ServiceAccount, NetworkPolicy and, for more than one
 * replica, PodDisruptionBudget.
 *
 * @throws {BayplanError} for every misuse, with the construct’s path.
 */
export class Worker extends DeployedWorkload {
  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id, { ...props, replicas: props.replicas ?? 1 }, []);
  }
}
