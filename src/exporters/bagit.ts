/** TEI files -> a bag: the files, with checksums and a note of where they come from (BagIt 1.0, RFC 8493, section 2). */
import type { Report } from '../diagnostic/index.js';
import { writtenCreator } from './archive/creator.js';
import { addressOf } from './archive/dublin-core.js';
import { packPictures } from './archive/pack-pictures.js';
import { contentOf, lookForPackage, packFiles, sha256, utf8 } from './archive/payload.js';
import { type EditionRecord, readRecord } from './archive/record.js';
import type { ExportedFile, Exporter, ExportInput } from './exporter.js';
import { exportMessages } from './messages.js';

export const bagit: Exporter = {
  name: 'bagit',
  summary: 'a bag of the TEI files and their pictures with checksums (RFC 8493)',
  extension: '.txt',
  mediaType: 'text/plain',
  scope: 'corpus',
  makes: ['folder'],
  isText: false,
  look: lookForPackage,
  looksOnce: true,
  export: async (input, report) => exportBag(input, report),
};

async function* exportBag(input: ExportInput, report: Report): AsyncGenerator<ExportedFile> {
  const { files, settings } = input;
  const packed = [...(await packFiles(files)), ...(await packPictures(input, report))].sort(byPath);
  const shared = packed.find(
    ({ path }, index) => packed.findIndex((other) => other.path.toLowerCase() === path.toLowerCase()) !== index,
  );
  if (shared) {
    // Its checksum could not be that of both.
    report(exportMessages['path-shared']({ path: shared.path }));
    return;
  }
  const payload = packed.map(({ path, size, sha256 }) => ({ path: `data/${path}`, size, sha256 }));
  const tags = await bagTags(payload, readRecord(files, settings), settings.date);
  for (const { path, text } of tags) yield { path, content: text };
  yield* contentOf(packed, 'data');
}

interface PayloadFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** In: what lies below `data/`, in the order of the paths. Out: the files that make a bag of it. */
export async function bagTags(
  payload: readonly PayloadFile[],
  record: EditionRecord,
  date: string | undefined,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const tags = [
    { path: 'bag-info.txt', text: infoOf(record, payload, date) },
    { path: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { path: 'manifest-sha256.txt', text: manifestOf(payload) },
  ];
  const hashed = await Promise.all(tags.map(async ({ path, text }) => ({ path, sha256: await sha256(utf8(text)) })));
  return [...tags, { path: 'tagmanifest-sha256.txt', text: manifestOf(hashed) }];
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function manifestOf(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${manifestPath(path)}\n`).join('');
}

/** Line ends and the sign that they are written with (section 2.1.3). */
export function manifestPath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
}

function infoOf(record: EditionRecord, payload: readonly PayloadFile[], date: string | undefined): string {
  const { publisher, title, description, identifier, creators } = record;
  const octets = payload.reduce((sum, { size }) => sum + size, 0);
  const values: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', publisher],
    ...creators.map((creator) => ['Contact-Name', writtenCreator(creator)] as const),
    ['External-Description', [title, description].filter((each) => each !== undefined).join('. ')],
    ['External-Identifier', identifier && addressOf(identifier)],
    ['Bagging-Date', date],
    ['Payload-Oxum', `${octets}.${payload.length}`],
  ];
  return values
    .flatMap(([label, value]) => (value ? [`${label}: ${value.replace(/\s+/g, ' ').trim()}\n`] : []))
    .join('');
}
