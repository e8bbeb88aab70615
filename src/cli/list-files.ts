/** Lists that the command line or the settings name -> what they say together, each read once. */
import { resolve } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { Complaints } from './complaints.js';
import type { Settings } from './edition-file.js';
import { readFile } from './read-file.js';
import { shownPath } from './shown-path.js';
import type { World } from './world.js';

/**
 * In: the names that the command line gives, and those of the settings. Out: absolute paths; names of the command line are relative to the
 * working folder and go before those of the settings, which are relative to their file.
 */
export function listPaths(
  flags: readonly string[],
  named: readonly string[] = [],
  { folder }: Pick<Settings, 'folder'>,
  { cwd }: World,
): readonly string[] {
  return flags.length > 0 ? flags.map((name) => resolve(cwd, name)) : named.map((name) => resolve(folder ?? cwd, name));
}

/** How lists of a kind are read and put together. */
export interface ListKind<List, Whole> {
  read(source: Source, report: Report): Promise<List>;
  join(lists: readonly List[]): Promise<Whole>;
}

/**
 * In: the kind of the lists. Out: what reads those at some paths; undefined where there are none. A list that cannot be had is left out, and
 * what is wrong with one is complained of once. Documents that have the same lists get one and the same object.
 */
export function listReader<List, Whole>(
  { read, join }: ListKind<List, Whole>,
  { cwd }: World,
  complaints: Complaints,
): (paths: readonly string[]) => Promise<Whole | undefined> {
  const lists = new Map<string, Promise<List | undefined>>();
  const joined = new Map<string, Promise<Whole>>();
  const readList = async (file: string): Promise<List | undefined> => {
    const shown = shownPath(cwd, file);
    const report: Report = (diagnostic) => complaints.report(shown, diagnostic);
    const source = readFile(file, shown, report);
    return source && read(source, report);
  };
  const joinAll = async (paths: readonly string[]): Promise<Whole> => {
    const found = paths.map((file) => {
      const list = lists.get(file) ?? readList(file);
      lists.set(file, list);
      return list;
    });
    return join((await Promise.all(found)).filter((list) => list !== undefined));
  };
  return async (paths) => {
    if (paths.length === 0) return undefined;
    const key = paths.join('\n');
    const whole = joined.get(key) ?? joinAll(paths);
    joined.set(key, whole);
    return whole;
  };
}
