import type { Chart } from 'cdk8s';
import { BatchJob, type BatchJobProps } from '../../lib/constructs/workload/batch-job';
import { CronTask, type CronTaskProps } from '../../lib/constructs/workload/cron-task';
import { NodeAgent, type NodeAgentProps } from '../../lib/constructs/workload/node-agent';
import { StatefulService, type StatefulServiceProps } from '../../lib/constructs/workload/stateful-service';
import { WebService, type WebServiceProps } from '../../lib/constructs/workload/web-service';
import { Worker, type WorkerProps } from '../../lib/constructs/workload/worker';

/** What every container needs. */
export const BASE = { image: 'app:1', cpu: '100m', memory: '128Mi' };

/** Adds one construct to a chart. */
export type Build = (chart: Chart) => void;

/** One way to misuse a construct, and the whole message. */
export interface Misuse {
  readonly name: string;
  readonly build: Build;
  readonly want: string;
}

/** What types refuse and JavaScript does not. */
export function untyped<T>(value: unknown): T {
  return value as T;
}

export function web(props: Partial<WebServiceProps>, id = 'web'): Build {
  return (chart) => new WebService(chart, id, { ...BASE, port: 8080, ...props });
}

export function worker(props: Partial<WorkerProps>, id = 'worker'): Build {
  return (chart) => new Worker(chart, id, { ...BASE, ...props });
}

export function stateful(props: Partial<StatefulServiceProps>, id = 'store'): Build {
  return (chart) => new StatefulService(chart, id, { ...BASE, ...props });
}

export function agent(props: Partial<NodeAgentProps>, id = 'agent'): Build {
  return (chart) => new NodeAgent(chart, id, { ...BASE, ...props });
}

export function job(props: Partial<BatchJobProps>, id = 'job'): Build {
  return (chart) => new BatchJob(chart, id, { ...BASE, ...props });
}

export function cron(props: Partial<CronTaskProps>, id = 'cron'): Build {
  return (chart) => new CronTask(chart, id, { ...BASE, schedule: '@daily', ...props });
}
