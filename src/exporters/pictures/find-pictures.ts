/** Addresses of pictures in a TEI file -> the pictures, each read once; what is not there, or leads elsewhere, is noted. */
import type { Report } from '../../diagnostic/index.js';
import { type Place, placeAt } from '../../source/index.js';
import type { Element } from '../../xml/index.js';
import type { ExportInput, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import type { Span } from '../span.js';
import { addressOf, isElsewhere } from './named-pictures.js';
import type { Picture } from './picture.js';

type Why = 'outside' | 'missing' | 'name';

export interface PictureFinder {
  /** The picture of a `graphic` or `media`, or of what `@facs` of another element points to. */
  find(element: Element): Picture | undefined;
  /** The picture at an address, and the place of what names it. */
  at(address: string, place: Span): Picture | undefined;
  /** The address of a picture where that is one of the network. */
  network(element: Element): string | undefined;
  /** Notes that a picture is not copied. */
  refuse(address: string, place: Span, why: Why): void;
  /** What is to be said of it when all files have been looked at. */
  notes(): PictureNotes;
}

/** Plain data. */
export interface PictureNotes {
  /** Those that are not copied, by the reason, and the place of the first. */
  readonly refused: readonly (Span & { readonly why: Why; readonly addresses: readonly string[] })[];
  /** IDs and sizes of those that were found. */
  readonly used: readonly (readonly [string, number])[];
}

/** Nothing is found where nobody can read beside the files. */
export async function pictureFinders({ readBeside }: ExportInput): Promise<(file: TeiFile) => PictureFinder> {
  const { imageSize } = await import('image-size');
  const measured = (bytes: Uint8Array): Pick<Picture, 'type' | 'width' | 'height'> => {
    try {
      const { type, width, height } = imageSize(bytes);
      return { type, width, height };
    } catch {
      return { type: undefined, width: undefined, height: undefined };
    }
  };
  return (file) => {
    const known = new Map<string, Picture | undefined>();
    const used = new Map<string, number>();
    const refused = new Map<Why, Span & { readonly why: Why; readonly addresses: Set<string> }>();
    const refuse = (address: string, { start, end }: Span, why: Why) => {
      const before = refused.get(why) ?? { why, start, end, addresses: new Set() };
      refused.set(why, before);
      before.addresses.add(address);
    };
    const read = (address: string, place: Span): Picture | undefined => {
      const found = readBeside?.(address, file);
      if (!found) return undefined;
      if (found.kind !== 'file') {
        refuse(address, place, found.kind);
        return undefined;
      }
      const { bytes, path, id = path } = found;
      used.set(id, bytes.length);
      // It is read again when it is placed: all of them together may be more than memory holds.
      return {
        path,
        id,
        address,
        get bytes() {
          return found.bytes;
        },
        ...measured(bytes),
      };
    };
    const at = (address: string, place: Span): Picture | undefined => {
      if (isElsewhere(address)) return undefined;
      if (!known.has(address)) known.set(address, read(address, place));
      return known.get(address);
    };
    return {
      at,
      refuse,
      find(element) {
        const address = addressOf(element, file.tei.root);
        return address === undefined ? undefined : at(address, element.place);
      },
      network(element) {
        const address = addressOf(element, file.tei.root);
        return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
      },
      // A piece of a text would hold all of it.
      notes: () =>
        structuredClone({
          refused: [...refused.values()].map((each) => ({ ...each, addresses: [...each.addresses] })),
          used: [...used],
        }),
    };
  };
}

/** Says, once for each reason, what is not copied, and how many pictures were, and how large they are together: those that were found, or those of these sizes. */
export function reportPictures(
  noted: readonly { readonly file: TeiFile; readonly notes: PictureNotes }[],
  report: Report,
  copied: readonly number[] = [...new Map(noted.flatMap(({ notes }) => notes.used)).values()],
): void {
  const all = new Map<Why, { readonly first: Place; readonly addresses: Set<string> }>();
  for (const { file, notes } of noted)
    for (const { why, start, end, addresses } of notes.refused) {
      const known = all.get(why) ?? { first: placeAt(file.source, start, end), addresses: new Set() };
      all.set(why, known);
      for (const address of addresses) known.addresses.add(address);
    }
  for (const [why, { first, addresses }] of all) {
    const [address = ''] = addresses;
    report(exportMessages['picture-not-copied']({ address, why, others: addresses.size - 1 }, first));
  }
  const size = copied.reduce((sum, each) => sum + each, 0);
  if (copied.length > 0) report(exportMessages['pictures-copied']({ count: copied.length, size }));
}
