/** A transcription of one document, as far as is known -> the lines in it that look like its head: it may be several documents. */
import { type Place, placeAt, type Source } from '../source/index.js';
import { groupLines } from './blocks.js';
import { isBlank, type Line, splitLines } from './lines.js';

const LONGEST_HEAD = 250;
const LONGEST_DATELINE = 80;

/** In: a source. Out: the lines that begin with the same two words as its first one, `Brief an` or `Telegram From`, where a short text with a year follows each; none where the first is no such line, or no other begins so. */
export function alikeHeads(source: Source): readonly Place[] {
  const lines = splitLines(source);
  const first = lines.find((line) => !isBlank(line));
  const start = first && firstWords(source, first);
  // Of most texts that is enough to see that no other line begins so.
  if (start === undefined || !source.text.includes(start, first?.textEnd)) return [];
  const groups = groupLines(lines);
  return groups.flatMap((group, index) => {
    const [line] = group;
    if (!line || !source.text.startsWith(start, line.textStart) || !isHead(source, group)) return [];
    return isDated(source, groups[index + 1]) ? [placeAt(source, line.textStart, line.textEnd)] : [];
  });
}

function firstWords({ text }: Source, { textStart, textEnd }: Line): string | undefined {
  return /^\p{Lu}\p{L}+ \p{L}+ /u.exec(text.slice(textStart, Math.min(textEnd, textStart + 60)))?.[0];
}

function isHead({ text }: Source, group: readonly Line[]): boolean {
  const [line] = group;
  if (!line || group.length > 1 || line.textEnd - line.textStart > LONGEST_HEAD) return false;
  return !/[.:;,?!]$/.test(text.slice(line.textStart, line.textEnd));
}

/** `Köln, den 9. März 1861.` */
function isDated({ text }: Source, group: readonly Line[] = []): boolean {
  const [line] = group;
  if (!line || group.length > 2 || line.textEnd - line.textStart > LONGEST_DATELINE) return false;
  return /(?<!\d)1[5-9]\d\d(?!\d)/.test(text.slice(line.textStart, line.textEnd));
}
