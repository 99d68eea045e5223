import { z } from 'zod';
import { isQualifiedName } from '../../core/names';
import { nearest } from '../../core/nearest';
import { readQuantity } from '../../core/quantity';
import { fact, type Refusal } from './leaf';
import { quantity } from './quantity';

const CPU = quantity('Cores: 2, 0.5 or 500m.', '3920m');
const MEMORY = quantity('Bytes of memory.', '14.5Gi');
const DISK = quantity('Bytes of local disk.', '80Gi');
const PODS = quantity('Number of pods.', '58');
const EXTENDED = quantity('Number of devices, or bytes of huge pages.', '1');

const NATIVE = ['cpu', 'memory', 'ephemeral-storage', 'pods'] as const;
const HUGE_PAGES = /^hugepages-[0-9]+(Ki|Mi|Gi)$/;

/** Names of resources that editors accept besides the native ones. */
const OTHER_NAMES = '^(hugepages-[0-9]+(Ki|Mi|Gi)|[a-z0-9][-a-z0-9.]*/[A-Za-z0-9][-A-Za-z0-9_.]*)$';

/** Resources of a layer: `null` removes one. */
export function resources(description: string) {
  return z
    .object({ cpu: fact(CPU), memory: fact(MEMORY), 'ephemeral-storage': fact(DISK), pods: fact(PODS) })
    .catchall(fact(EXTENDED))
    .check(judge)
    .meta({ description, keyPattern: OTHER_NAMES });
}

/** Resources inside a list’s item, where no layer can remove anything. */
export function wholeResources(description: string) {
  return z
    .object({
      cpu: CPU.optional(),
      memory: MEMORY.optional(),
      'ephemeral-storage': DISK.optional(),
      pods: PODS.optional(),
    })
    .catchall(EXTENDED)
    .check(judge)
    .meta({ description, keyPattern: OTHER_NAMES });
}

function judge({ value, issues }: z.core.ParsePayload<Readonly<Record<string, string | null | undefined>>>): void {
  for (const [name, amount] of Object.entries(value)) {
    const refusal = refuseName(name) ?? (amount == null ? undefined : refuseAmount(name, amount));
    if (refusal) issues.push({ code: 'custom', input: amount, path: [name], params: { refusal } });
  }
}

function refuseName(name: string): Refusal | undefined {
  if (NATIVE.some((native) => native === name) || HUGE_PAGES.test(name)) return undefined;
  if (name.includes('/') && isQualifiedName(name)) return undefined;
  // One letter from cpu, but another thing.
  const guess = name === 'gpu' ? undefined : nearest(name, NATIVE);
  return {
    check: 'unknown-key',
    message: `unknown resource, allowed are ${NATIVE.join(', ')}, hugepages-<size> and extended ones such as nvidia.com/gpu`,
    fix: guess ? `did you mean "${guess}"?` : 'write an extended resource with its domain and a slash, or remove it',
  };
}

/** The API server takes whole devices and pods only, and `memory: 512m` is half a byte that nobody means. */
function refuseAmount(name: string, amount: string): Refusal | undefined {
  const { nano } = readQuantity(amount) ?? { nano: 0n };
  if (name === 'cpu' || nano % 1_000_000_000n === 0n) return undefined;
  const bytes = name === 'memory' || name === 'ephemeral-storage' || HUGE_PAGES.test(name);
  if (!bytes) return { check: 'invalid-value', message: `${amount} is not a whole number`, fix: 'write whole units' };
  if (!/[num]$/.test(amount)) return undefined;
  const fix = `did you mean ${amount.replace(/[num]$/, 'Mi')}?`;
  return { check: 'invalid-quantity', message: `${amount} is a fraction of a byte`, fix };
}
