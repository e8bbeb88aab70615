/** What an encoding cannot say, or has to guess: the wordings of stage `tei`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const teiMessages = defineMessages('tei', {
  'unknown-encoding': wording<{ name: string; known: readonly string[] }>(
    'error',
    ({ name, known }) => `there is no encoding "${name}"; expected ${known.map((k) => `"${k}"`).join(' or ')}`,
  ),
  'edition-not-described': wording<{ missing: readonly string[] }>(
    'info',
    ({ missing }) => `the settings name no ${missing.join(' and no ')}, so the header cannot either`,
    () => 'write an edition.json: "teiscribe init" makes one',
  ),
});
