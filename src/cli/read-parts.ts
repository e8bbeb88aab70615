/** A file too large to be held as one text -> a source that is read part by part. */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { Report } from '../diagnostic/index.js';
import { beginsAsUtf8, markOf, placeAt, type Source, sourceMessages, sourceOfParts } from '../source/index.js';

/** Bytes of a part: some thousand lines. */
const PART = 256 * 1024;

/**
 * In: an absolute path, and the path to show. Out: the source; undefined where it is not UTF-8, and so must be read
 * whole. A byte that is no UTF-8 ends the text where it stands, and is reported.
 */
export function readParts(file: string, shown: string, report: Report, size: number = PART): Source | undefined {
  const buffer = Buffer.allocUnsafe(size);
  if (!beginsAsUtf8(readAt(file, buffer, 0))) return undefined;
  /** Where each part begins: in bytes, and in the text. */
  const begins = [0];
  const starts = [0];
  let isSpoilt = false;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const read = (index: number): string | undefined => {
    const begin = begins[index];
    if (begin === undefined) return undefined;
    const bytes = readAt(file, buffer, begin);
    const length = lengthOfPart(bytes, size);
    if (length === 0) return undefined;
    begins[index + 1] = begin + length;
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(0, length));
    } catch {
      text = validStart(bytes.subarray(0, length));
      begins.length = index + 1;
      if (!isSpoilt) reportSpoilt(source, begin, (starts[index] ?? 0) + text.length, bytes, text, report);
      isSpoilt = true;
      if (text === '') return undefined;
    }
    if (index === 0 && text.startsWith('\uFEFF')) text = text.slice(1);
    starts[index + 1] = (starts[index] ?? 0) + text.length;
    return text;
  };
  const bytes = function* () {
    let begin = 0;
    for (;;) {
      const read = readAt(file, buffer, begin);
      const length = lengthOfPart(read, size);
      if (length === 0) return;
      const part = read.subarray(0, length);
      yield isUtf8(part) ? part.subarray(begin === 0 ? markOf(part) : 0) : UNREADABLE;
      begin += length;
    }
  };
  const source = { ...sourceOfParts(shown, file, read, () => isSpoilt), bytes };
  return source;
}

/** What is not UTF-8 is passed on as a byte that no document can hold. */
const UNREADABLE = new Uint8Array(1);

function readAt(file: string, buffer: Buffer, begin: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, begin));
  } finally {
    closeSync(handle);
  }
}

/** A part that is not the last ends neither within a character nor before the LF of a CR LF. */
function lengthOfPart(bytes: Buffer, size: number): number {
  if (bytes.length < size) return bytes.length;
  let length = bytes.length;
  while (length > size - 4 && ((bytes[length - 1] ?? 0) & 0xc0) === 0x80) length--;
  if ((bytes[length - 1] ?? 0) >= 0xc0) length--;
  else length = bytes.length;
  while (length > size - 8 && bytes[length - 1] === 0x0d) length--;
  return length;
}

/** The text before the first byte that is no UTF-8. */
function validStart(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    const length = Buffer.byteLength(text.slice(0, at));
    if (bytes[length] !== 0xef || bytes[length + 1] !== 0xbf || bytes[length + 2] !== 0xbd) return text.slice(0, at);
  }
  return text;
}

function reportSpoilt(
  source: Source,
  begin: number,
  start: number,
  bytes: Uint8Array,
  text: string,
  report: Report,
): void {
  const at = Buffer.byteLength(text);
  const shown = [...bytes.subarray(at, at + 4)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase());
  const facts = { encoding: 'UTF-8', offset: begin + at, bytes: shown.join(' ') };
  report(sourceMessages['invalid-bytes'](facts, placeAt(source, start)));
}
