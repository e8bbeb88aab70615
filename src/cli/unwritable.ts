/** What was thrown while something was written -> why it cannot be written; what the file system did not throw is thrown on. */
import type { Diagnostic } from '../diagnostic/index.js';
import { runMessages } from './messages.js';
import { errorCode, reasonOf } from './reason.js';

export function unwritable(error: unknown): Diagnostic {
  // What is written may be made at the same time, and that may fail by itself.
  if (!/^E[A-Z0-9]+$/.test(errorCode(error))) throw error;
  return runMessages['output-unwritable']({ reason: reasonOf(error) });
}
