/** `--authority FILE` and the setting `authority` -> the persons and terms that hold for a document. */
import { resolve } from 'node:path';
import type { Authority } from '../authority/index.js';
import type { Complaints } from './complaints.js';
import type { Settings } from './edition-file.js';
import { readFile } from './read-file.js';
import { shownPath } from './shown-path.js';
import type { World } from './world.js';

export interface AuthorityFlags {
  readonly authority: readonly string[];
}

/** The authority for a document with these settings; undefined where none is named. */
export type ReadAuthority = (settings: Settings) => Promise<Authority | undefined>;

/**
 * Lists that are named on the command line, relative to the working folder, go before those of the settings, relative to
 * their file. Each list is read once; what is wrong with it is complained of once.
 */
export function authorityReader({ authority }: AuthorityFlags, { cwd }: World, complaints: Complaints): ReadAuthority {
  const lists = new Map<string, Promise<Authority | undefined>>();
  const joined = new Map<string, Promise<Authority>>();
  const read = (file: string): Promise<Authority | undefined> => {
    const list = lists.get(file) ?? readList(file, shownPath(cwd, file), complaints);
    lists.set(file, list);
    return list;
  };
  return async ({ values, folder }) => {
    const named = authority.length > 0 ? authority : (values.authority ?? []);
    const files = named.map((name) => resolve(authority.length > 0 ? cwd : (folder ?? cwd), name));
    if (files.length === 0) return undefined;
    const key = files.join('\n');
    // One object for all documents that have the same lists: its index is made once.
    const whole = joined.get(key) ?? join(files.map(read));
    joined.set(key, whole);
    return whole;
  };
}

async function readList(file: string, shown: string, complaints: Complaints): Promise<Authority | undefined> {
  const source = readFile(file, shown, (diagnostic) => complaints.report(shown, diagnostic));
  if (!source) return undefined;
  const { loadAuthority } = await import('../authority/index.js');
  return loadAuthority(source, (diagnostic) => complaints.report(shown, diagnostic));
}

async function join(lists: readonly Promise<Authority | undefined>[]): Promise<Authority> {
  const { joinAuthorities } = await import('../authority/index.js');
  return joinAuthorities((await Promise.all(lists)).filter((list) => list !== undefined));
}
