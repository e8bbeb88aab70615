/** The pictures that TEI files name -> files of a package, where the files look for them; what is not there is reported. */
import type { Report } from '../../diagnostic/index.js';
import type { ExportInput } from '../exporter.js';
import { pictureFinders, reportPictures } from '../pictures/find-pictures.js';
import { namedPictures } from '../pictures/named-pictures.js';
import { PICTURE_TYPES, type Picture } from '../pictures/picture.js';
import { isSafePath, safeName } from '../safe-name.js';
import { sha256 } from './payload.js';

export interface PackedPicture {
  readonly id: string;
  /** Below the folder that holds the TEI files. */
  readonly path: string;
  readonly size: number;
  /** Read when they are asked for. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: string;
}

/** In: the files of a run. Out: their pictures, in the order of their paths; those of the network stay where they are. */
export async function packPictures(input: ExportInput, report: Report): Promise<readonly PackedPicture[]> {
  const finderOf = await pictureFinders(input);
  const packed = new Map<string, PackedPicture>();
  const noted = [];
  for (const file of input.files) {
    const finder = finderOf(file);
    for (const { address, ...place } of namedPictures.of(file)) {
      const picture = finder.at(address, place);
      if (!picture) continue;
      const path = placed(picture.path);
      // Under another name the file would not find it.
      const isOther = (packed.get(path)?.id ?? picture.id) !== picture.id;
      if (isOther || !isSafePath(path) || !leadsTo(below(file.name, address), path))
        finder.refuse(address, place, 'name');
      else if (!packed.has(path)) packed.set(path, await packedPicture(path, picture));
    }
    noted.push({ file, notes: finder.notes() });
  }
  const copied = input.single ? [] : [...packed.values()].map(({ size }) => size);
  reportPictures(noted, report, copied);
  return [...packed.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function packedPicture(path: string, picture: Picture): Promise<PackedPicture> {
  const { id, bytes, type = '' } = picture;
  return {
    id,
    path,
    size: bytes.length,
    sha256: await sha256(bytes),
    mediaType: PICTURE_TYPES[type] ?? 'application/octet-stream',
    get bytes() {
      return picture.bytes;
    },
  };
}

/** Folders are called as those of the TEI files are. */
function placed(path: string): string {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return [...folders.map(safeName), name].join('/');
}

/** An address may lack the ending. */
function leadsTo(address: string, path: string): boolean {
  return address === path || address === path.replace(/\.[^./]*$/, '');
}

/** Where an address leads, seen from a file of this name. */
function below(name: string, address: string): string {
  const parts = name.split('/').slice(0, -1);
  for (const part of decodeURIComponent(address.replace(/[?#].*$/s, '')).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
