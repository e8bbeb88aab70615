/** `--targets FILE` and the setting `targets` -> what references of a document may point to. */
import { resolve } from 'node:path';
import type { TargetList } from '../authority/index.js';
import type { Targets } from '../document/index.js';
import type { Complaints } from './complaints.js';
import type { Settings } from './edition-file.js';
import { readFile } from './read-file.js';
import { shownPath } from './shown-path.js';
import type { World } from './world.js';

export interface TargetFlags {
  readonly targets?: readonly string[];
}

/** The targets for a document with these settings; undefined where no list is named. */
export type ReadTargets = (settings: Settings) => Promise<Targets | undefined>;

/** As for lists of persons: the command line goes before the settings; each list is read once. */
export function targetsReader(flags: TargetFlags, world: World, complaints: Complaints): ReadTargets {
  const lists = new Map<string, Promise<TargetList | undefined>>();
  const joined = new Map<string, Promise<Targets>>();
  const { cwd } = world;
  const read = (file: string): Promise<TargetList | undefined> => {
    const list = lists.get(file) ?? readList(file, shownPath(cwd, file), complaints);
    lists.set(file, list);
    return list;
  };
  return async (settings) => {
    const files = targetPaths(flags, settings, world);
    if (files.length === 0) return undefined;
    const key = files.join('\n');
    const whole = joined.get(key) ?? join(files.map(read));
    joined.set(key, whole);
    return whole;
  };
}

/** The files of the lists that hold for a document. */
export function targetPaths(
  { targets = [] }: TargetFlags,
  { values, folder }: Settings,
  { cwd }: World,
): readonly string[] {
  const named = targets.length > 0 ? targets : (values.targets ?? []);
  return named.map((name) => resolve(targets.length > 0 ? cwd : (folder ?? cwd), name));
}

async function readList(file: string, shown: string, complaints: Complaints): Promise<TargetList | undefined> {
  const source = readFile(file, shown, (diagnostic) => complaints.report(shown, diagnostic));
  if (!source) return undefined;
  const { loadTargets } = await import('../authority/index.js');
  return loadTargets(source, (diagnostic) => complaints.report(shown, diagnostic));
}

async function join(lists: readonly Promise<TargetList | undefined>[]): Promise<Targets> {
  const read = (await Promise.all(lists)).filter((list) => list !== undefined);
  const volumes = new Set(read.flatMap(({ volume }) => volume ?? []));
  const [volume] = volumes;
  return {
    ids: new Set(read.flatMap(({ ids }) => ids)),
    ...(volumes.size === 1 && volume !== undefined && { volume }),
  };
}
