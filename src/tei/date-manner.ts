/** How an edition sets out its dates -> the content of a dateline or head with the dates tagged in that way. */
import {
  type Content,
  type DateRun,
  type Head,
  hasValue,
  isDateRun,
  mapValue,
  plainText,
  type Run,
  sliceContent,
} from '../document/index.js';
import { placeAt, spanPlaces } from '../source/index.js';

/** Where editors differ; none of it changes what the words say. */
export interface DateManner {
  /** `1824Z`: with `Z` in the value, or a time without zone. */
  readonly universalTime: 'Z' | 'none';
  /** `May 7, 1961, 3–4 p.m.`: one `date` with from and to, or the day a `date` and the hours a `time`. */
  readonly hours: 'range' | 'time';
  /** The full stop that ends `May 7, 1961.` stands outside of the date, or in it. */
  readonly fullStop: 'outside' | 'inside';
  /** The last stop of `3 p.m.` stands in the date, or outside of it. */
  readonly abbreviationStop: 'inside' | 'outside';
  /** `undated` is a date without a value, or words. */
  readonly undated: 'date' | 'words';
  /** The date that ends the head of a document without dateline is tagged in none, in heads with a number, in all. */
  readonly heads: 'none' | 'numbered' | 'all';
}

/** A manner that shows in the identifiers of the edition's lists of persons and terms. */
export interface ShownManner {
  readonly identifiers: RegExp;
  readonly dates: Partial<DateManner>;
}

/** Lists of persons and terms, as far as identifiers go. */
export interface Identified {
  readonly persons: readonly { readonly id: string }[];
  readonly terms: readonly { readonly id: string }[];
}

/** The manner of an encoding, what the lists show, and before both what the settings of the edition say. */
export function dateManner(
  { dates, shownDates }: { readonly dates: DateManner; readonly shownDates: readonly ShownManner[] },
  lists: Identified | undefined,
  settings: Partial<DateManner> | undefined,
): DateManner {
  const entries = [...(lists?.persons ?? []), ...(lists?.terms ?? [])];
  const shown = shownDates.find(
    ({ identifiers }) => entries.length > 0 && entries.every(({ id }) => identifiers.test(id)),
  );
  return { ...dates, ...shown?.dates, ...settings };
}

/** In: content of a dateline or head, its dates marked. Out: the same text with those dates that the manner tags, as it tags them. */
export function inManner(content: Content, manner: DateManner): Content {
  if (!content.some(isDateRun)) return content;
  const settled = content.flatMap((run) => settle(run, manner));
  const out: Run[] = [];
  for (const run of settled) {
    const before = out.at(-1);
    if (manner.fullStop === 'inside' && run.kind === 'text' && run.text.startsWith('.') && isOpenDate(before)) {
      out.pop();
      const { source, start } = run.place;
      const place = spanPlaces(before.place, placeAt(source, start, start + 1));
      out.push({ ...before, content: [...before.content, ...sliceContent([run], 0, 1)], place });
      out.push(...sliceContent([run], 1, run.text.length));
    } else if (manner.abbreviationStop === 'outside' && isDateRun(run)) out.push(...withoutStop(run));
    else out.push(run);
  }
  return out;
}

/** The content of a head, its date a phrase where the manner tags it. */
export function headInManner({ content, number }: Head, { heads }: DateManner): Content {
  if (heads === 'all' || (heads === 'numbered' && number !== undefined)) return content;
  return withoutDates(content);
}

function withoutDates(content: Content): Content {
  return content.flatMap((run) => (isDateRun(run) ? withoutDates(run.content) : [run]));
}

/** A phrase that the manner does not tag leaves its words. */
function settle(run: Run, manner: DateManner): Content {
  if (!isDateRun(run)) return [run];
  const inner = run.content.flatMap((each) => settle(each, manner));
  const { phrase } = run;
  const isPart = phrase.span === 'day' || phrase.span === 'time';
  const isOther = phrase.span !== undefined && isPart !== (manner.hours === 'time');
  if (isOther || (manner.undated === 'words' && isUndated(run))) return inner;
  return [{ ...run, phrase: manner.universalTime === 'none' ? withoutZone(phrase) : phrase, content: inner }];
}

function isUndated({ phrase, content }: DateRun): boolean {
  return !hasValue(phrase) && !/\d/.test(plainText(content));
}

function isOpenDate(run: Run | undefined): run is DateRun {
  return isDateRun(run) && !plainText(run.content).endsWith('.');
}

function withoutZone(phrase: DateRun['phrase']): DateRun['phrase'] {
  return { ...phrase, ...mapValue(phrase, (said) => said.replace(/Z$/, '')) };
}

function withoutStop(run: DateRun): Content {
  const text = plainText(run.content);
  if (!/(?<!\p{L})[ap]\.?\s{0,2}m\.$/iu.test(text)) return [run];
  const end = text.length - 1;
  const { source, start, end: last } = run.place;
  return [
    { ...run, content: sliceContent(run.content, 0, end), place: placeAt(source, start, last - 1) },
    ...sliceContent(run.content, end, text.length),
  ];
}
