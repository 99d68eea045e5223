import { createColors } from 'picocolors';

/** Colours by meaning; each is the identity where colour is off. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
}

export function paint(colour: boolean): Paint {
  const { red, yellow, cyan } = createColors(colour);
  return { error: red, warning: yellow, info: cyan };
}
