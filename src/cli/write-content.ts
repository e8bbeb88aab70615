/** The content of a file, which may come in pieces -> the file, or what is open to be written. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { ExportedFile } from '../exporters/exporter.js';

/** So much is written at once. */
const ENOUGH = 1024 * 1024;

/** To a file that is not there; with `w`, to what is; with `a`, behind what is in it. */
export function writeContent(file: string, content: ExportedFile['content'], flag: 'wx' | 'w' | 'a' = 'wx'): void {
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
    const isText = typeof piece === 'string';
    if (isText) {
      waiting.push(piece);
      size += piece.length;
    }
    if (isText && size < ENOUGH) continue;
    if (size > 0) yield waiting.join('');
    if (!isText) yield piece;
    waiting = [];
    size = 0;
  }
  yield waiting.join('');
}
