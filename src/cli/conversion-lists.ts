/** Flags and settings -> what a transcription is converted with beside the settings themselves: persons and terms, targets, decisions. */
import type { Authority } from '../authority/index.js';
import type { Targets } from '../document/index.js';
import type { Decision } from '../transcript/index.js';
import { type AuthorityFlags, authorityReader } from './authority-files.js';
import type { Complaints } from './complaints.js';
import { type DecisionFlags, decisionsReader } from './decisions-file.js';
import type { Settings } from './edition-file.js';
import { type TargetFlags, targetsReader } from './targets-files.js';
import type { World } from './world.js';

export interface ConversionLists {
  readonly authority: Authority | undefined;
  readonly targets: Targets | undefined;
  readonly decisions: readonly Decision[] | undefined;
}

/** In: the flags as they were given. Out: what reads the lists of a transcription with some settings; what is wrong with them is complained of. */
export function conversionLists(
  flags: AuthorityFlags & TargetFlags & DecisionFlags,
  world: World,
  complaints: Complaints,
): (settings: Settings) => Promise<ConversionLists> {
  const readAuthority = authorityReader(flags, world, complaints);
  const readTargets = targetsReader(flags, world, complaints);
  const readDecisions = decisionsReader(flags, world, complaints);
  return async (settings) => {
    const authority = await readAuthority(settings);
    const targets = await readTargets(settings);
    return { authority, targets, decisions: await readDecisions(settings) };
  };
}
