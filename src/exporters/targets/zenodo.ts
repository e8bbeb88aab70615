/** Zenodo (CERN): a ZIP or files, with `.zenodo.json` and `CITATION.cff`. */
import { zenodo as zenodoMetadata } from '../zenodo.js';
import { PLAIN_LAYOUT, type Target } from './target.js';

export const zenodo: Target = {
  name: 'zenodo',
  summary: 'Zenodo: .zenodo.json and CITATION.cff beside the files',
  nameCharacters: '-._',
  needs: ['title', 'creators', 'licence'],
  advises: ['date', 'publisher', 'languages', 'subjects'],
  limits: { files: 100 },
  layout: PLAIN_LAYOUT,
  records: [{ exporter: zenodoMetadata, isWhole: true }],
  steps: [
    'Upload the ZIP, or put the folder into a repository of GitHub that Zenodo archives: it reads .zenodo.json there.',
    'A DOI can be reserved before: put it into edition.json as "url", and make the deposit again.',
  ],
};
