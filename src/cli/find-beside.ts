/** An address that a document names -> the file that is there, never outside of a folder. */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { TeiFile } from '../exporters/exporter.js';
import type { Beside } from '../exporters/pictures/picture.js';
import type { Input } from './inputs.js';
import { decoded, isFile, PICTURE_ENDINGS } from './surroundings.js';

export type FoundBeside =
  /** Absolute, as it is called and as it lies on disk; and its path below the folder, with `/`. */
  | { readonly kind: 'file'; readonly file: string; readonly real: string; readonly path: string }
  | { readonly kind: 'missing' }
  /** `real` is what lies there. It is not to be opened. */
  | { readonly kind: 'outside'; readonly real?: string };

/** What is looked for: the address without fragment, the folder that it is seen from, and endings that it may lack. */
export type FindBeside = (address: string, folder: string, endings: readonly string[]) => FoundBeside;

/** In: the folder outside of which nothing is ever opened, whatever points there. */
export function fileFinder(root: string): FindBeside {
  const realRoot = realPath(root) ?? root;
  return (address, folder, endings) => {
    const plain = decoded(address);
    if (plain === '' || plain.includes('\0')) return { kind: 'missing' };
    // A backslash divides names on some systems.
    if (isAbsolute(plain) || /^[a-z][a-z0-9+.-]*:/i.test(plain) || plain.includes('\\')) return { kind: 'outside' };
    const named = resolve(folder, plain);
    const file = endings.map((ending) => `${named}${ending}`).find(isFile);
    if (file === undefined) return { kind: isBelow(named, root) ? 'missing' : 'outside' };
    const real = realPath(file);
    if (real === undefined) return { kind: 'missing' };
    // A link may lead anywhere.
    if (!isBelow(file, root) || !isBelow(real, realRoot)) return { kind: 'outside', real };
    return { kind: 'file', file, real, path: relative(root, file).split(sep).join('/') };
  };
}

/** In: the files, and the input of each in the same order. Out: what answers for an address, seen from a file: the folder that was given, else the file's own, is all there is. */
export function besideReader(
  files: readonly TeiFile[],
  inputs: readonly Input[],
): (address: string, from: TeiFile) => Beside {
  const inputOf = new Map(files.map((file, i) => [file, inputs[i]] as const));
  const finders = new Map<string, FindBeside>();
  return (address, from) => {
    const input = inputOf.get(from);
    if (input?.file === undefined) return { kind: 'missing' };
    const root = rootOf(input);
    const find = finders.get(root) ?? fileFinder(root);
    finders.set(root, find);
    const found = find(address.replace(/[#].*$/s, ''), dirname(input.file), PICTURE_ENDINGS);
    if (found.kind !== 'file') return { kind: found.kind };
    const { path, file } = found;
    return {
      kind: 'file',
      path,
      id: found.real,
      get bytes() {
        return readOrNothing(file);
      },
    };
  };
}

/** What cannot be read is no picture. */
function readOrNothing(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

/** The folder that was given, of which `below` is the path; else that of the file. */
function rootOf({ file = '', below }: Input): string {
  const inside = below.split(/[/\\]/).length;
  return resolve(file, ...Array.from({ length: inside }, () => '..'));
}

export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
