import { z } from 'zod';
import { TAINT_EFFECTS } from '../node-pool';
import { choice } from './leaf';
import { labelKey, labelValue } from './names';

/** A taint, complete: lists replace the lists of lower layers as a whole. */
export const taint = z
  .strictObject({
    key: labelKey('Key of the taint.'),
    value: labelValue('Value of the taint; empty when left out.', 'memory').optional(),
    effect: choice(TAINT_EFFECTS, 'What happens to pods that do not tolerate the taint.'),
  })
  .meta({ id: 'Taint', description: 'Keeps pods away that do not tolerate it.' });
