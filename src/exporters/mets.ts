/** TEI files -> a list of them for digital libraries: record, files, documents in order (METS 1.12). */
import type { Report } from '../diagnostic/index.js';
import type { Element } from '../xml/index.js';
import { dublinCore } from './archive/dublin-core.js';
import { type PackedPicture, packPictures } from './archive/pack-pictures.js';
import { contentOf, lookForPackage, packFiles } from './archive/payload.js';
import { hasAll, readRecord } from './archive/record.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { elementMaker, writeXml } from './make-xml.js';
import { isDocument, type ReadPart } from './reading/index.js';

export const mets: Exporter = {
  name: 'mets',
  summary: 'a METS file: the record, the TEI files with checksums, the documents in order',
  extension: '.xml',
  mediaType: 'application/xml',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: true,
  look: lookForPackage,
  looksOnce: true,
  export: async (input, report) => exportMets(input, report),
};

const element = elementMaker('http://www.loc.gov/METS/', 'mets');

async function* exportMets(input: ExportInput, report: Report): AsyncGenerator<ExportedFile> {
  const { files, settings, single } = input;
  const record = readRecord(files, settings);
  if (!hasAll(record, 'mets', ['title'], report)) return;
  const packed = await packFiles(files);
  const pictures = await packPictures(input, report);
  const ids = new Map(packed.map(({ file }, index) => [file, `file-${index + 1}`]));
  const root = element('mets', { 'xmlns:xlink': 'http://www.w3.org/1999/xlink', LABEL: record.title }, [
    element('dmdSec', { ID: 'dmd-1' }, [
      element('mdWrap', { MDTYPE: 'DC', MIMETYPE: 'text/xml' }, [element('xmlData', {}, dublinCore(record))]),
    ]),
    element('fileSec', {}, [
      element(
        'fileGrp',
        { USE: 'TEI' },
        packed.map((each) => fileElement({ ...each, mediaType: 'application/tei+xml' }, ids.get(each.file) ?? '')),
      ),
      pictures.length > 0
        ? element(
            'fileGrp',
            { USE: 'PICTURES' },
            pictures.map((each, i) => fileElement(each, `picture-${i + 1}`)),
          )
        : undefined,
    ]),
    element('structMap', { TYPE: 'LOGICAL' }, [
      element(
        'div',
        { TYPE: 'edition', DMDID: 'dmd-1', LABEL: record.title },
        record.volume.parts.map((part) => division(part, ids.get(part.file) ?? '')),
      ),
    ]),
  ]);
  const made = { path: 'mets.xml', content: writeXml(root) };
  yield made;
  if (!single) yield* contentOf([...packed, ...pictures], 'tei');
}

function fileElement({ path, size, sha256, mediaType }: Omit<PackedPicture, 'id'>, id: string) {
  const href = `tei/${path.split('/').map(encodeURIComponent).join('/')}`;
  const facts = {
    ID: id,
    MIMETYPE: mediaType,
    SIZE: `${size}`,
    CHECKSUM: sha256,
    CHECKSUMTYPE: 'SHA-256',
  };
  return element('file', facts, [element('FLocat', { LOCTYPE: 'URL', 'xlink:href': href })]);
}

/** Where a part has an ID, that is where it begins in its file. */
function division(part: ReadPart, id: string): Element {
  const whole = part.id === undefined || part.id === '';
  const pointer = whole
    ? element('fptr', { FILEID: id })
    : element('fptr', {}, [element('area', { FILEID: id, BETYPE: 'IDREF', BEGIN: part.id })]);
  const facts = { TYPE: isDocument(part) ? 'document' : 'section', ORDERLABEL: part.number, LABEL: part.title };
  return element('div', facts, [pointer, ...part.parts.map((inner) => division(inner, id))]);
}
