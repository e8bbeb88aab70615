import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { eachAtOnce } from '../../src/cli/at-once.js';
import { writeFile, writeFileLater } from '../../src/cli/write-file.js';
import { fixture } from './fixture.js';

const folder = () => fixture().folder;
const ways = [
  [
    'at once',
    async (file: string, content: string, said: string[]) => writeFile(file, content, (d) => said.push(d.code)),
  ],
  ['later', (file: string, content: string, said: string[]) => writeFileLater(file, content, (d) => said.push(d.code))],
] as const;

describe.each(ways)('a file that is written %s', (_, write) => {
  test('is there, in a folder that is made, and nothing beside it', async () => {
    const root = folder();
    const said: string[] = [];
    expect(await write(join(root, 'a', 'b', 'c.xml'), '<é/>', said)).toBe(true);
    expect(readFileSync(join(root, 'a', 'b', 'c.xml'), 'utf8')).toBe('<é/>');
    expect([readdirSync(join(root, 'a', 'b')), said]).toEqual([['c.xml'], []]);
  });

  test('takes the place of another, with its mode', async () => {
    const file = join(folder(), 'c.xml');
    writeFileSync(file, 'old and longer');
    chmodSync(file, 0o640);
    expect(await write(file, 'new', [])).toBe(true);
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o640]);
  });

  test('is not written where a folder is in its place: that is said, and nothing is left', async () => {
    const root = folder();
    mkdirSync(join(root, 'c.xml'));
    const said: string[] = [];
    expect(await write(join(root, 'c.xml'), 'new', said)).toBe(false);
    expect([said, readdirSync(root)]).toEqual([['run/output-unwritable'], ['c.xml']]);
  });
});

test('many files are written at the same time, each whole', async () => {
  const root = folder();
  const names = Array.from({ length: 200 }, (_, i) => `${i % 150}.xml`);
  await Promise.all(names.map((name) => writeFileLater(join(root, name), name.repeat(100), () => {})));
  expect(readdirSync(root).sort()).toEqual([...new Set(names)].sort());
  for (const name of names) expect(readFileSync(join(root, name), 'utf8')).toBe(name.repeat(100));
});

describe('jobs at once', () => {
  test('begin in order, are never more than allowed, and all end', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    let most = 0;
    await eachAtOnce([0, 1, 2, 3, 4, 5, 6, 7], 3, async (job) => {
      begun.push(job);
      most = Math.max(most, begun.length - ended.length);
      await new Promise((resolve) => setTimeout(resolve, job % 2 === 0 ? 20 : 1));
      ended.push(job);
    });
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], 3]);
    expect([...ended].sort()).toEqual(begun);
  });

  test('stop where one fails', async () => {
    const begun: number[] = [];
    const run = eachAtOnce([0, 1, 2, 3], 1, async (job) => {
      begun.push(job);
      if (job === 1) throw new Error('no more');
    });
    await expect(run).rejects.toThrow('no more');
    expect(begun).toEqual([0, 1]);
  });
});
