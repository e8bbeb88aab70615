/** Datelines whose year is cut short (`Wien, 4/5 93`) -> the day as a date, where the document gives the century elsewhere. */
import type { Report } from '../diagnostic/index.js';
import { type Content, isDateRun, type PhraseRun, plainText } from './content.js';
import { annotate, placeOfSpan } from './content-edit.js';
import { findDates } from './date.js';
import type { DocumentBlock, FramePart, Head, Note } from './document.js';
import { mapContents } from './map-contents.js';
import { documentMessages } from './messages.js';

/** Two figures at the end of a line, which are no end of a longer number. */
const SHORT_YEAR =
  /(?<=\d[^\n]*[\p{L}.\d][\s./]\s?['’]?|\d[^\n]*\p{L}\.?\n\s?['’]?|[\s./,]['’])(?<!\d)\d\d(?=[.,;\])]*\s*(?:$|\n))/gu;

/** What a document says beside its datelines. */
interface Said {
  readonly head: Head | undefined;
  readonly blocks: readonly DocumentBlock[];
  readonly notes: readonly Note[];
}

/**
 * In: the parts of a document. Out: its blocks. A day that the head has with all figures of its year is certain; where another date
 * of the document has a year that ends so, and none of another century does, it is a guess, and reported.
 */
export function withShortYears(said: Said, language: string, report: Report): readonly DocumentBlock[] {
  let dates: readonly string[] | undefined;
  const settle = (part: FramePart): FramePart => {
    const { content } = part;
    if (phrasesOf(content).some(isDateRun)) return part;
    const text = plainText(content);
    for (const { index, 0: figures } of text.matchAll(SHORT_YEAR)) {
      const day = (century: string) => dayWith(text, index, century, language);
      const heads = said.head
        ? phrasesOf(said.head.content).flatMap((run) => (isDateRun(run) ? (run.phrase.when ?? []) : []))
        : [];
      const certain = heads
        .map((when) => day(when.slice(0, 2)))
        .find((found) => found && heads.some((when) => when.startsWith(found.when)));
      if (certain) return dated(part, certain);
      dates ??= datesOf(said, language);
      const [century, another] = new Set(
        dates.filter((when) => when.slice(2, 4) === figures).map((when) => when.slice(0, 2)),
      );
      const guess = century === undefined || another !== undefined ? undefined : day(century);
      if (!guess) continue;
      const { start, end, when } = guess;
      const place = placeOfSpan(content, start, end);
      report(documentMessages['year-guessed']({ words: text.slice(start, end).replace(/\s+/g, ' '), when }, place));
      return dated(part, { ...guess, cert: 'low' });
    }
    return part;
  };
  return said.blocks.map((block) =>
    block.kind === 'opener' || block.kind === 'closer'
      ? { ...block, parts: block.parts.map((part) => (part.kind === 'dateline' ? settle(part) : part)) }
      : block,
  );
}

interface Day {
  readonly start: number;
  readonly end: number;
  readonly when: string;
  readonly cert?: 'low';
}

/** The one day that the words say if the year at this offset has these figures before it. */
function dayWith(text: string, at: number, century: string, language: string): Day | undefined {
  const whole = text.slice(0, at).replace(/['’]$/, ' ') + century + text.slice(at);
  const [date, another] = findDates(whole, { language });
  if (!date?.when || another || date.when.length !== 10 || date.start >= at || date.end < at + 4) return undefined;
  return { start: date.start, end: date.end - century.length, when: date.when };
}

function dated(part: FramePart, { start, end, ...value }: Day): FramePart {
  return { ...part, content: annotate(part.content, [{ start, end, phrase: { type: 'date', ...value } }]) };
}

/** All dates of the document that have a value, from the year on. */
function datesOf({ head, blocks, notes }: Said, language: string): readonly string[] {
  const dates: string[] = [];
  mapContents({ ...(head && { head }), blocks: [...blocks], notes: [...notes] }, (content) => {
    const text = plainText(content);
    if (/\d{4}/.test(text))
      dates.push(...findDates(text, { language }).flatMap(({ when, from }) => when ?? from ?? []));
    return content;
  });
  return dates;
}

function phrasesOf(content: Content): readonly PhraseRun[] {
  return content.flatMap((run) => (run.kind === 'phrase' ? [run, ...phrasesOf(run.content)] : []));
}
