import { describe, expect, test } from '@jest/globals';
import { readEdition, settingsFinder } from '../../src/cli/edition-file.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { gnuLine } from '../../src/reporters/gnu.js';
import { createSource } from '../../src/source/index.js';
import { fixture } from './fixture.js';

async function read(text: string) {
  const found: Diagnostic[] = [];
  const values = await readEdition(createSource('edition.json', text), '/', (diagnostic) => found.push(diagnostic));
  return { values, lines: found.map((diagnostic) => gnuLine('edition.json', diagnostic)) };
}

describe('readEdition', () => {
  test('every setting', async () => {
    const settings = {
      $schema: './edition.schema.json',
      title: 'Letters',
      publisher: 'A Press',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      editors: [{ name: 'Ada Lovelace', email: 'ada@example.org' }, { name: 'Charles Babbage' }],
      url: 'https://example.org/letters',
      language: 'en-GB',
      date: '2024-05-31',
      profile: 'frus-web',
      encoding: 'frus',
      schema: 'letter',
      repositories: [{ name: 'Kennedy Library', aliases: ['JFKL'], settlement: 'Boston', country: 'USA' }],
      severity: { 'rule/*': 'warning', 'transcript/note-without-marker': 'off' },
    };
    const { $schema: _, ...values } = settings;
    expect(await read(JSON.stringify(settings))).toEqual({ values, lines: [] });
  });

  test('an empty text is as good as nothing', async () => {
    const form = {
      title: '',
      publisher: 'P',
      licence: { name: '', url: '' },
      editors: [{ name: 'E', email: '' }],
      date: '',
    };
    expect(await read(JSON.stringify(form))).toEqual({
      values: { publisher: 'P', editors: [{ name: 'E' }] },
      lines: [],
    });
  });

  test.each([
    ['an unknown key', '{\n  "titel": "x"\n}', '2:3: error: unknown setting "titel" at /titel; did you mean "title"?'],
    ['one that is like none', '{ "wombat": 1 }', '1:3: error: unknown setting "wombat" at /wombat [run'],
    [
      'an unknown key further down',
      '{ "editors": [{ "name": "A" },\n  { "name": "B", "mail": "b@c" }] }',
      '2:18: error: unknown setting "mail" at /editors/1/mail; did you mean "email"?',
    ],
    ['a missing key', '{\n "licence": { "name": "CC" } }', '2:13: error: setting "url" is missing at /licence [run'],
    [
      'a licence without address',
      '{ "licence": { "name": "CC", "url": "" } }',
      '1:37: error: "" is not allowed at /licence/url; expected a text that is not empty',
    ],
    [
      'the wrong type',
      '{ "title":\n ["x"] }',
      '2:2: error: ["x"] is not allowed at /title; expected a text in quotation marks',
    ],
    ['not an object', '[1]', '1:1: error: [1] is not allowed at the top; expected an object, {...}'],
    [
      'a date in words',
      '{ "date": "31 May 2024" }',
      '1:11: error: "31 May 2024" is not allowed at /date; expected a value such as "2024-05-31"',
    ],
    [
      'a severity that is none',
      '{ "severity": { "rule/*": "fatal" } }',
      '1:27: error: "fatal" is not allowed at /severity/rule~1*; expected "error", "warning", "info", "off"',
    ],
    [
      'a code of the run',
      '{ "severity": { "run/file-missing": "off" } }',
      '1:17: error: unknown setting "run/file-missing" at /severity/run~1file-missing [run',
    ],
    ['an unknown profile', '{ "profile": "frus" }', '1:14: error: "frus" is not allowed at /profile; expected auto, '],
    [
      'an unknown encoding',
      '{ "encoding": "tei" }',
      '1:15: error: "tei" is not allowed at /encoding; expected tei-letter, frus [',
    ],
    [
      'a schema that is not there',
      '{ "schema": "no/such.rng" }',
      '1:13: error: "no/such.rng" is not allowed at /schema; expected a file that exists',
    ],
    [
      'a missing comma',
      '{\n  "title": "x"\n  "url": ""\n}',
      '3:3: error: not valid JSON: comma expected [run/settings-not-json]',
    ],
    ['a trailing comma', '{ "title": "x", }', '1:17: error: not valid JSON: '],
    ['a comment', '{ // x\n}', '1:3: error: not valid JSON: invalid comment token'],
    ['something behind it', '{} x', '1:4: error: not valid JSON: '],
  ])('%s', async (_, text, line) => {
    const { values, lines } = await read(text);
    expect(values).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`edition.json:${line}`);
  });

  test('several mistakes are said at once', async () => {
    const { lines } = await read('{ "titel": "", "date": "x", "editors": [{}] }');
    expect(lines).toHaveLength(3);
  });
});

describe('settingsFinder', () => {
  test('the nearest file upwards holds, and is read once', async () => {
    const { folder } = fixture({
      'edition.json': '{ "title": "outer" }',
      'a/edition.json': '{ "title": "inner" }',
      'a/b/c/x.txt': '',
      'd/x.txt': '',
    });
    const find = settingsFinder(folder, () => {});
    expect((await find(`${folder}/a/b/c`))?.values).toEqual({ title: 'inner' });
    expect((await find(`${folder}/d`))?.values).toEqual({ title: 'outer' });
    expect(await find(`${folder}/a`)).toBe(await find(`${folder}/a/b`));
  });

  test('a file that is wrong gives no settings, and is complained of once', async () => {
    const { folder } = fixture({ 'edition.json': '{', 'a/x.txt': '' });
    const subjects: string[] = [];
    const find = settingsFinder(folder, (shown) => subjects.push(shown));
    expect(await find(folder)).toBeUndefined();
    expect(await find(`${folder}/a`)).toBeUndefined();
    expect(subjects).toEqual(['edition.json']);
  });
});
