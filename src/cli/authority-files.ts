/** `--authority FILE` and the setting `authority` -> the persons and terms that hold for a document. */
import type { Authority } from '../authority/index.js';
import type { Complaints } from './complaints.js';
import type { Settings } from './edition-file.js';
import { listPaths, listReader } from './list-files.js';
import type { World } from './world.js';

export interface AuthorityFlags {
  readonly authority: readonly string[];
}

/** The authority for a document with these settings; undefined where none is named. */
export type ReadAuthority = (settings: Settings) => Promise<Authority | undefined>;

/** In: the flags as they were given. Out: what reads the lists of a document; its index is made once for all that have the same. */
export function authorityReader(flags: AuthorityFlags, world: World, complaints: Complaints): ReadAuthority {
  const library = () => import('../authority/index.js');
  const read = listReader<Authority, Authority>(
    {
      read: async (source, report) => (await library()).loadAuthority(source, report),
      join: async (lists) => (await library()).joinAuthorities(lists),
    },
    world,
    complaints,
  );
  return (settings) => read(authorityPaths(flags, settings, world));
}

/** The files of the lists that hold for a document. */
export function authorityPaths({ authority }: AuthorityFlags, settings: Settings, world: World): readonly string[] {
  return listPaths(authority, settings.values.authority, settings, world);
}
