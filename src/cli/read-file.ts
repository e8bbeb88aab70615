/** A file, or standard input -> its text. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Report } from '../diagnostic/index.js';
import { createSource, decodeSource, placeAt, type Source } from '../source/index.js';
import { runMessages } from './messages.js';
import { reasonOf } from './reason.js';
import type { World } from './world.js';

/** The longest text that the platform can hold is a little above half a gigabyte. */
const LARGEST = 512 * 1024 * 1024 - 64;

/** In: an absolute path, and the path to show. Out: the text, or undefined where an error says why not. */
export function readFile(file: string, shown: string, report: Report): Source | undefined {
  let bytes: Uint8Array;
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      if (size > LARGEST) return tooLarge(shown, size, report);
      bytes = readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    report(runMessages['file-unreadable']({ reason: reasonOf(error) }));
    return undefined;
  }
  return decodeSource(shown, bytes, report);
}

/** In: the name to call standard input by; without one, it is `stdin.xml` or `stdin.txt`, as it begins. */
export async function readStandardInput(
  world: World,
  name: string | undefined,
  report: Report,
): Promise<Source | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of world.stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > LARGEST) return tooLarge(name ?? 'stdin', size, report);
  }
  const source = decodeSource(name ?? 'stdin.txt', Buffer.concat(chunks), report);
  return source && name === undefined && /^\s*</.test(source.text) ? createSource('stdin.xml', source.text) : source;
}

function tooLarge(shown: string, size: number, report: Report): undefined {
  report(runMessages['file-too-large']({ size, limit: LARGEST }, placeAt(createSource(shown, ''), 0)));
}
