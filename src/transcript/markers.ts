/** An alignment -> the markers of the tree, how the list is numbered, and what there is to say about both. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, pointAt, type Source } from '../source/index.js';
import type { AlignedNote } from './align-notes.js';
import { isOrdinal, type RawNote } from './constructs/note-list.js';
import { labelNumber } from './constructs/note-marker.js';
import type { Conventions } from './conventions.js';
import { decisionKeys } from './decisions.js';
import type { WeighedCandidate } from './marker-evidence.js';
import { messages } from './messages.js';
import { probability } from './probability.js';
import type { NoteMarker, NoteNumbering } from './transcript.js';
import { typedMarker } from './typed-forms.js';

export interface BuiltMarkers {
  /** In the order of the source. */
  readonly markers: readonly NoteMarker[];
  readonly noteNumbering: NoteNumbering;
  /** For each note: its typed label is what the numbering gives. */
  readonly standard: readonly boolean[];
}

/** Below this an anchor is doubtful. */
const DOUBTFUL = 0.8;

/**
 * In: the notes, their alignment, and markers that no note has. Out: the tree's markers; what is doubtful, missing or out of
 * sequence is reported.
 */
export function buildMarkers(
  source: Source,
  notes: readonly RawNote[],
  aligned: readonly AlignedNote[],
  unclaimed: readonly WeighedCandidate[],
  conventions: Conventions,
  report: Report,
): BuiltMarkers {
  const markers: NoteMarker[] = [];
  aligned.forEach((each, note) => {
    const raw = notes[note];
    if (!raw) return;
    if (!each.candidate) {
      report(messages['note-without-marker']({ label: raw.label }, labelPlace(source, raw)));
      return;
    }
    markers.push(buildMarker(source, note, each, each.candidate, conventions));
    if (each.confidence < DOUBTFUL) reportDoubt(source, raw, each, each.candidate, report);
  });
  for (const candidate of unclaimed) {
    const { label, start, end, weight } = candidate;
    const place = placeAt(source, start, end);
    const confidence = probability(weight);
    markers.push({
      kind: 'noteMarker',
      label,
      note: undefined,
      confidence,
      standard: isTyped(source, candidate, conventions),
      place,
    });
    report(messages['marker-without-note']({ label }, place));
  }
  const noteNumbering = findNumbering(notes, aligned);
  const standard = notes.map((raw, index) => isStandard(raw, index, aligned[index]?.candidate, noteNumbering));
  markers.sort((a, b) => a.place.start - b.place.start);
  reportSequences(source, notes, markers, noteNumbering, report);
  return { markers, noteNumbering, standard };
}

/** Labels that do not rise by one: in the list where it is numbered by itself, of the markers against the list's in any case. */
function reportSequences(
  source: Source,
  notes: readonly RawNote[],
  markers: readonly NoteMarker[],
  numbering: NoteNumbering,
  report: Report,
): void {
  notes.forEach((raw, index) => {
    const before = labelNumber(notes[index - 1]?.label ?? '0');
    const number = labelNumber(raw.label);
    if (numbering === 'same' || Number.isNaN(before) || Number.isNaN(number) || number === before + 1) return;
    const args = { label: raw.label, expected: String(before + 1) };
    report(messages['note-label-irregular'](args, labelPlace(source, raw)));
  });
  let last: NoteMarker | undefined;
  for (const marker of markers) {
    if (Number.isNaN(labelNumber(marker.label))) continue;
    const expected = last && labelNumber(last.label) + (numbering === 'same' ? typedStep(notes, last, marker) : 1);
    // A page may begin with 1, and have lost its list.
    const beginsAnew = marker.note === undefined && marker.label === '1';
    if (expected !== undefined && labelNumber(marker.label) !== expected && !beginsAnew && isNext(last, marker)) {
      report(messages['marker-sequence-irregular']({ label: marker.label, expected: String(expected) }, marker.place));
    }
    last = marker;
  }
}

/** How a list numbered as the markers goes on from one to the other. */
function typedStep(notes: readonly RawNote[], last: NoteMarker, marker: NoteMarker): number {
  const step = labelNumber(notes[marker.note ?? -1]?.label ?? '') - labelNumber(notes[last.note ?? -1]?.label ?? '');
  return Number.isNaN(step) ? 1 : step;
}

/** No note without a marker stands between the two. */
function isNext(last: NoteMarker | undefined, marker: NoteMarker): boolean {
  return last?.note === undefined || marker.note === undefined || marker.note === last.note + 1;
}

/** It is typed as the convention types its label. */
function isTyped(source: Source, { start, end, label }: WeighedCandidate, conventions: Conventions): boolean {
  return source.text.slice(start, end) === typedMarker(conventions, label);
}

function buildMarker(
  source: Source,
  note: number,
  aligned: AlignedNote,
  candidate: WeighedCandidate,
  conventions: Conventions,
): NoteMarker {
  const { runnerUp, confidence } = aligned;
  const marker: NoteMarker = {
    kind: 'noteMarker',
    label: candidate.label,
    note,
    confidence,
    standard: isTyped(source, candidate, conventions),
    place: placeAt(source, candidate.start, candidate.end),
  };
  if (!runnerUp) return marker;
  const place = placeAt(source, runnerUp.candidate.start, runnerUp.candidate.end);
  return { ...marker, runnerUp: { place, label: runnerUp.candidate.label, confidence: runnerUp.confidence } };
}

function reportDoubt(
  source: Source,
  raw: RawNote,
  aligned: AlignedNote,
  candidate: WeighedCandidate,
  report: Report,
): void {
  const { runnerUp, confidence } = aligned;
  const related = [{ message: `note "${raw.label}"`, place: labelPlace(source, raw) }];
  if (runnerUp) {
    const percent = Math.round(runnerUp.confidence * 100);
    const place = placeAt(source, runnerUp.candidate.start, runnerUp.candidate.end);
    related.unshift({ message: `or "${runnerUp.candidate.label}" here, with ${percent} %`, place });
  }
  const without = 1 - confidence - (runnerUp?.confidence ?? 0);
  if (without > (runnerUp?.confidence ?? 0)) {
    const percent = Math.round(without * 100);
    related.unshift({ message: `or it has no marker, or another, with ${percent} %`, place: labelPlace(source, raw) });
  }
  const { line, column } = pointAt(source, candidate.start);
  const decision = `{ ${decisionKeys(source.path, `${line}:${column}`)}, "note": ${JSON.stringify(raw.label)} }`;
  const args = { label: candidate.label, note: raw.label, percent: Math.round(confidence * 100), decision };
  report(messages['doubtful-marker'](args, placeAt(source, candidate.start, candidate.end), { related }));
}

function labelPlace(source: Source, raw: RawNote): ReturnType<typeof placeAt> {
  return placeAt(source, raw.labelStart, raw.labelEnd);
}

function findNumbering(notes: readonly RawNote[], aligned: readonly AlignedNote[]): NoteNumbering {
  if (isOrdinal(notes)) return 'ordinal';
  const same = notes.filter((raw, index) => aligned[index]?.candidate?.label === raw.label).length;
  return same * 2 > notes.length ? 'same' : 'ordinal';
}

function isStandard(
  raw: RawNote,
  index: number,
  candidate: WeighedCandidate | undefined,
  numbering: NoteNumbering,
): boolean {
  if (numbering === 'ordinal') return raw.label === String(index + 1);
  return candidate === undefined || candidate.label === raw.label;
}
