/** Lines of one paragraph, none of them indented -> which of them are items of a list: `* tea` and `* milk`, and those right below words that head a list. */
import { isLetterUnit, type Source } from '../../source/index.js';
import type { Line } from '../lines.js';
import { areFormWords, readListHead } from '../list-heads.js';

/** What lines begin with: a bullet, or `1.`, `(1)` as its number. */
interface Sign {
  readonly bullet: string;
  readonly number: number | undefined;
}

/**
 * In: lines of one paragraph, page breaks left out. Out: those that are items: all, where they begin with the same bullet, which is no dash; or all but the
 * words over them, `PARTICIPANTS` or a text that ends in a colon, and these may stand there several times. Numbers are items below such words alone.
 */
export function itemsAtMargin(source: Source, lines: readonly Line[]): ReadonlySet<Line> {
  const items = new Set<Line>();
  let words: Line[] = [];
  let signs: Sign[] = [];
  for (const line of lines) {
    const sign = readSign(source, line);
    if (sign) {
      signs.push(sign);
      items.add(line);
    } else {
      if (signs.length > 0 && !areItems(source, words, signs)) return NONE;
      if (signs.length > 0) words = [];
      words.push(line);
      signs = [];
    }
  }
  return areItems(source, words, signs) ? items : NONE;
}

const NONE: ReadonlySet<Line> = new Set();

function readSign({ text }: Source, { start, textStart, textEnd }: Line): Sign | undefined {
  if (start !== textStart || isLetterUnit(text.charCodeAt(start))) return undefined;
  const typed = text.slice(start, Math.min(textEnd, start + 12));
  if (/^[*•·▪◦–-][ \t]+[^ \t]/.test(typed)) return { bullet: typed.charAt(0), number: undefined };
  const [, number] = /^\(?([1-9][0-9]?)[.)][ \t]+[^ \t]/.exec(typed) ?? [];
  return number === undefined ? undefined : { bullet: '1', number: Number(number) };
}

/** Whether lines that begin so are the items of one list below these words. */
function areItems({ text }: Source, words: readonly Line[], signs: readonly Sign[]): boolean {
  const [first] = signs;
  if (!first || signs.some(({ bullet }) => bullet !== first.bullet)) return false;
  if (first.number !== undefined && signs.some(({ number }, index) => number !== index + 1)) return false;
  const isDash = first.bullet === '–';
  if (words.length === 0) return signs.length > 1 && !isDash && first.number === undefined;
  const last = words.map(({ textStart, textEnd }) => text.slice(textStart, textEnd)).at(-1) ?? '';
  if (words.length === 1 && (readListHead(last) || areFormWords(last)))
    return signs.length > 1 || first.number === undefined;
  return signs.length > 1 && !isDash && last.endsWith(':');
}
