/** Pictures that are shown -> files beside the pages, or data in the page; each is there once. */
import type { Element } from '../../xml/index.js';
import type { TeiFile, WholeFile } from '../exporter.js';
import type { dropReporter } from '../once.js';
import { uniqueNamer } from '../safe-name.js';
import type { PictureFinder } from './find-pictures.js';
import { PICTURE_TYPES, type Picture } from './picture.js';

export interface PictureShelf {
  /** Where a page finds the picture of a `graphic`; undefined where it cannot be shown. */
  place(element: Element, file: TeiFile): Placed | undefined;
  /** Where the image leads that `@facs` of a page break names. */
  link(element: Element, file: TeiFile): string | undefined;
  /** What has been placed since this was last asked. */
  take(): readonly WholeFile[];
}

export interface Placed {
  readonly src: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
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

export function pictureShelf(finder: PictureFinder, { types, base, links, drop }: ShelfOptions): PictureShelf {
  const name = uniqueNamer();
  const places = new Map<string, string>();
  const waiting: WholeFile[] = [];
  const shown = (element: Element, file: TeiFile): Picture | undefined => {
    const picture = finder.find(element, file);
    if (!picture || (picture.type !== undefined && types.includes(picture.type))) return picture;
    drop('a picture of a kind that it does not show', element.place);
    return undefined;
  };
  const srcOf = ({ path, bytes, type = '' }: Picture): string => {
    if (base === undefined) return `data:${PICTURE_TYPES[type]};base64,${base64(bytes)}`;
    const known = places.get(path);
    if (known !== undefined) return known;
    const made = `${name(path.replace(/^.*\//, '').replace(/\.[^.]*$/, ''))}.${type}`;
    waiting.push({ path: `${PICTURES}/${made}`, content: bytes });
    const src = `${base}${PICTURES}/${made}`;
    places.set(path, src);
    return src;
  };
  return {
    place(element, file) {
      const picture = shown(element, file);
      return picture && { src: srcOf(picture), width: picture.width, height: picture.height };
    },
    link(element, file) {
      const address = finder.network(element, file);
      if (address !== undefined) return address;
      const picture = shown(element, file);
      if (picture && links) return srcOf(picture);
      if (picture) drop('the image of a page', element.place);
      return undefined;
    },
    take: () => waiting.splice(0),
  };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
