/** The path of an argument -> whether it is a folder; what is not there, or cannot be looked at, is complained of. */
import { statSync } from 'node:fs';
import type { Complaints } from './complaints.js';
import { runMessages } from './messages.js';
import { errorCode, reasonOf } from './reason.js';

/** In: an absolute path, and the argument as it was given. Out: `file` for what is none; undefined after a complaint. */
export function givenFolder(path: string, argument: string, complaints: Complaints): 'folder' | 'file' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    complaints.report(
      argument,
      errorCode(error) === 'ENOENT'
        ? runMessages['file-missing']({ name: argument })
        : runMessages['file-unreadable']({ reason: reasonOf(error) }),
    );
    return undefined;
  }
}
