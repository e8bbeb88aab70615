/** A document whose grammar alone is asked for -> a source of its bytes: its text is decoded when something has to be shown of it. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Report } from '../diagnostic/index.js';
import { beginsAsUtf8, type Source, utf8Parts } from '../source/index.js';
import type { Input } from './inputs.js';
import { readInput, STREAMED } from './read-file.js';
import { rereadSource } from './reread.js';
import type { World } from './world.js';

/** The bytes of the document in hand: one after the other is read into the same memory. */
let memory = Buffer.alloc(0);

/** In: a file or standard input. Out: its source; what is not UTF-8, or cannot be read at all, is read as every other file. The bytes are good until the next document is read. */
export async function readDocument(input: Input, world: World, report: Report): Promise<Source | undefined> {
  const bytes = input.file === undefined ? undefined : readBytes(input.file);
  if (input.file === undefined || !bytes || !isPlain(bytes)) return readInput(input, world, report, STREAMED);
  return rereadSource(input.file, input.shown, () => utf8Parts(bytes));
}

/** Undefined where the file is too large to be held, or cannot be read. */
function readBytes(file: string): Uint8Array | undefined {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size === 0 || size > (STREAMED.partsFrom ?? 0)) return undefined;
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
