import { describe, expect, test } from '@jest/globals';
import { type ConvertOptions, convert } from '../../src/convert.js';
import { detectLanguage } from '../../src/document/detect-language.js';
import { createSource } from '../../src/source/index.js';
import { descendants, type Element, type XmlNode } from '../../src/xml/index.js';
import { type MarkedLetter, readMarkedLetters } from './marked-letters.js';

/** What becomes of these letters is measured, not asserted one by one; none may be changed to suit the program. */
const LETTERS = readMarkedLetters(new URL('./letters/measured/', import.meta.url));
const CLASSES = ['dateline', 'salute', 'signed', 'p'] as const;

const FLOOR = 0.93;

/** As these letters have it: of `Dein Paul` below the text the name signs. */
const OPTIONS: ConvertOptions = { rules: false, edition: { letters: { signature: 'name' } } };

type Counts = Record<string, { right: number; said: number; there: number }>;
const NOTHING = { right: 0, said: 0, there: 0 };

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** `salute 12 27`: class, first letter and end, white space not counted. */
function expectedSpans({ parts }: MarkedLetter): readonly string[] {
  let at = 0;
  return parts.map(({ part, words }) => {
    const start = at;
    at += squeezed(words).length;
    return `${part} ${start} ${at}`;
  });
}

function spansOf(root: Element): readonly string[] {
  const spans: string[] = [];
  let at = 0;
  const walk = (node: XmlNode) => {
    if (node.kind === 'text') at += squeezed(node.text).length;
    if (node.kind !== 'element' || node.name.local === 'note') return;
    const start = at;
    node.children.forEach(walk);
    if (at > start) spans.push(`${node.name.local} ${start} ${at}`);
  };
  walk(root);
  return spans;
}

function count(letters: readonly MarkedLetter[], tallies: readonly Counts[], file: string): readonly string[] {
  const missed: string[] = [];
  for (const [index, letter] of letters.entries()) {
    const { tei } = convert(createSource('letter.txt', letter.text), OPTIONS, () => {});
    const text = [...descendants(tei.root)].find(({ name }) => name.local === 'text');
    const found = text ? spansOf(text) : [];
    const expected = expectedSpans(letter);
    const words = squeezed(letter.text);
    const show = (span: string) => {
      const [name, start, end] = span.split(' ');
      return `${name} "${words.slice(Number(start), Number(end)).slice(0, 60)}"`;
    };
    const missing: string[] = [];
    for (const name of CLASSES) {
      const said = found.filter((span) => span.startsWith(`${name} `));
      const there = expected.filter((span) => span.startsWith(`${name} `));
      const right = there.filter((span) => said.includes(span)).length;
      for (const counts of tallies) {
        const each = counts[name] ?? NOTHING;
        counts[name] = { right: each.right + right, said: each.said + said.length, there: each.there + there.length };
      }
      missing.push(...there.filter((span) => !said.includes(span)).map((span) => `    - ${show(span)}`));
      missing.push(...said.filter((span) => !there.includes(span)).map((span) => `    + ${show(span)}`));
    }
    const detected = detectLanguage(letter.text);
    if (missing.length > 0) missed.push(`${file} ${index + 1} (${detected})\n${missing.join('\n')}`);
  }
  return missed;
}

function f1(counted: Counts[string] | undefined): number {
  const { right, said, there } = counted ?? NOTHING;
  return said + there === 0 ? 1 : (2 * right) / (said + there);
}

const ALL: Counts = {};
const wrong: string[] = [];

describe.each(['1', '2', '3', '4'])('plain letters of set %s', (set) => {
  test('F1 by language', () => {
    const whole: Counts = {};
    const rows: string[] = [];
    let total = 0;
    for (const [file, letters] of LETTERS) {
      if (!file.endsWith(set)) continue;
      const counts: Counts = {};
      wrong.push(...count(letters, [counts, whole, ALL], file));
      rows.push(row(file, letters.length, counts));
      total += letters.length;
    }
    console.log(
      [`language, letters, F1 of ${CLASSES.join(', ')}`, ...rows, row(`all of set ${set}`, total, whole)].join('\n'),
    );
    if (process.env['LETTERS'] === set) console.log(wrong.join('\n'));
  });
});

test('plain letters of all sets', () => {
  console.log(row('all', [...LETTERS.values()].flat().length, ALL));
  for (const name of CLASSES) expect(f1(ALL[name])).toBeGreaterThan(FLOOR);
});

function row(name: string, letters: number, counts: Counts): string {
  return `${name} ${letters} ${CLASSES.map((each) => f1(counts[each]).toFixed(3)).join(' ')}`;
}
