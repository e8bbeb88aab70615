/** What an encoding cannot say, or has to guess: the wordings of stage `tei`. */
import { defineMessages, wording } from '../diagnostic/index.js';

/** What the blocks of a transcription are called. */
const NAMES: Readonly<Record<string, string>> = {
  listItem: 'a list',
  tableRow: 'a table',
  quotation: 'a quotation',
  noteEntry: 'a note',
};

export const teiMessages = defineMessages('tei', {
  'unknown-encoding': wording<{ name: string; known: readonly string[] }>(
    'error',
    ({ name, known }) => `there is no encoding "${name}"; expected ${known.map((k) => `"${k}"`).join(' or ')}`,
  ),
  'structure-not-kept': wording<{ kind: string }>(
    'warning',
    ({ kind }) =>
      `${NAMES[kind] ?? 'a block'} is typed in a way that the encoding could not give back; it is encoded as a paragraph`,
    () => 'type it as the profile says; nothing is lost as it is',
  ),
  'not-rebuilt': wording(
    'error',
    () => 'from here on the transcription cannot be rebuilt from the encoding',
    () => 'this is a defect of the program: please report it with the transcription',
  ),
  'edition-not-described': wording<{ missing: readonly string[] }>(
    'info',
    ({ missing }) => `the settings name no ${missing.join(' and no ')}, so the header cannot either`,
    () => 'write an edition.json: "teiscribe init" makes one',
  ),
});
