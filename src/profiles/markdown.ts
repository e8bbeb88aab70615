/** The conventions of notes in Markdown, as many editors and converters write them: `text.[^1]` and `[^1]: the note`. */
import type { Conventions } from '../transcript/index.js';
import { frusWeb } from './frus-web.js';

export const markdown: Conventions = {
  ...frusWeb,
  name: 'markdown',
  summary: 'a text with the footnotes of Markdown: [^1] in the text, [^1]: before the note',
  marker: 'caret',
  noteLabel: { before: '[^', after: ']: ' },
};
