import { z } from 'zod';
import type { Refusal } from './leaf';

/**
 * A map from names to values.
 *
 * A record’s own key check would hide what is wrong below a wrong name, so the names are judged behind the values.
 */
export function mapOf<Value extends z.ZodType>(name: z.ZodString, value: Value, description: string) {
  return z
    .record(z.string().meta({ ...z.globalRegistry.get(name) }), value)
    .check(({ value: map, issues }) => {
      for (const key of Object.keys(map)) {
        const refusal = refusalOf(name, key);
        if (refusal)
          issues.push({ code: 'custom', input: key, path: [key], params: { refusal: { ...refusal, onKey: true } } });
      }
    })
    .meta({ description });
}

function refusalOf(name: z.ZodString, key: string): Refusal | undefined {
  const [issue] = name.safeParse(key).error?.issues ?? [];
  return issue?.code === 'custom' ? (issue.params as { readonly refusal: Refusal }).refusal : undefined;
}
