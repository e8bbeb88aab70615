/** The inputs of a run -> what lies beside them: a file that a document names, never outside of the folder that was given. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { TeiFile } from '../exporters/exporter.js';
import type { Beside } from '../exporters/pictures/picture.js';
import type { Input } from './inputs.js';
import { PICTURE_ENDINGS } from './surroundings.js';

/** In: the files, and the input of each in the same order. Out: what answers for an address, seen from a file: the folder that was given, else the file's own, is all there is. */
export function besideReader(
  files: readonly TeiFile[],
  inputs: readonly Input[],
): (address: string, from: TeiFile) => Beside {
  const inputOf = new Map(files.map((file, i) => [file, inputs[i]] as const));
  return (address, from) => {
    const input = inputOf.get(from);
    if (input?.file === undefined) return { kind: 'missing' };
    const root = rootOf(input);
    const plain = decoded(address.replace(/[?#].*$/s, ''));
    if (plain === undefined || plain === '' || plain.includes('\0')) return { kind: 'missing' };
    if (isAbsolute(plain) || /^[a-z][a-z0-9+.-]*:/i.test(plain) || plain.includes('\\')) return { kind: 'outside' };
    const named = resolve(dirname(input.file), plain);
    if (!isBelow(named, root)) return { kind: 'outside' };
    try {
      const file = PICTURE_ENDINGS.map((ending) => `${named}${ending}`).find(isFile) ?? named;
      // A link may lead anywhere.
      if (!isBelow(realpathSync(file), realpathSync(root))) return { kind: 'outside' };
      if (!isFile(file)) return { kind: 'missing' };
      return { kind: 'file', path: relative(root, file).split(sep).join('/'), bytes: readFileSync(file) };
    } catch {
      return { kind: 'missing' };
    }
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The folder that was given, of which `below` is the path; else that of the file. */
function rootOf({ file = '', below }: Input): string {
  const inside = below.split(/[/\\]/).length;
  return resolve(file, ...Array.from({ length: inside }, () => '..'));
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
