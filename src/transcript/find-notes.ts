/** Lines of a transcription -> the notes listed at its end and where their markers stand in the text. */
import type { Source } from '../source/index.js';
import { type AlignedNote, alignNotes } from './align-notes.js';
import { isSourceNote, type Region } from './candidate-table.js';
import { findFurtherLists } from './constructs/further-note-lists.js';
import {
  findNoteList,
  findScatteredNotes,
  hasCaret,
  hasIndent,
  type RawNote,
  startsList,
} from './constructs/note-list.js';
import { pageEndsOf } from './constructs/pages-in-notes.js';
import type { Conventions } from './conventions.js';
import type { SettledDecision } from './decisions.js';
import { isBlank, type Line } from './lines.js';
import { type BodyShape, countNumbersAfter, type WeighedCandidate } from './marker-evidence.js';
import { isWithin, listsOfText } from './own-text.js';
import { findRepeated } from './repeated-markers.js';
import type { PageBreak } from './transcript.js';
import { findUnclaimed, findUnclaimedByList, findUnlisted } from './unclaimed-markers.js';

export interface FoundNotes {
  readonly notes: readonly RawNote[];
  /** For each note, its marker. */
  readonly aligned: readonly AlignedNote[];
  /** Markers that have no note. */
  readonly unclaimed: readonly WeighedCandidate[];
  /** What repeats the marker of a note, and stays text. */
  readonly repeated: readonly WeighedCandidate[];
  /** Entries at the end that read like notes, where the text has no marker for any. */
  readonly unmarked: readonly RawNote[];
  /** Log odds of the markers found, against the notes' having none. */
  readonly weight: number;
}

/**
 * Support per note (log odds) below which entries at the end are a numbered list of the document's own. In the collection
 * such lists reach 1.0, lists of notes begin at 2. One that reads like notes may have less; one that is not indented, or
 * begins with `4.`, has to be surer.
 */
const LEAST_SUPPORT = { readsLikeNotes: 0.2, usual: 1.5, unusual: 3 } as const;
/** How notes begin; a list of paragraphs seldom does. */
const NOTE_OPENING =
  /^[“"[(]*(?:see\b|ibid|not (?:printed|found|attached|declassified|further)|for (?:text|documentation|further|additional|previous)|reference is|document \d|(?:tele|air)gram \d|dated\b|printed\b|text (?:in|printed)|no record|apparently|drafted|brackets|ante\b|supra|infra|footnote|s\. |siehe|vgl\.|voir|cfr?\.|zie\b|vid\.)/i;

/** In: a source, its lines and page breaks. Out: its notes with their markers. */
export function findNotes(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  conventions: Conventions,
  decisions: readonly SettledDecision[] = [],
): FoundNotes {
  const { noteLabel } = conventions;
  const pages = pageEndsOf(pageBreaks);
  const align = (notes: readonly RawNote[], isUsual: boolean, isScattered = false) =>
    notes.length > 0
      ? alignListed(source, lines, pageBreaks, conventions, decisions, notes, isUsual, isScattered)
      : undefined;
  const alignLists = (isIndented: boolean) => {
    const last = findNoteList(source, lines, noteLabel, pages, isIndented);
    const found = align(last, isIndented);
    const lists = findFurtherLists(source, lines, noteLabel, pages, isIndented, last);
    const all = align(lists.flat(), isIndented);
    return all && areAllAnswered(lists, all) && countMarked(all) >= countMarked(found) ? all : found;
  };
  const usual = alignLists(true);
  // Entries of other forms may be typed at the margin in any case.
  const isByIndent = hasIndent(noteLabel);
  const listed = usual ?? (isByIndent ? alignLists(false) : undefined);
  // Where notes are indented, what is numbered at the margin is text.
  const alignScattered = (isIndented: boolean) => {
    const found = align(findScatteredNotes(source, lines, noteLabel, pageBreaks, isIndented), false, true);
    return found && (hasCaret(noteLabel) || areAnswered(source, found)) ? found : undefined;
  };
  const scattered = alignScattered(true) ?? (usual || !isByIndent ? undefined : alignScattered(false));
  const found = scattered && scattered.weight > (listed?.weight ?? 0) ? scattered : listed;
  if (found) return found;
  const shape = describeBody(source, lines, pageBreaks, []);
  const regions = findRegions(shape, [], pageBreaks);
  const unmarked = findNoteList(source, lines, noteLabel, pages).filter((note) => opensLikeNote(source, note));
  const unclaimed = findUnlisted(shape, regions, conventions);
  return { notes: [], aligned: [], unclaimed, repeated: [], unmarked: unmarked.length > 1 ? unmarked : [], weight: 0 };
}

/** So many of the notes that begin at the margin have their markers above their list. */
const LEAST_ANSWERED = 0.75;

/** Paragraphs are numbered at the margin as well, and pages end with them: notes there are answered by markers of the same labels, above them. */
function areAnswered(source: Source, { notes, aligned }: FoundNotes): boolean {
  if (notes.every(({ start }) => /[ \t]/.test(source.text.charAt(start)))) return true;
  const answered = listsOfText(source, notes).flatMap(({ own, first, end }) =>
    notes.slice(first, end).filter(({ label }, index) => {
      const candidate = aligned[first + index]?.candidate;
      return candidate?.label === label && isWithin(own, candidate);
    }),
  );
  return answered.length >= notes.length * LEAST_ANSWERED;
}

/** Of each list, most notes have markers of the same labels. */
function areAllAnswered(lists: readonly (readonly RawNote[])[], { aligned }: FoundNotes): boolean {
  let at = 0;
  return lists.every((list) => {
    const answered = list.filter(({ label }) => aligned[at++]?.candidate?.label === label);
    return answered.length >= list.length * LEAST_ANSWERED;
  });
}

function countMarked(found: FoundNotes | undefined): number {
  return found?.aligned.filter(({ candidate }) => candidate).length ?? 0;
}

/** The notes of what looks like their lists, if they are borne out by markers or by a source note. */
function alignListed(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  conventions: Conventions,
  decisions: readonly SettledDecision[],
  notes: readonly RawNote[],
  isUsual: boolean,
  isScattered: boolean,
): FoundNotes | undefined {
  const shape = describeBody(source, lines, pageBreaks, notes, isScattered);
  const regions = findRegions(shape, notes, pageBreaks);
  const alignment = alignNotes(source, shape, regions, notes, conventions, undefined, decisions);
  const isDecided = decisions.some(
    ({ decision, offset }) =>
      decision.marker === false && notes.some(({ start, textStart }) => start <= offset && offset < textStart),
  );
  if (!isDecided && alignment.support < leastSupport(source, notes, isUsual)) return undefined;
  const unclaimed = isScattered
    ? findUnclaimedByList(source, notes, alignment.candidates, alignment.notes)
    : findUnclaimed(alignment.candidates, alignment.notes);
  const repeated = findRepeated(source, notes, alignment.candidates, alignment.notes, unclaimed);
  return {
    notes,
    aligned: alignment.notes,
    unclaimed,
    repeated,
    unmarked: [],
    weight: alignment.support * notes.length,
  };
}

function leastSupport(source: Source, notes: readonly RawNote[], isUsual: boolean): number {
  if (notes.some((note) => isSourceNote(source, note))) return Number.NEGATIVE_INFINITY;
  const opening = notes.filter((note) => opensLikeNote(source, note)).length;
  if (opening * 2 >= notes.length) return LEAST_SUPPORT.readsLikeNotes;
  return isUsual && startsList(notes[0]?.label ?? '') ? LEAST_SUPPORT.usual : LEAST_SUPPORT.unusual;
}

function opensLikeNote({ text }: Source, { textStart }: RawNote): boolean {
  return NOTE_OPENING.test(text.slice(textStart, textStart + 40));
}

/** How many paragraphs at the beginning may be the head. */
const FIRST_PARAGRAPHS = 3;

/** What evidence needs to know of the text: it ends where the list of notes begins, if that stands at the end. */
function describeBody(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  notes: readonly RawNote[],
  isScattered = false,
): BodyShape {
  const end = isScattered ? source.text.length : (notes[0]?.start ?? source.text.length);
  const breaks = new Set(pageBreaks.map((each) => each.place.start));
  const firstEnds: number[] = [];
  for (let i = 0; i < lines.length && firstEnds.length < FIRST_PARAGRAPHS; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || line.start >= end) break;
    if (isBlank(line) || (next && !isBlank(next)) || breaks.has(line.textStart)) continue;
    firstEnds.push(line.textEnd);
  }
  const numbersAfter = notes.length > 0 ? numbersIn(source) : NO_NUMBERS;
  return { text: source.text, start: 0, end, firstEnds, numbersAfter, breaks };
}

const NO_NUMBERS: ReadonlyMap<string, readonly number[]> = new Map();

/** Lists of several forms are tried with one source. */
const numbers = new WeakMap<Source, ReadonlyMap<string, readonly number[]>>();

function numbersIn(source: Source): ReadonlyMap<string, readonly number[]> {
  const known = numbers.get(source) ?? countNumbersAfter(source.text);
  numbers.set(source, known);
  return known;
}

/** The text and the notes, without page breaks. */
function findRegions(shape: BodyShape, notes: readonly RawNote[], pageBreaks: readonly PageBreak[]): readonly Region[] {
  const regions: Region[] = [];
  let p = 0;
  const cut = (start: number, end: number, inNote: number | undefined): void => {
    let at = start;
    for (; p < pageBreaks.length; p++) {
      const place = pageBreaks[p]?.place;
      if (!place || place.start >= end) break;
      if (place.start > at) regions.push({ start: at, end: place.start, inNote });
      at = Math.max(at, place.end);
    }
    if (at < end) regions.push({ start: at, end, inNote });
  };
  let at = shape.start;
  notes.forEach((note, index) => {
    cut(at, note.start, undefined);
    cut(note.textStart, note.end, index);
    at = note.end;
  });
  cut(at, shape.end, undefined);
  return regions;
}
