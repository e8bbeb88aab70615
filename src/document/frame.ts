/** What opener and closer have in common: datelines, lines of a paragraph set apart, the frame itself. */
import { placeAt, spanPlaces } from '../source/index.js';
import { type PageBreakRun, plainText, type Span } from './content.js';
import { annotate, placeOfSpan, sliceBehind, sliceContent } from './content-edit.js';
import type { Cues } from './cues.js';
import { isDatedSentence } from './date-word.js';
import { datelineSpans, LONGEST_DATELINE } from './dateline.js';
import { datelineBelowHead } from './dateline-below-head.js';
import { dayAndPlace } from './day-and-place.js';
import type { DocumentBlock, FrameBlock, FramePart, ParagraphBlock } from './document.js';

/** No opener or closer is sought further away from the edge of the text. */
export const MOST_LINES = 8;

/** The paragraph in two, before its line `index`; the line end between them is white space between blocks. */
export function splitAtLine(block: ParagraphBlock, index: number): readonly [ParagraphBlock, ParagraphBlock] {
  const text = plainText(block.content);
  const cut = text.split('\n').slice(0, index).join('\n').length;
  const { source } = block.place;
  const head = placeOfSpan(block.content, 0, cut);
  const tail = placeOfSpan(block.content, cut + 1, text.length);
  return [
    {
      ...block,
      content: sliceContent(block.content, 0, cut),
      place: placeAt(source, block.place.start, head.end),
    },
    {
      kind: 'paragraph',
      content: sliceBehind(block.content, cut, cut + 1, text.length),
      below: true,
      place: placeAt(source, tail.start, block.place.end),
    },
  ];
}

/** The line of a paragraph between two offsets, as a paragraph; a page break at its beginning is of it. */
export function lineBlock({ content }: ParagraphBlock, start: number, end: number): ParagraphBlock {
  return {
    kind: 'paragraph',
    content: sliceBehind(content, Math.max(start - 1, 0), start, end),
    place: placeOfSpan(content, start, end),
  };
}

/** The spans of a line that is a dateline: no date where the year is cut short or missing, none at all where only a weekday says the day. */
export function datelineIn(line: string, language: string, cues: Cues): readonly Span[] | undefined {
  // `Wien, den 4. Mai`: the word between place and date counts as space.
  const bare = cues.link ? line.replace(cues.link, (word) => ' '.repeat(word.length)) : line;
  const spans =
    datelineSpans(line, language) ??
    (bare === line ? undefined : datelineSpans(bare, language)) ??
    addressed(bare, language) ??
    shiftedSpans(bare, cues.from.exec(bare)?.[0].length, language) ??
    placedBehind(bare, language) ??
    timedBehind(bare, language, cues);
  if (spans) return spans.flatMap((span) => placeAlone(span, line, cues));
  const isDay = line.length <= LONGEST_DATELINE && cues.dated.test(line.trim()) && !isDatedSentence(line.trim());
  return isDay ? dayAndPlace(line, language, cues).flatMap((span) => placeAlone(span, line, cues)) : undefined;
}

/** `De Madrid`, `Weimar, Freitag`: a place without the words around it; none where nothing else is left. */
function placeAlone(span: Span, line: string, cues: Cues): readonly Span[] {
  if (span.phrase.type !== 'placeName') return [span];
  let { start, end } = span;
  start += cues.beforePlace.exec(line.slice(start, end))?.[0].length ?? 0;
  for (let found = cues.behindPlace.exec(line.slice(start, end)); found && start < end; ) {
    end = start + found.index;
    found = cues.behindPlace.exec(line.slice(start, end));
  }
  return start < end ? [{ ...span, start, end }] : [];
}

/** `desde Cádiz, 4 de mayo de 1702`: what is before the place says nothing. */
function shiftedSpans(line: string, from: number | undefined, language: string): readonly Span[] | undefined {
  if (from === undefined) return undefined;
  const spans = datelineSpans(line.slice(from), language);
  return spans?.map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
}

/** `Wien, IX. Frankgasse 1, 5. 3. 1902`: an address between place and date; where dates are not in English. */
function addressed(line: string, language: string): readonly Span[] | undefined {
  const [whole, place, between] =
    (language.startsWith('en')
      ? null
      : /^(\p{Lu}[\p{L}’'-]{1,25}(?: \p{L}[\p{L}.’'-]{0,20}){0,2}),\s([^!?;:]{2,45}),\s(?=[\p{L}\s]{0,12}\d)/u.exec(
          line,
        )) ?? [];
  if (whole === undefined || place === undefined || between === undefined) return undefined;
  const shifted = shiftedSpans(line, whole.length, language);
  return shifted && [{ start: 0, end: place.length, phrase: { type: 'placeName' } }, ...shifted];
}

/** `3. Dezember 1914, Wien`: where dates are not in English. */
function placedBehind(line: string, language: string): readonly Span[] | undefined {
  const [rest, place = ''] = language.startsWith('en')
    ? []
    : (/(?<=\d), (\p{Lu}[\p{L}’'-]{1,25}(?: \p{Lu}[\p{L}’'-]{1,20})?)\.?$/u.exec(line) ?? []);
  if (rest === undefined) return undefined;
  const at = line.length - rest.length;
  const spans = datelineSpans(line.slice(0, at), language);
  if (!spans?.every(({ phrase }) => phrase.type === 'date')) return undefined;
  return [...spans, { start: at + 2, end: at + 2 + place.length, phrase: { type: 'placeName' } }];
}

/** `Wien, 3. Mai 1893 abends`, `..., 5 Uhr früh`, `... (abends)` */
function timedBehind(line: string, language: string, cues: Cues): readonly Span[] | undefined {
  const end = cues.timeBehind.exec(line)?.index;
  return end === undefined ? undefined : datelineSpans(line.slice(0, end), language);
}

/** The full stop of a name or salutation, in a line of its own. */
export function isOnlyMarks(block: DocumentBlock | undefined): block is ParagraphBlock {
  return block?.kind === 'paragraph' && /^[\p{P}\p{S}]+$/u.test(plainText(block.content).trim());
}

/** The paragraph as a dateline, if it is one. */
export function datelinePart(block: ParagraphBlock, language: string, cues: Cues): FramePart | undefined {
  const spans = datelineIn(plainText(block.content), language, cues);
  return spans && asDateline(block, spans);
}

/** The paragraph right below a head as a dateline, if it is one by its shape: in the language of the text, or of the head. */
export function headedDateline(
  block: ParagraphBlock,
  language: string,
  cues: Cues,
  ofHead: string,
): FramePart | undefined {
  const line = plainText(block.content);
  const spans =
    datelineBelowHead(line, language) ?? (ofHead === language ? undefined : datelineBelowHead(line, ofHead));
  return (
    spans &&
    asDateline(
      block,
      spans.flatMap((span) => placeAlone(span, line, cues)),
    )
  );
}

function asDateline({ content, place }: ParagraphBlock, spans: readonly Span[]): FramePart {
  return { kind: 'dateline', content: annotate(content, spans), glue: 'paragraph', place };
}

/** The parts, of which there is at least one, as an opener or closer. */
export function frame(
  kind: 'opener' | 'closer',
  parts: readonly (FramePart | PageBreakRun)[],
  runIn = false,
): FrameBlock {
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last) throw new RangeError('a frame has at least one part');
  return { kind, parts, ...(runIn && { runIn }), place: spanPlaces(first.place, last.place) };
}
