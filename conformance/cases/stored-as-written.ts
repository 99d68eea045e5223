import { differences } from '../fleet/differences';
import { isWaived } from '../waivers';
import type { Case } from './case';

export const storedAsWritten: Case = {
  title: 'the server keeps every field as it was written',
  judge: async ({ applied, problem }) =>
    applied
      .filter(({ reply }) => reply.status < 300)
      .flatMap(({ document, reply }) =>
        differences(document.object, reply.body, 'written')
          .filter((words) => !isWaived(document.component, words))
          .map((words) => problem(document, words)),
      ),
};
