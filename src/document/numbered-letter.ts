/** The number of a letter in its edition, in a paragraph of its own above the opener -> the head of the letter (TEI Guidelines 4.2.1). */
import { ROMAN_BELOW_THOUSAND } from '../transcript/index.js';
import { plainText } from './content.js';
import type { DocumentBlock, FrameBlock, Head, ParagraphBlock } from './document.js';
import { inOneHead } from './number-above.js';

/** `12`, `12a`, `[12]`, `Nr. 12.`, `N° 12`, `XII.`; `1918` is a year. */
const NUMBER =
  /^(?:\[(\d{1,4}[a-z]?)\]\.?|(\d{1,4}[a-z]?)\)|\[?(?:(?:Nr|No|Num)\.? ?|N[°º] ?|#)(\d{1,4}[a-z]?)\]?\.?|(?!1[4-9]\d\d|20\d\d)(\d{1,4}[a-z]?))$/iu;
/** `XII`, `XII.`, `[XII]`: of one letter, `V.` may be a name. */
const ROMAN = new RegExp(String.raw`^\[?((?![VLCDM](?!\p{Lu}))(?=[IVXLCDM])M{0,3}${ROMAN_BELOW_THOUSAND})\]?\.?$`, 'u');
/** `6.` may be a day: it is a number where the day is told below it. */
const NUMBER_OR_DAY = /^(\d{1,4}[a-z]?)\.$/u;

/** `[Brief von Karl Lang, Berlin, an Otto Weber (Abschrift):]`: what the editor says of the letter. */
const IN_BRACKETS = /^\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]$/u;
const LONGEST_SAID = 400;

export interface NumberedLetter {
  /** Page breaks before the number. */
  readonly before: readonly DocumentBlock[];
  readonly number: string;
  readonly head: Head;
  readonly rest: readonly DocumentBlock[];
}

/** `openerOf`: what the blocks below the number begin with, if they do as a letter does. Undefined where a document begins with no number, or no letter follows. */
export function numberedLetter(
  blocks: readonly DocumentBlock[],
  openerOf: (rest: readonly DocumentBlock[]) => FrameBlock | undefined,
): NumberedLetter | undefined {
  const at = blocks.findIndex(({ kind }) => kind !== 'pageBreak');
  const [first, second] = blocks.slice(at);
  if (first?.kind !== 'paragraph') return undefined;
  const text = plainText(first.content).trim();
  const sure = NUMBER.exec(text)?.slice(1).find(Boolean);
  const roman = ROMAN.exec(text)?.[1];
  const number = sure ?? roman ?? NUMBER_OR_DAY.exec(text)?.[1];
  if (number === undefined) return undefined;
  const said = second?.kind === 'paragraph' && isSaidOfIt(second) ? second : undefined;
  const rest = blocks.slice(at + (said ? 2 : 1));
  const opener = openerOf(rest);
  if (!opener || !(sure || opener.parts.some(({ kind }) => kind === 'dateline' || (roman && kind === 'salute'))))
    return undefined;
  const { content, place } = said ? inOneHead(first, said) : first;
  return { before: blocks.slice(0, at), number, head: { number, content, place }, rest };
}

function isSaidOfIt({ content }: ParagraphBlock): boolean {
  const text = plainText(content).trim();
  return text.length <= LONGEST_SAID && IN_BRACKETS.test(text);
}
