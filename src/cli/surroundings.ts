/** The files of a run and the folder of a document -> answers to what the rules ask of other files. */
import { type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Surroundings } from '../rules/surroundings.js';
import { type Place, placeAt } from '../source/index.js';
import type { Input } from './inputs.js';
import { readFile } from './read-file.js';

/** What a picture may end in. */
export const PICTURE_ENDINGS = ['', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.jp2', '.gif', '.webp'];

/** Identifiers of files, each read once in a run, and only when a document points to it. */
export interface IdIndex {
  /** What stands around the documents of a folder; `listed` are the identifiers of the lists that hold for them. */
  around(folder: string, listed: ReadonlySet<string> | undefined): Surroundings;
}

export function idIndex(inputs: readonly Input[]): IdIndex {
  const byName = new Map<string, string>();
  for (const { file } of inputs) if (file !== undefined) byName.set(basename(file), file);
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const idsOf = (file: string): ReadonlySet<string> | undefined => {
    if (!known.has(file)) known.set(file, readIds(file));
    return known.get(file);
  };
  return {
    around(folder, listed) {
      const find = (address: string): string | undefined => {
        const path = resolve(folder, decoded(address));
        const names = /\.xml$/i.test(address) ? [path] : [path, `${path}.xml`];
        const file = names.find(isFile);
        return file ?? names.map((name) => byName.get(basename(name))).find((found) => found !== undefined);
      };
      return {
        idsOf(address) {
          const file = find(address);
          return file !== undefined && /\.xml$/i.test(file) ? idsOf(file) : undefined;
        },
        hasFile: (address) => find(address) !== undefined || existsAt(resolve(folder, decoded(address))),
        hasPicture: (address) =>
          PICTURE_ENDINGS.some((ending) => isFile(`${resolve(folder, decoded(address))}${ending}`)),
        ...(listed && { listed }),
      };
    },
  };
}

function readIds(file: string): ReadonlySet<string> | undefined {
  const source = readFile(file, file, () => {});
  return (
    source && new Set([...source.text.matchAll(IDS)].flatMap(([, double, single]) => (double ?? single)?.trim() || []))
  );
}

/** Comments and CDATA sections are passed over; the document itself is scanned when it is validated. */
const IDS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|\sxml:id\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What is pointed to from other files; pages, notes and parts of the header are told apart by their files. */
const SHARED =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(?:TEI|div|person|org|place|bibl|event|object)\s(?:[^<>]*?\s)?(xml:id\s*=\s*(?:"([^"]*)"|'([^']*)'))/g;

/** The identifiers of the documents, persons and the like in a document of the run, with their places. */
export function locatedIds({ file, shown }: Input): ReadonlyMap<string, Place> {
  const source = file === undefined ? undefined : readFile(file, shown, () => {});
  const found = new Map<string, Place>();
  for (const { 0: tag, 1: written, 2: double, 3: single, index } of source?.text.matchAll(SHARED) ?? []) {
    const id = (double ?? single)?.trim();
    if (!source || !written || !id || found.has(id)) continue;
    const end = index + tag.length;
    found.set(id, placeAt(source, end - written.length, end));
  }
  return found;
}

/** A part of an address as the name of a file; a query is none. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replace(/[?].*$/, ''));
  } catch {
    return address;
  }
}

export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() === true;
}

function existsAt(path: string): boolean {
  return statsOf(path) !== undefined;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A name that is too long, or holds what none may; links that run in a circle.
    return undefined;
  }
}
