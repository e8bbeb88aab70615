/** ARCHE, the repository of the Austrian Academy of Sciences (its page on filenames, formats and metadata). */
import { dc } from '../dc.js';
import { PLAIN_LAYOUT, type Target } from './target.js';

export const arche: Target = {
  name: 'arche',
  summary: 'ARCHE (Austrian Academy of Sciences): UTF-8 without a mark, names of letters, digits, _ and -',
  nameCharacters: '-_',
  needs: ['title'],
  advises: ['creators', 'licence', 'rightsHolder', 'date', 'languages', 'identifier'],
  layout: PLAIN_LAYOUT,
  records: [{ exporter: dc, folder: 'metadata' }],
  steps: [
    'Hand the folder over to the curators of ARCHE, who check it and make CMDI of the metadata.',
    'Have ready who is depositor, owner, licensor and rights holder of the data, and who made the metadata.',
  ],
};
