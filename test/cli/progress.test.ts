/** The line that shows how far a run is: on a terminal only, never longer than it is wide. */
import { spawnSync } from 'node:child_process';
import { afterEach, expect, jest, test } from '@jest/globals';
import { packageFile } from '../../src/cli/package-files.js';
import { progressOf } from '../../src/cli/progress.js';
import { fixture, LETTER } from './fixture.js';

const CLEAR = '\r\u001b[K';

afterEach(() => {
  jest.restoreAllMocks();
});

/** What is written while 100 files are converted, one each second. */
function lines(columns: number | undefined, env: Readonly<Record<string, string>> = {}, isTTY = true, total?: number) {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  const written: string[] = [];
  const nothing = async function* () {};
  const stdout = { write: () => true };
  const stderr = { write: (text: string) => written.push(text), isTTY, columns };
  const progress = progressOf(total, 'converting', { cwd: '/', env, stdin: nothing(), stdout, stderr });
  for (let done = 0; done < 100; done++) {
    now += 1000;
    progress.step();
  }
  progress.end();
  progress.end();
  return written;
}

const WIDTHS = [10, 20, 27, 33, 40, 60, 80, 200];
const cases = WIDTHS.flatMap((columns) => [100, undefined].map((total) => [columns, total] as const));

test.each(cases)('of %s columns the last stays free, and the line goes away; of %s files', (columns, total) => {
  const written = lines(columns, {}, true, total);
  expect(written).toHaveLength(101);
  expect(written.at(-1)).toBe(CLEAR);
  for (const line of written.slice(0, -1)) {
    expect(line.startsWith(CLEAR)).toBe(true);
    expect([...line.slice(CLEAR.length)].length).toBeLessThan(columns);
  }
});

test('a narrow terminal has a shorter bar or none, and the numbers', () => {
  expect(lines(80, {}, true, 100)[49]).toBe(`${CLEAR}converting ${'█'.repeat(15)}${'░'.repeat(15)} 50/100, 50 s left`);
  expect(lines(40, {}, true, 100)[49]).toBe(`${CLEAR}converting █████░░░░░ 50/100, 50 s left`);
  expect(lines(30, {}, true, 100)[49]).toBe(`${CLEAR}converting 50/100, 50 s left`);
});

test('a terminal that was never told its size is taken to be as wide as most', () => {
  expect(lines(0, {}, true, 100)).toEqual(lines(80, {}, true, 100));
});

const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

(hasTerminal ? test : test.skip)(
  'a real terminal of 40 columns shows it, and at the end nothing of it',
  () => {
    const made = fixture({});
    for (let n = 0; n < 600; n++) made.write(`letters/${n}.txt`, LETTER);
    const command = `stty cols 40; '${process.execPath}' '${packageFile('bin/teiscribe.js')}' convert letters -d tei --threads 1`;
    const { stdout } = spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      cwd: made.folder,
      env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
      encoding: 'utf8',
    });
    const written = stdout.split(CLEAR).slice(1);
    const shown = written.filter((each) => /^converting [█░]+ [0-9]+\/600, [0-9]+ s left$/.test(each));
    expect(shown.length).toBeGreaterThan(0);
    for (const each of shown) expect(each.length).toBeLessThan(40);
    expect(written.at(-1)).not.toContain('converting');
  },
  30_000,
);

test('how many there will be may not be known', () => {
  expect(lines(40)[49]).toBe(`${CLEAR}converting … 50`);
});

test('elsewhere nothing is shown', () => {
  expect(lines(80, {}, false, 100)).toEqual([]);
  expect(lines(80, { TERM: 'dumb' }, true, 100)).toEqual([]);
  expect(lines(80, {}, true, 1)).toEqual([]);
});
