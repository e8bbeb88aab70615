import { expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';
import { shownContent } from './shown.js';

const paragraphsOf = (note: string) =>
  documentOf(
    `1. Letter to Mr. Field 1\n\nThank you for March 9.2 I have it.\n\n  1. Source: Box 4.\n  2. ${note}\n`,
    frusWeb,
  ).notes[1]?.paragraphs.map(shownContent);

test.each([
  ['Not printed; the\n\n     [Page 19]\n\n     Minister came.', ['Not printed; the', '|/Minister came.']],
  ['Not printed; he would\n\n[Page 19]\n\n     not come.', ['Not printed; he would/|/not come.']],
  ['Not printed; he would\n\n     [Page 19] not come.', ['Not printed; he would/|/not come.']],
  ['Not printed; he would\n[Page 19]\n\n     not come.', ['Not printed; he would/|/not come.']],
  ['Not printed; the confer-\n\n[Page 19]\n\n     ence.', ['Not printed; the confer-|ence.']],
  ['Not printed.\n\n     [Page 19]', ['Not printed./|']],
  ['Not printed.\n\n     [Page 19] He came.', ['Not printed.', '| He came.']],
  ['Not printed.\n\n     He came.', ['Not printed.', 'He came.']],
])('a note that runs over a page: %j', (note, paragraphs) => {
  expect(paragraphsOf(note)).toEqual(paragraphs);
});
