import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { teiMessages } from '../../src/tei/index.js';
import { textContent } from '../../src/xml/index.js';
import { pageExample, saidOf } from '../page-example.js';

const LETTER = 'Dear Sir:\n\nThank you for your letter.\n\nSincerely,\n\nDean Rusk\n';
const EDITION = { publisher: 'A', licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' } };

function conversion(text: string, options: Parameters<typeof convert>[1] = { edition: EDITION }, path = 'letter.txt') {
  const diagnostics: Diagnostic[] = [];
  const { tei, encoding } = convert(createSource(path, text), options, (d) => diagnostics.push(d));
  return { tei, encoding, diagnostics: diagnostics.filter(({ code }) => code.startsWith('tei/')) };
}

const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, message, place }) => {
    const point = place && pointAt(place.source, place.start);
    return `${point ? `${point.line}:${point.column} ` : ''}${code}: ${message}`;
  });

test('an encoding that there is not is reported, and the first one taken', () => {
  const { diagnostics, encoding } = conversion(LETTER, { edition: EDITION, encoding: 'dta' });
  expect(said(diagnostics)).toEqual([
    'tei/unknown-encoding: there is no encoding "dta"; expected "tei-letter" or "frus"',
  ]);
  expect(encoding.name).toBe('tei-letter');
});

describe('what the settings leave out', () => {
  test.each([
    [{}, 'no publisher and no licence'],
    [{ publisher: 'A' }, 'no licence'],
    [{ licence: EDITION.licence }, 'no publisher'],
  ])('of %j is said once', (edition, words) => {
    expect(said(conversion(LETTER, { edition }).diagnostics)).toEqual([
      `tei/edition-not-described: the settings name ${words}, so the header cannot either`,
    ]);
  });

  test('is nothing where publisher and licence are given', () => {
    expect(conversion(LETTER).diagnostics).toEqual([]);
  });
});

describe('a structure that could not be given back', () => {
  test('is reported at its place, and its characters are kept', () => {
    const { tei, diagnostics } = conversion('Please report:\n\n>\n\nNothing.\n');
    expect(said(diagnostics)).toEqual([
      '3:1 tei/structure-not-kept: a quotation is typed in a way that the encoding could not give back; it is encoded as a paragraph',
    ]);
    expect(textContent(tei.root)).toMatch(/Please report:\s*>\s*Nothing\./);
  });

  test('is found also where the difference shows only behind it', () => {
    const { diagnostics } = conversion('>\n\n> > q\n');
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['tei/structure-not-kept']));
    expect(diagnostics.map(({ place }) => place?.start)).toContain(0);
  });

  test('may come many times', () => {
    const { diagnostics } = conversion(`${'>\n\n'.repeat(100)}x`);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(100).fill('tei/structure-not-kept'));
  });
});

test('what should never happen has its words all the same', () => {
  const place = { source: createSource('letter.txt', LETTER), start: 11, end: 12 };
  expect(said([teiMessages['not-rebuilt']({}, place)])).toEqual([
    '3:1 tei/not-rebuilt: from here on the transcription cannot be rebuilt from the encoding',
  ]);
});

describe('the page', () => {
  test('on tei/structure-not-kept shows what is said', () => {
    const { said: line, path, failing, mended } = pageExample('tei/structure-not-kept');
    expect(saidOf(path, conversion(failing, undefined, path).diagnostics)).toEqual([line]);
    expect(conversion(mended, undefined, path).diagnostics).toEqual([]);
  });

  test('on tei/edition-not-described shows what is said, and settings that mend it', () => {
    const { rest, mended } = pageExample('tei/edition-not-described');
    expect(saidOf('letter.txt', conversion(LETTER, {}).diagnostics)).toEqual([rest]);
    expect(conversion(LETTER, { edition: JSON.parse(mended) }).diagnostics).toEqual([]);
  });

  test('on tei/unknown-encoding shows what is said', () => {
    const { diagnostics } = conversion(LETTER, { edition: EDITION, encoding: 'dta' });
    expect(saidOf('letter.txt', diagnostics)).toEqual([pageExample('tei/unknown-encoding').said]);
  });

  test('is there for each code', () => {
    for (const code of teiMessages.codes.keys()) expect(pageExample(code).mended).not.toBe('');
  });
});
