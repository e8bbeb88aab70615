/** The first bytes of a file that is no plain text -> what it looks like, in words. */

const signatures: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: 'a ZIP archive, such as a Word (.docx) or LibreOffice (.odt) document' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Word document (.doc)' },
  { bytes: [...Buffer.from('%PDF-')], kind: 'a PDF document' },
  { bytes: [...Buffer.from('{\\rtf')], kind: 'a Rich Text (.rtf) document' },
  { bytes: [0x1f, 0x8b], kind: 'a gzip archive' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a JPEG image' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], kind: 'a TIFF image' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: 'a TIFF image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'a GIF image' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'a program' },
  { bytes: [0xff, 0xfe, 0x00, 0x00], kind: 'UTF-32' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], kind: 'UTF-32' },
];

/** How much of a file is looked at. */
const SAMPLE = 8192;
/** The share of control characters that no text has. */
const CONTROL_SHARE = 0.05;
/** The share of null bytes on one side that tells UTF-16 in an alphabet of 256 letters. */
const UTF_16_SHARE = 0.3;

/**
 * What kind of binary file the bytes are, or undefined where they may be text in an encoding that is a superset of ASCII.
 * Bytes that begin with the mark of UTF-8 or UTF-16 are never asked for.
 */
export function guessKind(bytes: Uint8Array): string | undefined {
  const first = bytes[0];
  const known = signatures.find((signature) => signature.bytes[0] === first && isSigned(bytes, signature.bytes));
  if (known) return known.kind;
  const sample = bytes.subarray(0, SAMPLE);
  const nulls = [0, 0];
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    if (byte >= 0x20 || isLayout(byte)) continue;
    controls++;
    if (byte === 0) nulls[i & 1] = (nulls[i & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nulls.map((count) => count / sample.length);
  if ((odd > UTF_16_SHARE && even === 0) || (even > UTF_16_SHARE && odd === 0)) {
    return 'UTF-16 text without a byte order mark';
  }
  return controls > 1 && controls / sample.length > CONTROL_SHARE ? 'binary data' : undefined;
}

function isSigned(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Tab, line feed, vertical tab, form feed, carriage return. */
function isLayout(byte: number): boolean {
  return byte >= 0x09 && byte <= 0x0d;
}
