import { fact } from './leaf';
import { mapOf } from './map-of';
import { labelKey, labelValue } from './names';

const key = labelKey('Key of a label.');
const value = labelValue('Value of the label, always text: quote numbers, true and false.', 'ssd');

/** Labels of a layer: `null` removes a label. */
export function labels(description: string) {
  return mapOf(key, fact(value), description);
}

/** Labels inside a list’s item, where no layer can remove anything. */
export function wholeLabels(description: string) {
  return mapOf(key, value, description);
}
