/** Any archive: what all of them ask for, as a bag with the records that they read. */
import { datacite } from '../datacite.js';
import { dc } from '../dc.js';
import { mets } from '../mets.js';
import { roCrate } from '../ro-crate.js';
import { PLAIN_LAYOUT, type Target } from './target.js';

export const generic: Target = {
  name: 'generic',
  summary: 'any archive: a bag (RFC 8493) with Dublin Core, DataCite, METS and RO-Crate records',
  nameCharacters: '-.',
  needs: ['title'],
  advises: ['creators', 'publisher', 'date', 'licence', 'languages', 'identifier', 'rightsHolder', 'sources'],
  layout: PLAIN_LAYOUT,
  // These two name the TEI files by where they lie.
  records: [
    { exporter: mets },
    { exporter: roCrate },
    { exporter: dc, folder: 'metadata' },
    { exporter: datacite, folder: 'metadata' },
  ],
  isBag: true,
  steps: ['Hand the bag over as it is: any BagIt tool checks that it is whole.'],
};
