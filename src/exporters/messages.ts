/** What cannot be exported, or not as it stands: the wordings of stage `export`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const exportMessages = defineMessages('export', {
  'element-not-known': wording<{ name: string }>(
    'warning',
    ({ name }) => `element "${name}" is shown as plain text: no behaviour is known for it`,
    () => 'its words are in what was exported; how they were set apart is not',
  ),
  'element-omitted': wording<{ name: string }>(
    'info',
    ({ name }) => `element "${name}" is no text for readers, and is not shown`,
    () => 'said once for each kind; the TEI still has it',
  ),
  'not-tei': wording<{ root?: string }>(
    'error',
    ({ root }) => (root === undefined ? 'this is no XML; expected TEI' : `root element "${root}" is none of TEI`),
    () => 'a transcription becomes TEI first: teiscribe convert',
  ),
  dropped: wording<{ format: string; what: string }>(
    'info',
    ({ format, what }) => `${what} cannot be said in "${format}", and is left out`,
    () => 'said once for each kind; the TEI still has it',
  ),
  'setting-missing': wording<{ format: string; settings: readonly string[] }>(
    'error',
    ({ format, settings }) => `"${format}" needs ${settings.map((name) => `"${name}"`).join(', ')} in edition.json`,
  ),
  'several-documents': wording<{ format: string; count: number }>(
    'error',
    ({ format, count }) => `"${format}" of ${count} documents is a folder; expected --out-dir`,
  ),
  'licence-not-allowed': wording<{ format: string; allowed: readonly string[] }>(
    'error',
    ({ format, allowed }) => `"${format}" cannot have the licence of edition.json; expected ${allowed.join(' or ')}`,
  ),
  'no-letters': wording(
    'error',
    () => 'no document has a sender or an addressee',
    () => 'they are read from "correspDesc", or from a head that names them',
  ),
  'path-unsafe': wording<{ path: string }>('error', ({ path }) => `"${path}" is no safe name for a file to be written`),
  'path-shared': wording<{ path: string }>('error', ({ path }) => `two files would be written to "${path}"`),
});
