/** `Deine Tante Marie`, and below it `Lieber Hans!`: a sheet on which several hands write -> the first letter, and the others behind it (TEI Guidelines 4.2, 4.3.2). */
import { spanPlaces } from '../source/index.js';
import type { Cues } from './cues.js';
import type { AttachmentBlock, DocumentBlock } from './document.js';
import { datelineIn } from './frame.js';
import { endsSigned } from './letter-closer.js';
import { paragraphText } from './paragraph-text.js';

/** Makes opener and closer of one letter. */
export type FrameLetter = (blocks: readonly DocumentBlock[]) => readonly DocumentBlock[];

/** A salutation in the middle of a sheet is short, and a text follows it. */
const LONGEST_CALL = 60;
const SHORTEST_TEXT = 60;
/** More letters than these are not on one sheet. */
const MOST_LETTERS = 8;

/** The blocks framed as one letter, or as several where a salutation in a paragraph of its own follows a text. */
export function withFurtherLetters(
  blocks: readonly DocumentBlock[],
  id: string,
  frame: FrameLetter,
  cues: Cues,
  language: string,
): readonly DocumentBlock[] {
  let rest = blocks;
  let first: readonly DocumentBlock[] | undefined;
  const further: AttachmentBlock[] = [];
  const add = (letter: readonly DocumentBlock[]) => {
    const begin = letter[0];
    const last = letter[letter.length - 1];
    if (!first) first = letter;
    else if (begin && last)
      further.push({
        kind: 'attachment',
        type: 'letter',
        id: `${id}-hand-${further.length + 2}`,
        closed: true,
        blocks: letter,
        place: spanPlaces(begin.place, last.place),
      });
  };
  for (let at = 2; at < rest.length - 1 && further.length < MOST_LETTERS; at++) {
    if (!opensLetter(rest, at, cues, language)) continue;
    const letter = frame(rest.slice(0, at));
    if (!isLetter(letter, rest, at, cues)) continue;
    add(letter);
    rest = rest.slice(at);
    at = 1;
  }
  add(frame(rest));
  return [...(first ?? []), ...further];
}

/** A salutation, with a dateline before it maybe, and a text behind it. */
function opensLetter(blocks: readonly DocumentBlock[], at: number, cues: Cues, language: string): boolean {
  const line = paragraphText(blocks[at]);
  const isDated = line.length <= LONGEST_CALL && datelineIn(line, language, cues) !== undefined;
  const call = isDated ? paragraphText(blocks[at + 1]) : line;
  const behind = paragraphText(blocks[isDated ? at + 2 : at + 1]);
  // `Tübingen, den 23. Mai 1931`, and below it `Sehr geehrter Herr Weber, mit bestem Dank`
  if (isDated && call.length >= SHORTEST_TEXT) return cues.salutationLead.test(call);
  return (
    call.length <= LONGEST_CALL &&
    cues.salutation.test(call) &&
    !cues.greeting.test(call) &&
    // `Hon. William H. Seward,` and below it his office: to whom the letter goes.
    !(cues.addressee.test(call) && behind.length < SHORTEST_TEXT && at + 1 === blocks.length - 1) &&
    (behind.length >= SHORTEST_TEXT || /\s.*\s.*[.!?]$/u.test(behind))
  );
}

/**
 * It begins with a salutation, or somebody has signed, or the next one begins on a page of its own; and it has a text, a short
 * one where both hold. `Liebe Freundin,` may be a close as well: above it somebody has to sign.
 */
function isLetter(
  letter: readonly DocumentBlock[],
  blocks: readonly DocumentBlock[],
  next: number,
  cues: Cues,
): boolean {
  const isSaluted = letter.some(
    (block) => block.kind === 'opener' && block.parts.some(({ kind }) => kind === 'salute'),
  );
  // A postscript may stand below the signature.
  const isSigned = endsSigned(letter.filter(({ kind }) => kind !== 'pageBreak' && kind !== 'postscript'));
  const hasText = letter.some((block) => paragraphText(block).length >= SHORTEST_TEXT);
  const below = blocks[next];
  const isOnPage =
    blocks[next - 1]?.kind === 'pageBreak' || (below?.kind === 'paragraph' && below.content[0]?.kind === 'pageBreak');
  const mayClose = cues.close.test(paragraphText(below));
  const runsOn = paragraphText(blocks[next + 1]);
  if (runsOn.length >= SHORTEST_TEXT && cues.salutationLead.test(runsOn)) return hasText && isSigned;
  return hasText ? isSigned || (!mayClose && (isSaluted || isOnPage)) : isSaluted && isSigned;
}
