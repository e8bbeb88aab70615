/** What may be doubtful about what a document is: the wordings of stage `document`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const documentMessages = defineMessages('document', {
  'date-unread': wording<{ words: string }>(
    'warning',
    ({ words }) => `the date of a dateline gives no value: "${words}"`,
    () => 'mend the date where it is mistyped; its words stay, and a value may be added to the TEI by hand',
  ),
  'year-guessed': wording<{ words: string; when: string }>(
    'info',
    ({ words, when }) => `"${words}" is taken for ${when}: another date of the document has a year that ends so`,
    () => 'compare the date with the original; in a head with the whole date it is certain',
  ),
  'enclosure-not-closed': wording<{ opened: string }>(
    'warning',
    ({ opened }) => `"${opened}" opens an enclosed text that is never closed`,
    () =>
      'type "End Text" where it ends; until then it is taken to go on to the next one, or to the end of the document',
  ),
  'enclosure-not-opened': wording<{ closed: string }>(
    'warning',
    ({ closed }) => `"${closed}" closes an enclosed text that was never opened`,
    () => 'type "Begin Text" in a paragraph of its own where it begins',
  ),
  'source-note-remainder': wording<{ text: string }>(
    'info',
    ({ text }) => `a statement of the source note was not understood: "${text}"`,
    () => 'its words are kept as they are in the note',
  ),
  'unknown-target': wording<{ words: string; target: string }>(
    'warning',
    ({ words, target }) => `"${words}" refers to "${target}", which is not there`,
    () => 'mend the number, or add the identifier to the list of "--targets"; the words stay, without a target',
  ),
  'no-repository': wording(
    'info',
    () => 'the source note names no repository that is known',
    () => 'add it to "repositories" in edition.json',
  ),
  'several-source-notes': wording<{ n: string }>(
    'warning',
    ({ n }) => `note "${n}" is a second source note`,
    () => 'the first one is read for the description of the manuscript; this one is kept as a note',
  ),
});
