/** TextGrid Repository: an object with its metadata for each file, in a collection of editions (metadata schema 2010). */
import { textGridObjects } from '../deposit/text-grid-objects.js';
import type { Target } from './target.js';

export const textgrid: Target = {
  name: 'textgrid',
  summary: 'TextGrid Repository: a collection of editions, each file with its .meta file',
  nameCharacters: '-._',
  needs: ['title', 'creators', 'licence'],
  advises: ['rightsHolder', 'date', 'languages'],
  layout: {
    tei: (name, edition) => {
      const flat = name.replaceAll('/', '-');
      return `${edition}/${flat}/${flat}`;
    },
    folder: (kind, edition) => `${edition}/${kind}`,
  },
  records: [],
  describe: textGridObjects,
  steps: [
    'Make a project in the TextGridLab.',
    'Import the collection with the import tool (koLibRI, policy of complete import) or with tgadmin; README.txt, names.csv and sha256sums.txt are no objects of it.',
    'Check it in the sandbox, then publish it.',
  ],
};
