/** A transcription -> its located syntax tree. */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { notesBy } from './agreement.js';
import type { AlignedNote } from './align-notes.js';
import { parseBlocks } from './blocks.js';
import { buildNoteEntry, hasIndent, type RawNote } from './constructs/note-list.js';
import { findPageBreaks } from './constructs/page-break.js';
import { isPageBreak, pageEndsOf } from './constructs/pages-in-notes.js';
import { mayHaveCells } from './constructs/table-row.js';
import type { Conventions } from './conventions.js';
import type { SettledDecision } from './decisions.js';
import type { Mark } from './inlines.js';
import { pushLayout } from './layout.js';
import { hasLineParagraphs, isBlank, type Line, splitLines } from './lines.js';
import { loneNumbers } from './lone-numbers.js';
import { buildMarkers } from './markers.js';
import { messages } from './messages.js';
import { noteListsOf } from './note-lists.js';
import { seemsTranscription } from './seems-transcription.js';
import type { Block, NoteList, NoteListHead, PageBreak, Transcript } from './transcript.js';
import { typedMarker } from './typed-forms.js';

/**
 * In: a source, the conventions it was typed in, and where diagnostics go. Out: its tree, whose leaves tile the source.
 * Page breaks are found first, then the list of notes at the end, then the markers of all notes at once.
 */
export function parseTranscript(
  source: Source,
  conventions: Conventions,
  report: Report,
  decisions: readonly SettledDecision[] = [],
): Transcript {
  const { length } = source.text;
  const lines = splitLines(source);
  if (!lines.every(isBlank) && !seemsTranscription(source))
    report(messages['not-a-transcription']({}, placeAt(source, 0)));
  if (hasLineParagraphs(source)) report(messages['line-paragraphs']({}, placeAt(source, 0)));
  reportDecomposed(source, report);
  reportHeadingSigns(source, lines, report);
  const pageBreaks = findPageBreaks(source, conventions.pageBreak, report);
  if (pageBreaks.length === 0) reportLoneNumbers(source, conventions, report);
  const { notes, aligned, unclaimed, repeated, unmarked } = notesBy(source, conventions, pageBreaks, decisions);
  reportUnmarked(source, unmarked, conventions, report);
  reportStale(source, notes, aligned, decisions, report);
  for (const { label, start, end } of repeated)
    report(messages['marker-repeated']({ label }, placeAt(source, start, end)));
  const { markers, noteNumbering, standard } = buildMarkers(source, notes, aligned, unclaimed, conventions, report);
  const marks = [...pageBreaks, ...markers].sort(byStart);
  const context = { source, conventions, marks, hasCells: mayHaveCells(source, conventions) };
  const { lists, rest } = noteListsOf(source, lines, notes);
  const restEnds = lists.length === 0 || !rest.every(isBlank);
  const children: Block[] = [];
  const noteLists: NoteList[] = [];
  let at = 0;
  const add = (block: Block): void => {
    pushLayout(children, source, at, block.place.start);
    children.push(block);
    at = block.place.end;
  };
  let index = 0;
  for (const { before, head: typed, notes: members } of lists) {
    for (const block of parseBlocks(context, before, at, before.findLast((line) => !isBlank(line))?.textEnd ?? at))
      add(block);
    const head = typed && noteListHead(source, typed.start, typed.end);
    if (head) add(head);
    const entries = members.map((note) => buildNoteEntry(source, note, index, standard[index++] ?? true, marks));
    for (const entry of entries) add(entry);
    const isLast = !restEnds && noteLists.length === lists.length - 1;
    const place = placeAt(source, (head ?? entries[0])?.place.start ?? at, at);
    noteLists.push({ ...(head && { head }), entries, isLast, place });
  }
  if (restEnds) for (const block of parseBlocks(context, rest, at, length)) add(block);
  else pushLayout(children, source, at, length);
  reportLists(noteLists, report);
  reportAtMargin(source, notes, pageBreaks, conventions, report);
  return {
    source,
    conventions,
    noteNumbering,
    children,
    notes: noteLists.flatMap(({ entries }) => entries),
    noteLists,
  };
}

/** What reads like a list of notes, and no marker in the text belongs to it. */
function reportUnmarked(source: Source, entries: readonly RawNote[], conventions: Conventions, report: Report): void {
  const [first] = entries;
  if (!first) return;
  const example = typedMarker(conventions, first.label);
  report(messages['note-list-unmarked']({ example }, placeAt(source, first.labelStart, first.labelEnd)));
}

/** So many in sequence are no accident. */
const LEAST_FOLLOWING = 2;

function reportLoneNumbers(source: Source, { pageBreak }: Conventions, report: Report): void {
  const example = `${pageBreak.before}19${pageBreak.after}`;
  for (const { start, end, count, before, after, following } of loneNumbers(source)) {
    // `Article 1` is a heading, `No. 176` the number of a document, `1.` an item.
    if (following < LEAST_FOLLOWING || /\p{L}{3}|^No\./u.test(before) || (before === '' && after !== '')) continue;
    const typed = source.text.slice(start, end);
    report(messages['page-break-unread']({ typed, count, example }, placeAt(source, start, end)));
  }
}

/** `a` and U+0308 where `ä` is meant, as some systems write names of files and text that is copied from PDF. */
function reportDecomposed(source: Source, report: Report): void {
  const { text } = source;
  if (text.normalize('NFC') === text) return;
  for (const { 0: typed, index } of text.matchAll(/\p{L}\p{M}+/gu)) {
    if (typed.normalize('NFC') === typed) continue;
    report(messages['letters-decomposed']({ typed }, placeAt(source, index, index + typed.length)));
    return;
  }
}

function reportHeadingSigns(source: Source, lines: readonly Line[], report: Report): void {
  if (!source.text.includes('#')) return;
  const signs = lines.flatMap(({ textStart, textEnd }) => {
    if (source.text[textStart] !== '#') return [];
    const [, sign] = /^(#{1,6})[ \t]+\S/.exec(source.text.slice(textStart, textEnd)) ?? [];
    return sign === undefined ? [] : [{ sign, place: placeAt(source, textStart, textStart + sign.length) }];
  });
  const [first] = signs;
  if (first) report(messages['heading-sign']({ sign: first.sign, count: signs.length }, first.place));
}

function noteListHead(source: Source, start: number, end: number): NoteListHead {
  return { kind: 'noteListHead', place: placeAt(source, start, end) };
}

/** Lists that do not stand at the end, and heads of lists, are guesses. */
function reportLists(lists: readonly NoteList[], report: Report): void {
  const [first] = lists;
  const parted = lists.filter(({ place }, index) => index === 0 || hasTextBetween(lists[index - 1]?.place, place));
  if (first && (parted.length > 1 || !lists.at(-1)?.isLast))
    report(messages['notes-between']({ count: parted.length }, first.place));
  for (const { head } of lists) {
    if (!head || !/[\p{L}]/u.test(typedAt(head.place))) continue;
    report(messages['note-list-head']({ typed: typedAt(head.place) }, head.place));
  }
}

function hasTextBetween(before: Place | undefined, { source, start }: Place): boolean {
  return /\S/.test(source.text.slice(before?.end ?? 0, start));
}

/** A further paragraph of a note that is not indented is a guess, where entries are. */
function reportAtMargin(
  source: Source,
  notes: readonly RawNote[],
  pageBreaks: readonly PageBreak[],
  { noteLabel }: Conventions,
  report: Report,
): void {
  if (!hasIndent(noteLabel)) return;
  const pages = pageEndsOf(pageBreaks);
  for (const { label, paragraphs } of notes) {
    for (const lines of paragraphs.slice(1)) {
      const line = lines.find((each) => !isPageBreak(pages, each));
      if (line && line.start === line.textStart)
        report(messages['note-goes-on']({ label }, placeAt(source, line.textStart, line.textEnd)));
    }
  }
}

function typedAt({ source, start, end }: Place): string {
  return source.text.slice(start, end);
}

/** A decision that this reading does not show is out of date. */
function reportStale(
  source: Source,
  notes: readonly RawNote[],
  aligned: readonly AlignedNote[],
  decisions: readonly SettledDecision[],
  report: Report,
): void {
  for (const { decision, offset } of decisions) {
    if (decision.document !== undefined) continue;
    const isHeld = notes.some(({ label, start, textStart }, index) => {
      const found = aligned[index]?.candidate;
      if (decision.marker === false) return start <= offset && offset < textStart && !found;
      return label === decision.note && (found?.start === offset || found?.labelStart === offset);
    });
    if (isHeld) continue;
    report(
      messages['decision-out-of-date']({ at: decision.at }, decision.place ?? placeAt(source, Math.max(0, offset))),
    );
  }
}

function byStart(a: Mark, b: Mark): number {
  return a.place.start - b.place.start;
}
