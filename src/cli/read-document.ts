/** A document whose grammar alone is asked for -> a source of its bytes: its text is decoded when something has to be shown of it, its lines are counted when something was found in it. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Report } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import { beginsAsUtf8, type LineTable, readLineTable, type Source, utf8Parts } from '../source/index.js';
import type { Input } from './inputs.js';
import { readInput, STREAMED } from './read-file.js';
import { rereadSource } from './reread.js';
import type { World } from './world.js';

/** The bytes of the document in hand: one after the other is read into the same memory. */
let memory = Buffer.alloc(0);

/** A shorter document is scanned before the loop for bytes would have begun. */
export const LEAST = 64 * 1024;

/** The document that these bytes are of, and what counts its lines. */
let inHand: { readonly source: Source; readonly countLines: () => void } | undefined;

/** In: a file or standard input. Out: its source; what is not UTF-8, or cannot be read at all, is read as every other file. The bytes are good until the next document is read. */
export async function readDocument(input: Input, world: World, report: Report): Promise<Source | undefined> {
  const bytes = input.file === undefined ? undefined : readBytes(input.file);
  if (input.file === undefined || !bytes || !isPlain(bytes)) return readInput(input, world, report, STREAMED);
  let lines: LineTable | undefined;
  const source = rereadSource(input.file, input.shown, { bytes: () => utf8Parts(bytes), lines: () => lines });
  const countLines = () => {
    lines ??= readLineTable(utf8Parts(bytes));
  };
  inHand = { source, countLines };
  return source;
}

/** Before the next document is read: from now on the places of the findings are known without reading the document again. */
export function keepLines({ diagnostics }: FileReport): void {
  if (diagnostics.some(({ place }) => place !== undefined && place.source === inHand?.source)) inHand?.countLines();
  inHand = undefined;
}

/** Undefined where the file is short, too large to be held, or cannot be read. */
function readBytes(file: string): Uint8Array | undefined {
  inHand = undefined;
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size < LEAST || size > (STREAMED.partsFrom ?? 0)) return undefined;
      if (size > memory.length) memory = Buffer.allocUnsafeSlow(size + (size >> 2));
      return readSync(handle, memory, 0, size, 0) === size ? memory.subarray(0, size) : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** UTF-8 with a text in it. */
function isPlain(bytes: Uint8Array): boolean {
  return beginsAsUtf8(bytes) && isUtf8(bytes) && bytes.includes(0x3c) && !bytes.includes(0);
}
