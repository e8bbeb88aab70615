/** Addresses of pictures in TEI -> the pictures, each read once; what is not there, or leads elsewhere, is reported. */
import type { Report } from '../../diagnostic/index.js';
import { attributeValue, descendants, type Element } from '../../xml/index.js';
import type { ExportInput, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { plainName } from '../reading/plain-name.js';
import type { Picture } from './picture.js';

export interface PictureFinder {
  /** The picture of a `graphic` or `media`, or of what `@facs` of another element points to. */
  find(element: Element, file: TeiFile): Picture | undefined;
  /** Its address where that is one of the network. */
  network(element: Element, file: TeiFile): string | undefined;
  /** As it is written, or as the surface has it that it points to. */
  address(element: Element, file: TeiFile): string | undefined;
  /** Says how many pictures were copied, and how large they are together. */
  end(): void;
}

/** Nothing is looked for where nobody can read beside the files. */
export async function pictureFinder({ readBeside }: ExportInput, report: Report): Promise<PictureFinder> {
  const { imageSize } = await import('image-size');
  const known = new Map<string, Picture | undefined>();
  const images = new Map<TeiFile, ReadonlyMap<string, string>>();
  const used = new Map<string, number>();

  const addressOf = (element: Element, file: TeiFile): string | undefined => {
    const written = (attributeValue(element, 'url') ?? attributeValue(element, 'facs'))?.trim().split(/\s+/)[0];
    if (!written?.startsWith('#')) return written || undefined;
    if (!images.has(file)) images.set(file, imagesById(file.tei.root));
    return images.get(file)?.get(written.slice(1));
  };
  const measured = (bytes: Uint8Array): Pick<Picture, 'type' | 'width' | 'height'> => {
    try {
      const { type, width, height } = imageSize(bytes);
      return { type, width, height };
    } catch {
      return { type: undefined, width: undefined, height: undefined };
    }
  };
  const read = (address: string, element: Element, file: TeiFile): Picture | undefined => {
    const found = readBeside?.(address, file);
    if (!found) return undefined;
    if (found.kind !== 'file') {
      report(exportMessages['picture-not-copied']({ address, why: found.kind }, element.place));
      return undefined;
    }
    used.set(found.path, found.bytes.length);
    return { path: found.path, bytes: found.bytes, ...measured(found.bytes) };
  };
  return {
    find(element, file) {
      const address = addressOf(element, file);
      if (address === undefined || isElsewhere(address)) return undefined;
      const key = JSON.stringify([file.path, address]);
      if (!known.has(key)) known.set(key, read(address, element, file));
      return known.get(key);
    },
    network(element, file) {
      const address = addressOf(element, file);
      return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
    },
    address: addressOf,
    end() {
      const size = [...used.values()].reduce((sum, each) => sum + each, 0);
      if (used.size > 0) report(exportMessages['pictures-copied']({ count: used.size, size }));
    },
  };
}

/** Of the network, or of a scheme that names no file; `file:` is asked for, and refused. */
function isElsewhere(address: string): boolean {
  return /^(?!file:)(?![a-z]:[\\/])[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//');
}

/** `surface`, `zone` and `graphic` by their IDs: the image of the surface. */
function imagesById(root: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const surface of descendants(root)) {
    if (plainName(surface) !== 'surface') continue;
    const inside = [...descendants(surface)];
    const graphic = inside.find((each) => plainName(each) === 'graphic');
    const url = attributeValue(surface, 'facs') ?? (graphic && attributeValue(graphic, 'url'));
    if (url === undefined) continue;
    for (const each of inside) {
      const id = attributeValue(each, 'xml:id');
      const own = plainName(each) === 'graphic' ? attributeValue(each, 'url') : undefined;
      if (id !== undefined) found.set(id, own ?? url);
    }
  }
  return found;
}
