/** What was thrown while something was written -> why it cannot be written; what the file system did not throw is thrown on. */
import type { Diagnostic } from '../diagnostic/index.js';
import { runMessages } from './messages.js';
import { errorCode, reasonOf } from './reason.js';

const ANOTHER_PLACE = 'choose a place that you may write to';
const ROOM = 'make room there, or choose a place on another device';
const ANOTHER_NAME = 'choose another name';
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: ANOTHER_PLACE,
  EPERM: ANOTHER_PLACE,
  EROFS: ANOTHER_PLACE,
  ENOSPC: ROOM,
  EDQUOT: ROOM,
  EFBIG: ROOM,
  ENOTDIR: ANOTHER_NAME,
  EISDIR: ANOTHER_NAME,
  EEXIST: ANOTHER_NAME,
  ENAMETOOLONG: 'choose a shorter name',
};

/** `isStream`: what was written before is gone. */
export function unwritable(error: unknown, isStream = false): Diagnostic {
  const code = errorCode(error);
  // What is written may be made at the same time, and that may fail by itself.
  if (!/^E[A-Z0-9]+$/.test(code)) throw error;
  return runMessages['output-unwritable']({ reason: reasonOf(error), remedy: REMEDIES[code], isStream });
}
