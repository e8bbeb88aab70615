/** Addresses of pictures in TEI -> the pictures, each read once; what is not there, or leads elsewhere, is reported. */
import type { Report } from '../../diagnostic/index.js';
import { attributeValue, descendants, type Element } from '../../xml/index.js';
import type { ExportInput, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { plainName } from '../reading/plain-name.js';
import type { Picture } from './picture.js';

type Why = 'outside' | 'missing' | 'name';

export interface PictureFinder {
  /** The picture of a `graphic` or `media`, or of what `@facs` of another element points to. */
  find(element: Element, file: TeiFile): Picture | undefined;
  /** Its address where that is one of the network. */
  network(element: Element, file: TeiFile): string | undefined;
  /** As it is written, or as the surface has it that it points to. */
  address(element: Element, file: TeiFile): string | undefined;
  /** Notes that a picture is not copied; said once for each reason, by `end`. */
  refuse(address: string, element: Element, why: Why): void;
  /** Says what is not copied, and how many pictures were, and how large they are together: those that were found, or those of these sizes. */
  end(copied?: readonly number[]): void;
}

/** Nothing is looked for where nobody can read beside the files. */
export async function pictureFinder({ readBeside }: ExportInput, report: Report): Promise<PictureFinder> {
  const { imageSize } = await import('image-size');
  const known = new Map<string, Picture | undefined>();
  const images = new Map<TeiFile, ReadonlyMap<string, string>>();
  const used = new Map<string, number>();

  const refused = new Map<Why, { readonly first: Element; readonly addresses: Set<string> }>();
  const refuse = (address: string, element: Element, why: Why) => {
    const known = refused.get(why) ?? { first: element, addresses: new Set() };
    refused.set(why, known);
    // A piece of a text would hold all of it.
    known.addresses.add(structuredClone(address));
  };

  const addressOf = (element: Element, file: TeiFile): string | undefined => {
    const written = (attributeValue(element, 'url') ?? attributeValue(element, 'facs'))?.trim().split(/\s+/)[0];
    if (!written?.startsWith('#')) return written || undefined;
    if (!images.has(file)) images.clear();
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
      refuse(address, element, found.kind);
      return undefined;
    }
    const { bytes, path } = found;
    used.set(path, bytes.length);
    // It is read again when it is placed: all of them together may be more than memory holds.
    return {
      path,
      get bytes() {
        return found.bytes;
      },
      ...measured(bytes),
    };
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
    refuse,
    end(copied = [...used.values()]) {
      for (const [why, { first, addresses }] of refused) {
        const [address = ''] = addresses;
        report(exportMessages['picture-not-copied']({ address, why, others: addresses.size - 1 }, first.place));
      }
      const size = copied.reduce((sum, each) => sum + each, 0);
      if (copied.length > 0) report(exportMessages['pictures-copied']({ count: copied.length, size }));
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
