import { isWaived } from '../waivers';
import type { Case } from './case';

export const noWarning: Case = {
  title: 'the server warns of nothing that is not waived',
  judge: async ({ applied, problem }) =>
    applied.flatMap(({ document, reply }) =>
      reply.warnings
        .map((text) => `warning: ${text}`)
        .filter((words) => !isWaived(document.component, words))
        .map((words) => problem(document, words)),
    ),
};
