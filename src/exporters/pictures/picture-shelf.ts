/** Pictures that a file shows -> where its pages find them: files beside the pages, or data in the page. */
import type { Element } from '../../xml/index.js';
import type { ExportInput, TeiFile, WholeFile } from '../exporter.js';
import type { dropReporter } from '../once.js';
import { uniqueNamer } from '../safe-name.js';
import type { PictureFinder } from './find-pictures.js';
import { isElsewhere, namedPictures } from './named-pictures.js';
import { PICTURE_TYPES, type Picture } from './picture.js';

export interface PictureShelf {
  /** Where a page finds the picture of a `graphic`; undefined where it cannot be shown. */
  place(element: Element): Placed | undefined;
  /** Where the image leads that `@facs` of a page break names. */
  link(element: Element): string | undefined;
  /** What has been placed beside the pages. */
  shelved(): readonly ShelvedPicture[];
}

export interface Placed {
  readonly src: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** A picture that is to be copied. */
export interface ShelvedPicture {
  /** Below the folder of all. */
  readonly path: string;
  /** What the file calls it. */
  readonly address: string;
}

export interface ShelfOptions {
  /** Types that the format shows. A drawing in SVG could hold scripts. */
  readonly types: readonly string[];
  /** Whether a page may lead to a picture by itself. */
  readonly links: boolean;
  /** From a page to the folder of pictures; undefined where the page holds them itself. */
  readonly base: string | undefined;
  readonly drop: ReturnType<typeof dropReporter>;
}

/** Pictures are kept below this folder. */
export const PICTURES = 'pictures';

/** In: all files of a run. Out: what each picture that is there is called, by its ID: the same in each thread. */
export function namePictures({ files, readBeside }: ExportInput): ReadonlyMap<string, string> {
  const namer = uniqueNamer();
  const names = new Map<string, string>();
  for (const file of readBeside ? files : []) {
    for (const { address } of namedPictures.of(file)) {
      const found = isElsewhere(address) ? undefined : readBeside?.(address, file);
      if (found?.kind !== 'file') continue;
      const { path, id = path } = found;
      if (!names.has(id)) names.set(id, namer(path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')));
    }
  }
  return names;
}

export function pictureShelf(
  finder: PictureFinder,
  names: ReadonlyMap<string, string>,
  { types, base, links, drop }: ShelfOptions,
): PictureShelf {
  const placed = new Map<string, ShelvedPicture>();
  const shown = (element: Element): Picture | undefined => {
    const picture = finder.find(element);
    if (!picture || (picture.type !== undefined && types.includes(picture.type))) return picture;
    drop('a picture of a kind that it does not show', element.place);
    return undefined;
  };
  const srcOf = (picture: Picture): string => {
    const { id, address, type = '' } = picture;
    if (base === undefined) return `data:${PICTURE_TYPES[type]};base64,${base64(picture.bytes)}`;
    const made = `${PICTURES}/${names.get(id) ?? 'picture'}.${type}`;
    if (!placed.has(made)) placed.set(made, { path: made, address });
    return `${base}${made}`;
  };
  return {
    place(element) {
      const picture = shown(element);
      return picture && { src: srcOf(picture), width: picture.width, height: picture.height };
    },
    link(element) {
      const address = finder.network(element);
      if (address !== undefined) return address;
      const picture = shown(element);
      if (picture && links) return srcOf(picture);
      if (picture) drop('the image of a page', element.place);
      return undefined;
    },
    shelved: () => [...placed.values()],
  };
}

/** In: what files have shelved, in their order. Out: each picture once, read when it is asked for. */
export function* takePictures(
  shelved: Iterable<readonly [TeiFile, readonly ShelvedPicture[]]>,
  { readBeside }: ExportInput,
): Generator<WholeFile> {
  const taken = new Set<string>();
  for (const [file, pictures] of shelved) {
    for (const { path, address } of pictures) {
      if (taken.has(path)) continue;
      taken.add(path);
      const found = readBeside?.(address, file);
      if (found?.kind === 'file') yield { path, content: found.bytes };
    }
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
