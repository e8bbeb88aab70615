/** The last paragraphs of a letter -> where the address of its outside begins, below who signs (TEI Guidelines 4.2.2). */
import { plainText } from './content.js';
import type { Cues } from './cues.js';
import { hasDateFigure } from './date-word.js';
import type { DocumentBlock } from './document.js';
import { addressedName, isKnownForename, ownNameBehind } from './letter-name.js';
import { paragraphText } from './paragraph-text.js';

const MOST_LINES = 6;
const LONGEST_LINE = 80;
/** In a paragraph of its own an address may name all titles. */
const LONGEST_ALONE = 220;

/** `A Monsieur` and lines below it, or the street where the writer lives; the end where there is none. */
export function addressBelow(blocks: readonly DocumentBlock[], cues: Cues): number {
  let lines = 0;
  for (let at = blocks.length - 1; at > 1; at--) {
    const block = blocks[at];
    if (block?.kind === 'pageBreak') continue;
    const text = paragraphText(block);
    const typed = text.split('\n');
    lines += typed.length;
    if (text === '' || lines > MOST_LINES) break;
    if (lines === typed.length && isStreet(text, cues)) return at;
    if (isAddress(text, cues)) return firstOf(blocks, at, cues);
    if (!typed.every((line) => line.trim().length <= LONGEST_LINE)) break;
  }
  return blocks.length;
}

/** `Kassel, Parkstr. 7.`: where the writer lives, and no day. */
export function isStreet(line: string, cues: Cues): boolean {
  return (
    line.length <= LONGEST_LINE &&
    /^\p{Lu}/u.test(line) &&
    cues.street.test(line) &&
    !readsAsSentence(line) &&
    !hasDateFigure(line) &&
    addressedName(line) === undefined
  );
}

/** `Herrn Dr. Paul Weber, Wien.`, `The Honorable John Smith, Secretary of State.`: to whom the letter goes. */
export function isAddress(text: string, cues: Cues): boolean {
  if (text.length > LONGEST_ALONE || !cues.addressee.test(text) || cues.close.test(text) || cues.own.test(text))
    return false;
  return !readsAsSentence(text) && !/[!?]|\p{Ll}{4}\.\s+\p{Lu}\p{Ll}+\s\p{Ll}{2}/u.test(text);
}

/** No name of who signs begins so. */
const TOWARD =
  /^(?:(?:[aà]|to|for|al|alla|allo|aan|h(?:er)?rn\.?|messrs\.?|se?iner|sr\.|an(?= (?:h|fr(?:au|äu|l)|d[aei][ens] |se?\.?|mein)|\n))(?=\s)|all['’]\p{L})/iu;

/** `Herrn Dr. Paul Weber` and below it `Wien`, `A M. Rossi`: whoever stands in it signs nothing; `Frau Anna Weber` may sign. */
export function isAddressAlone(text: string, cues: Cues): boolean {
  if (!TOWARD.test(text) || !isAddress(text, cues)) return false;
  return ownNameBehind(text, () => true, cues) === undefined && !text.split('\n').some((line) => cues.close.test(line));
}

/** `To John Adams`, `An Goethe`, `From John Adams`, `À Jean Morel`: `À Paris` and `From London` are where. */
export function isToward(line: string): boolean {
  const [, first = ''] = /^(?:À|A|Al?|Alla|De|From)\s(\p{Lu}[\p{L}.]*)\s/u.exec(line) ?? [];
  return /^(?:To|An(?! Bord(?!\p{L}))|Aan(?! [Bb]oord)|Ad)\s\p{Lu}/u.test(line) || isKnownForename(first);
}

/** `Hochwohlgeb. Herrn Dr. Weber!` */
export function isCalledAddress(line: string, cues: Cues): boolean {
  return line.length <= LONGEST_LINE && line.endsWith('!') && cues.addressee.test(line) && !readsAsSentence(line);
}

/** `Dem habe ich wenig hinzuzufügen, außer daß der Schreiber krank ist`: so many small words in a row no address has. */
export function readsAsSentence(text: string): boolean {
  return /(?:\p{Ll}{2,}[ ,]+){7}/u.test(text);
}

/** `À Monsieur` and below it `Monsieur Rossi`; the page that it stands on alone begins before it. */
function firstOf(blocks: readonly DocumentBlock[], at: number, cues: Cues): number {
  let first = at;
  for (let above = blocks[first - 1]; above; above = blocks[first - 1]) {
    const isPart =
      above.kind === 'pageBreak' || (above.kind === 'paragraph' && isAddress(plainText(above.content).trim(), cues));
    if (!isPart) break;
    first--;
  }
  return first;
}

/** Nearly all words of an address are names or numbers. */
const CAPITALS = 0.75;

/** `Dr. Karl Weber Wien I Kärntnerring 12` on the first page of a card, and the letter on the next one. */
export function isAddressSide([side, next]: readonly DocumentBlock[]): boolean {
  const text = paragraphText(side);
  const onNextPage =
    next?.kind === 'pageBreak' || (next?.kind === 'paragraph' && next.content[0]?.kind === 'pageBreak');
  if (!onNextPage || text.length > LONGEST_ALONE || readsAsSentence(text)) return false;
  const words = text.split(/\s+/u);
  return words.length > 3 && words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length >= words.length * CAPITALS;
}
