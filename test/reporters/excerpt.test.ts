import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { excerptOf } from '../../src/reporters/excerpt.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { fc } from '../fast-check.js';

/** The excerpt of the place between `[` and `]`, as two lines. */
function show(marked: string, columns = 40): readonly string[] {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const source = createSource('a.txt', marked.replace('[', '').replace(']', ''));
  const excerpt = excerptOf(placeAt(source, start, end), columns);
  return [`${excerpt.line} ${excerpt.text}`, `  ${' '.repeat(excerpt.before)}${'^'.repeat(excerpt.marks)}`];
}

describe('excerptOf', () => {
  test('marks the place on its line', () => {
    expect(show('one\nDear [Sir], thank\nthree')).toEqual(['2 Dear Sir, thank', '       ^^^']);
  });

  test('an empty place is one mark, also at the end of a line or of the text', () => {
    expect(show('one\nDear []Sir')).toEqual(['2 Dear Sir', '       ^']);
    expect(show('Dear Sir[]\nmore')).toEqual(['1 Dear Sir', '          ^']);
    expect(show('one\nend[]')).toEqual(['2 end', '     ^']);
    expect(show('one\n[]')).toEqual(['2 ', '  ^']);
  });

  test('a place over several lines is marked to the end of the first', () => {
    expect(show('ab [cd\r\nef] gh')).toEqual(['1 ab cd', '     ^^']);
  });

  test('tabs are spaces up to the next stop', () => {
    expect(show('\tab\t[cd]')).toEqual(['1     ab  cd', '          ^^']);
  });

  test('wide characters and emoji take two columns, accents none', () => {
    expect(show('日本[語]だ')).toEqual(['1 日本語だ', '      ^^']);
    expect(show('👩‍👩‍👧 [x]')).toEqual(['1 👩‍👩‍👧 x', '     ^']);
    expect(show('e\u0301tude [x]')).toEqual(['1 e\u0301tude x', '        ^']);
  });

  test('characters that turn the direction of text are shown, not sent', () => {
    expect(show('a \u202e[b]\u2069 z')).toEqual(['1 a \uFFFDb\uFFFD z', '     ^']);
  });

  test('control characters are shown, not sent', () => {
    expect(show('a\u001b[31m[b]'.replace('[31m', '31m'))).toEqual(['1 a␛31mb', '       ^']);
    expect(show('a\u0085[b]')).toEqual(['1 a\uFFFDb', '    ^']);
  });

  test('a long line is cut on both sides, the place within', () => {
    const words = 'abcdefghi '.repeat(30);
    const [text = '', marks = ''] = show(`${words}[HERE]${words}`, 40);
    expect(text).toMatch(/^1 …[a-i ]+HERE[a-i ]+…$/);
    expect(stringWidth(text)).toBe(42);
    expect(text.indexOf('HERE')).toBe(marks.indexOf('^^^^'));
  });

  test('a long line is cut on one side where the place is near the other', () => {
    const words = 'abcdefghi '.repeat(30);
    expect(show(`[HERE]${words}`, 20)[0]).toMatch(/^1 HERE[a-i ]+…$/);
    const [text = '', marks = ''] = show(`${words}[HERE]`, 20);
    expect(text).toMatch(/^1 …[a-i ]+HERE$/);
    expect(text.indexOf('HERE')).toBe(marks.indexOf('^^^^'));
  });

  test('a place longer than the line has columns is marked up to the cut', () => {
    const excerpt = excerptOf(placeAt(createSource('a', 'x'.repeat(500)), 0, 500), 30);
    expect(excerpt).toEqual({ line: 1, text: `${'x'.repeat(28)}…`, before: 0, marks: 28, from: 0, to: 28 });
  });

  test('says which part of the text is marked', () => {
    const marked = (text: string, mark: string, columns = 40) => {
      const start = text.indexOf(mark);
      const {
        text: shown,
        from,
        to,
      } = excerptOf(placeAt(createSource('a', text), start, start + mark.length), columns);
      return shown.slice(from, to);
    };
    expect(marked('\tDear 日本 Sir', '日本')).toBe('日本');
    expect(marked(`${'x '.repeat(100)}HERE${' y'.repeat(100)}`, 'HERE', 20)).toBe('HERE');
    expect(marked('a\u001bb', '\u001b')).toBe('\u241b');
    expect(marked('Sir', '')).toBe('S');
    expect(marked('Sir\nmore', '\nmore')).toBe('');
  });

  test('a line of ten million characters is not walked', () => {
    const source = createSource('a', 'x'.repeat(10_000_000));
    const { before, marks, text } = excerptOf(placeAt(source, 5_000_000, 5_000_001), 80);
    expect([text.length, marks]).toEqual([80, 1]);
    expect(before).toBeLessThan(80);
  });

  test('whatever the text and the place: it fits, on one line, the marks within', () => {
    const columns = 30;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.nat(130), fc.nat(40), (text, start, length) => {
        const source = createSource('a', text);
        const from = Math.min(start, source.text.length);
        const excerpt = excerptOf(placeAt(source, from, Math.min(from + length, source.text.length)), columns);
        expect(stringWidth(excerpt.text)).toBeLessThanOrEqual(columns);
        expect(excerpt.before + excerpt.marks).toBeLessThanOrEqual(columns + 1);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left.
        expect(excerpt.text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
    );
  });
});
