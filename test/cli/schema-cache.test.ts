/** Schemas are kept compiled: used where they are the same, never where they are not, and never in the way. */
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cacheFolder } from '../../src/cli/cache-folder.js';
import { keepFile, readKept } from '../../src/cli/keep-file.js';
import { decodeSchema, encodeSchema } from '../../src/relaxng/index.js';
import { createSource } from '../../src/source/index.js';
import { type Fixture, fixture } from './fixture.js';

const SCHEMA = 'include "names.rnc"\nstart = element letter { name+ }\n';
const NAMES = 'name = element name { text }\n';
const LETTER = '<letter><name>Ada</name></letter>\n';

function letters(): Fixture {
  return fixture({ 'a.rnc': SCHEMA, 'names.rnc': NAMES, 'letter.xml': LETTER });
}

function validate(made: Fixture, env: Readonly<Record<string, string>> = {}) {
  return made.runWith(
    { env: { XDG_CACHE_HOME: join(made.folder, 'cache'), LOCALAPPDATA: join(made.folder, 'cache'), ...env } },
    ...['validate', 'letter.xml', '-s', 'a.rnc', '-c', 'grammar', '--reporter', 'gnu'],
  );
}

const kept = (made: Fixture) => made.files('.').filter((path) => /^cache.*[\\/]schemas[\\/]/.test(path));

/** What was learnt of a schema would speak for it. */
const unlearn = ({ folder }: Fixture) => rmSync(join(folder, 'cache', 'teiscribe', 'learnt'), { recursive: true });

describe('the cache of schemas', () => {
  test('keeps a schema, and takes it from there: what is kept is what holds', async () => {
    const made = letters();
    expect(await validate(made)).toMatchObject({ status: 0 });
    const [name = '', ...more] = kept(made);
    expect(more).toEqual([]);
    const opened = decodeSchema(readKept(join(made.folder, name)) ?? Buffer.alloc(0));
    const sources = [createSource('a.rnc', SCHEMA), createSource('names.rnc', NAMES)];
    const grammar = opened?.grammar(sources);
    unlearn(made);
    // The same files, it says, but no document is valid: nothing else could show that it was used.
    const nothing = opened && grammar && { ...opened, grammar: { ...grammar, start: { kind: 'notAllowed' as const } } };
    keepFile(
      join(made.folder, dirname(name)),
      basename(name),
      (nothing && encodeSchema(nothing, sources)) ?? Buffer.alloc(0),
      9,
    );
    expect(await validate(made)).toMatchObject({ status: 1 });
    expect(await validate(made, { TEISCRIBE_CACHE: 'off' })).toMatchObject({ status: 0 });
  });

  test('passes over a schema of other texts that has its name', async () => {
    const made = letters();
    await validate(made);
    const other = fixture({ 'a.rnc': SCHEMA.replace('name+', 'name, name'), 'names.rnc': NAMES, 'letter.xml': LETTER });
    expect(await validate(other)).toMatchObject({ status: 1 });
    const [[name = ''], [foreign = '']] = [kept(made), kept(other)];
    expect(foreign).not.toBe(name);
    const whole = readFileSync(join(made.folder, name));
    made.write(name, readFileSync(join(other.folder, foreign)));
    expect(await validate(made)).toMatchObject({ status: 0 });
    expect(readFileSync(join(made.folder, name)).equals(whole)).toBe(true);
  });

  test('sees that an included file has changed', async () => {
    const made = letters();
    expect(await validate(made)).toMatchObject({ status: 0 });
    made.write('names.rnc', 'name = element name { empty }\n');
    expect(await validate(made)).toMatchObject({ status: 1 });
    made.write('names.rnc', NAMES);
    expect(await validate(made)).toMatchObject({ status: 0 });
  });

  test('says the same of a document, whether the schema was kept or not', async () => {
    const made = letters();
    made.write('letter.xml', '<letter><nam/><name a="b">Ada</name>x</letter>\n');
    const without = await validate(made, { TEISCRIBE_CACHE: 'off' });
    expect(kept(made)).toEqual([]);
    const first = await validate(made);
    const second = await validate(made);
    expect(without.status).toBe(1);
    expect([first, second]).toEqual([without, without]);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)))],
    ['empty', () => Buffer.alloc(0)],
    ['of another kind', () => Buffer.from('<grammar/>\n')],
    [
      'of another version',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replaceAll('0\0.\0', '9\0.\0'), 'latin1'),
    ],
  ])('a file that is %s is passed over and written anew', async (_, spoil) => {
    const made = letters();
    await validate(made);
    const [name = ''] = kept(made);
    const whole = readFileSync(join(made.folder, name));
    const spoilt = spoil(whole);
    expect(spoilt.equals(whole)).toBe(false);
    made.write(name, spoilt);
    expect(await validate(made)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(made.folder, name)).equals(whole)).toBe(true);
    expect(kept(made)).toEqual([name]);
  });

  test('a schema with a mistake is never kept, and says it every time', async () => {
    const made = letters();
    made.write('names.rnc', 'name = element name { text, missing }\n');
    const first = await validate(made);
    expect(first.status).toBe(2);
    expect(first.stdout + first.stderr).toContain('missing');
    expect(await validate(made)).toEqual(first);
    expect(kept(made)).toEqual([]);
  });

  test('a folder that cannot be made or written is as good as none', async () => {
    const made = letters();
    made.write('cache', 'a file');
    expect(await validate(made)).toMatchObject({ status: 0, stderr: '' });
    const locked = letters();
    locked.write('cache/teiscribe/schemas/.keep', '');
    chmodSync(join(locked.folder, 'cache/teiscribe/schemas'), 0o500);
    expect(await validate(locked)).toMatchObject({ status: 0, stderr: '' });
    chmodSync(join(locked.folder, 'cache/teiscribe/schemas'), 0o700);
  });

  test('does not grow for ever', async () => {
    const made = letters();
    await validate(made);
    const [name = ''] = kept(made);
    for (let i = 0; i < 70; i++) made.write(join(name, '..', `old-${i}.schema`), 'x');
    made.write('a.rnc', `${SCHEMA}# another\n`);
    await validate(made);
    expect(readdirSync(join(made.folder, name, '..'))).toHaveLength(64);
  });
});

describe('the cache folder', () => {
  test('is where the platform has it', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c', HOME: '/h' }, 'linux')).toBe('/c/teiscribe');
    expect(cacheFolder({ HOME: '/h' }, 'darwin')).toBe('/h/.cache/teiscribe');
    expect(cacheFolder({ LOCALAPPDATA: '/l', HOME: '/h' }, 'win32')).toBe(join('/l', 'teiscribe'));
  });

  test('a relative path is ignored, and without a home there is none', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: 'c', HOME: '/h' }, 'linux')).toBe('/h/.cache/teiscribe');
    expect(cacheFolder({ XDG_CACHE_HOME: '', HOME: '' }, 'linux')).toBeUndefined();
    expect(cacheFolder({}, 'win32')).toBeUndefined();
  });

  test('can be named, or switched off', () => {
    expect(cacheFolder({ TEISCRIBE_CACHE: '/mine', HOME: '/h' }, 'linux')).toBe('/mine');
    expect(cacheFolder({ TEISCRIBE_CACHE: 'off', HOME: '/h' }, 'linux')).toBeUndefined();
  });
});
