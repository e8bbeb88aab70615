/** Files as they are called -> names that a target takes, each once whatever the case of its letters. */
import { isSafePath, safeName } from '../safe-name.js';

/** One part of a path, without extension: `Brief_an Müller` -> `Brief-an-Muller`. */
export function targetName(name: string, characters: string): string {
  const allowed = new Set(characters);
  const plain = Array.from(safeName(name), (c) => (/[A-Za-z0-9]/.test(c) || allowed.has(c) ? c : '-'))
    .join('')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  // What is left of a name that a system keeps for itself.
  return isSafePath(plain) ? plain : `file-${plain}`.replace(/-$/, '');
}

/** A namer of paths: `namer('letters/a', '.xml')`; the second of one name gets a number. */
export function pathNamer(): (stem: string, extension: string) => string {
  const taken = new Set<string>();
  return (stem, extension) => {
    let path = `${stem}${extension}`;
    for (let i = 2; taken.has(path.toLowerCase()); i++) path = `${stem}-${i}${extension}`;
    taken.add(path.toLowerCase());
    return path;
  };
}

/** Paths without the folders that all of them begin with. */
export function withoutSharedFolders(paths: readonly string[]): readonly string[] {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  const differs = first.findIndex((part, i) => folders.some((parts) => parts[i] !== part));
  const shared = differs < 0 ? first.length : differs;
  return paths.map((path) => path.split('/').slice(shared).join('/'));
}

/** `[stem, extension]` of a path. */
export function splitExtension(path: string): readonly [string, string] {
  const [, stem = path, extension = ''] = /^(.*[^/])(\.[A-Za-z0-9]+)$/.exec(path) ?? [];
  return [stem, extension];
}

/** Each part of a path as the target takes it. */
export function targetPath(stem: string, characters: string): string {
  return stem
    .split('/')
    .map((part) => targetName(part, characters))
    .join('/');
}

/** How one file of the deposit names another: `../schema/letter.rng`. */
export function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < parts.length - 1 && base[shared] === parts[shared]) shared++;
  return [...base.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
