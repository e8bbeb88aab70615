import { expect, test } from '@jest/globals';
import { fixture } from './fixture.js';

const NOTE = '3. Editorial Note\n\nIt was read.1\n\n  1. See Documents 7 and 8, and Letters, vol. II.\n';
const SEVEN = 'See <ref target="#d7">Documents 7</ref> and 8,';

test('--targets names lists, again for each; what none of them has is reported and not written', async () => {
  const { run } = fixture({ 'd3.txt': NOTE, 'a.json': '["d7"]', 'b.txt': 'd9\n' });
  const { status, stdout, stderr } = await run(
    ...['convert', 'd3.txt', '-e', 'frus', '--targets', 'a.json', '--targets', 'b.txt'],
  );
  expect(status).toBe(0);
  expect(stdout).toContain(SEVEN);
  expect(stderr).toContain('"8" refers to "#d8", which is not there');
});

test('the settings name lists and series, relative to their file', async () => {
  const made = fixture({
    'edition/edition.json': JSON.stringify({
      encoding: 'frus',
      targets: ['ids.csv'],
      series: [{ name: 'Letters', id: 'letters-{volume}' }],
    }),
    'edition/ids.csv': 'd7,a letter\n',
    'edition/d3.txt': NOTE,
  });
  const { stdout } = await made.run('convert', 'edition/d3.txt');
  expect(stdout).toContain(SEVEN);
  expect(stdout).toContain('<ref target="letters-02">Letters, vol. II</ref>');
});

test('a list that cannot be had or read ends the run, and nothing is written', async () => {
  const made = fixture({ 'd3.txt': NOTE, 'list.json': '{}' });
  for (const list of ['none.txt', 'list.json']) {
    const { status } = await made.run('convert', 'd3.txt', '-o', 'd3.xml', '--targets', list);
    expect(status).toBe(2);
    expect(made.exists('d3.xml')).toBe(false);
  }
});

test('a list that has changed is a reason to convert again', async () => {
  const made = fixture({ 'a/d3.txt': NOTE, 'ids.txt': 'd7\n' });
  const convert = ['convert', 'a', '-d', 'tei', '-e', 'frus', '--targets', 'ids.txt'];
  await made.run(...convert);
  expect(made.read('tei/d3.xml')).not.toContain('#d8');
  made.write('ids.txt', 'd7\nd8\n');
  await made.run(...convert);
  expect(made.read('tei/d3.xml')).toContain('<ref target="#d8">8</ref>');
});
