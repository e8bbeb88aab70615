/** The line that shows how far a run is: on a terminal only, never longer than it is wide. */
import { afterEach, expect, jest, test } from '@jest/globals';
import { progressOf } from '../../src/cli/progress.js';

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

test.each([10, 20, 27, 33, 40, 60, 80, 200])('of %s columns the last stays free, and the line goes away', (columns) => {
  const written = lines(columns, {}, true, 100);
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

test('how many there will be may not be known', () => {
  expect(lines(40)[49]).toBe(`${CLEAR}converting … 50`);
});

test('elsewhere nothing is shown', () => {
  expect(lines(80, {}, false, 100)).toEqual([]);
  expect(lines(80, { TERM: 'dumb' }, true, 100)).toEqual([]);
  expect(lines(80, {}, true, 1)).toEqual([]);
});
