import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { decodeSource, lineText, pointAt } from '../../src/source/index.js';

function decode(bytes: Uint8Array | readonly number[] | string, path = 'letter.txt') {
  const found: Diagnostic[] = [];
  const input = typeof bytes === 'string' ? Buffer.from(bytes) : Uint8Array.from(bytes);
  const source = decodeSource(path, input, (diagnostic) => found.push(diagnostic));
  return { text: source?.text, codes: found.map(({ code }) => code), first: found[0] };
}

const utf16 = (text: string, order: 'LE' | 'BE') => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
};

describe('text that is read', () => {
  test('UTF-8, line ends as they stand', () => {
    expect(decode('Größe\r\nzwei\rdrei\n')).toMatchObject({ text: 'Größe\r\nzwei\rdrei\n', codes: [] });
  });

  test('a byte order mark is dropped, but only the first', () => {
    expect(decode([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x41])).toMatchObject({ text: '\uFEFFA', codes: [] });
  });

  test.each(['LE', 'BE'] as const)('UTF-16%s by its mark, with an info', (order) => {
    expect(decode(utf16('Liebe Grüße 𝔸\r\n', order))).toMatchObject({
      text: 'Liebe Grüße 𝔸\r\n',
      codes: ['source/utf-16'],
      first: { severity: 'info', message: `the file is UTF-16${order}, and was read as such` },
    });
  });

  test('the encoding that an XML file declares', () => {
    const xml = (encoding: string, ...bytes: number[]) => [
      ...Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><p>`),
      ...bytes,
      ...Buffer.from('</p>'),
    ];
    const body = (bytes: readonly number[]) => /<p>(.*)<\/p>/s.exec(decode(bytes, 'a.xml').text ?? '')?.[1];
    expect(body(xml('ISO-8859-1', 0xe9, 0x93))).toBe('\u00e9\u0093');
    expect(body(xml('windows-1252', 0x80, 0x81, 0x93, 0x9f, 0xe9))).toBe('€\u0081“Ÿé');
    expect(body(xml('US-ASCII', 0x41))).toBe('A');
    expect(body(xml('utf-8', 0xc3, 0xa9))).toBe('é');
    expect(body(xml('Shift_JIS', 0x83, 0x65))).toBe('テ');
  });

  test('UTF-16 without a mark, where an XML declaration shows it', () => {
    const text = '<?xml version="1.0" encoding="UTF-16LE"?><a/>';
    expect(decode(Buffer.from(text, 'utf16le'), 'a.xml')).toMatchObject({ text, codes: [] });
    expect(decode(Buffer.from(text, 'utf16le').swap16(), 'a.xml')).toMatchObject({ text, codes: [] });
  });

  test('a byte order mark wins over the declaration', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
    expect(decode(`\uFEFF${text}`, 'a.xml')).toMatchObject({ text, codes: [] });
  });

  test('a declared UTF-16 that is none is an error, and read as UTF-8', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>é</a>';
    expect(decode(text, 'a.xml')).toMatchObject({ text, codes: ['source/encoding-disagrees'] });
  });

  test('a declaration in the middle of a transcription means nothing', () => {
    const text = 'He sent <?xml version="1.0" encoding="ISO-8859-1"?> é';
    expect(decode(text).text).toBe(text);
  });
});

describe('text that cannot be read', () => {
  test('invalid UTF-8: the byte, the line and the column', () => {
    const { text, codes, first } = decode([...Buffer.from('Größe\nder '), 0xfc, 0x62, 0x65, 0x72, 0x0a, 0x41]);
    expect(text).toBeUndefined();
    expect(codes).toEqual(['source/invalid-bytes']);
    expect(first?.message).toBe('not valid UTF-8 at byte 12 (FC 62 65 72)');
    const { place } = first ?? {};
    expect(place && pointAt(place.source, place.start)).toEqual({ line: 2, column: 5 });
    expect(place && lineText(place.source, 2)).toBe('der \uFFFDber');
  });

  test.each([
    ['a sequence cut short', [0x41, 0xc3, 0x28], 1],
    ['a sequence cut by the end', [0x41, 0x42, 0xe2, 0x82], 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 0],
    ['an overlong form', [0x41, 0xc0, 0xaf], 1],
    ['behind a byte order mark', [0xef, 0xbb, 0xbf, 0x41, 0xff], 4],
  ])('invalid UTF-8: %s', (_, bytes, offset) => {
    const { text, first } = decode(bytes);
    expect(text).toBeUndefined();
    expect(first?.message).toContain(`not valid UTF-8 at byte ${offset} (`);
  });

  test('invalid UTF-16: a lone surrogate, half a unit', () => {
    expect(decode([0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0]).codes).toContain('source/invalid-bytes');
    expect(decode([0xff, 0xfe, 0x41, 0, 0x42]).first).toMatchObject({ code: 'source/utf-16' });
    expect(decode([0xff, 0xfe, 0x41, 0, 0x42]).codes).toEqual(['source/utf-16', 'source/invalid-bytes']);
  });

  test('a letter beyond declared US-ASCII', () => {
    const start = '<?xml version="1.0" encoding="US-ASCII"?><a>';
    const { first } = decode([...Buffer.from(start), 0xe9], 'a.xml');
    expect(first?.message).toBe(`not valid US-ASCII at byte ${start.length} (E9)`);
  });

  test('an encoding that nobody knows', () => {
    const { text, first } = decode('<?xml version="1.0" encoding="klingon"?><a/>', 'a.xml');
    expect(text).toBeUndefined();
    expect(first).toMatchObject({ code: 'source/unknown-encoding', message: 'encoding "klingon" is not known' });
  });

  test.each([
    ['nothing', '', 'the file is empty'],
    ['a byte order mark alone', '\uFEFF', 'the file is empty'],
    ['white space', ' \r\n\t\n', 'the file holds nothing but white space'],
  ])('%s', (_, input, message) => {
    expect(decode(input)).toMatchObject({ text: undefined, codes: ['source/empty-file'], first: { message } });
  });

  test.each([
    ['a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], 'a ZIP archive'],
    ['a PDF document', [...Buffer.from('%PDF-1.7\n%'), 0xe2, 0xe3], 'a PDF document'],
    ['Rich Text', [...Buffer.from('{\\rtf1\\ansi Dear Sir}')], 'a Rich Text'],
    ['noise', Array.from({ length: 500 }, (_, i) => (i * 37) % 256), 'binary data'],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0], 'UTF-32'],
    [
      'UTF-16 without a mark',
      [...Buffer.from('Dear Sir, thank you', 'utf16le')],
      'UTF-16 text without a byte order mark',
    ],
  ])('%s is no text', (_, bytes, kind) => {
    const { text, codes, first } = decode(bytes);
    expect(text).toBeUndefined();
    expect(codes).toEqual(['source/not-text']);
    expect(first?.message).toContain(`it looks like ${kind}`);
  });

  test('one null character in a text, with its place', () => {
    const { text, codes, first } = decode('Dear é\nSir\0, and more of it, and \0 again');
    expect(text).toBeUndefined();
    expect(codes).toEqual(['source/null-character']);
    expect(first?.message).toBe('the text holds 2 null characters, the first at byte 11');
    const { place } = first ?? {};
    expect(place && pointAt(place.source, place.start)).toEqual({ line: 2, column: 4 });
  });

  test('a stray control character is left to the stages', () => {
    expect(decode('Dear\u0007 Sir, a bell')).toMatchObject({ text: 'Dear\u0007 Sir, a bell', codes: [] });
  });
});
