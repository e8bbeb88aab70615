import { describe, expect, test } from '@jest/globals';
import { createWriter, type Writer } from '../../src/rebuild/writer.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { fc } from '../fast-check.js';

const source = createSource('a.xml', 'x'.repeat(100));
const at = (offset: number) => placeAt(source, offset);

function written(write: (writer: Writer) => void): string {
  const writer = createWriter();
  write(writer);
  return writer.finish().text;
}

describe('block ends', () => {
  test('are blank lines between blocks, never two, none at the ends', () => {
    expect(
      written((w) => {
        w.paragraph();
        w.write('a', at(0));
        w.paragraph();
        w.paragraph();
        w.write('b', at(1));
        w.paragraph();
      }),
    ).toBe('a\n\nb');
  });

  test('a line end does not take a blank line back', () => {
    expect(
      written((w) => {
        w.write('a', at(0));
        w.paragraph();
        w.line();
        w.write('b', at(1));
        w.line();
        w.write('c', at(2));
      }),
    ).toBe('a\n\nb\nc');
  });

  test('are taken back by what runs in', () => {
    expect(
      written((w) => {
        w.write('1961.', at(0));
        w.paragraph();
        w.runIn();
        w.write('End text.', at(1));
      }),
    ).toBe('1961.End text.');
  });
});

test('white space at the start of a block is layout, inside of one it is text', () => {
  expect(
    written((w) => {
      w.write('\n  ', at(0));
      w.write('a', at(1));
      w.write(' ', at(2));
      w.write('b', at(3));
      w.paragraph();
      w.write('\n  ', at(4));
      w.write(' c', at(5));
    }),
  ).toBe('a b\n\n c');
});

test('what is indented keeps its white space at the start of a block', () => {
  expect(
    written((w) => {
      w.indent('  ', at(0));
      w.write('* a', at(0));
      w.line();
      w.indent('    ', at(1));
      w.write('* b', at(1));
    }),
  ).toBe('  * a\n    * b');
});

describe('a line break', () => {
  test.each([
    [['a', 'break', 'b'], 'a\nb'],
    [['a\n', 'break', 'b'], 'a\nb'],
    [['a', '\n  ', 'break', 'b'], 'a\n  b'],
    [['a', 'break', '\n  b'], 'a\n  b'],
    [['a', 'break', 'break', 'b'], 'a\nb'],
    [['break', 'a', 'break'], 'a\n'],
  ])('%j is %j', (calls, text) => {
    expect(
      written((w) => {
        for (const call of calls) call === 'break' ? w.lineBreak(at(0)) : w.write(call, at(0));
      }),
    ).toBe(text);
  });
});

test('a prefix stands before each line, one inside of another after it', () => {
  expect(
    written((w) => {
      w.write('a', at(0));
      w.paragraph();
      w.prefixed('> ', () => {
        w.write('b\nc', at(1));
        w.paragraph();
        w.prefixed('> ', () => w.write('d', at(2)));
      });
      w.paragraph();
      w.write('e', at(3));
    }),
  ).toBe('a\n\n> b\n> c\n\n> > d\n\ne');
});

test('each piece begins where its text does', () => {
  const call = fc.oneof(
    fc.constantFrom('a', 'bc', ' ', 'd\ne', ' f ').map((text) => ({ text })),
    fc.constantFrom('line' as const, 'paragraph' as const),
  );
  fc.assert(
    fc.property(fc.array(call), fc.boolean(), (calls, quoted) => {
      const writer = createWriter();
      const texts: string[] = [];
      const write = () => {
        for (const each of calls) {
          if (typeof each === 'string') writer[each]();
          else writer.write(each.text, at(texts.push(each.text) - 1));
        }
      };
      if (quoted) writer.prefixed('', write);
      else write();
      const { text, pieces } = writer.finish();
      for (const { start, place } of pieces) {
        const own = texts[place.start] ?? 'none';
        expect(text.slice(start, start + own.length)).toBe(own);
      }
      expect(text.replace(/\s/g, '')).toBe(texts.join('').replace(/\s/g, ''));
    }),
    { seed: 1, numRuns: 500 },
  );
});
