/** The lines of a source -> is each of them a paragraph, as word processors write a text? */
import type { Source } from '../source/index.js';
import type { Line } from './lines.js';

/** No machine wraps lines at so many characters, */
const LONG = 160;
/** and hardly any at so many; where no line is empty, so long a line is a paragraph if it ends as a sentence does. */
const RATHER_LONG = 110;
/** Two long paragraphs may be one with a line end in it. */
const LEAST_LONG = 2;
const LEAST_LINES = 4;
/** Of the characters, so much stands in long lines; of rather long lines, so many end in a sentence. */
const LONG_SHARE = 0.5;
const ENDED_SHARE = 0.8;
/** Above so few of the lines there is an empty one: titles have one in any text. */
const MOST_APART = 0.34;

/** What a note or an item begins with, as fragments of a regular expression. */
const LABEL = String.raw`[([]?(?:\d{1,4}|\p{L})[.)\]]`;
const BULLET = String.raw`[*•–—-]\s`;
/** Notes, items of a list, lines of a quotation and rows stand line by line in any text. */
const ENTRY = new RegExp(String.raw`^\s*(?:${LABEL}|${BULLET}|[*†‡§>]|\d{1,3}\s|\[\^)|\|`, 'u');
/** Of these, what is no paragraph, though many begin with a number: the bullet or label of an item that is set in. */
const SET_IN = new RegExp(String.raw`^[ \t]+(${LABEL}|${BULLET})|^([*•]\s|\|)`, 'u');
/** The name of a group of items. */
const LONGEST_NAME = 60;
const MOST_SIGNS = 12;
/** The end of a sentence, with a marker maybe. */
const ENDED = /[.!?:;…"”’)\]\d*†‡]$/u;

/** In: lines in order, without what was put between them. Out: whether most of the text stands in long lines that nothing sets apart. */
export function areParagraphs({ text }: Source, lines: readonly Line[]): boolean {
  // Of all lines that are not empty, and of those that are no entries.
  const all = { count: 0, apart: 0, long: 0, ended: 0 };
  const plain = { count: 0, apart: 0, long: 0, characters: 0, inLong: 0 };
  let isApart = true;
  for (const { textStart, textEnd } of lines) {
    const length = textEnd - textStart;
    if (length > 0) {
      all.count++;
      if (isApart) all.apart++;
      if (length > RATHER_LONG) {
        all.long++;
        if (ENDED.test(text.slice(textEnd - 2, textEnd))) all.ended++;
      }
      if (!ENTRY.test(text.slice(textStart, Math.min(textEnd, textStart + MOST_SIGNS)))) {
        plain.count++;
        if (isApart) plain.apart++;
        plain.characters += length;
        if (length > LONG) {
          plain.long++;
          plain.inLong += length;
        }
      }
    }
    isApart = length === 0;
  }
  if (all.apart === 1) return all.count > 1 && all.long > 0 && all.ended >= all.long * ENDED_SHARE;
  return (
    plain.count >= LEAST_LINES &&
    plain.long >= LEAST_LONG &&
    plain.apart <= plain.count * MOST_APART &&
    plain.inLong >= plain.characters * LONG_SHARE
  );
}

/** In: two lines that follow each other. Out: whether they are of one list or table: an item, and the next or the name of a group of them. */
export function areOfOneList({ text }: Source, line: Line, next: Line): boolean {
  const signOf = ({ start, end }: Line) => {
    const [, label, bullet] = SET_IN.exec(text.slice(start, Math.min(end, start + MOST_SIGNS))) ?? [];
    return label ?? bullet;
  };
  const isName = ({ start, textStart, textEnd }: Line) => textStart > start + 1 && textEnd - textStart <= LONGEST_NAME;
  const [sign, following] = [signOf(line), signOf(next)];
  if (sign === undefined) return following !== undefined && isName(line);
  if (following === undefined) return isName(next);
  // Behind items the list of notes begins with another sign, or anew.
  return shapeOf(sign) === shapeOf(following) && !/^\D*[01]\D*$/.test(following);
}

/** `12.` and `7.` are alike, so are `(a)` and `(b)`. */
function shapeOf(sign: string): string {
  return sign.replace(/\d+/, '0').replace(/\p{L}/u, 'a');
}
