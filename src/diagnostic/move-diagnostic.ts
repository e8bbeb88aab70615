/** A diagnostic about parts of sources -> the same about the sources. */
import type { Place, Source } from '../source/index.js';
import type { Diagnostic } from './diagnostic.js';

/** Where a part of a source begins in it. */
export interface PartOrigin {
  readonly source: Source;
  readonly start: number;
}

/** In: a diagnostic, and where a source comes from that is a part of another. Places in sources that are whole stay. */
export function moveDiagnostic(diagnostic: Diagnostic, originOf: (part: Source) => PartOrigin | undefined): Diagnostic {
  const move = (place: Place): Place => {
    const origin = originOf(place.source);
    if (!origin) return place;
    return { source: origin.source, start: place.start + origin.start, end: place.end + origin.start };
  };
  const { place, related, fix } = diagnostic;
  return {
    ...diagnostic,
    ...(place && { place: move(place) }),
    ...(related && { related: related.map((other) => ({ ...other, place: move(other.place) })) }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, place: move(edit.place) })) } }),
  };
}
