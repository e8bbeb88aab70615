import { describe, expect, test } from '@jest/globals';
import { loadTargets } from '../../src/authority/index.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource } from '../../src/source/index.js';
import { pageExample, saidOf } from '../page-example.js';

function load(path: string, text: string) {
  const diagnostics: Diagnostic[] = [];
  return { ...loadTargets(createSource(path, text), (d) => diagnostics.push(d)), said: saidOf(path, diagnostics) };
}

describe('identifiers that references may point to', () => {
  test.each([
    ['t.json', '["d1", "#d2", 3, "frus1958-60v10p2#d3", "not one"]', ['d1', 'd2', 'frus1958-60v10p2#d3']],
    ['t.txt', '\ufeffd1\r\n#d2\r\n\r\n7\r\n', ['d1', 'd2']],
    ['t.csv', 'd1,Letter\n"d2";Telegram\npg_28\tpage\n', ['d1', 'd2', 'pg_28']],
  ])('in %s', (path, text, ids) => expect(load(path, text)).toEqual({ ids, said: [] }));

  test('in TEI, with the volume that the root names', () => {
    const text = '<TEI xml:id="frus1948v01p1"><text><div xml:id="d1"><pb xml:id="pg_2"/></div></text></TEI>';
    expect(load('volume.xml', text)).toEqual({
      ids: ['frus1948v01p1', 'd1', 'pg_2'],
      volume: 'frus1948v01p1',
      said: [],
    });
  });

  test('what is no JSON is reported where it goes wrong', () => {
    expect(load('t.json', '["d1",').said.join()).toMatch(/^t\.json:1:\d+: error: .*not valid JSON/);
  });
});

test.each(['document/targets-not-read', 'document/targets-empty'] as const)(
  'the page on %s shows what is said',
  (code) => {
    const { said, path, failing, mended } = pageExample(code);
    expect(load(path, failing).said).toEqual([said]);
    expect(load(path, mended).said).toEqual([]);
  },
);
