/** `Wien, 4. Mai. Lieber Freund, ich habe`: a paragraph of a letter -> dateline, salutation and text that share its first line. */
import { plainText } from './content.js';
import { placeOfSpan, sliceBehind, sliceContent } from './content-edit.js';
import type { Cues } from './cues.js';
import { hasDateFigure } from './date-word.js';
import type { FramePart, ParagraphBlock } from './document.js';
import { datelineIn } from './frame.js';
import { datelineOf, isShortDateline } from './letter-dateline.js';

/** No dateline is longer. */
const LONGEST = 110;

export interface OpeningLine {
  readonly parts: readonly FramePart[];
  /** The text behind the salutation. */
  readonly rest: ParagraphBlock | undefined;
}

/** Undefined where the paragraph does not begin with a dateline and a salutation. */
export function openingLine(block: ParagraphBlock, cues: Cues, language: string): OpeningLine | undefined {
  const text = plainText(block.content);
  const isSalute = (words: string) => words.split('\n').every((line) => cues.salutation.test(line.trim()));
  // `Weber an Beck, 14. Januar 1894: »Sehr geehrter Herr!`: a letter that is quoted.
  const isDated = (words: string) =>
    !/["„“”«»]/.test(words) && (datelineIn(words, language, cues) !== undefined || isShortDateline(words));
  // `May it please your Majesty,` names no month.
  if (/^\D+$/.test(cues.salutationLead.exec(text)?.[0] ?? '')) return undefined;
  // `Paris, le 3 mai` and below it `Cher Monsieur,`: they share no line.
  if (text.split('\n').every((line) => isSalute(line) || (line !== text && isDated(line)))) return undefined;
  for (const { index, 0: gap } of text.slice(0, LONGEST).matchAll(/(?<=[\p{L}\d.,)\]])[\t ]+(?=["„«]?\p{L})/gu)) {
    const from = index + gap.length;
    const rest = text.slice(from);
    const salute = isSalute(rest) ? rest.trimEnd().length : cues.salutationLead.exec(rest)?.[0].length;
    const before = text.slice(0, index);
    // `My` in a line below the day is of the salutation.
    const isInLine = !before.includes('\n') || hasDateFigure(before.slice(before.lastIndexOf('\n')));
    if (salute === undefined || !isInLine || !isDated(before)) continue;
    const cut = from + salute;
    const behind = cut + (/^[\t ]*/.exec(text.slice(cut))?.[0].length ?? 0);
    // White space before a text that goes on in the line, or before a page break at its end, stays with the salutation.
    const salutation = sliceBehind(block.content, index, from, behind);
    return {
      parts: [
        datelineOf(partOf(block, 0, index), cues, language),
        { kind: 'salute', content: salutation, glue: ' ', place: block.place },
      ],
      rest: behind < text.length ? { ...partOf(block, behind, text.length), runIn: true } : undefined,
    };
  }
  return undefined;
}

function partOf({ content }: ParagraphBlock, start: number, end: number): ParagraphBlock {
  return { kind: 'paragraph', content: sliceContent(content, start, end), place: placeOfSpan(content, start, end) };
}
