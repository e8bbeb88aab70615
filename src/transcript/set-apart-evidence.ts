/** A candidate that is set apart from the text (`9.[1]`, `9.¹`, `9.[^1]`) -> what the evidence for and against its being a marker comes to. */
import type { Candidate } from './constructs/note-marker.js';
import type { MarkerForm } from './conventions.js';
import { isWhiteSpace } from './lines.js';
import { type BodyShape, describeSign, type Evidence, positionOf } from './marker-evidence.js';
import type { EvidenceWeights } from './marker-weights.js';

/** `5 m²`, `10 cm³`, `x² + y²`; what a superscript 2 or 3 stands behind where it is a power. */
const UNIT = /(?:^|[^\p{L}])(?:[b-hj-np-z]|[cdkm]?m|ft|in|yds?|mi|miles?|feet|sec|s)$/u;

/** In: the shape of the body, a candidate in it, the form of markers, and what each piece of evidence weighs. */
export function weighSetApart(
  shape: BodyShape,
  candidate: Candidate,
  form: MarkerForm,
  weights: EvidenceWeights,
): Evidence {
  const found = positionOf(shape, candidate);
  // A number inside of the head may be a date's; what is set apart is none.
  const position = found.startsWith('ends') ? found : '';
  let weight = 0;
  for (const name of describeSetApart(shape, candidate, form, position)) weight += weights.get(name) ?? 0;
  return { weight, position, isSplit: false };
}

function describeSetApart(
  shape: BodyShape,
  candidate: Candidate,
  form: MarkerForm,
  position: string,
): readonly string[] {
  const evidence = position === '' ? [] : [position];
  const isBare = candidate.start === candidate.labelStart && /^[*†‡§¶]/.test(candidate.label);
  if (form === 'superscript' || isBare) {
    if (Number.isNaN(candidate.value)) return [describeSign(shape, candidate), ...evidence];
    const before = shape.text.slice(Math.max(shape.start, candidate.start - 8), candidate.start);
    if (/^[23]$/.test(candidate.label) && UNIT.test(before)) evidence.push('superscript behind a unit');
    return ['form superscript', ...evidence];
  }
  if (/^[*†‡§¶]/.test(candidate.label)) evidence.push('set apart sign');
  else if (form !== 'caret') {
    if (opensLine(shape, candidate)) evidence.push('set apart at line start');
    else if (standsAlone(shape, candidate)) evidence.push('set apart by spaces');
    else if (isSpaced(shape, candidate)) evidence.push('set apart behind a space');
    else if (endsYear(shape, candidate)) evidence.push('set apart ends year');
  }
  return [`form ${typeof form === 'string' ? form : 'enclosed'}`, ...evidence];
}

/** `for [1] tea and [2] milk`: enumerations stand so more often than markers do. */
function standsAlone({ text, start, end }: BodyShape, candidate: Candidate): boolean {
  const before = text.charAt(candidate.start - 1);
  return candidate.start > start && candidate.end < end && before === ' ' && text.charAt(candidate.end) === ' ';
}

/** `the [3]. of May`: what an editor has supplied stands so, a marker seldom does. */
function isSpaced({ text, start }: BodyShape, candidate: Candidate): boolean {
  return candidate.start > start && isWhiteSpace(text.charCodeAt(candidate.start - 1));
}

/** `190[2]`: the last figure of a year, which the editor has supplied. */
function endsYear({ text, start }: BodyShape, candidate: Candidate): boolean {
  const before = text.slice(Math.max(start, candidate.start - 4), candidate.start);
  return /(?:^|\D)\d{1,3}$/.test(before) && /(?:^|\D)1[4-9]\d\d$/.test(before + candidate.label);
}

/** `[1] The first point`: on its line nothing stands before it, but something behind. */
function opensLine({ text, start, end }: BodyShape, candidate: Candidate): boolean {
  let at = candidate.start;
  while (at > start && /[ \t>*•]/.test(text.charAt(at - 1))) at--;
  const opens = at <= start || /[\r\n]/.test(text.charAt(at - 1));
  return opens && candidate.end < end && isWhiteSpace(text.charCodeAt(candidate.end)) && !endsLine(text, candidate.end);
}

function endsLine(text: string, from: number): boolean {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at >= text.length || /[\r\n]/.test(text.charAt(at));
}
