/** A schema file that has not changed need not be read to know which it is; one that has changed is never taken for what it was. */
import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { schemaStamps } from '../../src/cli/schema-stamps.js';
import { fixture } from './fixture.js';

describe('the checksum of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-stamps-'));
  const file = join(folder, 'a.rnc');
  const stamps = schemaStamps(join(folder, 'cache'), 0);

  beforeEach(async () => {
    rmSync(file, { force: true });
    writeFileSync(file, 'start = empty');
    // Files have the time in fractions of a millisecond, the program in whole ones: in the same one the file would be of the future.
    await new Promise((later) => setTimeout(later, 5));
    stamps.remember(file, 'abc');
  });

  test('is remembered as long as the file is as it was', () => {
    expect(stamps.checksumOf(file)).toBe('abc');
    expect(stamps.checksumOf(join(folder, 'b.rnc'))).toBeUndefined();
  });

  test.each([
    ['longer', () => writeFileSync(file, 'start = empty ')],
    ['of another time', () => utimesSync(file, 1, 1)],
    ['gone', () => rmSync(file)],
    [
      'another file, of the same size and time',
      () => {
        const other = join(folder, 'other');
        writeFileSync(other, 'start = mixed');
        renameSync(other, file);
      },
    ],
  ])('is forgotten when it is %s', (_, change) => {
    change();
    expect(stamps.checksumOf(file)).toBeUndefined();
  });

  test('is not remembered of what was written a moment ago: it may be written again within the same tick', () => {
    const careful = schemaStamps(join(folder, 'careful'));
    careful.remember(file, 'abc');
    expect(careful.checksumOf(file)).toBeUndefined();
  });

  test('is not remembered without a cache folder', () => {
    const none = schemaStamps(undefined, 0);
    none.remember(file, 'abc');
    expect(none.checksumOf(file)).toBeUndefined();
  });
});

test('a document is held to a schema that was not read again as to one that was', async () => {
  const made = fixture({ 'bad.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>' });
  const env = { TEISCRIBE_CACHE: join(made.folder, 'cache') };
  const validate = () =>
    made.runWith({ env }, 'validate', 'bad.xml', '-s', 'letter', '-c', 'grammar', '--reporter', 'gnu');
  const first = await validate();
  expect(first.status).toBe(1);
  expect(made.files('.').filter((path) => path.startsWith(join('cache', 'stamps')))).toHaveLength(1);
  expect(await validate()).toEqual(first);
});
