/** The last paragraphs of a letter -> the first of its closing lines: by a complimentary close, or by a name (TEI Guidelines 4.2.2). */
import { plainText } from './content.js';
import type { Cues } from './cues.js';
import type { DocumentBlock } from './document.js';
import { datelineIn, MOST_LINES } from './frame.js';
import { paragraphText } from './paragraph-text.js';
import { isNameLine } from './signature.js';

/** A closing line is short; what is longer is a paragraph of the text. */
const LONGEST_LINE = 140;
/** The end of a letter that is quoted in the document, or lines of a form that is filled in below. */
const NOT_CLOSING =
  /["“”]$|^(?:end\b|unquote|attachments?\b|enclosures?\b|(?:dis)?approved?\b|(?:dis)?agree\b|other\b)/iu;

/** A line of courtesies above the close is shorter still. */
const LONGEST_LEAD = 80;

/** Where the complimentary close stands, if all behind it are closing lines. */
export function closingStart(
  blocks: readonly DocumentBlock[],
  end: number,
  cues: Cues,
  language: string,
): number | undefined {
  for (let i = end - 1; i >= 0 && end - i <= MOST_LINES; i--) {
    const block = blocks[i];
    if (block?.kind === 'pageBreak') continue;
    if (block?.kind !== 'paragraph') return undefined;
    const line = plainText(block.content).trim();
    if (line.length > LONGEST_LINE || cues.postscript.test(line) || NOT_CLOSING.test(line)) return undefined;
    if (cues.close.test(line)) return firstOfCloses(blocks, i, cues);
    if (/[.!?]["”’]?$/.test(line) && line.split(' ').length > 14 && !datelineIn(line, language, cues)) return undefined;
  }
  return undefined;
}

/** A close may be of several paragraphs: `Mit vielen Empfehlungen` and `Ihr ergebener`. */
function firstOfCloses(blocks: readonly DocumentBlock[], from: number, cues: Cues): number {
  let at = from;
  while (at > 1) {
    const line = paragraphText(blocks[at - 1]);
    const isLead = line !== '' && line.length <= LONGEST_LEAD && (cues.close.test(line) || cues.closeLead.test(line));
    if (!isLead) break;
    at--;
  }
  return at;
}

/** A letter's last name line, below short lines of courtesies, or a dateline below it. */
export function namedStart(
  blocks: readonly DocumentBlock[],
  end: number,
  cues: Cues,
  language: string,
): number | undefined {
  let at = end - 1;
  const line = (index: number): string => paragraphText(blocks[index]);
  while (at > 1 && datelineIn(line(at), language, cues)) at--;
  if (at < 1 || !isNameLine(line(at))) return undefined;
  while (at > 1) {
    const before = line(at - 1);
    const isShort = before !== '' && before.length <= LONGEST_LEAD;
    if (!isShort || (/[.?!:]$/.test(before) && !cues.close.test(before) && !cues.closeLead.test(before))) break;
    at--;
  }
  return at;
}
