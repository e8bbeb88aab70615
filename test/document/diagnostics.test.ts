import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { documentMessages } from '../../src/document/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { pageExample, saidOf } from '../page-example.js';

/** What is said of a transcription when it is converted, that of stage `document`. */
function saying(text: string, path = 'd15.txt', repositories: readonly { readonly name: string }[] = []) {
  const diagnostics: Diagnostic[] = [];
  convert(createSource(path, text), { edition: { repositories } }, (d) => diagnostics.push(d));
  return diagnostics.filter(({ code }) => code.startsWith('document/'));
}

const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, message, place }) => {
    const point = place && pointAt(place.source, place.start);
    return `${point?.line}:${point?.column} ${code}: ${message}`;
  });

const HEAD = '15. Telegram From the Department of State to Secretary of State Rusk at Geneva';

describe('an enclosed text', () => {
  test('that is never closed is reported where it is opened', () => {
    expect(said(saying(`${HEAD}\n\nFollowing is:\n\nBegin Text:\n\nDear Sir:`))).toEqual([
      '5:1 document/enclosure-not-closed: "Begin Text:" opens an enclosed text that is never closed',
    ]);
  });

  test('that was never opened is reported where it is closed', () => {
    expect(said(saying(`${HEAD}\n\nDear Sir:\n\nThank you. End text.`))).toEqual([
      '5:1 document/enclosure-not-opened: "Thank you. End text." closes an enclosed text that was never opened',
    ]);
  });

  test('that is opened and closed is not reported', () => {
    expect(said(saying(`${HEAD}\n\nBegin Text\n\nDear Sir:\n\nEnd Text\n\nReply.`))).toEqual([]);
  });
});

describe('a source note', () => {
  const withNote = (note: string, more = '') => `${HEAD} 1\n\nPlease report.\n\n  1. ${note}${more}\n`;

  test('without a known repository is reported', () => {
    expect(said(saying(withNote('Source: Collection of the author.')))).toContain(
      '5:1 document/no-repository: the source note names no repository that is known',
    );
  });

  test('of a repository that the settings name is not', () => {
    const codes = saying(withNote('Source: Fondren Library, Smith Papers.'), 'd15.txt', [{ name: 'Fondren Library' }]);
    expect(said(codes)).toEqual([]);
  });

  test('with a statement of no known form is reported at the statement', () => {
    expect(
      said(saying(withNote('Source: Kennedy Library, National Security Files. Found behind a radiator.'))),
    ).toEqual([
      '5:56 document/source-note-remainder: a statement of the source note was not understood: "Found behind a radiator"',
    ]);
  });

  test('a long statement is shown in part', () => {
    const [first] = saying(withNote(`Source: Kennedy Library. Found ${'far '.repeat(40)}away.`));
    expect(first?.message.length).toBeLessThan(150);
    expect(first?.message).toContain('…"');
  });

  test('a second one is reported at its entry', () => {
    const text = `${HEAD} 1\n\nPlease report.2 Thank you.\n\n  1. Source: Kennedy Library.\n  2. Source: Department of State, Central Files.\n`;
    expect(said(saying(text))).toEqual(['6:1 document/several-source-notes: note "2" is a second source note']);
  });
});

test.each([...documentMessages.codes.keys()])('the page on %s shows what is said', (code) => {
  const { said: line, path, failing, mended } = pageExample(code);
  expect(saidOf(path, saying(failing, path), code)).toEqual([line]);
  expect(saidOf(path, saying(mended, path))).toEqual([]);
});
