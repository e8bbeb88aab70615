/** TEI files -> the files of a package: their bytes in UTF-8, as they were written, with checksums. */
import { serializeXml } from '../../xml/serialize.js';
import type { TeiFile, WholeFile } from '../exporter.js';
import { namedPictures } from '../pictures/named-pictures.js';
import { lookForRecord } from './record.js';

export interface PackedFile {
  /** Below the folder that holds them: `letters/1.xml`. */
  readonly path: string;
  readonly file: TeiFile;
  readonly size: number;
  /** Made when they are asked for: all of them together may be more than memory holds. */
  readonly bytes: Uint8Array;
  /** Hexadecimal, in small letters. */
  readonly sha256: string;
}

/** Size and checksum of the files that were weighed. */
const weighed = new WeakMap<TeiFile, Pick<PackedFile, 'size' | 'sha256'>>();

/** Made once for each file. */
export async function weigh(file: TeiFile): Promise<Pick<PackedFile, 'size' | 'sha256'>> {
  const known = weighed.get(file);
  if (known) return known;
  const bytes = utf8(textOf(file));
  const made = { size: bytes.length, sha256: await sha256(bytes) };
  weighed.set(file, made);
  return made;
}

/** What a package reads of a file. */
export async function lookForPackage(file: TeiFile): Promise<void> {
  lookForRecord(file);
  namedPictures.of(file);
  await weigh(file);
}

/** In: the files of a run. Out: what is packed, in the order of their paths. */
export async function packFiles(files: readonly TeiFile[]): Promise<readonly PackedFile[]> {
  const packed: PackedFile[] = [];
  for (const file of files) {
    packed.push({
      path: `${file.name}.xml`,
      file,
      ...(await weigh(file)),
      get bytes() {
        return utf8(textOf(file));
      },
    });
  }
  return packed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Files of a package, one after another, below a folder of it. */
export function* contentOf(
  packed: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  folder: string,
): Generator<WholeFile> {
  for (const each of packed) yield { path: `${folder}/${each.path}`, content: each.bytes };
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function textOf(file: TeiFile): string {
  const { text } = file.source;
  // A text that is too long is not held; its tree is.
  return text === '' ? serializeXml(file.tei) : declaredUtf8(text);
}

/** A declaration of another encoding would be untrue of what is written. */
export function declaredUtf8(text: string): string {
  return text.replace(
    /^(<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])(?!utf-?8\2)[^"']*\2/i,
    (_, start: string, quote: string) => `${start}${quote}UTF-8${quote}`,
  );
}
