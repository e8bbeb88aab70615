/** The files of a deposit -> a table of them (CSV), and their checksums as `sha256sum -c` reads them. */
import type { DepositFile } from './deposit-files.js';

/** In: the files in the order in which they are to be taken in. */
export async function listNames(files: readonly DepositFile[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  const rows = files.map(({ path, kind, original, size, sha256 }, i) => ({
    order: i + 1,
    path,
    kind,
    formerly: original,
    bytes: size,
    sha256,
  }));
  return stringify(rows, { header: true, escape_formulas: true });
}

export function listChecksums(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}
