/** An alignment -> the markers of the tree, how the list is numbered, and what there is to say about both. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import type { AlignedNote, Alignment } from './align-notes.js';
import type { WeighedCandidate } from './candidate-table.js';
import { isOrdinal, type RawNote } from './constructs/note-list.js';
import { messages } from './messages.js';
import type { NoteMarker, NoteNumbering } from './transcript.js';

export interface BuiltMarkers {
  /** In the order of the source. */
  readonly markers: readonly NoteMarker[];
  readonly noteNumbering: NoteNumbering;
  /** For each note: its typed label is what the numbering gives. */
  readonly standard: readonly boolean[];
}

/** Below this an anchor is doubtful. */
const DOUBTFUL = 0.8;

export function buildMarkers(
  source: Source,
  notes: readonly RawNote[],
  alignment: Alignment,
  report: Report,
): BuiltMarkers {
  const markers: NoteMarker[] = [];
  alignment.notes.forEach((aligned, note) => {
    const raw = notes[note];
    if (!raw) return;
    if (!aligned.candidate) {
      report(messages['note-without-marker']({ label: raw.label }, labelPlace(source, raw)));
      return;
    }
    markers.push(buildMarker(source, note, aligned, aligned.candidate));
    if (aligned.confidence < DOUBTFUL) reportDoubt(source, raw, aligned, aligned.candidate, report);
  });
  const noteNumbering = findNumbering(notes, alignment);
  const standard = notes.map((raw, index) => isStandard(raw, index, alignment.notes[index]?.candidate, noteNumbering));
  return { markers: markers.sort((a, b) => a.place.start - b.place.start), noteNumbering, standard };
}

function buildMarker(source: Source, note: number, aligned: AlignedNote, candidate: WeighedCandidate): NoteMarker {
  const { runnerUp, confidence } = aligned;
  const marker: NoteMarker = {
    kind: 'noteMarker',
    label: candidate.label,
    note,
    confidence,
    standard: true,
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
  const args = { label: candidate.label, note: raw.label, percent: Math.round(confidence * 100) };
  report(messages['doubtful-marker'](args, placeAt(source, candidate.start, candidate.end), { related }));
}

function labelPlace(source: Source, raw: RawNote): ReturnType<typeof placeAt> {
  const start = source.text.indexOf(raw.label, raw.start);
  return placeAt(source, start, start + raw.label.length);
}

function findNumbering(notes: readonly RawNote[], alignment: Alignment): NoteNumbering {
  if (isOrdinal(notes)) return 'ordinal';
  const same = notes.filter((raw, index) => alignment.notes[index]?.candidate?.label === raw.label).length;
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
