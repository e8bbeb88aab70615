/** The content of a file, which may come in pieces -> the file, or what is open to be written. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { ExportedFile } from '../exporters/exporter.js';

/** So much is written at once. */
const ENOUGH = 1024 * 1024;

/** To a file that is not there; with `w`, to what is. */
export function writeContent(file: string, content: ExportedFile['content'], flag: 'wx' | 'w' = 'wx'): void {
  const handle = openSync(file, flag);
  try {
    writeTo(handle, content);
  } finally {
    closeSync(handle);
  }
}

/** In: what is open to be written. */
export function writeTo(handle: number, content: ExportedFile['content']): void {
  for (const piece of piecesOf(content)) writeFileSync(handle, piece);
}

export function* piecesOf(content: ExportedFile['content']): Generator<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    yield content;
    return;
  }
  let waiting: string[] = [];
  let size = 0;
  for (const piece of content) {
    waiting.push(piece);
    size += piece.length;
    if (size < ENOUGH) continue;
    yield waiting.join('');
    waiting = [];
    size = 0;
  }
  yield waiting.join('');
}
