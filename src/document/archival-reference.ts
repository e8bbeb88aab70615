/** The words of an archival reference -> its parts: `Kennedy Library, National Security Files, Countries Series, USSR, Box 183`. */
import { ENGLISH_MONTH } from './date-languages.js';
import { CONTINUES, NAMES_A_SERIES, OUTSIDE_GROUPS, REFERENCE_FORMS } from './file-numbers.js';
import { createFinder, type Finder } from './finder.js';
import { matchAt } from './match-at.js';
import { escaped } from './one-of.js';
import { PUBLICATIONS, REPOSITORIES } from './repositories.js';
import type { Repository } from './repository.js';
import type { ArchivalReferenceParts } from './source-note-model.js';
import type { Stretch } from './source-note-sentences.js';

export type FoundArchivalReference = ArchivalReferenceParts & Stretch;

/** Names and aliases of repositories and printed works, the longest first. */
export interface RepositoryNames {
  /** By their first letters. */
  readonly entries: ReadonlyMap<string, readonly NamedEntry[]>;
  /** Where one of them, or `ibid.`, stands before a comma or colon. */
  readonly anywhere: Finder;
}

interface NamedEntry {
  readonly alias: string;
  readonly name: string;
  readonly isPrinted: boolean;
}

/** Made once for an edition: its notes are many. */
const made = new WeakMap<readonly Repository[], RepositoryNames>();

/** In: the repositories of an edition. Out: their names with those of the built-in table; an edition's own come first. */
export function repositoryNames(own: readonly Repository[]): RepositoryNames {
  const known = made.get(own);
  if (known) return known;
  const named = [...own, ...REPOSITORIES].flatMap(({ name, aliases = [] }) =>
    [name, ...aliases].map((alias) => ({ alias, name, isPrinted: false })),
  );
  const printed = PUBLICATIONS.map((name) => ({ alias: name, name, isPrinted: true }));
  const entries = [...named, ...printed].sort((a, b) => b.alias.length - a.alias.length);
  const byInitial = new Map<string, NamedEntry[]>();
  for (const entry of entries) {
    const initial = entry.alias.charAt(0);
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), entry]);
  }
  const aliases = entries.map(({ alias }) => escaped(alias)).join('|');
  const names = {
    entries: byInitial,
    anywhere: createFinder(new RegExp(`(?<![\\p{L}\\d])(?:[Ii]bid\\.|${aliases})(?=[,:])`, 'uy'), [
      'Ib',
      'ib',
      ...entries.map(({ alias }) => alias),
    ]),
  };
  made.set(own, names);
  return names;
}

const IBID = /(?:[Ii]bid(?:em)?(?!\p{L})\.?|[Ee]benda\b|[Ee]bd\.)/uy;
/** Behind `Department of State`, without a comma: `INR–NIE Files`. */
const FILES_FOLLOW = /\s[^,.;:()]{0,40}\b(?:Files?|Records|Lot|Job|Collection|Papers)\b/y;
/** A repository that no table has: `Bancroft Library`. */
const UNLISTED =
  /(?:\p{Lu}[\p{L}.’'-]*\s(?:(?:of|for|the|and|de|für|der)\s){0,2}){1,6}?(?:Library|Archives?|Archiv|Bibliothek|Museum|University|Historical Society|Record Office)(?=[,:])/uy;

/** In: a stretch of a text that may be a reference. Out: its parts; undefined where it names no repository. */
export function parseArchivalReference(
  text: string,
  start: number,
  end: number,
  names: RepositoryNames,
  previous: FoundArchivalReference | undefined,
): FoundArchivalReference | undefined {
  const opening = openingAt(text, start, names);
  if (!opening || opening.end > end) return undefined;
  const stretch = { text: text.slice(start, end), start, end };
  const rest = text.slice(opening.end, end).replace(/^[\s,:.]+/, '');
  if (opening.publication !== undefined) return { publication: opening.publication, ...stretch, ibid: false };
  if (opening.repository !== undefined)
    return { repository: homeOf(opening.repository, rest), ...partsOf(rest), ...stretch, ibid: false };
  if (!previous) return { ...partsOf(rest), ...stretch, ibid: true };
  return { ...inherited(previous, partsOf(rest), rest), ...stretch, ibid: true };
}

/** Record groups are those of the United States: `The National Archives, RG 59` is not at Kew. */
function homeOf(repository: string, rest: string): string {
  return repository === 'The National Archives' && /^(?:RG|Record Group)[ -]?\d|^Nixon /.test(rest)
    ? 'National Archives'
    : repository;
}

interface Opening {
  readonly end: number;
  readonly repository?: string;
  readonly publication?: string;
}

/** The name that opens a reference, or `ibid.` */
export function openingAt(text: string, at: number, names: RepositoryNames): Opening | undefined {
  const ibid = matchAt(IBID, text, at);
  if (ibid) return { end: at + ibid[0].length };
  const start = text.startsWith('the ', at) || text.startsWith('The ', at) ? at + 4 : at;
  for (const from of start === at ? [at] : [at, start]) {
    const entries = names.entries.get(text.charAt(from));
    const entry = entries?.find(({ alias }) => text.startsWith(alias, from) && isWhole(text, from + alias.length));
    if (!entry) continue;
    const end = from + entry.alias.length;
    return entry.isPrinted ? { end, publication: entry.name } : { end, repository: entry.name };
  }
  const unlisted = matchAt(UNLISTED, text, start);
  return unlisted && { end: start + unlisted[0].length, repository: unlisted[0] };
}

/** The name ends here: `Department of State Bulletin` is not the Department. */
function isWhole(text: string, at: number): boolean {
  return /^(?:[,.:;()]|$|\s[(:]|[’']s\b)/.test(text.slice(at, at + 4)) || matchAt(FILES_FOLLOW, text, at) !== undefined;
}

type Parts = Omit<ArchivalReferenceParts, 'text' | 'ibid'>;

function partsOf(rest: string): Parts {
  const names: string[] = [];
  const containers: string[] = [];
  const identifiers: string[] = [];
  let group: string | undefined;
  let last: string[] | undefined;
  let isContained = false;
  for (const piece of piecesOf(rest)) {
    const part = REFERENCE_FORMS.find(({ form }) => form.test(piece))?.part;
    if (part === 'group') group = piece;
    else if (part === 'container') containers.push(piece);
    else if (part === 'identifier') identifiers.push(piece);
    else if (last === names && (CONTINUES.test(piece) || ON_A_DAY.test(names.at(-1) ?? '')))
      names.push(`${names.pop()}, ${piece}`);
    else {
      names.push(piece);
      isContained = containers.length > 0;
    }
    last = part === undefined ? names : undefined;
  }
  const collection = group ?? names.shift();
  const isFile = isContained || names.length > 1 || (names.length === 1 && !NAMES_A_SERIES.test(names[0] ?? ''));
  const file = isFile ? names.pop() : undefined;
  return {
    ...(collection !== undefined && { collection }),
    ...(names.length > 0 && { series: names }),
    ...(file !== undefined && { file }),
    ...(containers.length > 0 && { container: containers.join(', ') }),
    ...(identifiers.length > 0 && { identifier: identifiers.join(', ') }),
  };
}

/** The folder of a conversation: its day, and who had it: `January 8, 1975, Ford, Kissinger`. */
const ON_A_DAY = new RegExp(String.raw`^${ENGLISH_MONTH} \d{1,2}(?:[–-]\d{1,2})?, \d{4}(?:,|$)`);

/** The pieces between commas; `Presidential Correspondence: Lot 66 D 204` is two. */
function piecesOf(rest: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number, next: number) => {
    const piece = rest.slice(start, end).trim();
    if (piece !== '') pieces.push(piece);
    start = next;
  };
  for (let at = 0; at < rest.length; at++) {
    const character = rest.charAt(at);
    if ('([“'.includes(character)) depth++;
    else if (')]”'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (character === ',') cut(at, at + 1);
    else if (character === ':' && /^: ?(?:Lot|FRC|Job|Box|RG|Accession) ?[\d\w]/.test(rest.slice(at, at + 14)))
      cut(at, at + 1);
  }
  cut(rest.length, rest.length);
  return pieces;
}

/** `ibid.` alone is the same place; with a file number, the same collection; with a name, the same repository. */
function inherited(previous: FoundArchivalReference, parts: Parts, rest: string): Parts {
  const { text: _text, start: _start, end: _end, ibid: _ibid, ...all } = previous;
  const { repository, collection, series, publication } = all;
  if (rest === '') return all;
  if (publication !== undefined) return { publication };
  const home = repository === undefined ? {} : { repository };
  const isNumber = parts.collection === undefined;
  if (isNumber) {
    const { container } = all;
    const isFolder = parts.identifier === undefined && /^Folder/.test(parts.container ?? '');
    const box = isFolder ? /^(?:.*, )?Box [^,]+/.exec(container ?? '')?.[0] : undefined;
    return {
      ...home,
      ...(collection !== undefined && { collection }),
      ...(series && { series }),
      ...parts,
      ...(box !== undefined && parts.container !== undefined && { container: `${box}, ${parts.container}` }),
    };
  }
  // Record groups are named once: "ibid., Central Files" is in the group of the reference before it.
  const isGroup = /^(?:RG|Record Group)[ -]?\d/.test(collection ?? '');
  if (!isGroup || collection === undefined || OUTSIDE_GROUPS.test(parts.collection ?? '')) return { ...home, ...parts };
  const moved = parts.series ? [...(parts.collection ? [parts.collection] : []), ...parts.series] : undefined;
  return { ...home, ...parts, collection, series: moved ?? (parts.collection ? [parts.collection] : []) };
}
