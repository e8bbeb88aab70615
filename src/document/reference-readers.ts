/** The readers of references, one for each wording that may begin one. */
import { matchAt } from './match-at.js';
import type { CitedVolume, FoundReference, ReferenceOptions } from './reference.js';
import * as wording from './reference-pattern.js';

interface Beginning {
  readonly text: string;
  /** Where the reference begins, and where its first words end. */
  readonly start: number;
  readonly at: number;
  /** The references before it. */
  readonly before: readonly FoundReference[];
  readonly options: ReferenceOptions;
}

interface ReferenceReader {
  /** The group of `BEGINNING`. */
  readonly group: string;
  readonly read: (beginning: Beginning) => readonly FoundReference[];
}

export const readers: readonly ReferenceReader[] = [
  { group: 'series', read: readSeries },
  { group: 'volume', read: readVolume },
  { group: 'document', read: readDocuments },
  { group: 'footnote', read: readFootnotes },
  { group: 'neighbour', read: readNeighbour },
  { group: 'page', read: readPages },
  { group: 'ibid', read: readIbid },
  { group: 'message', read: readMessage },
];

/** `Foreign Relations, 1952–1954, vol. II, Part 1, pp. 1–20` */
function readSeries({ text, start, at }: Beginning): readonly FoundReference[] {
  const match = matchAt(wording.SERIES_VOLUME, text, at);
  const { years, volume, part } = match?.groups ?? {};
  const end = at + (match?.[0].length ?? 0);
  return end === at ? [] : withRest(text, start, end, { ...given({ years, volume, part }) });
}

/** `volume V`, `vol. V, Document 3` */
function readVolume({ text, start }: Beginning): readonly FoundReference[] {
  const match = matchAt(wording.OWN_VOLUME, text, start);
  if (!match) return [];
  const { volume, part } = match.groups ?? {};
  return withRest(text, start, start + match[0].length, given({ volume, part }));
}

/** The title of a volume, then documents or pages in it. */
function withRest(text: string, start: number, at: number, cites: CitedVolume): readonly FoundReference[] {
  const title = matchAt(wording.VOLUME_TITLE, text, at);
  const { span, document: follows } = title?.groups ?? {};
  const titled = title && (span !== undefined || follows !== undefined) ? at + title[0].length : at;
  const inside = matchAt(wording.IN_VOLUME, text, titled) ?? matchAt(wording.PAGES_IN_VOLUME, text, titled);
  const { document, page } = inside?.groups ?? {};
  const end = titled + (inside?.[0].length ?? 0);
  const whole: FoundReference = { start, end, refType: 'volume', cites: { ...cites, ...given({ document, page }) } };
  // "Documents 62 and 64": the numbers behind the first are references of their own.
  const more = document !== undefined && /Documents/.test(text.slice(titled, end)) ? numbersFrom(text, end) : [];
  return [
    whole,
    ...more.map((span): FoundReference => {
      const number = text.slice(span.start, span.end);
      return { ...span, refType: 'document', cites: { ...cites, document: number } };
    }),
  ];
}

/** `Document 7`, `Documents 7 and 8`, `Document 97 and footnote 1` */
function readDocuments({ text, start, at, before }: Beginning): readonly FoundReference[] {
  const first = matchAt(wording.NUMBERED, text, at);
  if (!first) return [];
  const end = at + first[0].length;
  const elsewhere = isElsewhere(text, start, before);
  const of = (number: string) => (elsewhere ? {} : { target: `#d${number}` });
  const note = matchAt(wording.AND_FOOTNOTE, text, end);
  if (note) {
    const { label } = note.groups ?? {};
    const target = elsewhere ? {} : { target: `#d${first[0]}fn${label}` };
    return [{ start, end: end + note[0].length, refType: 'note', ...target }];
  }
  const more = text.slice(start, at).trim() === 'Documents' ? numbersFrom(text, end) : [];
  return [
    { start, end, refType: 'document', ...of(first[0]) },
    ...more.map((span): FoundReference => ({ ...span, refType: 'document', ...of(text.slice(span.start, span.end)) })),
  ];
}

/** `footnote 2, Document 12`, `footnotes 5 and 9, Document 215`, `footnote 2 above`, `footnote 4, supra` */
function readFootnotes({ text, start, at, before, options }: Beginning): readonly FoundReference[] {
  const first = matchAt(wording.LABELLED, text, at);
  if (!first) return [];
  const labels = [{ start, end: at + first[0].length, label: first[0] }];
  for (let last = labels.at(-1); last; ) {
    const next = matchAt(wording.NEXT_LABEL, text, last.end);
    const from = last.end + (next?.[0].length ?? 0);
    const label = next ? matchAt(wording.LABELLED, text, from) : undefined;
    last = label && { start: from, end: from + label[0].length, label: label[0] };
    if (last) labels.push(last);
  }
  const end = labels.at(-1)?.end ?? at;
  const of = matchAt(wording.OF_DOCUMENT, text, end);
  const near = of ? undefined : matchAt(wording.OF_NEIGHBOUR, text, end);
  if (!of && !near && matchAt(wording.OF_ANOTHER, text, end)) return [];
  // "p. 315, and footnote 1": the note is on the page just named.
  const last = before.at(-1);
  if (last?.refType === 'page' && /^,? and $/.test(text.slice(last.end, start)) && !of) return [];
  const { document: number } = of?.groups ?? {};
  const { where } = near?.groups ?? {};
  const home = isElsewhere(text, start, before)
    ? undefined
    : number !== undefined
      ? `d${number}`
      : where !== undefined
        ? neighbour(options.document, where)
        : options.document;
  const rest = (of ?? near)?.[0].length ?? 0;
  return labels.map((span, index): FoundReference => {
    const isLast = index === labels.length - 1;
    return {
      start: span.start,
      end: isLast ? span.end + rest : span.end,
      refType: 'note',
      ...(home !== undefined && { target: `#${home}fn${span.label}` }),
    };
  });
}

/** `editorial note, infra` */
function readNeighbour({ text, start, at, options }: Beginning): readonly FoundReference[] {
  const home = neighbour(options.document, text.slice(start, at));
  return [{ start, end: at, refType: 'document', ...(home !== undefined && { target: `#${home}` }) }];
}

/** `p. 28`, `pp. 21–22` */
function readPages({ text, start, at, before }: Beginning): readonly FoundReference[] {
  const first = matchAt(wording.NUMBERED, text, at);
  if (!first) return [];
  const end = at + first[0].length;
  const own = !isElsewhere(text, start, before) && isOwnPage(text, start);
  const of = (number: string) => (own ? { target: `#pg_${number}` } : {});
  const more = /^p(?:p|ages)/.test(text.slice(start, at)) ? numbersFrom(text, end) : [];
  return [
    { start, end, refType: 'page', ...of(first[0]) },
    ...more.map((span): FoundReference => ({ ...span, refType: 'page', ...of(text.slice(span.start, span.end)) })),
  ];
}

/** `ibid.`: the kind of what it repeats; a message named on the way does not count. */
function readIbid({ text, start, at, before }: Beginning): readonly FoundReference[] {
  let index = before.length - 1;
  while (before[index]?.refType === 'bibliographic' && !/[Ii]/.test(text.charAt(before[index]?.start ?? 0))) index--;
  const refType = before[index]?.refType;
  return [{ start, end: at, refType: refType === 'archival' || refType === 'volume' ? refType : 'bibliographic' }];
}

/** `Telegram 1980 to Moscow, May 16` */
function readMessage({ text, start, at }: Beginning): readonly FoundReference[] {
  const match = matchAt(wording.MESSAGE, text, at);
  return match ? [{ start, end: at + match[0].length, refType: 'bibliographic' }] : [];
}

/** The further numbers of a list: ` and 8`, `–15`, `, 12, and 14`. */
function numbersFrom(text: string, at: number): readonly { readonly start: number; readonly end: number }[] {
  const numbers: { readonly start: number; readonly end: number }[] = [];
  for (let end = at; ; ) {
    const next = matchAt(wording.NEXT_NUMBER, text, end);
    const start = end + (next?.[0].length ?? 0);
    const number = next ? matchAt(wording.NUMBERED, text, start) : undefined;
    if (!number) return numbers;
    end = start + number[0].length;
    // A year, or the number of something else that is named behind it.
    if (/^\d{4}$/.test(number[0]) || /^\s?(?:\p{Lu}|[–-]\d{4})/u.test(text.slice(end, end + 6)) === true)
      return numbers;
    numbers.push({ start, end });
  }
}

/** Right behind the volume that it is in: `ibid., Document 204`, `Foreign Relations, 1947, vol. I, p. 48, footnote 2`. */
function isElsewhere(text: string, start: number, before: readonly FoundReference[]): boolean {
  const last = before.at(-1);
  if (!last || start - last.end > 40) return false;
  if (last.target !== undefined || !(last.refType === 'volume' || /^[Ii]bid/.test(text.slice(last.start, last.end))))
    return false;
  return /^,?\s?(?:[^.;()]{0,36},\s|and\s|\()?$/.test(text.slice(last.end, start));
}

/** How far back the words are read that say what a page is of. */
const REACH = 160;

function isOwnPage(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const clause = before.slice(Math.max(0, before.lastIndexOf('; '), before.lastIndexOf(') '), lastSentence(before)));
  return !wording.ANOTHER_WORK.test(clause) && wording.THIS_WORK.test(clause);
}

function lastSentence(text: string): number {
  let last = 0;
  for (const match of text.matchAll(/\p{Ll}[.?!]["”]? (?=\p{Lu})/gu)) last = match.index + match[0].length;
  return last;
}

/** The document before or after: `supra` and `infra` say so of what stands next to it. */
function neighbour(document: string | undefined, where: string): string | undefined {
  const number = Number(/^d(\d+)$/.exec(document ?? '')?.[1] ?? Number.NaN);
  const next = /infra/i.test(where) ? number + 1 : number - 1;
  return next > 0 ? `d${next}` : undefined;
}

function given(parts: { readonly [name: string]: string | undefined }): CitedVolume {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
