/** A place -> where that is in its file: plain data, which holds no text. */
import type { Place } from '../source/index.js';

export type Span = Pick<Place, 'start' | 'end'>;

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
