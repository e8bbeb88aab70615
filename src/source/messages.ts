/** What may be wrong with the bytes of a file: the wordings of stage `source`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const sourceMessages = defineMessages('source', {
  'empty-file': wording<{ blank: boolean }>(
    'error',
    ({ blank }) => (blank ? 'the file holds nothing but white space' : 'the file is empty'),
    () => 'check that the file was saved, and that this is the file you meant',
  ),
  'not-text': wording<{ kind: string }>(
    'error',
    ({ kind }) => `the file is not plain text: it looks like ${kind}`,
    () => 'save it as plain text in UTF-8, or choose another file',
  ),
  'null-character': wording<{ offset: number; count: number }>(
    'error',
    ({ offset, count }) =>
      `the text holds ${count === 1 ? 'a null character' : `${count} null characters, the first`} at byte ${offset}`,
    () => 'remove it: neither XML nor a transcription can hold one',
  ),
  'invalid-bytes': wording<{ encoding: string; offset: number; bytes: string }>(
    'error',
    ({ encoding, offset, bytes }) => `not valid ${encoding} at byte ${offset} (${bytes})`,
    () => 'the file was probably saved in another encoding, such as windows-1252: save it again as UTF-8',
  ),
  'unknown-encoding': wording<{ encoding: string }>(
    'error',
    ({ encoding }) => `encoding "${encoding}" is not known`,
    () => 'save the file as UTF-8',
  ),
  'encoding-disagrees': wording<{ declared: string; found: string }>(
    'error',
    ({ declared, found }) => `the file declares the encoding "${declared}" but is not written in it; read as ${found}`,
    () => 'change the declaration to encoding="UTF-8"',
  ),
  'utf-16': wording<{ encoding: string }>(
    'info',
    ({ encoding }) => `the file is ${encoding}, and was read as such`,
    () => 'UTF-8 is what the rest of the world reads: save it as UTF-8 when you next can',
  ),
});
