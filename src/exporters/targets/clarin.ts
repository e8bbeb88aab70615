/** CLARIN repositories: names and ZIP by the guidelines of CLARIN.SI and CLARIN-IS, metadata by the submission form of CLARIN-DSpace. */
import { dc } from '../dc.js';
import { PLAIN_LAYOUT, type Target } from './target.js';

export const clarin: Target = {
  name: 'clarin',
  summary: 'CLARIN repositories (CLARIN.SI, CLARIN-IS, LINDAT, LLDS): strict names, a ZIP of one folder, Dublin Core',
  nameCharacters: '-.',
  namesZip: true,
  needs: ['title', 'creators', 'publisher', 'date', 'licence', 'languages'],
  advises: ['subjects', 'identifier'],
  wantsOpenLicence: true,
  layout: PLAIN_LAYOUT,
  records: [{ exporter: dc, folder: 'metadata' }],
  steps: [
    'Start a submission of the type "Corpus", and enter the values above: title, authors, publisher, date issued, description, language, subject keywords. The form also asks for a contact person with an e-mail address.',
    'Upload the ZIP, choose the licence, and submit. Editors of the repository review it.',
    'When a handle is assigned, put it into edition.json as "url", so that the README of the next version has it.',
  ],
};
