/** The bytes of a file -> its text: byte order mark, XML's encoding declaration, else UTF-8 (XML 1.0, 4.3.3 and appendix F). */
import { TextDecoder } from 'node:util';
import type { Report } from '../diagnostic/index.js';
import { guessKind } from './guess-kind.js';
import { sourceMessages } from './messages.js';
import { createSource, placeAt, type Source } from './source.js';

interface Encoding {
  /** As people name it: `UTF-8`. */
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** How much of a file is shown behind a byte that cannot be read. */
const SHOWN = 200;

/**
 * In: a path to name the file by, and its bytes. Out: its text as it stands (line ends are kept, a byte order mark is
 * not), or undefined where it cannot be read as text; then an error says where and why. An XML file may declare any
 * encoding that the platform knows; every other file is UTF-8, or UTF-16 with a byte order mark.
 */
export function decodeSource(path: string, bytes: Uint8Array, report: Report): Source | undefined {
  const empty = createSource(path, '');
  if (bytes.length === 0) {
    report(sourceMessages['empty-file']({ blank: false }, placeAt(empty, 0)));
    return undefined;
  }
  const encoding = encodingOf(bytes, empty, report);
  if (encoding === undefined) return undefined;
  const text = encoding.decode(bytes);
  if (text === undefined) {
    reportInvalid(path, bytes, encoding, report);
    return undefined;
  }
  const source = createSource(path, text);
  return hasText(source, bytes, encoding, report) ? source : undefined;
}

function encodingOf(bytes: Uint8Array, source: Source, report: Report): Encoding | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) {
    if (marked !== 'UTF-8') report(sourceMessages['utf-16']({ encoding: marked }, placeAt(source, 0)));
    return platformEncoding(marked);
  }
  if (startsWith(bytes, [0x3c, 0x00, 0x3f, 0x00])) return platformEncoding('UTF-16LE');
  if (startsWith(bytes, [0x00, 0x3c, 0x00, 0x3f])) return platformEncoding('UTF-16BE');
  const kind = guessKind(bytes);
  if (kind !== undefined) {
    report(sourceMessages['not-text']({ kind }, placeAt(source, 0)));
    return undefined;
  }
  const declared = declaredEncoding(bytes);
  if (declared === undefined || /^utf-?8$/i.test(declared)) return utf8;
  if (/^(utf-16|utf-32|iso-10646-ucs-)/i.test(declared)) {
    report(sourceMessages['encoding-disagrees']({ declared, found: 'UTF-8' }, placeAt(source, 0)));
    return platformEncoding('UTF-8');
  }
  const encoding = exactEncodings[declared.toUpperCase()] ?? platformEncoding(declared);
  if (!encoding) report(sourceMessages['unknown-encoding']({ encoding: declared }, placeAt(source, 0)));
  return encoding;
}

/** Does the file begin as UTF-8 does, so that it can be read part by part? In: its first bytes. */
export function beginsAsUtf8(start: Uint8Array): boolean {
  const marked = byteOrderMark(start);
  if (marked !== undefined) return marked === 'UTF-8';
  const declared = declaredEncoding(start) ?? 'UTF-8';
  return /^(?:utf-8|utf8|us-ascii|ascii)$/i.test(declared) && start[0] !== 0 && start[1] !== 0 && !guessKind(start);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'UTF-8';
  if (startsWith(bytes, [0xff, 0xfe]) && !startsWith(bytes, [0xff, 0xfe, 0, 0])) return 'UTF-16LE';
  return startsWith(bytes, [0xfe, 0xff]) ? 'UTF-16BE' : undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (!startsWith(bytes, [0x3c, 0x3f])) return undefined;
  const start = latin1(bytes.subarray(0, 256));
  return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1];
}

/** Encodings that the platform's decoder takes for one another: latin1 and US-ASCII by the standard, windows-1252 by mistake. */
const exactEncodings: Readonly<Record<string, Encoding>> = {
  'ISO-8859-1': { name: 'ISO-8859-1', decode: latin1 },
  LATIN1: { name: 'ISO-8859-1', decode: latin1 },
  'US-ASCII': { name: 'US-ASCII', decode: ascii },
  ASCII: { name: 'US-ASCII', decode: ascii },
  'WINDOWS-1252': { name: 'windows-1252', decode: windows1252 },
  CP1252: { name: 'windows-1252', decode: windows1252 },
};

/** What windows-1252 has at 80 to 9F; the five that it leaves open are control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function ascii(bytes: Uint8Array): string | undefined {
  return bytes.every((byte) => byte < 0x80) ? latin1(bytes) : undefined;
}

/** What nearly every file is in: its decoder is made once. One that has failed keeps its state, and is not used again. */
let utf8Decoder: TextDecoder | undefined;
const utf8: Encoding = {
  name: 'UTF-8',
  decode(bytes) {
    utf8Decoder ??= platformDecoder('UTF-8');
    const text = utf8Decoder && tryDecode(utf8Decoder, bytes, false);
    if (text === undefined) utf8Decoder = undefined;
    return text;
  },
};

function platformEncoding(label: string): Encoding | undefined {
  const decoder = platformDecoder(label);
  return decoder && { name: decoder.encoding.toUpperCase(), decode: (bytes) => tryDecode(decoder, bytes, false) };
}

function platformDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/** With `open`, a character that the end cuts through is no fault. */
function tryDecode(decoder: TextDecoder, bytes: Uint8Array, open: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream: open });
  } catch {
    return undefined;
  }
}

function reportInvalid(path: string, bytes: Uint8Array, encoding: Encoding, report: Report): void {
  const { text, length } = validStart(bytes, encoding);
  const offset = byteLength(text, encoding) ?? length;
  const rest = latin1(bytes.subarray(offset, offset + SHOWN)).replace(/[\r\n].*$/s, '');
  const source = createSource(path, text + rest.replace(/[^\x20-\x7e]/g, '\uFFFD'));
  const start = text.startsWith('\uFEFF') ? text.length - 1 : text.length;
  const shown = [...bytes.subarray(offset, offset + 4)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase());
  report(
    sourceMessages['invalid-bytes'](
      { encoding: encoding.name, offset, bytes: shown.join(' ') },
      placeAt(source, start, Math.min(start + 1, source.text.length)),
    ),
  );
}

/** The longest start of the bytes that can be read, found by halving, and its text. */
function validStart(bytes: Uint8Array, encoding: Encoding): { readonly text: string; readonly length: number } {
  let text = '';
  let length = 0;
  let tooLong = bytes.length + 1;
  while (tooLong - length > 1) {
    const middle = (length + tooLong) >> 1;
    const start = bytes.subarray(0, middle);
    // A decoder that has failed keeps its state: each trial has its own.
    const decoder = platformDecoder(encoding.name);
    const read = encoding.decode === ascii || !decoder ? encoding.decode(start) : tryDecode(decoder, start, true);
    if (read === undefined) tooLong = middle;
    else [length, text] = [middle, read];
  }
  return { text, length };
}

/** How many bytes a text takes; undefined for encodings in which that cannot be told from the text. */
function byteLength(text: string, encoding: Encoding): number | undefined {
  if (encoding.name === 'UTF-8') return Buffer.byteLength(text);
  if (encoding.name.startsWith('UTF-16')) return text.length * 2;
  return undefined;
}

function hasText(source: Source, bytes: Uint8Array, encoding: Encoding, report: Report): boolean {
  const { text } = source;
  if (!/\S/.test(text)) {
    report(sourceMessages['empty-file']({ blank: text.length > 0 }, placeAt(source, 0)));
    return false;
  }
  const first = text.indexOf('\0');
  if (first < 0) return true;
  const marked = byteOrderMark(bytes) === undefined ? '' : '\uFEFF';
  const offset = byteLength(marked + text.slice(0, first), encoding) ?? bytes.indexOf(0);
  const count = text.split('\0').length - 1;
  report(sourceMessages['null-character']({ offset, count }, placeAt(source, first, first + 1)));
  return false;
}
