/** Names that stand in TEI -> names of files that every system takes, and that lead nowhere else. */

/** Names of devices on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 100;

/** One part of a path: ASCII letters, digits, `.`, `_`, `-`; never empty, hidden, reserved or too long. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, LONGEST)
    .replace(/[.-]+$/, '');
  if (plain === '') return 'document';
  return RESERVED.test(plain) ? `_${plain}` : plain;
}

/** A namer that gives each name once, whatever the case of its letters: `d1`, `d1-2`. */
export function uniqueNamer(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const safe = safeName(name);
    let unique = safe;
    for (let i = 2; taken.has(unique.toLowerCase()); i++) unique = `${safe}-${i}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}

/** A hidden file that is wanted: Zenodo looks for it. */
export const ZENODO_FILE = '.zenodo.json';

/** Whether a path stays below the folder that it is meant for. */
export function isSafePath(path: string): boolean {
  return (
    path === ZENODO_FILE ||
    path
      .split('/')
      .every((part) => /^[A-Za-z0-9_][A-Za-z0-9._ -]*$/.test(part) && !RESERVED.test(part) && !/[. ]$/.test(part))
  );
}
