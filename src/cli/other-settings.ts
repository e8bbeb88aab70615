/** The inputs of a run that makes one edition of them -> a warning where the nearest settings of some are not those that hold. */
import { join } from 'node:path';
import type { Complaints } from './complaints.js';
import { EDITION_FILE, nearestEdition, type Settings } from './edition-file.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { shownPath } from './shown-path.js';
import type { World } from './world.js';

/** In: the inputs, the settings that hold for all of them, and what is done with them. The first other settings are named. */
export function checkOthers(
  inputs: readonly Input[],
  { folder }: Settings,
  task: 'export' | 'assemble',
  { cwd }: World,
  complaints: Complaints,
): void {
  const own = folder === undefined ? undefined : join(folder, EDITION_FILE);
  for (const each of new Set(inputs.map((input) => input.folder))) {
    const nearest = nearestEdition(each);
    if (nearest === own || nearest === undefined) continue;
    const used = own === undefined ? undefined : shownPath(cwd, own);
    complaints.report(shownPath(cwd, nearest), runMessages['other-settings']({ used, task }));
    return;
  }
}
