import { listAll } from '../fleet/workload-state';
import type { Case } from './case';

interface Event {
  readonly message: string;
  readonly involvedObject: { readonly kind: string; readonly name: string; readonly namespace?: string };
}

export const podSecurity: Case = {
  title: 'Pod Security refuses no pod',
  judge: async ({ cluster, plane }) =>
    ((await listAll(plane, 'v1', 'Event')) as unknown as readonly Event[])
      .filter(({ message }) => message?.includes('violates PodSecurity'))
      .map(
        ({ message, involvedObject: { kind, namespace, name } }) =>
          `${cluster.name}: ${kind} ${namespace}/${name}: ${message}`,
      ),
};
