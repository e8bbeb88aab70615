/** A volume in one file: what holds for each document holds for all of them together. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fixture } from './fixture.js';

const FIRST = `[Page 1]

1. Letter From Lane to Falk

Oslo, May 12, 1961.

Dear Mr. Falk: I thank you for [Page 2]your letter.1 See Document 2.

[Page 3]

  1. Not found.`;
const SECOND = `[Page 3]

2. Letter From Falk to Lane

Bergen, May 14, 1961.

Dear Mr. Lane: It was nothing.[1]

  1. Lane told me so.`;
const THIRD = SECOND.replace('2. ', '3. ');
const LISTS = JSON.stringify({
  persons: [
    { id: 'p_LA', name: 'Lane, Ada' },
    { id: 'p_FB', name: 'Falk, Bo' },
  ],
  terms: [{ id: 't_EEC', term: 'EEC', gloss: 'European Economic Community' }],
});

async function assembled(encoding: string, files: Readonly<Record<string, string>>, input: string) {
  const made = fixture({ 'people.json': LISTS, ...files });
  const argv = [input, '--assemble', '-A', 'people.json', '-e', encoding, '-r', 'gnu'];
  const outcome = await made.run('convert', ...argv, '-o', 'volume.xml');
  return { ...outcome, made, xml: made.read('volume.xml') };
}

describe.each(['frus', 'tei-letter'])('encoding %s', (encoding) => {
  const whole = `${FIRST}\n\n${SECOND}\n`;

  test('is valid, and the file can be rebuilt', async () => {
    const { made, status } = await assembled(encoding, { 'in/volume.txt': whole }, 'in/volume.txt');
    expect(status).toBe(0);
    const argv = ['validate', 'volume.xml', '--against', 'in/volume.txt', '-r', 'gnu'];
    expect((await made.run(...argv)).stdout.split('\n').filter((line) => line.includes(': error: '))).toEqual([]);
    made.write('in/volume.txt', whole.replace('nothing', 'something'));
    expect((await made.run(...argv)).stdout).toContain('[rule/text-differs]');
  });

  test('identifiers are given once, pages stand once, pointers lead to them', async () => {
    const { xml } = await assembled(encoding, { 'in/volume.txt': whole }, 'in/volume.txt');
    const ids = [...xml.matchAll(/xml:id="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['p_LA', 't_EEC', 'd1', 'd2', 'd1fn1', 'd2fn1', 'pg_3']));
    expect(xml.match(/<pb [^>]*n="3"/g)).toHaveLength(1);
    for (const [, target = ''] of xml.matchAll(/(?:target|corresp)="#([^"]*)"/g)) expect(ids).toContain(target);
    expect(xml.indexOf('xml:id="p_LA"')).toBeLessThan(xml.indexOf('<body>'));
  });

  test('a folder: folders in it are chapters, files stand in the order of their numbers', async () => {
    const files = {
      'in/War/10.txt': SECOND.replace('2. ', '10. '),
      'in/War/9.txt': SECOND.replace('2. ', '9. '),
      'in/a.txt': FIRST,
    };
    const { xml, status } = await assembled(encoding, files, 'in');
    expect(status).toBe(0);
    expect([...xml.matchAll(/xml:id="(d\d+|ch_\w+)"/g)].map((match) => match[1])).toEqual([
      'd1',
      'ch_War',
      'd9',
      'd10',
    ]);
    expect(xml).toMatch(/<div type="chapter"[^>]*>\s*<head><\?teiscribe made="chapter"\?>War<\/head>/);
  });
});

describe('--against a folder', () => {
  const argv = ['validate', 'volume.xml', '--against', 'in', '-r', 'gnu'];
  const files = {
    'in/War & Peace/10.txt': SECOND.replace('2. ', '10. '),
    'in/War & Peace/9.txt': SECOND.replace('2. ', '9. '),
    'in/a.txt': `${FIRST}\n\n${SECOND}\n`,
  };
  const errors = (stdout: string) => stdout.split('\n').filter((line) => line.includes(': error: '));

  test('holds for the files that the volume was made of; one word changed is found in its file', async () => {
    const { made, status } = await assembled('tei-letter', files, 'in');
    expect(status).toBe(0);
    expect(errors((await made.run(...argv)).stdout)).toEqual([]);
    made.write('in/War & Peace/9.txt', files['in/War & Peace/9.txt'].replace('nothing', 'something'));
    const { stdout } = await made.run(...argv);
    expect(errors(stdout)).toEqual([expect.stringMatching(/^volume\.xml:\d+:\d+: error: .*\[rule\/text-differs\]$/)]);
    const { stdout: pretty } = await made.run('validate', 'volume.xml', '--against', 'in');
    expect(pretty).toContain('in/War & Peace/9.txt:7:23: the transcription goes on here');
  });

  test('a file more, a file less', async () => {
    const { made } = await assembled('tei-letter', files, 'in');
    made.write('in/b.txt', THIRD);
    expect(await made.run(...argv)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        'in/b.txt: error: no document of "volume.xml" was transcribed in this file [run/against-left-out]\n',
      ),
    });
    const { made: other } = await assembled('tei-letter', { 'in/a.txt': FIRST, 'in/b.txt': SECOND }, 'in');
    rmSync(join(other.folder, 'in/b.txt'));
    expect((await other.run(...argv)).stderr).toBe(
      'volume.xml: error: no transcription "b.txt" in "in" to compare with [run/against-missing]\n',
    );
  });
});

describe('a separator between documents', () => {
  const profile = { name: 'ours', summary: 'Ours', extends: 'plain', documentSeparator: '* * *' };
  const letter = (day: number) =>
    `Oslo, ${day} May 1900\n\nDear Ada,\n\nI wrote on the ${day}th.\n\nYours truly,\nBen\n`;
  const files = {
    'edition.json': JSON.stringify({ profile }),
    'in/a.txt': `${letter(4)}\n* * *\n\n${letter(5)}`,
    'in/b.txt': `${letter(6)}* * *\n${letter(7)}\n* * *\n`,
  };
  const errors = (stdout: string) => stdout.split('\n').filter((line) => line.includes(': error: '));

  test('is no text of a document, and a volume gives it back', async () => {
    const { made, xml } = await assembled('tei-letter', files, 'in');
    expect(xml.match(/<signed><persName>Ben<\/persName><\/signed>/g)).toHaveLength(4);
    const { stdout, status } = await made.run('validate', 'volume.xml', '--against', 'in', '-r', 'gnu');
    expect([errors(stdout), status]).toEqual([[], 0]);
  });

  test.each([
    ['tei', 'in'],
    ['tei/b', 'in/b.txt'],
  ])('each document is compared with its own part: %s, %s', async (tei, against) => {
    const { made } = await assembled('tei-letter', files, 'in');
    await made.run('convert', 'in', '--out-dir', 'tei');
    const argv = ['validate', tei, '--against', against, '-r', 'gnu'];
    expect(await made.run(...argv)).toMatchObject({ status: 0 });
    made.write('in/b.txt', files['in/b.txt'].replace('the 7th', 'the 8th'));
    const { stdout } = await made.run(...argv);
    expect(errors(stdout)).toEqual([
      expect.stringMatching(/^tei\/b\/b-2\.xml:\d+:\d+: error: .*\[rule\/text-differs\]$/),
    ]);
    const { stdout: pretty } = await made.run('validate', tei, '--against', against);
    expect(pretty).toContain('in/b.txt:14:16: the transcription goes on here');
  });

  test('a document that the transcription has no more', async () => {
    const { made } = await assembled('tei-letter', files, 'in');
    await made.run('convert', 'in', '--out-dir', 'tei');
    made.write('in/a.txt', letter(4));
    expect((await made.run('validate', 'tei', '--against', 'in', '-r', 'gnu')).stdout).toContain(
      'tei/a/a-2.xml: error: no transcription "a-2" in "in/a.txt" to compare with [run/against-missing]\n',
    );
  });
});

test('two documents with one number have two identifiers, and what points to them follows', async () => {
  const { xml } = await assembled('tei-letter', { 'in/1.txt': FIRST, 'in/2.txt': FIRST }, 'in');
  expect(xml).toContain('xml:id="d1-2"');
  expect(xml).toContain('corresp="#d1-2"');
});

test('nothing to assemble, and an output that is an input', async () => {
  const made = fixture({ 'in/a.txt': Buffer.from([0x41, 0xff]), 'b.txt': FIRST });
  const none = await made.run('convert', 'in', '--assemble', '-o', 'v.xml', '-r', 'gnu');
  expect(none.stderr).toContain('[run/nothing-to-assemble]');
  expect(none.status).toBe(2);
  const same = await made.run('convert', 'b.txt', '--assemble', '-o', 'b.txt');
  expect(same.stderr).toContain('[run/output-is-input]');
  expect(made.read('b.txt')).toBe(FIRST);
  expect((await made.run('convert', 'b.txt', '--assemble', '-d', 'out')).status).toBe(2);
});

describe('letters without heads', () => {
  const files = {
    'in/a.txt':
      'Oslo, 4 May 1900\n\nDear Ben,[1]\n\nI wrote on the third.\n\nYours truly,\nAda Lane\n\n[1] Source: Norland Library, Lane Papers, Box 4.\n',
    'in/b.txt': 'Bergen, 6 May 1900\n\nDear Ada,\n\nI thank you.\n\nYours truly,\nBen Falk\n',
  };

  test('each has the title that it has alone, and its own source', async () => {
    const { made, xml, status } = await assembled('tei-letter', files, 'in');
    expect(status).toBe(0);
    expect(xml).toMatch(/<msDesc corresp="#a">/);
    expect(xml.match(/<msDesc/g)).toHaveLength(1);
    const { stdout } = await made.run('validate', 'volume.xml', '-r', 'gnu');
    expect(stdout.split('\n').filter((line) => line.includes(': error: '))).toEqual([]);
    const { documents } = JSON.parse((await made.run('export', 'volume.xml', '--to', 'json')).stdout);
    expect(documents.map(({ title }: { readonly title: string }) => title)).toEqual([
      'Letter from Ada Lane to Ben, 4 May 1900',
      'Letter from Ben Falk to Ada, 6 May 1900',
    ]);
    expect(documents.map((each: { readonly source?: object }) => each.source)).toEqual([
      { text: expect.stringContaining('Norland Library'), identifier: expect.anything() },
      undefined,
    ]);
  });

  test('what is described as printed stays, once', async () => {
    const printed = files['in/a.txt'].replace(
      /Source: .*/,
      'Source: Department of State Bulletin, May 9, 1961, p. 33.',
    );
    const edition = JSON.stringify({ title: 'Letters of Lane' });
    const { xml } = await assembled('tei-letter', { ...files, 'in/c.txt': printed, 'edition.json': edition }, 'in');
    const source = /<sourceDesc>[\s\S]*<\/sourceDesc>/.exec(xml)?.[0] ?? '';
    expect(source).toContain('<msDesc corresp="#a">');
    expect(source).toContain('<bibl type="source" corresp="#c">');
    expect(source.match(/<bibl type="edition">\s*<title level="m">Letters of Lane<\/title>\s*<\/bibl>/g)).toHaveLength(
      1,
    );
  });
});

test('a part of a volume: what --targets lists is there, though no document of the file has it', async () => {
  const files = {
    'in/1.txt': FIRST.replace('Not found', 'See Document 7'),
    'in/2.txt': SECOND,
    'targets.txt': 'd1\nd2\nd7\n',
  };
  const { made, xml } = await assembled('tei-letter', files, 'in');
  expect(xml).toContain('target="#d7"');
  const unresolved = async (...more: readonly string[]) =>
    (await made.run('validate', 'volume.xml', '-r', 'gnu', ...more)).stdout.match(/pointer-unresolved/g)?.length ?? 0;
  expect(await unresolved()).toBe(1);
  expect(await unresolved('--targets', 'targets.txt')).toBe(0);
  made.write('targets.txt', 'd1\nd2\nd8\n');
  expect(await unresolved('--targets', 'targets.txt')).toBe(1);
});

test('severities for some of the files hold for what is found in them', async () => {
  const severity = { 'transcript/page-break-not-closed': 'error' };
  const edition = JSON.stringify({ overrides: [{ files: 'in/2.txt', severity }] });
  const files = { 'in/1.txt': `${FIRST}\n\n[Page 4\n`, 'in/2.txt': `${SECOND}\n\n[Page 5\n`, 'edition.json': edition };
  const { stderr, status } = await assembled('tei-letter', files, 'in');
  expect(stderr.match(/^\S+: \w+: page break/gm)).toEqual([
    'in/1.txt:13:1: warning: page break',
    'in/2.txt:11:1: error: page break',
  ]);
  expect(status).toBe(1);
});

test('what XML cannot hold is replaced in titles and lists, too', async () => {
  const people = JSON.stringify({ persons: [{ id: 'p_LA', name: 'Lane, Ada', description: 'a \u0001 clerk' }] });
  const files = {
    'in/1.txt': FIRST,
    'people.json': people,
    'edition.json': JSON.stringify({ title: 'Let\u0001ters' }),
  };
  const { xml } = await assembled('tei-letter', files, 'in');
  expect(xml).toContain('<title type="main">Let\ufffdters</title>');
  expect(xml).toContain(', a \ufffd clerk');
});

test('settings of some of the files that do not hold for the volume are named', async () => {
  const files = { 'in/1.txt': FIRST, 'in/b/2.txt': SECOND, 'in/b/edition.json': '{ "title": "Other letters" }' };
  const { stderr, xml } = await assembled('tei-letter', files, 'in');
  expect(stderr).toContain(
    'in/b/edition.json: warning: is not read: the settings are those of the first file, which has none; assemble the files below it in a run of their own [run/other-settings]\n',
  );
  expect(xml).not.toContain('Other letters');
});
