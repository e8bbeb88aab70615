/** The readers of references, one for each wording that may begin one. */
import { matchAt } from './match-at.js';
import type { FoundReference } from './reference.js';
import { numbersFrom } from './reference-numbers.js';
import * as wording from './reference-pattern.js';
import { type Beginning, readIbid, readSeries, readVolume } from './reference-volumes.js';
import { clauseBefore, isOfAnotherWork } from './reference-works.js';

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

/** `Document 7`, `Documents 7 and 8`, `Document 97 and footnote 1` */
function readDocuments({ text, start, at, before }: Beginning): readonly FoundReference[] {
  const first = matchAt(wording.NUMBERED, text, at);
  if (!first) return [];
  const end = at + first[0].length;
  const elsewhere = volumeBefore(text, start, before);
  const isForeign = !elsewhere && isOfAnotherWork(text, start);
  const home = isForeign ? undefined : !elsewhere ? '' : elsewhere.volume;
  // `ibid.` in the next note is the volume again.
  const known = elsewhere?.volume === undefined ? {} : { volume: elsewhere.volume, cites: elsewhere.cites ?? {} };
  const of = (number: string) =>
    isForeign ? { isForeign } : home === undefined ? {} : { target: `${home}#d${number}`, ...known };
  const note = matchAt(wording.AND_FOOTNOTE, text, end);
  if (note) {
    const { label } = note.groups ?? {};
    return [{ start, end: end + note[0].length, refType: 'note', ...of(`${first[0]}fn${label}`) }];
  }
  const more = text.slice(start, at).trim() === 'Documents' ? numbersFrom(text, end) : [];
  const last = more.at(-1)?.end ?? end;
  // "printed as Document 25 in Foreign Relations, ...": the volume is named behind it.
  if (matchAt(wording.IN_ANOTHER_VOLUME, text, last)) return [{ start, end: last, refType: 'document' }];
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
  const between = last?.refType === 'page' && !of ? text.slice(last.end, start) : '';
  if (/^,? and $/.test(between) || (last?.target === undefined && /^,\s$/.test(between))) return [];
  const { document: number } = of?.groups ?? {};
  const { where } = near?.groups ?? {};
  const home = volumeBefore(text, start, before)
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
  const work = volumeBefore(text, start, before) ? 'volume' : workOfPage(text, start);
  const of = (number: string) =>
    work === 'own' ? { target: `#pg_${number}` } : work === 'foreign' ? { isForeign: true } : {};
  const more = /^p(?:p|ages)/.test(text.slice(start, at)) ? numbersFrom(text, end) : [];
  return [
    { start, end, refType: 'page', ...of(first[0]) },
    ...more.map((span): FoundReference => ({ ...span, refType: 'page', ...of(text.slice(span.start, span.end)) })),
  ];
}

/** `Telegram 1980 to Moscow, May 16` */
function readMessage({ text, start, at }: Beginning): readonly FoundReference[] {
  const match = matchAt(wording.MESSAGE, text, at);
  return match ? [{ start, end: at + match[0].length, refType: 'bibliographic' }] : [];
}

/** Right behind the volume that it is in: `ibid., Document 204`, `Foreign Relations, 1947, vol. I, p. 48, footnote 2`. */
function volumeBefore(text: string, start: number, before: readonly FoundReference[]): FoundReference | undefined {
  const last = before.at(-1);
  if (!last || start - last.end > 40 || last.target?.startsWith('#')) return undefined;
  if (!(last.refType === 'volume' || /^[Ii]bid/.test(text.slice(last.start, last.end)))) return undefined;
  return /^,?\s?(?:as\s|(?:pp?\.\s?\d[\d–-]*|[^.;()]{0,36}),\s|and\s|\()?$/.test(text.slice(last.end, start))
    ? last
    : undefined;
}

/** Undefined where the words do not say. */
function workOfPage(text: string, start: number): 'own' | 'foreign' | undefined {
  const clause = clauseBefore(text, start);
  const other = wording.ANOTHER_WORK.exec(clause)?.[0];
  if (other !== undefined) return /^(?:Foreign Relations|[Vv]ol|[Ii]bid)/.test(other) ? undefined : 'foreign';
  return wording.THIS_WORK.test(clause) ? 'own' : undefined;
}

/** The document before or after: `supra` and `infra` say so of what stands next to it. */
function neighbour(document: string | undefined, where: string): string | undefined {
  const number = Number(/^d(\d+)$/.exec(document ?? '')?.[1] ?? Number.NaN);
  const next = /infra/i.test(where) ? number + 1 : number - 1;
  return next > 0 ? `d${next}` : undefined;
}
