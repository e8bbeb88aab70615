/** What stands above and below page breaks -> whether one text goes on there, and what joins the two. */
import { type Place, placeAt } from '../source/index.js';
import { HYPHEN } from '../transcript/index.js';
import { type Content, type PageBreakRun, plainText } from './content.js';
import type { DocumentBlock } from './document.js';
import { isMarking } from './marking.js';

/** In: blocks, and where one of them stands. Out: the page breaks right behind it. */
export function pageBreaksAfter(blocks: readonly DocumentBlock[], at: number): readonly PageBreakRun[] {
  const found: PageBreakRun[] = [];
  for (let next = blocks[at + 1]; next?.kind === 'pageBreak'; next = blocks[at + 1 + found.length]) found.push(next);
  return found;
}

/** `b) Interim measures`, `iv. the Sudan`, `cc: Mr. Lane`: an item of its own. */
const LABEL = /^(?:(?:\p{Ll}{1,4}\)|\p{Ll}\.|[ivx]{2,5}\.|b?cc:)\s|p\.\s?s\.)/u;

const TORN = new RegExp(`\\p{Ll}(?:${HYPHEN}|,)?\\s*$`, 'u');
const HYPHENED = new RegExp(`\\p{Ll}${HYPHEN}\\s*$`, 'u');

/** Does the text above end inside of a sentence or word: `the confer-`, `his own and that`? */
export function endsTorn(above: string): boolean {
  return TORN.test(above);
}

/** What is shorter may be a title, a line of an address, an item without a full stop. */
const SHORTEST = 60;

/** Behind these something has to come. */
const HANGING =
  /(?<!\p{L})(?:an?|and|at|by|for|from|in|of|on|or|that|the|to|with|das|dem|den|der|des|die|mit|oder|und|von|zu|de|du|et|la|le|les|que|di|il|che|el|los|y|een|en|het|van)\s*$/u;

/** May the text be a line that ends by itself, without a full stop? */
export function isLine(above: string): boolean {
  return above.length < SHORTEST && !HANGING.test(above) && !HYPHENED.test(above);
}

/** Does the text below go on inside of a sentence or word: `ence`, `it would be so.`? */
export function beginsTorn(below: string): boolean {
  return /^\p{Ll}/u.test(below) && !LABEL.test(below) && !isMarking(below);
}

/** A content, the page breaks below it, and what goes on below them, each with its place. */
export interface Torn {
  readonly above: Content;
  readonly aboveEnd: number;
  readonly breaks: readonly PageBreakRun[];
  readonly below: Content;
  readonly belowStart: number;
}

/** One content. Behind a hyphen the word goes on, and the page breaks remember the space about them; else the page ends between two words. */
export function joined({ above, aboveEnd, breaks, below, belowStart }: Torn): Content {
  const isWord = HYPHENED.test(plainText(above));
  const runs: Content[number][] = [...above];
  let end = aboveEnd;
  for (const [index, run] of breaks.entries()) {
    const { place } = run;
    if (!isWord) runs.push(gap(place, end, place.start), run);
    else {
      const typed = run.typed ?? place.source.text.slice(place.start, place.end);
      runs.push({ ...run, typed: `${index === 0 ? ' ' : ''}${typed} ` });
    }
    end = place.end;
  }
  const [first] = breaks;
  if (first && !isWord) runs.push(gap(first.place, end, belowStart));
  for (const run of below) runs.push(run);
  return runs;
}

function gap({ source }: Place, from: number, to: number): Content[number] {
  return { kind: 'lineBreak', soft: true, place: placeAt(source, from, to) };
}
