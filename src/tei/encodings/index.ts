/** The encodings, one a line. */
import type { Encoding } from '../encoding.js';
import { frus } from './frus.js';
import { teiLetter } from './tei-letter.js';

/** The first is the default. */
export const encodings: readonly [Encoding, ...Encoding[]] = [teiLetter, frus];

/** In: the name of an encoding. Out: the encoding, or undefined where there is none of that name. */
export function findEncoding(name: string): Encoding | undefined {
  return encodings.find((encoding) => encoding.name === name);
}
