import { z } from 'zod';
import { count, fact } from './leaf';

function range(description: string) {
  return z.strictObject({ min: fact(count('At least.')), max: fact(count('At most.')) }).meta({ description });
}

/** Bounds of the cluster autoscaler, in a layer. */
export const autoscaler = z
  .strictObject({
    maxNodesTotal: fact(count('Most nodes, control plane and unmanaged ones included.', 1)),
    cores: fact(range('Cores over all nodes: both min and max.')),
    memory: fact(range('GiB of memory over all nodes: both min and max.')),
  })
  .meta({ id: 'Autoscaler', description: 'Bounds of the cluster autoscaler over all pools; unlimited when left out.' });
