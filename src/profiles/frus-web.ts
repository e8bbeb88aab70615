/** The conventions of *Foreign Relations of the United States* as copied from its web edition. */
import type { Conventions } from '../transcript/index.js';

export const frusWeb: Conventions = {
  name: 'frus-web',
  summary: 'Foreign Relations of the United States, as copied from history.state.gov',
  pageBreak: { before: '[Page ', after: ']' },
  marker: 'glued',
  noteLabel: { before: '  ', after: '. ' },
  bullet: '*',
  indent: '  ',
  cellSeparator: ' | ',
  quotePrefix: '> ',
};
