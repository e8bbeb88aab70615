/** TEI -> a Dublin Core record (`oai_dc`, OAI-PMH 2.0, section 5). */
import type { Report } from '../diagnostic/index.js';
import { dublinCore } from './archive/dublin-core.js';
import { hasAll, lookForRecord, readRecord } from './archive/record.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { elementMaker, writeXml } from './make-xml.js';
import { dropReporter } from './once.js';

export const dc: Exporter = {
  name: 'dc',
  summary: 'a Dublin Core record of the edition (oai_dc)',
  extension: '.xml',
  mediaType: 'application/xml',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: true,
  look: lookForRecord,
  looksOnce: true,
  export: exportRecord,
};

const oai = elementMaker('http://www.openarchives.org/OAI/2.0/oai_dc/', 'oai_dc');

async function exportRecord({ files, settings }: ExportInput, report: Report): Promise<readonly ExportedFile[]> {
  const record = readRecord(files, settings);
  if (!hasAll(record, 'dc', ['title'], report)) return [];
  dropReporter('dc', report)('the text of documents');
  return [{ path: 'dc.xml', content: writeXml(oai('dc', {}, dublinCore(record))) }];
}
