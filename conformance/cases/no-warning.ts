import { WAIVERS } from '../waivers';
import type { Case } from './case';

export const noWarning: Case = {
  title: 'the server warns of nothing that is not waived',
  judge: async ({ applied, problem }) =>
    applied.flatMap(({ document, reply }) =>
      reply.warnings
        .filter((text) => !WAIVERS.some(({ kind, warning }) => kind === document.object.kind && warning.test(text)))
        .map((text) => problem(document, `warning: ${text}`)),
    ),
};
