/** The words of a note -> the references in it: to documents, notes and pages of the volume, to volumes, archives and messages. */
import { archivalStretches } from './reference-archives.js';
import { beginningFor } from './reference-pattern.js';
import { readers } from './reference-readers.js';
import type { Repository } from './repository.js';
import { type Series, seriesTable } from './series.js';

export type ReferenceType = 'document' | 'note' | 'page' | 'volume' | 'archival' | 'bibliographic';

/** What a reference names outside the volume: `Foreign Relations, 1952–1954, vol. II, Part 1, Document 3`. */
export interface CitedVolume {
  readonly years?: string;
  readonly volume?: string;
  readonly part?: string;
  readonly document?: string;
  readonly page?: string;
}

export interface FoundReference {
  readonly start: number;
  readonly end: number;
  readonly refType: ReferenceType;
  /** `#d7`, `#d12fn2`, `#pg_28`, `frus1958-60v10p2#d3`: formed from the words; whether it exists is for the caller to see. */
  readonly target?: string;
  readonly cites?: CitedVolume;
  /** Id of the volume that is cited, as its series names it: `frus1958-60v10p2`. */
  readonly volume?: string;
  /** It is a page or document of a work that is none of the series: `ibid.` behind it, too. */
  readonly isForeign?: boolean;
}

export interface ReferenceOptions {
  /** Id of the document that the text belongs to (`d15`): for `footnote 2 above` and `editorial note, infra`. */
  readonly document?: string;
  /** Repositories beside the built-in table. */
  readonly repositories?: readonly Repository[];
  /** Series beside the built-in table. */
  readonly series?: readonly Series[];
  /** The reference that an `ibid.` at the beginning repeats, of the note before. */
  readonly last?: FoundReference;
  /** Id of the volume that the text belongs to, for `vol. III` of the same years. */
  readonly volume?: string;
  /** Nothing but the name of a folder says the volume: then `vol. III` alone is none of the series, `vol. III, Document 4` is. */
  readonly isVolumeInferred?: boolean;
}

/**
 * In: `See footnote 2, Document 12, and Documents 7 and 8.` Out: three references: `footnote 2, Document 12` to
 * `#d12fn2`, `Documents 7` to `#d7`, `8` to `#d8`. They stand in order and do not overlap.
 */
export function findReferences(text: string, options: ReferenceOptions = {}): readonly FoundReference[] {
  const archives = archivalStretches(text, options.repositories);
  const found: FoundReference[] = [];
  let next = 0;
  const addArchives = (until: number) => {
    for (let archive = archives[next]; archive && archive.start <= until; archive = archives[++next])
      if (archive.start >= (found.at(-1)?.end ?? 0)) found.push({ ...archive, refType: 'archival' });
  };
  const beginning = beginningFor(seriesTable(options.series));
  let from = 0;
  for (let match = beginning.find(text, from); match; match = beginning.find(text, from)) {
    const { groups = {}, index } = match;
    from = index + match[0].length;
    addArchives(index);
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const reader = readers.find(({ group }) => groups[group] !== undefined);
    const references = reader?.read({ text, start: index, at: index + match[0].length, before: found, options }) ?? [];
    for (const reference of references) found.push(reference);
    from = Math.max(from, references.at(-1)?.end ?? 0);
  }
  addArchives(text.length);
  return found;
}
