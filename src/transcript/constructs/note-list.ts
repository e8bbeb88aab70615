/** The end of a transcription -> its list of notes: `  1. Source: ...`, `     second paragraph of a note`. */
import { placeAt, type Source } from '../../source/index.js';
import { groupLines } from '../blocks.js';
import type { Enclosure, NoteLabelForm } from '../conventions.js';
import { type Marks, parseInlines } from '../inlines.js';
import { pushLayout } from '../layout.js';
import { isBlank, type Line, SPACE } from '../lines.js';
import { literal } from '../literal.js';
import type { Layout, NoteEntry, PageBreak, Paragraph } from '../transcript.js';
import { fromSuperscript, labelEnclosure } from '../typed-forms.js';
import { setsOffNotes } from './note-list-head.js';
import { behindPageBreak, isPageBreak, mayGoOn, type PageEnds, pageEndsOf } from './pages-in-notes.js';

/** An entry as typed, before its inlines are known. */
export interface RawNote {
  readonly label: string;
  readonly start: number;
  readonly labelStart: number;
  readonly labelEnd: number;
  /** Where the text begins, behind the label. */
  readonly textStart: number;
  readonly end: number;
  /** The note's paragraphs, each a run of lines; the first line of the first begins behind the label. */
  readonly paragraphs: readonly (readonly Line[])[];
}

const LABEL = '[0-9]{1,5}[a-z]{0,2}|[*†‡§¶#]{1,5}|[a-z]';
/** Behind a caret a note may have a name: `[^smith]: `. */
const NAMED = '[^\\s[\\]^]{1,16}';
const SUPERSCRIPT = '[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}';
/** Where only a blank parts it from the text, a letter is a word. */
const PLAIN = '[0-9]{1,4}|[*†‡§¶]{1,5}';

/**
 * In: a source and its lines. Out: the entries at its end that may be a list of notes, or none.
 * A list runs to the end of the file; its blocks begin with an entry or, for a further paragraph of a note, with an indent.
 * Unless `indented`, the entries may begin at the margin. Blocks further up belong to it as long as their labels lead up to the next one's, and it starts afresh nowhere.
 */
export function findNoteList(
  source: Source,
  lines: readonly Line[],
  form: NoteLabelForm,
  pages: PageEnds,
  indented = true,
): readonly RawNote[] {
  const entry: EntryForm = { pattern: entryPattern(form, indented), pages };
  const groups = groupLines(lines);
  const indent = leastIndent(form);
  let from = groups.length;
  let first: string | undefined;
  let setOff = 0;
  for (let g = groups.length - 1; g > 0 && setOff === 0; g--) {
    const group = groups[g] ?? [];
    const lead = group.findIndex((each) => !setsOffNotes(source, each));
    const line = group[lead];
    if (!line) break;
    const isBelow = first !== undefined || beginsSmall(source, groups[g + 1]);
    if (isBelow && group.every((each) => isPageBreak(pages, each))) continue;
    const labels = group.flatMap((each) => readLabel(source, each, entry)?.label ?? []);
    if (!readLabel(source, line, entry)) {
      if (lead > 0) break;
      const [below] = labels;
      const typed = source.text.slice(line.start, Math.min(line.end, line.start + 40));
      if (!isIndented(typed, indent) && !isBetweenEntries(source, groups, g, below ?? first, entry)) break;
      // Its entries stand right below a paragraph that is not set apart from them.
      if (below !== undefined) from = g;
      first = below ?? first;
      continue;
    }
    if (first !== undefined && !leadsTo(labels.at(-1) ?? '', first)) break;
    from = g;
    setOff = lead;
    first = labels[0] ?? '';
    if (startsList(first)) break;
  }
  const [top = [], ...others] = groups.slice(from);
  return readEntries(source, [top.slice(setOff), ...others], entry);
}

/** Only inside of a sentence: an indented text with a capital may be a paragraph of the next page. */
function beginsSmall({ text }: Source, [first]: readonly Line[] = []): boolean {
  return first !== undefined && /^\p{Ll}/u.test(text.slice(first.textStart, first.textStart + 2));
}

/**
 * `Typed.` at the margin, where the entry above it is the one before the entry below: a further paragraph of that note, not indented. Below a
 * page break the text may go on there as well.
 */
function isBetweenEntries(
  source: Source,
  groups: readonly (readonly Line[])[],
  at: number,
  next: string | undefined,
  entry: EntryForm,
): boolean {
  if (next === undefined || startsList(next) || !/^[0-9]+$/.test(next)) return false;
  const group = groups[at] ?? [];
  const entryAt = group.findIndex((line) => readLabel(source, line, entry));
  const own = entryAt === -1 ? group : group.slice(0, entryAt);
  let above = at - 1;
  while (above > 0 && groups[above]?.every((line) => isPageBreak(entry.pages, line))) above--;
  const isBelowPage = above < at - 1 || entry.pages.has(group[0]?.textStart ?? -1);
  if (isBelowPage && !mayGoOn(source, own, next)) return false;
  const last = (groups[above] ?? []).flatMap((line) => readLabel(source, line, entry)?.label ?? []).at(-1);
  return last !== undefined && Number(last) === Number(next) - 1;
}

/**
 * In: a source, its lines and page breaks. Out: the entries of all lists that stand at the feet of pages (a page break
 * follows, or the end) or, where nothing else begins so (`[^1]: `), anywhere; where they are typed in
 * brackets, between paragraphs as well; none where there is no list but one at the end. Unless `indented`, the
 * entries may begin at the margin.
 */
export function findScatteredNotes(
  source: Source,
  lines: readonly Line[],
  form: NoteLabelForm,
  pageBreaks: readonly PageBreak[],
  indented = true,
): readonly RawNote[] {
  const isUnmistakable = hasCaret(form);
  if (pageBreaks.length === 0 && !isUnmistakable) return isBracketed(form) ? findListsAbove(source, lines, form) : [];
  const pages = pageEndsOf(pageBreaks);
  const entry: EntryForm = { pattern: entryPattern(form, indented), pages };
  const indent = leastIndent(form);
  const notes: RawNote[] = [];
  let isScattered = false;
  for (let at = 0, mayBegin = true; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    if (!mayBegin || isBlank(line) || !readLabel(source, line, entry)) {
      mayBegin = isBlank(line) || isPageBreak(pages, line) || (mayBegin && setsOffNotes(source, line));
      at++;
      continue;
    }
    const list = readList(source, lines, at, entry, indent);
    if (list.closed !== 'text' || isUnmistakable)
      for (const note of readEntries(source, list.groups, entry)) notes.push(note);
    isScattered ||= list.closed === 'page' || (list.closed === 'text' && isUnmistakable);
    at = list.next;
  }
  return isScattered ? notes : [];
}

/** `[1] See Smith.` and `[2] ...` in lines of one paragraph, and below them a bibliography, or a text with such notes of its own; points that a colon leads up to are none. */
function findListsAbove(source: Source, lines: readonly Line[], form: NoteLabelForm): readonly RawNote[] {
  const entry: EntryForm = { pattern: entryPattern(form, true), pages: NO_PAGES };
  const groups = groupLines(lines);
  const lists = groups.filter(([first, ...others], at) => {
    const label = first && readLabel(source, first, entry)?.label;
    return (
      label !== undefined &&
      startsList(label) &&
      at > 0 &&
      others.some((line) => readLabel(source, line, entry)) &&
      !endsInColon(source, groups[at - 1])
    );
  });
  return lists[0] === groups.at(-1) ? [] : lists.flatMap((group) => readEntries(source, [group], entry));
}

/** `These are the points:`; a heading of notes may have a colon as well. */
function endsInColon(source: Source, group: readonly Line[] = []): boolean {
  const last = group.at(-1);
  return last !== undefined && source.text[last.textEnd - 1] === ':' && !setsOffNotes(source, last);
}

/** The groups of lines from an entry on that belong to its list, and what stands behind them. */
function readList(
  source: Source,
  lines: readonly Line[],
  from: number,
  entry: EntryForm,
  indent: number,
): { readonly groups: readonly (readonly Line[])[]; readonly next: number; readonly closed: 'page' | 'text' | 'end' } {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (let next = from; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    if (isBlank(line)) {
      group = [];
      continue;
    }
    if (isPageBreak(entry.pages, line)) return { groups, next, closed: 'page' };
    if (group.length === 0) {
      const typed = source.text.slice(line.start, Math.min(line.end, line.start + indent));
      if (!readLabel(source, line, entry) && !isIndented(typed, indent)) return { groups, next, closed: 'text' };
      groups.push(group);
    }
    group.push(line);
  }
  return { groups, next: lines.length, closed: 'end' };
}

/** How many blanks a further paragraph of a note begins with. */
function leastIndent(form: NoteLabelForm): number {
  return Math.max(3, labelEnclosure(form).before.length + 1);
}

/** `[^1]: `: nothing else begins so. */
export function hasCaret(form: NoteLabelForm): boolean {
  return labelEnclosure(form).before.endsWith('[^');
}

/** `[1] `: few lists but those of notes are typed so. */
export function isBracketed(form: NoteLabelForm): boolean {
  return labelEnclosure(form).before.trim() === '[';
}

/** `  1. `: entries are indented, unless they are typed at the margin. */
export function hasIndent(form: NoteLabelForm): boolean {
  return /^[ \t]+$/.test(labelEnclosure(form).before);
}

/** It begins with so many blanks, or with a tab. */
function isIndented(typed: string, least: number): boolean {
  for (let at = 0; at < least; at++) {
    if (typed[at] === '\t') return true;
    if (typed[at] !== ' ' && typed[at] !== '\u00a0') return false;
  }
  return true;
}

/** A label that a list begins with. */
export function startsList(label: string): boolean {
  return label === '1' || label === '0' || label === 'a' || label === '*';
}

function leadsTo(label: string, next: string): boolean {
  if (/^[0-9]/.test(label) && /^[0-9]/.test(next)) {
    const step = Number.parseInt(next, 10) - Number.parseInt(label, 10);
    return step >= 0 && step <= 3;
  }
  return !startsList(next) || !/^[0-9]/.test(label);
}

/** What the first line of an indented entry looks like. */
export function notePattern(form: NoteLabelForm): RegExp {
  return entryPattern(form, true);
}

function entryPattern(form: NoteLabelForm, indented: boolean): RegExp {
  const known = indented ? indentedPatterns : patterns;
  const enclosure = labelEnclosure(form);
  let pattern = known.get(enclosure);
  if (!pattern) {
    pattern = makePattern(form, indented);
    known.set(enclosure, pattern);
  }
  return pattern;
}

const patterns = new WeakMap<Enclosure, RegExp>();
const indentedPatterns = new WeakMap<Enclosure, RegExp>();

function makePattern(form: NoteLabelForm, indented: boolean): RegExp {
  const { before, after } = labelEnclosure(form);
  const lead = hasIndent(form) ? `${SPACE}{${indented ? 1 : 0},4}` : `${SPACE}{0,4}${literal(before.trim())}`;
  const usual = before.trim() === '' && after.trim() === '' ? PLAIN : LABEL;
  const label = form === 'superscript' ? SUPERSCRIPT : hasCaret(form) ? NAMED : usual;
  return new RegExp(`^(${lead})(${label})${literal(after.trimEnd())}(?:${SPACE}+|$)`);
}

/** What entries look like, and the page breaks that may stand before one on its line. */
interface EntryForm {
  readonly pattern: RegExp;
  readonly pages: PageEnds;
}

const NO_PAGES: PageEnds = new Map();

type Label = Pick<RawNote, 'start' | 'label' | 'labelStart' | 'labelEnd' | 'textStart'>;

function readLabel(source: Source, line: Line, { pattern, pages }: EntryForm): Label | undefined {
  return readAt(source, line, pattern) ?? readBehindPage(source, line, pattern, pages);
}

function readAt(source: Source, line: Line, pattern: RegExp): Label | undefined {
  const { start } = line;
  const [whole, before = '', typed] = pattern.exec(source.text.slice(start, Math.min(line.end, start + 40))) ?? [];
  if (whole === undefined || typed === undefined) return undefined;
  const labelStart = start + before.length;
  const textStart = Math.min(start + whole.length, line.end);
  return { start, label: fromSuperscript(typed), labelStart, labelEnd: labelStart + typed.length, textStart };
}

/** Before the page break the line may be indented, or behind it. */
function readBehindPage(source: Source, line: Line, pattern: RegExp, pages: PageEnds): Label | undefined {
  const behind = pages.size > 0 ? behindPageBreak(source, pages, line) : undefined;
  return behind && readAt(source, behind, pattern);
}

function readEntries(source: Source, groups: readonly (readonly Line[])[], form: EntryForm): readonly RawNote[] {
  const entries: { readonly found: Label; readonly paragraphs: Line[][] }[] = [];
  for (const group of groups) {
    let fresh = true;
    const goOn = (line: Line): void => {
      const paragraphs = entries.at(-1)?.paragraphs;
      if (fresh) paragraphs?.push([line]);
      else paragraphs?.at(-1)?.push(line);
      fresh = false;
    };
    for (const line of group) {
      const entry = readLabel(source, line, form);
      if (!entry) {
        goOn(line);
        continue;
      }
      const { start, textStart } = entry;
      if (start > line.start) goOn({ ...line, end: start, textEnd: start });
      const text: Line = { start, end: line.end, textStart, textEnd: Math.max(textStart, line.textEnd) };
      entries.push({ found: entry, paragraphs: [[text]] });
      fresh = false;
    }
  }
  // Written out: a spread is many times slower, and notes are many.
  return entries.map(({ found: { start, label, labelStart, labelEnd, textStart }, paragraphs }) => {
    const end = paragraphs.at(-1)?.at(-1)?.textEnd ?? textStart;
    return { label, labelStart, labelEnd, textStart, start, end, paragraphs };
  });
}

/** In: an entry and the marks of the source. Out: the entry with its paragraphs; its label is layout. */
export function buildNoteEntry(
  source: Source,
  note: RawNote,
  index: number,
  standard: boolean,
  marks: Marks,
): NoteEntry {
  const children: (Paragraph | Layout)[] = [];
  let at = note.start;
  for (const lines of note.paragraphs) {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last || last.textEnd <= first.textStart) continue;
    pushLayout(children, source, at, first.textStart);
    const place = placeAt(source, first.textStart, last.textEnd);
    children.push({ kind: 'paragraph', children: parseInlines(source, lines, marks), place });
    at = last.textEnd;
  }
  pushLayout(children, source, at, note.end);
  const place = placeAt(source, note.start, Math.max(at, note.end));
  return { kind: 'noteEntry', index, label: note.label, standard, children, place };
}

/** The labels a list numbered from its first would have: `1 2 3`, whatever the markers are. */
export function isOrdinal(notes: readonly RawNote[]): boolean {
  return notes.every((note, index) => note.label === String(index + 1));
}
