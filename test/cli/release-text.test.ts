import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { releaseText } from '../../src/cli/release-text.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, placeAt, pointAt, type Source } from '../../src/source/index.js';

/** What may be found: each string quotes the text. */
function foundIn(source: Source, at: number): Diagnostic {
  const quoted = source.text.slice(at, at + 40);
  return {
    code: 'rule/doubled-word',
    severity: 'info',
    message: `"${quoted}" is wrong`,
    note: `write "${quoted}"`,
    expected: [quoted],
    place: placeAt(source, at),
    related: [{ message: `as in ${quoted}`, place: placeAt(source, 0) }],
    fix: { message: `write ${quoted}`, edits: [{ place: placeAt(source, at), text: quoted }] },
  };
}

test('what was found says the same, at the same lines', () => {
  const source = createSource(
    'a.txt',
    `first \u{1F600}\r\n${'second \u{1F600} line, half a pair \ud83d and more; '.repeat(3)}`,
  );
  const found = foundIn(source, 20);
  const [released] = releaseText([found], source, '/nowhere/a.txt');
  const plain = (diagnostic: Diagnostic | undefined) =>
    JSON.stringify(diagnostic, (key, value: unknown) => (key === 'source' ? undefined : value));
  expect(plain(released)).toBe(plain(found));
  expect(released?.place && pointAt(released.place.source, released.place.start)).toEqual(pointAt(source, 20));
});

test('what was found holds none of the text', () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('memory cannot be collected');
  // What is longer than a megabyte is not counted as used.
  const length = 1 << 19;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = held();
  const kept: Diagnostic[] = [];
  for (let i = 0; i < 80; i++) {
    const source = createSource(`${i}.txt`, Buffer.alloc(length, `${i} words of a text, `).toString('latin1'));
    kept.push(...releaseText([foundIn(source, 1000)], source, `/nowhere/${i}.txt`));
  }
  expect(held() - before).toBeLessThan(20 * length);
  expect(kept).toHaveLength(80);
});
