/** Every transcription of the corpus converts to exactly its accepted TEI, which is valid and complete. UPDATE=1 rewrites it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../src/cli/run.js';
import { installed, rejectedByJing, teiAll, when } from './schemas/jing.js';

const collections = readdirSync('corpus', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join('corpus', name));

const documents = collections.flatMap((collection) =>
  readdirSync(join(collection, 'transcriptions')).map((file) => ({
    transcription: join(collection, 'transcriptions', file),
    tei: join(collection, 'tei', `${basename(file, '.txt')}.xml`),
  })),
);

/** What the command writes, without the environment of whoever runs the test. */
async function teiscribe(...argv: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await run(argv, {
    cwd: process.cwd(),
    env: {},
    stdin: (async function* () {})(),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { status, stdout, stderr };
}

test('the corpus has transcriptions, and no TEI without one', () => {
  expect(documents.length).toBeGreaterThan(1);
  const accepted = collections.flatMap((collection) =>
    readdirSync(join(collection, 'tei')).map((file) => join(collection, 'tei', file)),
  );
  expect(accepted.filter((path) => !documents.some(({ tei }) => tei === path))).toEqual([]);
});

describe.each(documents)('$transcription', ({ transcription, tei }) => {
  test('converts to its accepted TEI', async () => {
    const { status, stdout } = await teiscribe('convert', transcription);
    expect(status).toBe(0);
    if (process.env['UPDATE']) {
      mkdirSync(dirname(tei), { recursive: true });
      writeFileSync(tei, stdout);
    }
    expect(stdout).toBe(readFileSync(tei, 'utf8'));
  });

  test('is valid, and nothing of it is lost', async () => {
    const argv = ['validate', tei, '--schema', 'letter', '--against', transcription, '--reporter', 'gnu'];
    const { status, stdout } = await teiscribe(...argv);
    expect({ status, errors: stdout.split('\n').filter((line) => line.includes(': error: ')) }).toEqual({
      status: 0,
      errors: [],
    });
  });

  test('keeps every word of the transcription in its order', () => {
    // Another way than --against: the words. Notes are set aside, and digits that stand alone or behind letters, as their markers do.
    const words = (text: string) =>
      (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?<=^|\p{L})\d$/u, '')).filter(Boolean);
    const text = readFileSync(tei, 'utf8').replace(/^[\s\S]*<\/teiHeader>/, '');
    const encoded = text.replace(/<note\b[\s\S]*?<\/note>|<[^>]*>/g, '').replace(/&(?:amp|lt|gt);/g, ' ');
    const typed = readFileSync(transcription, 'utf8');
    const list = /\n(?: {2}1\. |\[1\] )/.exec(typed)?.index ?? typed.length;
    expect(words(encoded)).toEqual(words(typed.slice(0, list).replace(/\[Page \w+\]/g, '')));
  });
});

describe('the accepted TEI is accepted by jing too', () => {
  const accepted = documents.map(({ tei }) => tei);
  const own = when(['jing', installed('jing')]);
  own.test(`against the letter schema${own.note}`, () => {
    expect([...rejectedByJing('schemas/letter.rng', accepted)]).toEqual([]);
  });

  const wide = when(['jing', installed('jing')], ['TEI All beside the project', existsSync(teiAll)]);
  wide.test(`against TEI All${wide.note}`, () => {
    expect([...rejectedByJing(teiAll, accepted)]).toEqual([]);
  });
});
