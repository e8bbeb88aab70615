/** The forms of page breaks, markers and entries that `--profile auto` looks for: a new one is a line here. */
import type { MarkerForm, NoteLabelForm, PageBreakForm } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';

/** Of two that a text agrees with as well, the first is taken. */
export const pageBreakForms: readonly PageBreakForm[] = [
  frusWeb.pageBreak,
  { before: '[p. ', after: ']' },
  { before: '[p.', after: ']' },
  { before: '[pp. ', after: ']' },
  { before: '[pag. ', after: ']' },
  { before: '[Seite ', after: ']' },
  { before: '[S. ', after: ']' },
  { before: '[S.', after: ']' },
  { before: '[page ', after: ']' },
  { before: '[pág. ', after: ']' },
  { before: '[blz. ', after: ']' },
  { before: '[с. ', after: ']' },
  { before: '[стр. ', after: ']' },
  { before: '[fol. ', after: ']' },
  { before: '[Bl. ', after: ']' },
  { before: '|', after: '|' },
  { before: '{', after: '}' },
];

const PAGE_WORD = String.raw`(?:pages?(?: ?break)?|pp?|seiten?(?:umbruch|wechsel)?|ss?|pag|págs?|blz|bl|blatt|fol|folio|ff?|side|sida|scan|image|img|vue|стр|с)(?!\p{L})[.:]? ?`;

/** What a form that is typed on lines of its own has before the number, if nothing else is meant: `(p. `, `--- `, `<`; `= Chapter ` and `| a | ` are no page breaks. */
export const BEFORE_PAGE = new RegExp(
  String.raw`^(?:[<{][^|]*|(?:\||/|\\|=|~|_|--|––|——)[^\p{L}|]*(?:${PAGE_WORD})?|\W{0,6}${PAGE_WORD})$`,
  'iu',
);

/** `1)` or `(1)` before an entry, and behind a word. */
const PARENTHESIS = { before: '', after: ') ' };
const PARENTHESES = { before: '(', after: ') ' };
const BRACKETS = { before: '[', after: '] ' };
const CARET = { before: '[^', after: ']: ' };

/** Markers that are set apart from the text, each with what shows that it may be there; some only where entries are typed so; where there are entries that are typed `alike`, these are the notes. */
export const markerForms: readonly {
  readonly form: MarkerForm;
  readonly trace: Quick;
  readonly noteLabel?: NoteLabelForm;
  readonly alike?: NoteLabelForm;
}[] = [
  { form: 'caret', trace: begun('[^', /\[\^[^\s[\]^]{1,16}\]/y), alike: CARET },
  { form: 'superscript', trace: /[⁰¹²³⁴⁵⁶⁷⁸⁹]/ },
  { form: 'brackets', trace: begun('[', /\[(?:[0-9]{1,4}[a-z]?|[*†‡§¶]{1,3}|a)\]/y), alike: BRACKETS },
  { form: { before: '', after: ')' }, trace: /[\p{L}.,;:!?”“’"][0-9*†]{1,3}\)/u, noteLabel: PARENTHESIS },
  { form: { before: '(', after: ')' }, trace: /[\p{L}.,;:!?”“’"]\([0-9*†]{1,3}\)/u, noteLabel: PARENTHESES },
  { form: { before: '<sup>', after: '</sup>' }, trace: begun('<sup>', /<sup>[0-9*†]/y) },
  { form: { before: '^', after: '^' }, trace: begun('^', /\^[0-9*†]{1,3}\^/y) },
  { form: { before: '[fn', after: ']' }, trace: begun('[fn', /\[fn[0-9]/y) },
  { form: { before: '[note ', after: ']' }, trace: begun('[note ', /\[note [0-9]/y) },
];

/** Entries of the list of notes; of some, the markers that have to be there as well, by their signs. What they have in brackets is looked for first: that takes less time than looking at each line. */
export const noteLabelForms: readonly {
  readonly form: NoteLabelForm;
  readonly trace: Trace;
  readonly sign?: MarkerForm;
}[] = [
  {
    form: frusWeb.noteLabel,
    trace: /^[ \t\u00a0]{0,4}(?:[0-9]{1,5}[a-z]{0,2}|[*†‡§¶#]{1,5}|[a-z])\.(?:[ \t\u00a0]|$)/m,
  },
  {
    form: BRACKETS,
    trace: either(
      listed(/^[ \t\u00a0]{0,4}\[(?:[0-9]{1,5}[a-z]{0,2}|[*†‡§¶#]{1,5}|[a-z])\](?:[ \t\u00a0]|$)/),
      both(holding('[2]'), /^[ \t]{0,4}\[1\][ \t]+\S.*\n(?:[ \t]*[^[\s].*\n){0,5}[ \t]{0,4}\[2\][ \t]/m),
    ),
  },
  { form: 'superscript', sign: 'superscript', trace: /^[ \t\u00a0]{0,4}[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}[ \t]/m },
  { form: PARENTHESIS, trace: listed(/^[ \t\u00a0]{0,4}(?:[0-9]{1,5}[a-z]{0,2}|[*†‡§¶#]{1,5})\)(?:[ \t\u00a0]|$)/) },
  {
    form: PARENTHESES,
    trace: listed(/^[ \t\u00a0]{0,4}\((?:[0-9]{1,5}[a-z]{0,2}|[*†‡§¶#]{1,5})\)(?:[ \t\u00a0]|$)/),
  },
  { form: { before: '', after: ' ' }, trace: listed(/^[ \t\u00a0]{0,4}(?:[0-9]{1,4}|[*†‡§¶]{1,5})[ \t]+\S/) },
  { form: CARET, trace: both(holding('[^'), /^[ \t\u00a0]{0,4}\[\^[^\s[\]^]{1,16}\]:(?:[ \t\u00a0]|$)/m) },
];

interface Quick {
  test(text: string): boolean;
}

/** Whether a form may be there, quickly, in a text or in the lines that its pages end in. */
interface Trace {
  test(text: string, ends: readonly string[]): boolean;
}

function either(first: Trace, second: Trace): Trace {
  return { test: (text, ends) => first.test(text, ends) || second.test(text, ends) };
}

/** The places where a match begins are found sooner by the characters that it begins with, and most texts have none. */
function begun(first: string, sticky: RegExp): Quick {
  return {
    test(text) {
      for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
        sticky.lastIndex = at;
        if (sticky.test(text)) return true;
      }
      return false;
    },
  };
}

function holding(words: string): Quick {
  return { test: (text) => text.includes(words) };
}

function both(quick: Quick, exact: RegExp): Trace {
  return { test: (text) => quick.test(text) && exact.test(text) };
}

/** Paragraphs are numbered so as well: only what the text ends in, or a page does, may be a list of notes. */
function listed(entry: RegExp): Trace {
  return { test: (_, ends) => ends.some((line) => entry.test(line)) };
}

/** In: a text and the form of its page breaks. Out: the lines of the paragraphs that it ends in, and each of its pages. */
export function linesAtEnds(text: string, { before }: PageBreakForm): readonly string[] {
  const lines: string[] = [];
  addLastLines(text, text.length, lines);
  const line = `\n${before}`;
  for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) addLastLines(text, at, lines);
  return lines;
}

function addLastLines(text: string, at: number, lines: string[]): void {
  let isAbove = false;
  for (let end = at; end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).trimEnd();
    lines.push(line);
    // Above a blank line the last paragraph begins: a further one of a note is indented.
    if (line === '' && isAbove) return;
    isAbove = line !== '' && !/^[ \t]{3}/.test(line);
    end = start - 1;
  }
}
