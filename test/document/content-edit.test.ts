import { describe, expect, test } from '@jest/globals';
import { type Content, plainText, type Run, type Span } from '../../src/document/content.js';
import {
  annotate,
  partAt,
  placeOfSpan,
  sliceBehind,
  sliceContent,
  splitContent,
  trimContent,
} from '../../src/document/content-edit.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { fc } from '../fast-check.js';
import { shownContent } from './shown.js';

type Leaf = 'lineBreak' | 'pageBreak' | 'note' | { readonly text: string };

/** Runs as they stand in a source that types page breaks `[9]` and markers `1`. */
function contentOf(leaves: readonly Leaf[]): Content {
  const typed = leaves.map((leaf) =>
    typeof leaf === 'object' ? leaf.text : { lineBreak: '\n', pageBreak: '[9]', note: '1' }[leaf],
  );
  const source = createSource('a.txt', typed.join(''));
  let at = 0;
  let notes = 0;
  return leaves.map((leaf, index): Run => {
    const start = at;
    at += typed[index]?.length ?? 0;
    const place = placeAt(source, start, at);
    if (typeof leaf === 'object') return { kind: 'text', text: leaf.text, place };
    if (leaf === 'lineBreak') return { kind: 'lineBreak', soft: false, place };
    return leaf === 'pageBreak' ? { kind: 'pageBreak', n: '9', place } : { kind: 'note', note: notes++, place };
  });
}

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.constantFrom('a', 'bc ', ' d', '  ', 'e.').map((text) => ({ text })),
  fc.constantFrom('lineBreak' as const, 'pageBreak' as const, 'note' as const),
);
const plain = fc.array(leaf, { maxLength: 8 }).map(contentOf);
/** With phrases in it, too. */
const content = fc.tuple(plain, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3 })).map(([runs, spans]) =>
  annotate(
    runs,
    spans.map(([start, end]) => ({ start, end, phrase: { type: 'roleName' } })),
  ),
);

/** All runs, those inside of phrases too, in order. */
const flat = (runs: Content): readonly Run[] =>
  runs.flatMap((run) => (run.kind === 'phrase' ? flat(run.content) : [run]));
/** Page breaks and anchors with their places, which tell them apart. */
const anchors = (runs: Content) =>
  flat(runs).flatMap((run) =>
    run.kind === 'note' || run.kind === 'pageBreak' ? [`${run.kind}@${run.place.start}`] : [],
  );
/** As it would be typed: phrases leave no trace. */
const typed = (runs: Content): string =>
  flat(runs)
    .map(({ place }) => place.source.text.slice(place.start, place.end))
    .join('');
describe('cutting', () => {
  test('at any offsets loses and doubles nothing', () => {
    fc.assert(
      fc.property(content, fc.array(fc.nat(12)), (runs, cuts) => {
        const total = plainText(runs).length;
        const offsets = cuts.map((cut) => Math.min(cut, total)).sort((a, b) => a - b);
        const pieces = splitContent(runs, offsets);
        expect(pieces.length).toBe(offsets.length + 1);
        expect(pieces.map(plainText).join('')).toBe(plainText(runs));
        expect(pieces.flatMap(anchors)).toEqual(anchors(runs));
        expect(pieces.map(typed).join('')).toBe(typed(runs));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('gives the text of the span, each run with the place of its own characters', () => {
    fc.assert(
      fc.property(content, fc.nat(12), fc.nat(12), (runs, a, b) => {
        const text = plainText(runs);
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const slice = sliceContent(runs, start, end);
        expect(plainText(slice)).toBe(text.slice(start, end));
        for (const run of slice) {
          if (run.kind === 'text') expect(run.place.source.text.slice(run.place.start, run.place.end)).toBe(run.text);
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('an anchor stays with what is before it', () => {
    const runs = contentOf([{ text: 'March 9.' }, 'note', { text: ' I welcome' }]);
    expect(splitContent(runs, [8]).map(shownContent)).toEqual(['March 9.^', ' I welcome']);
  });

  test('an anchor at the very beginning stays at the beginning', () => {
    const runs = contentOf(['pageBreak', { text: 'be' }, 'note']);
    expect(splitContent(runs, [1]).map(shownContent)).toEqual(['|b', 'e^']);
  });
});

describe('trimming', () => {
  test('takes white space at both ends and nothing else', () => {
    fc.assert(
      fc.property(content, (runs) => {
        const trimmed = trimContent(runs);
        expect(typed(trimmed)).toBe(typed(runs).trim());
        expect(anchors(trimmed)).toEqual(anchors(runs));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test('in two parts has the white space between them once, whatever page breaks stand in it', () => {
    fc.assert(
      fc.property(plain, fc.nat(20), (runs, at) => {
        const cut = Math.min(at, plainText(runs).length);
        fc.pre(plainText(runs).slice(0, cut).trim() !== '' && plainText(runs).slice(cut).trim() !== '');
        const { first, second, glue } = partAt(runs, cut);
        const oneSpace = (text: string) => text.replace(/\s+/g, ' ');
        expect(oneSpace(typed(first) + glue + typed(second))).toBe(oneSpace(typed(runs).trimStart()));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test('keeps a page break at the beginning of a line that is cut out', () => {
    const runs = contentOf([{ text: 'Wien' }, 'lineBreak', 'pageBreak', { text: ' Lieber' }]);
    expect(shownContent(sliceBehind(runs, 4, 5, 12))).toBe('| Lieber');
    expect(shownContent(sliceBehind(runs, 5, 5, 12))).toBe(' Lieber');
  });
});

test('a part of many runs is that of the runs one by one', () => {
  const words = Array.from({ length: 200 }, (_, k) => `w${k} `);
  const runs = contentOf(words.flatMap((text) => [{ text }, 'note' as const]));
  let at = 0;
  for (const word of words) {
    const { length } = word;
    expect(shownContent(sliceContent(runs, at, at + length))).toBe(`${word}^`);
    const { source, start, end } = placeOfSpan(runs, at, at + length);
    expect(source.text.slice(start, end)).toBe(word);
    at += length;
  }
  const marked = annotate(runs, [{ start: at - 5, end: at - 1, phrase: { type: 'term' } }]);
  expect(shownContent(marked)).toMatch(/ \^w198 \^\{term w199\} \^$/);
});

test('more runs than a call has arguments are marked', () => {
  const runs = contentOf(Array.from({ length: 140_000 }, () => ({ text: 'word ' })));
  expect(annotate(runs, [{ start: 699_990, end: 699_994, phrase: { type: 'term' } }])).toHaveLength(140_001);
});

describe('marking', () => {
  const span: fc.Arbitrary<Span> = fc
    .tuple(fc.nat(10), fc.nat(10), fc.constantFrom('persName' as const, 'placeName' as const))
    .map(([start, end, type]) => ({ start, end, phrase: { type } }));

  test('loses, doubles and moves nothing, whatever the spans are', () => {
    fc.assert(
      fc.property(content, fc.array(span, { maxLength: 5 }), (runs, spans) => {
        const marked = annotate(runs, spans);
        expect(plainText(marked)).toBe(plainText(runs));
        expect(typed(marked)).toBe(typed(runs));
        expect(anchors(marked)).toEqual(anchors(runs));
      }),
      { seed: 4, numRuns: 3000 },
    );
  });

  test('marks each span that is within the text, if none cross', () => {
    fc.assert(
      fc.property(plain, fc.nat(8), fc.nat(8), fc.nat(8), (runs, a, b, c) => {
        const [x = 0, y = 0, z = 0] = [a, b, c].map((n) => Math.min(n, plainText(runs).length)).sort((p, q) => p - q);
        const spans: Span[] = [
          { start: x, end: z, phrase: { type: 'date' } },
          { start: x, end: y, phrase: { type: 'placeName' } },
        ];
        const found: string[] = [];
        const visit = (all: Content) => {
          for (const run of all) {
            if (run.kind !== 'phrase') continue;
            found.push(`${run.phrase.type} ${plainText(run.content)}`);
            visit(run.content);
          }
        };
        visit(annotate(runs, spans));
        const text = plainText(runs);
        const wanted = [
          ...(z > x ? [`date ${text.slice(x, z)}`] : []),
          ...(y > x ? [`placeName ${text.slice(x, y)}`] : []),
        ];
        expect(found.sort()).toEqual(wanted.sort());
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  test('a phrase does not hold the marker that follows it, but those inside of it', () => {
    const runs = contentOf([{ text: 'A.A. ' }, 'note', { text: 'Gromyko' }, 'note', { text: ', who' }]);
    expect(shownContent(annotate(runs, [{ start: 0, end: 12, phrase: { type: 'persName' } }]))).toBe(
      '{persName A.A. ^Gromyko}^, who',
    );
  });

  test('spans nest, a crossing one is left out', () => {
    const runs = contentOf([{ text: 'Secretary of State Rusk at Geneva' }]);
    const spans: Span[] = [
      { start: 0, end: 23, phrase: { type: 'persName' } },
      { start: 0, end: 18, phrase: { type: 'roleName' } },
      { start: 19, end: 33, phrase: { type: 'date' } },
    ];
    expect(shownContent(annotate(runs, spans))).toBe('{persName {roleName Secretary of State} Rusk} at Geneva');
  });

  test('the place of a span is that of its characters in the transcription', () => {
    const runs = contentOf([{ text: 'USSR.' }, 'note', 'lineBreak', { text: 'May 12' }]);
    const { source, start, end } = placeOfSpan(runs, 6, 12);
    expect(source.text.slice(start, end)).toBe('May 12');
  });
});
