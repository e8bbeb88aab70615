/** The conventions of a plain letter: paragraphs set apart by blank lines, and whatever else is needed as in `frus-web`. */
import type { Conventions } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';

export const plain: Conventions = {
  ...frusWeb,
  name: 'plain',
  summary: 'a letter or other document in plain text, paragraphs set apart by blank lines',
};
