/** Findings with fixes -> the text with their edits; what lies outside of them stays as it is, character by character. */
import type { Source } from '../source/index.js';
import type { Diagnostic, Edit } from './diagnostic.js';

export interface Mended {
  readonly text: string;
  /** The findings whose edits were made; of two that overlap, the first. */
  readonly applied: readonly Diagnostic[];
}

/** Fixes with an edit in another file are left alone. */
export function applyFixes(source: Source, diagnostics: readonly Diagnostic[]): Mended {
  const applied: Diagnostic[] = [];
  const taken: Edit[] = [];
  for (const diagnostic of diagnostics) {
    const edits = diagnostic.fix?.edits ?? [];
    if (edits.length === 0 || edits.some(({ place }) => place.source.path !== source.path)) continue;
    const made: number[] = [];
    for (const edit of edits) {
      const at = roomFor(edit, taken);
      if (at === undefined) break;
      taken.splice(at, 0, edit);
      made.push(at);
    }
    if (made.length === edits.length) applied.push(diagnostic);
    else for (const at of made.reverse()) taken.splice(at, 1);
  }
  let text = '';
  let at = 0;
  for (const { place, text: added } of taken) {
    text += source.text.slice(at, place.start) + added;
    at = place.end;
  }
  return { text: text + source.text.slice(at), applied };
}

/** Where an edit belongs among others that are in order; undefined where it meets one of them. */
function roomFor({ place }: Edit, edits: readonly Edit[]): number | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.place.start ?? 0) <= place.start) low = middle + 1;
    else high = middle;
  }
  const meets = [edits[low - 1], edits[low]].some((other) => other && meet(other, { place, text: '' }));
  return meets ? undefined : low;
}

/** Two insertions at one place are two, too: which goes first is anyone's guess. */
function meet({ place: a }: Edit, { place: b }: Edit): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
