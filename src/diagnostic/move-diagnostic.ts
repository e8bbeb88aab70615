/** A diagnostic about a part of a source -> the same about the source. */
import type { Place, Source } from '../source/index.js';
import type { Diagnostic } from './diagnostic.js';

/** In: a diagnostic, the part, and the source in which the part begins at an offset. Places in other sources stay. */
export function moveDiagnostic(diagnostic: Diagnostic, part: Source, whole: Source, offset: number): Diagnostic {
  const move = (place: Place): Place =>
    place.source === part ? { source: whole, start: place.start + offset, end: place.end + offset } : place;
  const { place, related, fix } = diagnostic;
  return {
    ...diagnostic,
    ...(place && { place: move(place) }),
    ...(related && { related: related.map((other) => ({ ...other, place: move(other.place) })) }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, place: move(edit.place) })) } }),
  };
}
