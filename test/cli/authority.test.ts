import { expect, test } from '@jest/globals';
import { fixture } from './fixture.js';

const NOTE = '3. Editorial Note\n\nRusk spoke at the UN.\n';
const PERSONS = 'id,name\np_RD1,"Rusk, Dean"\n';
const TERMS = 'id,term\nt_UN1,UN\n';

test('--authority names lists, again for each', async () => {
  const { run } = fixture({ 'd3.txt': NOTE, 'persons.csv': PERSONS, 'terms.csv': TERMS });
  const lists = ['--authority', 'persons.csv', '-A', 'terms.csv'];
  const { status, stdout } = await run('convert', 'd3.txt', '--encoding', 'frus', ...lists);
  expect(status).toBe(0);
  expect(stdout).toContain(
    '<persName corresp="#p_RD1">Rusk</persName> spoke at the <gloss target="#t_UN1">UN</gloss>.',
  );
});

test('the settings name lists, relative to their file; the command line goes before them', async () => {
  const made = fixture({
    'edition/edition.json': '{ "authority": ["lists/persons.csv"], "encoding": "frus" }',
    'edition/lists/persons.csv': PERSONS,
    'edition/letters/d3.txt': NOTE,
    'terms.csv': TERMS,
  });
  const settled = await made.run('convert', 'edition/letters/d3.txt');
  expect(settled.stdout).toContain('<persName corresp="#p_RD1">Rusk</persName> spoke at the UN.');
  const flagged = await made.run('convert', 'edition/letters/d3.txt', '-A', 'terms.csv');
  expect(flagged.stdout).toContain('<p>Rusk spoke at the <gloss target="#t_UN1">UN</gloss>.');
});

test('a list that cannot be had or read ends the run, and nothing is written', async () => {
  const made = fixture({ 'd3.txt': NOTE, 'list.json': '{ "people": [] }' });
  for (const [list, said] of [
    ['none.csv', /^none\.csv: error: cannot be read/],
    ['list.json', /^list\.json:1:1: error: the authority list cannot be read/],
  ] as const) {
    const { status, stderr } = await made.run('convert', 'd3.txt', '-o', 'd3.xml', '-A', list);
    expect(status).toBe(2);
    expect(stderr).toMatch(said);
    expect(made.exists('d3.xml')).toBe(false);
  }
});

test('a list is read once, and what is doubtful in it said once', async () => {
  const made = fixture({ 'a/d3.txt': NOTE, 'a/d4.txt': NOTE, 'persons.csv': `${PERSONS}p 2,Ball\n` });
  const { status, stderr } = await made.run('convert', 'a', '-d', 'tei', '-A', 'persons.csv');
  expect(status).toBe(0);
  expect(stderr.match(/persons\.csv:3:1: warning/g)).toHaveLength(1);
});

test('validate converts a transcription with the lists; its TEI is valid', async () => {
  const { run } = fixture({
    'd3.txt': NOTE.replaceAll('Rusk', 'Bundy'),
    'p.csv': 'id,name\np_1,"Bundy, M."\np_2,"Bundy, W."\n',
  });
  const { status, stdout } = await run('validate', 'd3.txt', '-A', 'p.csv', '-r', 'gnu');
  expect(status).toBe(0);
  expect(stdout).toContain('d3.txt:3:1: info: "Bundy" may be any of "p_1", "p_2"; left without a key');
});
