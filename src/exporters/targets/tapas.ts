/** TAPAS, the TEI archive of Northeastern University (its pages on records, files and validation). */
import { MEGABYTE, PLAIN_LAYOUT, type Target } from './target.js';

export const tapas: Target = {
  name: 'tapas',
  summary: 'TAPAS: valid TEI and pictures of at most 10 MB each, lists of entities first',
  nameCharacters: '-._',
  needs: ['title'],
  advises: ['creators', 'licence'],
  limits: { tei: 10 * MEGABYTE, picture: 10 * MEGABYTE },
  pictures: ['.png', '.tif', '.tiff', '.jpg', '.jpeg'],
  layout: PLAIN_LAYOUT,
  records: [],
  steps: [
    'Make a collection in your project, with the title above.',
    'Upload the lists (personography and so on) as support records, in the order of names.csv.',
    'Upload the other TEI files as primary records, with the pictures that each names as auxiliary files.',
  ],
};
