/** Candidates that no note has claimed -> those that must be markers all the same: in sequence, where a marker would stand. */
import type { Source } from '../source/index.js';
import type { AlignedNote } from './align-notes.js';
import { type Region, weighCandidates } from './candidate-table.js';
import type { RawNote } from './constructs/note-list.js';
import type { Candidate } from './constructs/note-marker.js';
import type { Conventions } from './conventions.js';
import type { BodyShape, WeighedCandidate } from './marker-evidence.js';
import { markerWeights } from './marker-weights.js';
import { isWithin, ownTexts } from './own-text.js';

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
  const claimed = notes.flatMap(({ candidate }) => (candidate && candidate.inNote === undefined ? [candidate] : []));
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
  const own = ownTexts(source, notes);
  const lists = [...new Set(own)].map((text) => ({
    ...text,
    label: notes[own.indexOf(text)]?.label,
    aligned: aligned.filter((_, index) => own[index] === text),
  }));
  const [first, ...others] = lists;
  if (!first || !others.some(({ label }) => label === first.label)) return findUnclaimed(candidates, aligned);
  const last = notes.at(-1)?.end ?? 0;
  return [...lists, { start: last, end: source.text.length, aligned: [] }].flatMap(({ start, end, aligned }) => {
    const within = candidates.filter((candidate) => isWithin({ start, end }, candidate));
    const found = findUnclaimed(within, aligned);
    return aligned.some(({ candidate }) => candidate) ? found : inSequence(within, 1, within.length, LEAST.unlisted);
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
  const found: WeighedCandidate[] = [];
  let expected = first;
  let from = 0;
  while (expected <= last) {
    let best = -1;
    for (let i = from; i < between.length; i++) {
      const candidate = between[i];
      if (candidate?.value !== expected || candidate.weight < least) continue;
      if (best < 0 || candidate.weight > (between[best]?.weight ?? 0)) best = i;
    }
    const candidate = between[best];
    if (!candidate) break;
    found.push(candidate);
    from = best + 1;
    expected++;
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
