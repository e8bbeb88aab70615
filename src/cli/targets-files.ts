/** `--targets FILE` and the setting `targets` -> what references of a document may point to. */
import type { TargetList } from '../authority/index.js';
import type { Targets } from '../document/index.js';
import type { Complaints } from './complaints.js';
import type { Settings } from './edition-file.js';
import { listPaths, listReader } from './list-files.js';
import type { World } from './world.js';

export interface TargetFlags {
  readonly targets?: readonly string[];
}

/** The targets for a document with these settings; undefined where no list is named. */
export type ReadTargets = (settings: Settings) => Promise<Targets | undefined>;

/** In: the flags as they were given. Out: what reads the lists of a document. */
export function targetsReader(flags: TargetFlags, world: World, complaints: Complaints): ReadTargets {
  const read = listReader<TargetList, Targets>(
    {
      read: async (source, report) => (await import('../authority/index.js')).loadTargets(source, report),
      join: async (lists) => joinTargets(lists),
    },
    world,
    complaints,
  );
  return (settings) => read(targetPaths(flags, settings, world));
}

/** The files of the lists that hold for a document. */
export function targetPaths({ targets = [] }: TargetFlags, settings: Settings, world: World): readonly string[] {
  return listPaths(targets, settings.values.targets, settings, world);
}

/** The volume is known where all lists that name one name the same. */
function joinTargets(lists: readonly TargetList[]): Targets {
  const volumes = new Set(lists.flatMap(({ volume }) => volume ?? []));
  const [volume] = volumes;
  return {
    ids: new Set(lists.flatMap(({ ids }) => ids)),
    ...(volumes.size === 1 && volume !== undefined && { volume }),
  };
}
