/** By bytes or in the ordinary way: events have the same places, and what XML cannot hold is not missed. */
import { describe, expect, test } from '@jest/globals';
import { gatherDiagnostics } from '../../src/diagnostic/index.js';
import { createSource, utf8Parts } from '../../src/source/index.js';
import { ByteLoop, type PlainSink, scanBytes, scanXml, type XmlEvent } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';

/** Scans by an automaton to which all is the same: one state, one opening. It is shown the events that were made, and the IDs that were not. */
function scanByBytes(
  text: string,
  parts: number | Iterator<Uint8Array>,
  see: (event: XmlEvent) => void,
  takeId: PlainSink['takeId'],
): boolean {
  const loop = new ByteLoop({
    startTag(_, { attributes }) {
      const id = attributes.findIndex(({ local }) => local === 'id');
      return { opening: 1, content: 1, id, values: attributes.map(() => -1) };
    },
    endTag: () => 1,
    text: () => 'passes',
    matches: () => true,
    isFull: () => false,
  });
  const nothing = () => undefined;
  const plain = { loop, takeId, state: 1, opening: 1, close: nothing, open: nothing, settle: nothing };
  let hasBegun = false;
  const event = (one: XmlEvent) => {
    hasBegun ||= one.kind === 'startTag';
    see(one);
  };
  const sink = { event, plain: () => (hasBegun ? plain : undefined) };
  return scanBytes(
    createSource('a.xml', text),
    typeof parts === 'number' ? utf8Parts(Buffer.from(text), parts) : parts,
    sink,
    nothing,
  );
}

/** What has a place of its own in an event: comments, instructions, IDs. */
function placesIn(event: XmlEvent): readonly string[] {
  if (event.kind === 'comment' || event.kind === 'processingInstruction')
    return [`${event.kind} ${event.start} ${event.end}`];
  if (event.kind !== 'startTag') return [];
  return event.attributes.flatMap(({ name, value, start, end }) =>
    name.local === 'id' ? [`${value} ${start} ${end}`] : [],
  );
}

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    '\n',
    '\r\n',
    '\t',
    'é',
    'ß',
    '€',
    '中',
    '\uFFFD',
    '\uFEFF',
    '😀',
    '𝔸',
    'ﬁ',
    '>',
    ']] ',
    '\u0085',
  ),
  fc.constantFrom(
    '<!-- c -->',
    '<hi>x</hi>',
    '<lb/>',
    '<hi n="é😀">€</hi>',
    '<p xml:id="a1"/>',
    '<p n="中" xml:id="b2"/>',
  ),
  fc.constantFrom('&amp;', '<?pi data?>', 'twenty letters are more than sixteen'),
);
const rare = fc.oneof(
  piece,
  piece,
  piece,
  fc.constantFrom('\uFFFE', '\uFFFF', '\u0001', '\u0000', ']]', ']]>', '\u001f', '\u000b'),
);
const size = fc.constantFrom(1, 4, 7, 16, 17, 33, 250, 100_000);

describe('a document by its bytes', () => {
  test('has comments, instructions and IDs where the ordinary way has them', () => {
    let comments = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), size, (pieces, parts) => {
        const text = `<doc>${pieces.join('')}</doc>`;
        const wanted: string[] = [];
        scanXml(
          createSource('a.xml', text),
          (event) => wanted.push(...placesIn(event)),
          () => undefined,
        );
        const found: string[] = [];
        const isDone = scanByBytes(
          text,
          parts,
          (event) => found.push(...placesIn(event)),
          (bytes, from, to, _hash, start, end) =>
            found.push(`${Buffer.from(bytes).toString('utf8', from, to)} ${start} ${end}`) > 0,
        );
        expect(isDone).toBe(true);
        expect(found).toEqual(wanted);
        comments += found.length;
      }),
      { numRuns: 400 },
    );
    expect(comments).toBeGreaterThan(300);
  });

  test('may come in parts that are read into the same memory, before its root too', () => {
    const text = `<!-- ${Array.from({ length: 900 }, (_, i) => i).join(' ')} --><doc>${'<a>b</a>'.repeat(300)}</doc>`;
    const memory = Buffer.alloc(256);
    const parts = function* () {
      for (const part of utf8Parts(Buffer.from(text), memory.length)) {
        memory.set(part);
        yield memory.subarray(0, part.length);
      }
    };
    const comments: string[] = [];
    const see = (event: XmlEvent) => event.kind === 'comment' && comments.push(event.text);
    scanXml(createSource('a.xml', text), see, () => undefined);
    expect(scanByBytes(text, parts(), see, () => true)).toBe(true);
    expect(comments).toHaveLength(2);
    expect(comments[1]).toBe(comments[0]);
  });

  test('is left where XML cannot hold it', () => {
    let [left, good] = [0, 0];
    fc.assert(
      fc.property(fc.array(rare, { maxLength: 40 }), size, (pieces, parts) => {
        const text = `<doc>${pieces.join('')}</doc>`;
        const isWellFormed = scanXml(createSource('a.xml', text), () => undefined, gatherDiagnostics().report);
        const isDone = scanByBytes(
          text,
          parts,
          () => undefined,
          () => true,
        );
        expect(isDone).toBe(isWellFormed);
        if (isDone) good++;
        else left++;
      }),
      { numRuns: 600 },
    );
    expect(left).toBeGreaterThan(100);
    expect(good).toBeGreaterThan(50);
  });
});
