/** A changed text -> the bytes of its file: in the encoding, and with the byte order mark, that the file had. */
import { decodeSource } from '../source/index.js';

type Encode = (text: string) => Buffer;

const MARK = '\uFEFF';

const ENCODINGS: readonly Encode[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(MARK + text, 'utf8'),
  (text) => Buffer.from(MARK + text, 'utf16le'),
  (text) => Buffer.from(MARK + text, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'latin1'),
];

/** In: the bytes that were read, and the text they became. Out: a function for other texts; undefined for an encoding that cannot be written. */
export function encoderFor(
  path: string,
  bytes: Buffer,
  text: string,
): ((text: string) => Buffer | undefined) | undefined {
  const encode = ENCODINGS.find((candidate) => candidate(text).equals(bytes));
  if (!encode) return undefined;
  return (changed) => {
    const written = encode(changed);
    // A character that the encoding lacks would be lost.
    return decodeSource(path, written, () => {})?.text === changed ? written : undefined;
  };
}
