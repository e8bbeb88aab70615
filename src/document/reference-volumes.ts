/** The readers of references to volumes of a series: the volume, its documents and pages, and `ibid.` for it. */
import { matchAt } from './match-at.js';
import type { CitedVolume, FoundReference, ReferenceOptions } from './reference.js';
import { numbersFrom } from './reference-numbers.js';
import * as wording from './reference-pattern.js';
import { isOfAnotherWork } from './reference-works.js';
import { type Series, seriesOf, seriesTable, volumeId } from './series.js';

/** Where a reference begins: what its reader is given. */
export interface Beginning {
  readonly text: string;
  /** Where the reference begins, and where its first words end. */
  readonly start: number;
  readonly at: number;
  /** The references before it. */
  readonly before: readonly FoundReference[];
  readonly options: ReferenceOptions;
}

/** What is known of a volume before its documents and pages are read. */
interface Volume {
  readonly cites: CitedVolume;
  readonly id: string | undefined;
}

/** `Foreign Relations, 1952–1954, vol. II, Part 1, pp. 1–20` */
export function readSeries({ text, start, at, options }: Beginning): readonly FoundReference[] {
  const name = text.slice(start, at).replace(/\s/g, ' ');
  const series = seriesTable(options.series).find((one) => plainDashes(one.name) === plainDashes(name));
  for (const [words, id] of Object.entries(series?.volumes ?? {})) {
    const named = matchAt(wording.namedVolume(words), text, at);
    if (named) return withRest(text, start, at + named[0].length, { cites: {}, id });
  }
  const match = matchAt(wording.SERIES_VOLUME, text, at);
  const { years, volume, part } = match?.groups ?? {};
  const end = at + (match?.[0].length ?? 0);
  return end === at ? [] : withRest(text, start, end, volumeOf(series, given({ years, volume, part })));
}

/** `volume V`, `vol. V, Document 3`: of the years of this volume. */
export function readVolume({ text, start, options }: Beginning): readonly FoundReference[] {
  const match = matchAt(wording.OWN_VOLUME, text, start);
  if (!match) return [];
  const { volume, part } = match.groups ?? {};
  const cites = given({ volume, part });
  const own = options.volume === undefined ? undefined : seriesOf(options.volume, seriesTable(options.series));
  const named = own && volumeOf(own.series, { ...cites, years: own.years }).id;
  // `vol. i` in volume I is of another work; so is one behind the title of a work.
  const isOfWork = isOfAnotherWork(text, start);
  const isOther =
    isOfWork ||
    options.volume?.startsWith(named ?? ' ') ||
    wording.BEHIND_TITLE.test(text.slice(Math.max(0, start - 120), start));
  const id = isOther ? undefined : named;
  const end = start + match[0].length;
  const found = withRest(text, start, end, { cites, id });
  if (isOfWork) return found.map((one) => ({ ...one, isForeign: true }));
  const [{ cites: { document, page } = {} } = {}] = found;
  const isWhole = document === undefined && (page === undefined || !isSmall(cites));
  return options.isVolumeInferred && isWhole ? withRest(text, start, end, { cites, id: undefined }) : found;
}

/** `ibid.`: the kind of what it repeats; a message named on the way does not count. */
export function readIbid({ text, start, at, before, options }: Beginning): readonly FoundReference[] {
  let index = before.length - 1;
  while (before[index]?.refType === 'bibliographic' && !/[Ii]/.test(text.charAt(before[index]?.start ?? 0))) index--;
  const refType = before[index]?.refType;
  if (isForeign(text, start, before[index] ?? options.last, before))
    return [{ start, end: at, refType: 'bibliographic', isForeign: true }];
  const held = before.length > 0 ? before.findLast(({ volume }) => volume !== undefined) : options.last;
  const again: FoundReference = {
    start,
    end: at,
    refType: refType === 'archival' ? refType : held || refType === 'volume' ? 'volume' : 'bibliographic',
    ...(held?.volume !== undefined && { volume: held.volume }),
    ...(held?.cites && { cites: held.cites }),
  };
  if (held?.volume === undefined) return [again];
  const other = matchAt(wording.SERIES_VOLUME, text, at);
  const { years = held.cites?.years, volume, part } = other?.groups ?? {};
  if (other && volume !== undefined) {
    const series = seriesOf(held.volume, seriesTable(options.series))?.series;
    const next = volumeOf(series, given({ years, volume, part }));
    const from = at + (/^,?\s/.exec(other[0])?.[0].length ?? 0);
    const end = at + other[0].length;
    return isSmall(next.cites) ? withRest(text, start, end, next) : [again, ...withRest(text, from, end, next)];
  }
  if (isSmall(held.cites) && matchAt(wording.PAGES_IN_VOLUME, text, at))
    return withRest(text, start, at, { cites: held.cites ?? {}, id: held.volume });
  return [again];
}

/** The work before it is none of the series, whether a page of it is named or not. */
function isForeign(
  text: string,
  start: number,
  last: FoundReference | undefined,
  before: readonly FoundReference[],
): boolean {
  if (last?.isForeign) return true;
  // Right behind a volume stands its title: `volume E–14, part 1, Documents on the United Nations, and ibid.`
  const between = text.slice(before.at(-1)?.end ?? 0, start).replace(/^,[^.;()]{0,200}/, '');
  return wording.COLLECTION.test(between.slice(-200));
}

function volumeOf(series: Series | undefined, cites: CitedVolume): Volume {
  return { cites, id: series && cites.volume !== undefined ? volumeId(series, cites) : undefined };
}

/** The title of a volume, then documents or pages in it. */
function withRest(text: string, start: number, at: number, { cites, id }: Volume): readonly FoundReference[] {
  const title = matchAt(wording.VOLUME_TITLE, text, at);
  const { title: words = '', span, document: follows } = title?.groups ?? {};
  const isTitle = span !== undefined || (follows !== undefined && !wording.NO_TITLE.test(words));
  const titled = title && isTitle ? at + title[0].length : at;
  const inside = matchAt(wording.IN_VOLUME, text, titled);
  const paged = inside ? undefined : matchAt(wording.PAGES_IN_VOLUME, text, titled);
  const { document } = inside?.groups ?? {};
  const { page } = paged?.groups ?? {};
  const part = (kind: 'd' | 'pg_', number: string | undefined) =>
    id === undefined ? {} : { target: number === undefined ? id : `${id}#${kind}${number}`, volume: id };
  const whole = { start, refType: 'volume' as const, cites: { ...cites, ...given({ document, page }) } };
  if (paged && id !== undefined) {
    // Volumes in small capitals are of the years when pages were cited; later ones cite the volume, then its pages.
    if (!isSmall(cites)) return [{ ...whole, end: titled, ...part('pg_', undefined) }];
    const end = titled + (wording.FIRST_PAGE.exec(paged[0])?.[0].length ?? paged[0].length);
    const more = numbersFrom(text, end).map((number): FoundReference => {
      return { ...number, refType: 'page', ...part('pg_', text.slice(number.start, number.end)) };
    });
    return [{ ...whole, end, ...part('pg_', page) }, ...more];
  }
  const { open } = inside?.groups ?? {};
  const last = titled + ((inside ?? paged)?.[0].length ?? 0);
  const end = open !== undefined && text[last] === ')' ? last + 1 : last;
  // "Documents 62 and 64": the numbers behind the first are references of their own.
  const more = document !== undefined && /Documents/.test(text.slice(titled, end)) ? numbersFrom(text, end) : [];
  return [
    { ...whole, end, ...part('d', document) },
    ...more.map((span): FoundReference => {
      const number = text.slice(span.start, span.end);
      return { ...span, refType: 'document', cites: { ...cites, document: number }, ...part('d', number) };
    }),
  ];
}

/** `vol. vi`, set in small capitals. */
function isSmall(cites: CitedVolume | undefined): boolean {
  return /^[ivxlc]+$/.test(cites?.volume ?? '');
}

function plainDashes(words: string): string {
  return words.replace(/–/g, '-');
}

function given(parts: { readonly [name: string]: string | undefined }): CitedVolume {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}
