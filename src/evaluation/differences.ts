/** What only one side of a comparison has -> the first difference of each phenomenon, with its places in both files. */
import { type Place, pointAt } from '../source/index.js';
import { type Element, textContent } from '../xml/index.js';
import type { Item } from './phenomena.js';
import { type Piece, placeOfLetter } from './reading.js';
import type { Side, Sides } from './side.js';

/** A place as people say it, without the text that it is in. */
export interface Spot {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** What stands there, cut; undefined where this side has nothing of the kind. */
  readonly shows?: string;
}

/** The first thing of a phenomenon that only one side has, or that both have differently. */
export interface Difference {
  readonly phenomenon: string;
  readonly gold: Spot;
  readonly pred: Spot;
}

/** Of the text outside notes, the first letter that differs; undefined where all are the same. */
export function differenceOfText({ gold, pred }: Sides): Difference | undefined {
  return differenceOfLetters('text', gold.reading, pred.reading, gold.reading.root, pred.reading.root);
}

interface Letters {
  readonly letters: string;
  readonly pieces: readonly Piece[];
}

function differenceOfLetters(
  phenomenon: string,
  gold: Letters,
  pred: Letters,
  goldElement: Element,
  predElement: Element,
): Difference | undefined {
  if (gold.letters === pred.letters) return undefined;
  let at = 0;
  while (at < gold.letters.length && gold.letters.charCodeAt(at) === pred.letters.charCodeAt(at)) at++;
  const spotIn = ({ letters, pieces }: Letters, element: Element) =>
    spot(placeOfLetter(pieces, at) ?? element.place, letters.slice(at, at + SHOWN));
  return { phenomenon, gold: spotIn(gold, goldElement), pred: spotIn(pred, predElement) };
}

/** In: the items that only the gold has, and those that only the prediction has. */
export function firstDifference(
  phenomenon: string,
  missing: readonly Item[],
  extra: readonly Item[],
  { gold, pred }: Sides,
): Difference | undefined {
  const lost = firstItem(missing);
  const made = firstItem(extra);
  if (lost && (!made || lost.start <= made.start)) {
    const instead = extra.find((item) => isAbout(lost, item));
    if (instead) return betweenItems(phenomenon, lost, instead);
    return { phenomenon, gold: spotOf(lost), pred: opposite(lost, pred) };
  }
  if (!made) return undefined;
  const instead = missing.find((item) => isAbout(made, item));
  if (instead) return betweenItems(phenomenon, instead, made);
  return { phenomenon, gold: opposite(made, gold), pred: spotOf(made) };
}

function firstItem(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>(
    (first, item) => (first && first.start <= item.start ? first : item),
    undefined,
  );
}

/** Whether two items are the same thing, differently placed or differently read. */
function isAbout(a: Item, b: Item): boolean {
  if (a.inNote !== b.inNote) return false;
  const overlap = a.start <= b.end && b.start <= a.end;
  return a.n === undefined ? overlap : a.n === b.n;
}

/** Notes at the same anchor differ in their texts: the first letter that differs says more than the note's beginning. */
function betweenItems(phenomenon: string, gold: Item, pred: Item): Difference {
  const inText =
    gold.text && pred.text && gold.start === pred.start
      ? differenceOfLetters(phenomenon, gold.text, pred.text, gold.element, pred.element)
      : undefined;
  return inText ?? { phenomenon, gold: spotOf(gold), pred: spotOf(pred) };
}

/** Where on the other side the item would stand. */
function opposite({ inNote, n, start }: Item, side: Side): Spot {
  const note = inNote && side.reading.notes.find((found) => found.n === n && side.inGold(found.at) === start);
  return spot(note ? note.element.place : side.placeOf(start));
}

const SHOWN = 60;

function spotOf({ element, n, inNote, value }: Item): Spot {
  const words = abridge(textContent(element).replace(/\s+/g, ' ').trim());
  const numbered = n === undefined || inNote ? words : `${n} ${words}`.trim();
  return spot(element.place, value === undefined ? numbered : `${numbered} (${value})`);
}

/** Items often differ in their ends only. */
function abridge(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN / 2)} … ${words.slice(-SHOWN / 2)}`;
}

function spot({ source, start }: Place, shows?: string): Spot {
  return { path: source.path, ...pointAt(source, start), ...(shows !== undefined && { shows }) };
}
