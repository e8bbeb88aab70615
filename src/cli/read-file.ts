/** A file, or standard input -> its text. */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Report } from '../diagnostic/index.js';
import { createSource, decodeSource, placeAt, type Source } from '../source/index.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { readParts } from './read-parts.js';
import { reasonOf } from './reason.js';
import type { World } from './world.js';

/** What may be read, and how long it may be. */
export interface Limit {
  readonly kind: string;
  readonly bytes: number;
  /** From so many bytes on, a file is read part by part. */
  readonly partsFrom?: number;
}

/** The longest text that the platform can hold is a little above half a gigabyte. */
const ANY_FILE: Limit = { kind: 'a file', bytes: 512 * 1024 * 1024 - 64 };

/** What is looked at once, from beginning to end, may be of any length. */
export const STREAMED: Limit = { ...ANY_FILE, partsFrom: 32 * 1024 * 1024 };

/** A conversion may hold a hundred times as much as it reads. A printed volume of letters has some four million bytes. */
export const TRANSCRIPTION: Limit = { kind: 'a transcription', bytes: 16 * 1024 * 1024 };

/** In: an absolute path, and the path to show. Out: the text, or undefined where an error says why not. */
export function readFile(file: string, shown: string, report: Report, limit: Limit = ANY_FILE): Source | undefined {
  let bytes: Uint8Array;
  try {
    const handle = openSync(file, 'r');
    try {
      const small = readSmall(handle);
      if (small) return decodeSource(shown, small, report);
      const { size } = fstatSync(handle);
      const parts = size > (limit.partsFrom ?? size) ? readParts(file, shown, report) : undefined;
      if (parts) return parts;
      if (size > limit.bytes) return tooLarge(shown, size, limit, report);
      bytes = Buffer.concat([memory, readFileSync(handle)]);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    report(runMessages['file-unreadable']({ reason: reasonOf(error) }));
    return undefined;
  }
  return decodeSource(shown, bytes, report);
}

/** In: an absolute path, and the path to show. Out: its bytes, or undefined where an error says why not. */
export function readBytes(file: string, shown: string, report: Report): Uint8Array | undefined {
  try {
    const size = statSync(file).size;
    return size > ANY_FILE.bytes ? tooLarge(shown, size, ANY_FILE, report) : readFileSync(file);
  } catch (error) {
    report(runMessages['file-unreadable']({ reason: reasonOf(error) }, placeAt(createSource(shown, ''), 0)));
    return undefined;
  }
}

/** Most files fit in here: one after the other is read into the same memory. */
const memory = Buffer.allocUnsafeSlow(64 * 1024);

/** The bytes of a file that fits in the memory, good until the next one is read; else undefined, and the memory is full of its beginning. */
function readSmall(handle: number): Uint8Array | undefined {
  let length = 0;
  while (length < memory.length) {
    const read = readSync(handle, memory, length, memory.length - length, null);
    if (read === 0) return memory.subarray(0, length);
    length += read;
  }
  return undefined;
}

/** In: a file or standard input, which without a name is `stdin.xml` or `stdin.txt`, as it begins. Out: its text. */
export async function readInput(
  { file, shown }: Input,
  world: World,
  report: Report,
  limit: Limit = ANY_FILE,
): Promise<Source | undefined> {
  if (file !== undefined) return readFile(file, shown, report, limit);
  const name = shown === '-' ? undefined : shown;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of world.stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      chunks.push(bytes);
      size += bytes.length;
      if (size > limit.bytes) return tooLarge(name ?? 'stdin', size, limit, report);
    }
  } catch (error) {
    report(runMessages['file-unreadable']({ reason: reasonOf(error) }));
    return undefined;
  }
  const source = decodeSource(name ?? 'stdin.txt', Buffer.concat(chunks), report);
  return source && name === undefined && /^\s*</.test(source.text) ? createSource('stdin.xml', source.text) : source;
}

function tooLarge(shown: string, size: number, { kind, bytes }: Limit, report: Report): undefined {
  report(runMessages['file-too-large']({ kind, size, limit: bytes }, placeAt(createSource(shown, ''), 0)));
}
