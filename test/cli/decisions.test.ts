/** Decisions of people go before what is weighed; those that no longer fit are errors where they stand. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { pageExample } from '../page-example.js';
import { fixture } from './fixture.js';

const TEXT = `1. Letter From Lane to Falk

We came in 1912 and left again; the 12 of us were glad, and so were all who saw us in May 1912.

  1. There was another one.
`;
const argv = ['convert', 'a.txt', '-r', 'gnu', '--decisions', 'decisions.json'];
const file = (...decisions: readonly object[]) => JSON.stringify({ decisions }, undefined, 1);
/** Where the note stands: behind which words. */
const anchor = (xml: string) => /(\S+ \S+)\s*<note /.exec(xml.replace(/<(?!note)[^>]*>/g, ''))?.[1];

test('a marker stands where somebody has decided, and the run says no more of it', async () => {
  const made = fixture({ 'a.txt': TEXT });
  for (const [words, expected] of [
    ['1912 and', 'in 19'],
    ['1912.', 'May 19'],
  ] as const) {
    const column = (TEXT.split('\n')[2] ?? '').indexOf(words) + 3;
    made.write('a.txt', TEXT.replace('  1. There', '  12. There'));
    made.write('decisions.json', file({ file: 'a.txt', at: `3:${column}`, note: '12', why: 'seen in the original' }));
    const { stdout, stderr } = await made.run(...argv);
    expect(anchor(stdout)).toBe(expected);
    expect(stderr).not.toContain('doubtful-marker');
    expect(stderr).not.toContain('decision-out-of-date');
  }
});

test('a note has no marker where somebody has decided so', async () => {
  const text = 'Oslo, May 1\n\nWe came in spring.1 And we left.\n\n  1. There was another one.\n';
  const made = fixture({ 'a.txt': text, 'decisions.json': file({ file: 'a.txt', at: '5:3', marker: false }) });
  const { stdout, stderr } = await made.run(...argv);
  expect(stdout).toContain('spring.1 And we left.');
  expect(stderr).toContain('[transcript/note-without-marker]');
  expect(stderr).not.toContain('decision-out-of-date');
});

test('a marker may stand before those of the notes that are listed above its note', async () => {
  const text =
    'Oslo, May 1\n\nWe came in spring,1 with the boat,2 and left in autumn.3 All was well.\n\n  1. By sea.\n  2. The Clansman.\n  3. In the year 1887.\n';
  const made = fixture({ 'a.txt': text });
  const at = (words: string) => `3:${(text.split('\n')[2] ?? '').indexOf(words) + words.length + 1}`;
  const notes = async (...pins: readonly (readonly [string, string])[]) => {
    made.write('decisions.json', file(...pins.map(([words, note]) => ({ file: 'a.txt', at: at(words), note }))));
    const { stdout, stderr } = await made.run(...argv);
    expect(stderr).not.toContain('decision-out-of-date');
    return [...stdout.replace(/<\?teiscribe listed[^>]*>/g, '').matchAll(/(\w+)[.,]?<note [^>]*>([^<]*)</g)].map(
      ([, word, note]) => `${word}: ${note}`,
    );
  };
  const out = ['spring: In the year 1887.', 'boat: By sea.', 'autumn: The Clansman.'];
  expect(await notes(['spring,', '3'])).toEqual(out);
  expect(await notes(['spring,', '3'], ['boat,', '1'], ['autumn.', '2'])).toEqual(out);
  expect(await notes(['spring,', '2'], ['boat,', '1'])).toEqual([
    'spring: The Clansman.',
    'boat: By sea.',
    'autumn: In the year 1887.',
  ]);
});

test('a document begins, or does not, where somebody has decided so', async () => {
  const text =
    '1. Letter From Lane to Falk\n\nYes.\n\nThe Second Letter\n\nNo.\n\n2. Letter From Falk to Lane\n\nWell.\n';
  const made = fixture({ 'a.txt': text });
  made.write(
    'decisions.json',
    file({ file: 'a.txt', at: '5:1', document: true }, { file: 'a.txt', at: '9:1', document: false }),
  );
  await made.run(...argv, '--out-dir', 'out');
  expect(made.files('out')).toEqual(['out/a/a-2.xml', 'out/a/d1.xml']);
  expect(made.read('out/a/a-2.xml')).toContain('Well.');
});

test.each([
  [{ file: 'a.txt', at: '3:1', note: '1' }],
  [{ file: 'a.txt', at: '99:1', note: '1' }],
  [{ file: 'a.txt', at: '3:1', marker: false }],
  [{ file: 'a.txt', at: '4:1', document: true }],
])('out of date: %j', async (decision) => {
  const made = fixture({ 'a.txt': TEXT, 'decisions.json': file(decision) });
  const { status, stderr } = await made.run(...argv, '--out-dir', 'out');
  expect(stderr).toContain(`decisions.json:3:3: error: the decision on ${decision.at} is out of date`);
  expect(status).toBe(1);
});

test('the page says what is said', async () => {
  const { said, failing, mended } = pageExample('transcript/decision-out-of-date');
  const made = fixture({ 'letter.txt': failing });
  const run = (at: string) => {
    made.write('decisions.json', `{ "decisions": [{ "file": "letter.txt", "at": "${at}", "note": "1" }] }`);
    return made.run('convert', 'letter.txt', '-r', 'gnu', '--decisions', 'decisions.json');
  };
  expect((await run('1:5')).stderr).toContain(said);
  expect(mended).toBe(failing);
  expect((await run('1:19')).stderr).not.toContain('decision-out-of-date');
});

test('a decision on another file is left alone; what is wrong with the file itself ends the run', async () => {
  const made = fixture({ 'a.txt': TEXT, 'decisions.json': file({ file: 'b.txt', at: '3:1', note: '1' }) });
  expect((await made.run(...argv)).stderr).not.toContain('decision-out-of-date');
  made.write(
    'decisions.json',
    file({ file: 'a.txt', at: 'line 3', note: '1' }, { file: 'a.txt', at: '1:1', nota: '1' }),
  );
  const { status, stderr } = await made.run(...argv);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^decisions\.json:5:10: error: .*\/decisions\/0\/at/m);
  expect(stderr).toContain('/decisions/1/nota');
});

test('a decision on a transcription that is nowhere is named once for each file; one on a neighbour is left alone', async () => {
  const on = (name: string) => ({ file: name, at: '3:1', note: '1' });
  const made = fixture({ 'vol/a.txt': TEXT, 'vol/b.txt': TEXT, 'other/c.txt': TEXT });
  made.write(
    'decisions.json',
    file(on('vol/b.txt'), on('b.txt'), on('other/c.txt'), on('vol/d.txt'), on('e.txt'), on('vol/d.txt')),
  );
  const unused =
    'decisions.json:18:3: warning: "vol/d.txt" is no transcription of this run, and there is no such file; 2 decisions on it are not used [run/decision-unused]\n' +
    'decisions.json:23:3: warning: "e.txt" is no transcription of this run, and there is no such file; the decision on it is not used [run/decision-unused]\n';
  for (const args of [
    ['convert', 'vol/a.txt'],
    ['convert', 'vol', '--out-dir', 'out', '--threads', '2'],
    ['convert', 'vol/a.txt', '--assemble'],
    ['validate', 'vol/a.txt'],
  ]) {
    const { stdout, stderr } = await made.run(...args, '-r', 'gnu', '--decisions', 'decisions.json');
    const said = `${args[0] === 'validate' ? stdout : ''}${stderr}`;
    expect(
      said
        .split('\n')
        .filter((line) => line.includes('decision-unused'))
        .join('\n'),
    ).toBe(unused.trimEnd());
  }
  made.write('decisions.json', file(on('stdin.txt'), on('a.txt')));
  expect((await made.run('convert', 'vol/a.txt', '--decisions', 'decisions.json')).stderr).toContain(
    '"stdin.txt" is no',
  );
});

test('an entry that decides nothing, or two things, is told so in one line', async () => {
  const made = fixture({ 'a.txt': TEXT });
  for (const decided of [{}, { note: '1', document: true }]) {
    made.write('decisions.json', file({ file: 'a.txt', at: '3:1', ...decided }));
    const { status, stderr } = await made.run(...argv);
    expect(stderr).toMatch(
      /^decisions\.json:3:3: error: \{"file":"a\.txt","at":"3:1".* is not allowed at \/decisions\/0; expected one of "note", "marker", "document" \[run\/settings-value-invalid\]\n$/,
    );
    expect(status).toBe(2);
  }
});

test('the warning says what to write, and writing it settles the matter', async () => {
  const text = TEXT.replace('glad,', 'glad,1').replace('saw us', 'saw us,1');
  const made = fixture({ 'a.txt': text });
  const first = await made.run('convert', 'a.txt');
  const proposed = /put (\{.*\}) into the file of decisions/.exec(first.stderr)?.[1];
  expect(proposed).toBeDefined();
  made.write('decisions.json', `{ "decisions": [ ${proposed} ] }`);
  const second = await made.run(...argv);
  expect(second.stderr).not.toContain('doubtful-marker');
  expect(second.stdout).toBe(first.stdout);
});

test('the schema is there for editors', () => {
  expect(JSON.parse(readFileSync('schemas/decisions.schema.json', 'utf8'))).toHaveProperty('properties.decisions');
});
