/** The end of a transcription -> the notes of several apparatuses, each a list of its own: `[1] ...` and, below or above it, `[a] ...`; `* ...` and `1 ...`. */
import type { Source } from '../../source/index.js';
import type { Enclosure, NoteLabelForm } from '../conventions.js';
import { isBlank, type Line } from '../lines.js';
import { findNoteList, hasIndent, isBracketed, type RawNote } from './note-list.js';
import { setsOffNotes } from './note-list-head.js';
import type { PageEnds } from './pages-in-notes.js';

/** Signs have but a space behind them, where numbers have a full stop or brackets, or are superscript. */
const SIGNS: Enclosure = { before: '', after: ' ' };
const INDENTED_SIGNS: Enclosure = { before: '  ', after: ' ' };

/** One of numbers, one of letters, one of signs. */
const MOST = 3;

/**
 * In: a source, its lines, how entries are typed, its page breaks, whether they are indented, and the list that ends the text, if there is one. Out: the lists
 * of notes at its end, in order, each of labels of one kind that no other has; none where there is but one.
 */
export function findFurtherLists(
  source: Source,
  lines: readonly Line[],
  form: NoteLabelForm,
  pages: PageEnds,
  indented: boolean,
  last: readonly RawNote[],
): readonly (readonly RawNote[])[] {
  const forms = [form, ...signsBeside(form)];
  const lists: (readonly RawNote[])[] = [];
  const kinds = new Set<LabelKind>();
  let above = lines;
  while (lists.length < MOST && (lists.length > 0 || last.length > 0 || endsInEntry(source, above))) {
    let found: readonly RawNote[] = [];
    for (const each of forms) {
      const list =
        lists.length === 0 && each === form && last.length > 0
          ? last
          : findNoteList(source, above, each, pages, indented);
      const kind = kindOf(list);
      if (kind === undefined || kinds.has(kind) || (each !== form && kind !== 'sign')) continue;
      kinds.add(kind);
      found = list;
      break;
    }
    const [top] = found;
    if (!top) break;
    lists.unshift(found);
    above = linesAbove(source, above, top.start);
    if (!endsInEntry(source, above)) break;
  }
  return lists.length > 1 ? lists : [];
}

function signsBeside(form: NoteLabelForm): readonly NoteLabelForm[] {
  if (form === 'superscript') return [SIGNS];
  if (isBracketed(form)) return [SIGNS, INDENTED_SIGNS];
  return hasIndent(form) ? [INDENTED_SIGNS] : [];
}

type LabelKind = 'number' | 'letter' | 'sign';

/** Of labels of several kinds, none. */
function kindOf(notes: readonly RawNote[]): LabelKind | undefined {
  const [kind, ...others] = new Set(notes.map(({ label }) => kindOfLabel(label)));
  return others.length > 0 ? undefined : kind;
}

function kindOfLabel(label: string): LabelKind {
  if (/^[0-9]/.test(label)) return 'number';
  return /^\p{L}/u.test(label) ? 'letter' : 'sign';
}

/** What stands above a place, without the blank lines, rules and headings at its end. */
function linesAbove(source: Source, lines: readonly Line[], start: number): readonly Line[] {
  const end = lines.findLastIndex((line) => line.start < start && !isBlank(line) && !setsOffNotes(source, line));
  return lines.slice(0, end + 1);
}

const ENTRY = /^(?:[ \t\u00a0]+\S|[[(]?\^?[0-9a-z*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹]{1,5}[^\p{L}])/u;

/** Quickly: a line of the last paragraph may begin an entry. */
function endsInEntry(source: Source, lines: readonly Line[]): boolean {
  let isBelow = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) break;
    if (isBlank(line)) {
      if (isBelow) break;
      continue;
    }
    isBelow = true;
    if (ENTRY.test(source.text.slice(line.start, Math.min(line.end, line.start + 12)))) return true;
  }
  return false;
}
