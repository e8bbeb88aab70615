/** The words of a note -> the references in it: to documents, notes and pages of the volume, to volumes, archives and messages. */
import type { Span } from './content.js';
import { matchAt } from './match-at.js';
import { archivalStretches } from './reference-archives.js';
import { BEGINNING } from './reference-pattern.js';
import { readers } from './reference-readers.js';
import type { Repository } from './repository.js';

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
  /** `#d7`, `#d12fn2`, `#pg_28`: formed from the words; whether it exists is for the caller to see. */
  readonly target?: string;
  readonly cites?: CitedVolume;
}

export interface ReferenceOptions {
  /** Id of the document that the text belongs to (`d15`): for `footnote 2 above` and `editorial note, infra`. */
  readonly document?: string;
  /** Repositories beside the built-in table. */
  readonly repositories?: readonly Repository[];
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
  const beginning = new RegExp(BEGINNING);
  for (let match = matchAt(beginning, text, 0); match; match = matchAt(beginning, text, beginning.lastIndex)) {
    const { groups = {}, index } = match;
    addArchives(index);
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const reader = readers.find(({ group }) => groups[group] !== undefined);
    const references = reader?.read({ text, start: index, at: index + match[0].length, before: found, options }) ?? [];
    for (const reference of references) found.push(reference);
    beginning.lastIndex = Math.max(beginning.lastIndex, references.at(-1)?.end ?? 0);
  }
  addArchives(text.length);
  return found;
}

/** The references of a text as spans of its content. */
export function referenceSpans(text: string, options: ReferenceOptions = {}): readonly Span[] {
  return findReferences(text, options).map(({ start, end, refType, target }) => ({
    start,
    end,
    phrase: { type: 'ref', refType, ...(target !== undefined && { target }) },
  }));
}
