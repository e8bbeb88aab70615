/** Identifiers of the files of a run -> those that are given in more than one. */
import type { Diagnostic } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { ruleMessages } from './messages.js';

/** A file of the run: its path, and where each identifier is given. */
export interface IdentifiedFile {
  readonly path: string;
  readonly ids: ReadonlyMap<string, Place>;
}

/** One finding for each file and each other file before it, at the first identifier that both have. */
export function sharedIds(files: readonly IdentifiedFile[]): readonly Diagnostic[] {
  const givenIn = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { path, ids } of files) {
    const shared = new Map<string, { readonly id: string; readonly place: Place; count: number }>();
    for (const [id, place] of ids) {
      const other = givenIn.get(id);
      if (other === undefined) {
        givenIn.set(id, path);
        continue;
      }
      const known = shared.get(other);
      if (known) known.count++;
      else shared.set(other, { id, place, count: 1 });
    }
    for (const [file, { id, place, count }] of shared) {
      found.push(ruleMessages['id-in-other-file']({ id, file, count }, place));
    }
  }
  return found;
}
