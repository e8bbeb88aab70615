/** Candidates that no note has claimed -> those that must be markers all the same: in sequence, where a marker would stand. */
import type { Source } from '../source/index.js';
import type { AlignedNote } from './align-notes.js';
import { type Region, weighCandidates } from './candidate-table.js';
import type { RawNote } from './constructs/note-list.js';
import type { Candidate } from './constructs/note-marker.js';
import type { Conventions } from './conventions.js';
import type { BodyShape, WeighedCandidate } from './marker-evidence.js';
import { markerWeights } from './marker-weights.js';
import { listsOfText } from './own-text.js';

/**
 * Log odds that a candidate must have: where the printed labels skip just this one; where it would go on before the first
 * or behind the last; where there is no list of notes at all. In 3,170 documents that lack no note the last two are
 * reached by almost none that is not a marker.
 */
const LEAST = { skipped: -3, before: 0, beyond: 2.5, unlisted: 2 } as const;

/** In: all candidates in order, and the notes with what they have claimed. Out: the markers that have no note. */
export function findUnclaimed(
  candidates: readonly WeighedCandidate[],
  notes: readonly AlignedNote[],
): readonly WeighedCandidate[] {
  const claimed = notes
    .flatMap(({ candidate }) => (candidate && candidate.inNote === undefined ? [candidate] : []))
    .sort((a, b) => a.start - b.start);
  const found: WeighedCandidate[] = [];
  let previous: WeighedCandidate | undefined;
  let c = 0;
  for (const next of [...claimed, undefined]) {
    const between: WeighedCandidate[] = [];
    for (; c < candidates.length; c++) {
      const candidate = candidates[c];
      if (!candidate || (next && candidate.group >= next.group)) break;
      if (candidate.inNote === undefined && candidate.group !== previous?.group) between.push(candidate);
    }
    for (const candidate of fillGap(between, previous, next)) found.push(candidate);
    previous = next;
  }
  return found;
}

/**
 * The same where notes stand in several lists: if these begin anew, markers do so behind each list, and behind the last
 * there may be some as well.
 */
export function findUnclaimedByList(
  source: Source,
  notes: readonly RawNote[],
  candidates: readonly WeighedCandidate[],
  aligned: readonly AlignedNote[],
): readonly WeighedCandidate[] {
  const lists = listsOfText(source, notes);
  const labels = lists.map(({ first }) => notes[first]?.label);
  if (labels.lastIndexOf(labels[0]) <= 0) return findUnclaimed(candidates, aligned);
  const last = notes.at(-1)?.end ?? 0;
  const behind = { own: { start: last, end: source.text.length }, first: notes.length, end: notes.length };
  let c = 0;
  return [...lists, behind].flatMap(({ own, first, end }) => {
    while ((candidates[c]?.start ?? own.start) < own.start) c++;
    const from = c;
    while ((candidates[c]?.start ?? own.end) < own.end) c++;
    const within = candidates.slice(from, c);
    const listed = aligned.slice(first, end);
    return listed.some(({ candidate }) => candidate)
      ? findUnclaimed(within, listed)
      : inSequence(within, 1, within.length, LEAST.unlisted);
  });
}

function fillGap(
  between: readonly WeighedCandidate[],
  previous: WeighedCandidate | undefined,
  next: WeighedCandidate | undefined,
): readonly WeighedCandidate[] {
  if (previous && next) {
    return next.value - previous.value > 1
      ? inSequence(between, previous.value + 1, next.value - 1, LEAST.skipped)
      : [];
  }
  if (previous) return inSequence(between, previous.value + 1, Number.POSITIVE_INFINITY, LEAST.beyond);
  if (next && next.value > 0 && next.value <= 2) {
    const first = next.value - 1;
    return inSequence(between, first, first, LEAST.before);
  }
  return [];
}

/** The best candidate for each label from `first` to `last`, one behind the other, as long as there are any. */
function inSequence(
  between: readonly WeighedCandidate[],
  first: number,
  last: number,
  least: number,
): readonly WeighedCandidate[] {
  const byValue = new Map<number, number[]>();
  between.forEach(({ value, weight }, index) => {
    if (!(weight >= least) || !(value >= first && value <= last)) return;
    const same = byValue.get(value);
    if (same) same.push(index);
    else byValue.set(value, [index]);
  });
  const found: WeighedCandidate[] = [];
  let from = 0;
  for (let expected = first; expected <= last; expected++) {
    let best: number | undefined;
    for (const index of byValue.get(expected) ?? []) {
      if (index >= from && (between[index]?.weight ?? 0) > (between[best ?? -1]?.weight ?? Number.NEGATIVE_INFINITY))
        best = index;
    }
    const candidate = between[best ?? -1];
    if (best === undefined || !candidate) break;
    found.push(candidate);
    from = best + 1;
  }
  return found;
}

/** In: a text without a list of notes. Out: two or more markers in sequence from 0 or 1, or none. */
export function findUnlisted(
  shape: BodyShape,
  regions: readonly Region[],
  conventions: Conventions,
): readonly WeighedCandidate[] {
  const hints = { letters: new Set<string>(), digits: 3 };
  const found: WeighedCandidate[] = [];
  const isNext = ({ value, start }: Candidate): boolean => {
    const last = found.at(-1);
    return last ? value === last.value + 1 && start >= last.end : value === 0 || value === 1;
  };
  const see = (candidate: WeighedCandidate) => {
    if (candidate.weight >= LEAST.unlisted) found.push(candidate);
  };
  weighCandidates(shape, regions, conventions, hints, markerWeights, see, isNext);
  return found.length > 1 ? found : [];
}
