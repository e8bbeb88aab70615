/** What goes wrong with a run itself -> one line each on standard error, at once. */
import type { Diagnostic } from '../diagnostic/index.js';
import { gnuLine } from '../reporters/gnu.js';
import type { World } from './world.js';

export interface Complaints {
  /** `subject` is the file or argument that it is about. */
  report(subject: string, diagnostic: Diagnostic): void;
  /** Whether there was an error so far. */
  failed(): boolean;
}

/** Out: complaints of their own, none yet. */
export function complaintsTo(world: World): Complaints {
  let failed = false;
  return {
    report(subject, diagnostic) {
      failed ||= diagnostic.severity === 'error';
      world.stderr.write(`${gnuLine(subject, diagnostic)}\n`);
    },
    failed: () => failed,
  };
}

/** What complaints that are about no file are about. */
export const PROGRAM = 'teiscribe';
