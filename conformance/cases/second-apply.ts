import { differences } from '../fleet/differences';
import type { Applied, Trial } from '../fleet/trial';
import { messageOf } from '../harness/kube-client';
import type { Case } from './case';

interface Stored {
  readonly metadata: Readonly<Record<string, unknown>> & { readonly resourceVersion: string };
  readonly [field: string]: unknown;
}

const ATTEMPTS = 5;

export const secondApply: Case = {
  title: 'a second apply changes nothing',
  judge: async (trial) => {
    const problems: string[] = [];
    for (const applied of trial.applied) {
      const words = applied.reply.status < 300 ? await change(trial, applied) : undefined;
      if (words) problems.push(trial.problem(applied.document, words));
    }
    return problems;
  },
};

/** What a second apply changed. Tries again while only a controller's status moved in between. */
async function change({ plane }: Trial, { document }: Applied): Promise<string | undefined> {
  const path = await plane.paths.of(document.object);
  for (let attempt = 1; ; attempt++) {
    const before = await plane.client.expect<Stored>({ method: 'GET', path });
    const { status, body } = await plane.apply(document.object, document.yaml);
    if (status >= 300) return `${status} ${messageOf(body)}`;
    const after = body as Stored;
    if (after.metadata.resourceVersion === before.metadata.resourceVersion) return undefined;
    const changes = differences(desired(before), desired(after), 'all');
    if (changes.length > 0) return `changed by a second apply: ${changes.join(', ')}`;
    if (attempt === ATTEMPTS) return 'its resourceVersion moves with every apply';
  }
}

/** An object without what the server and its controllers keep in it. */
function desired({ metadata, status: _, ...rest }: Stored): unknown {
  const { resourceVersion: _version, managedFields: _fields, generation: _generation, ...kept } = metadata;
  return { ...rest, metadata: kept };
}
