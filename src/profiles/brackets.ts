/** The conventions of texts whose notes are numbered in brackets: `text.[1]` and `[1] the note`. */
import type { Conventions } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';

export const brackets: Conventions = {
  ...frusWeb,
  name: 'brackets',
  summary: 'a text with notes in brackets: [1] in the text, [1] before the note',
  marker: 'brackets',
  noteLabel: { before: '[', after: '] ' },
};
