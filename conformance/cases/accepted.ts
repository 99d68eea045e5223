import { messageOf } from '../harness/kube-client';
import type { Case } from './case';

export const accepted: Case = {
  title: 'every object is accepted in the order of delivery, with strict field validation',
  judge: async ({ applied, problem }) =>
    applied
      .filter(({ reply }) => reply.status < 200 || reply.status >= 300)
      .map(({ document, reply }) => problem(document, `${reply.status} ${messageOf(reply.body)}`)),
};
