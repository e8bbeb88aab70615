/** Lines of a transcription -> the notes listed at its end and where their markers stand in the text. */
import type { Source } from '../source/index.js';
import { type AlignedNote, alignNotes } from './align-notes.js';
import { isSourceNote, type Region, type WeighedCandidate, weighCandidates } from './candidate-table.js';
import { findNoteList, type RawNote, startsList } from './constructs/note-list.js';
import type { Conventions } from './conventions.js';
import { isBlank, type Line } from './lines.js';
import { type BodyShape, countNumbersAfter } from './marker-evidence.js';
import { markerWeights } from './marker-weights.js';
import type { PageBreak } from './transcript.js';
import { findUnclaimed, findUnlisted } from './unclaimed-markers.js';

export interface FoundNotes {
  readonly notes: readonly RawNote[];
  /** For each note, its marker. */
  readonly aligned: readonly AlignedNote[];
  /** Markers that have no note. */
  readonly unclaimed: readonly WeighedCandidate[];
}

/**
 * Support per note (log odds) below which entries at the end are a numbered list of the document's own. In the collection
 * such lists reach -3.8, real ones begin at -0.3. A list that does not begin at the beginning (`4.`) has to be surer.
 */
const LEAST_SUPPORT = { fromStart: -1.2, later: 1 } as const;

/** In: a source, its lines and page breaks. Out: its notes with their markers. */
export function findNotes(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  conventions: Conventions,
): FoundNotes {
  const listed =
    findListed(source, lines, pageBreaks, conventions, true) ??
    findListed(source, lines, pageBreaks, conventions, false);
  if (listed) return listed;
  const shape = describeBody(source, lines, pageBreaks, []);
  const regions = findRegions(shape, [], pageBreaks);
  const candidates = weighCandidates(shape, source, regions, conventions, new Set(), markerWeights);
  return { notes: [], aligned: [], unclaimed: findUnlisted(candidates) };
}

/** The list of notes, if what looks like one is borne out by markers or by a source note. */
function findListed(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  conventions: Conventions,
  indented: boolean,
): FoundNotes | undefined {
  const notes = findNoteList(source, lines, conventions.noteLabel, indented);
  const first = notes[0];
  if (!first) return undefined;
  const shape = describeBody(source, lines, pageBreaks, notes);
  const alignment = alignNotes(source, shape, findRegions(shape, notes, pageBreaks), notes, conventions);
  const least = indented && startsList(first.label) ? LEAST_SUPPORT.fromStart : LEAST_SUPPORT.later;
  if (alignment.support < least && !notes.some((note) => isSourceNote(source, note))) return undefined;
  return { notes, aligned: alignment.notes, unclaimed: findUnclaimed(alignment.candidates, alignment.notes) };
}

/** How many paragraphs at the beginning may be the head. */
const FIRST_PARAGRAPHS = 3;

/** What evidence needs to know of the text before the list of notes. */
export function describeBody(
  source: Source,
  lines: readonly Line[],
  pageBreaks: readonly PageBreak[],
  notes: readonly RawNote[],
): BodyShape {
  const end = notes[0]?.start ?? source.text.length;
  const breakStarts = new Set(pageBreaks.slice(0, 2 * FIRST_PARAGRAPHS).map((each) => each.place.start));
  const firstEnds: number[] = [];
  for (let i = 0; i < lines.length && firstEnds.length < FIRST_PARAGRAPHS; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || line.start >= end) break;
    if (isBlank(line) || (next && !isBlank(next)) || breakStarts.has(line.textStart)) continue;
    firstEnds.push(line.textEnd);
  }
  const numbersAfter = notes.length > 0 ? countNumbersAfter(source.text) : new Map<string, number>();
  return { text: source.text, start: 0, end, firstEnds, numbersAfter };
}

/** The text and the notes, without page breaks. */
export function findRegions(
  shape: BodyShape,
  notes: readonly RawNote[],
  pageBreaks: readonly PageBreak[],
): readonly Region[] {
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
  cut(shape.start, shape.end, undefined);
  notes.forEach((note, index) => {
    cut(note.textStart, note.end, index);
  });
  return regions;
}
