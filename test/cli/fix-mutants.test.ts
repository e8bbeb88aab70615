import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mendText } from '../../src/cli/mend-files.js';
import { countSeverities, type Diagnostic, gatherDiagnostics } from '../../src/diagnostic/index.js';
import { createSource, type Source } from '../../src/source/index.js';
import { validate } from '../../src/validate.js';
import { scanXml } from '../../src/xml/index.js';
import { documentsOfCorpus, documentsOfVolumes } from '../oracle/documents.js';
import { type Mutant, mutate, vocabularyOf } from '../oracle/mutate.js';
import { randomFrom } from '../oracle/random.js';

/** `FIX_MUTANTS=2000` takes more of them, and prints how many are mended of each kind. */
const COUNT = Number(process.env['FIX_MUTANTS'] ?? 60);
const VOLUMES = '../shared/gold/volumes';

const schemas = new Map<string, Source>();
function readSchema(href: string): Source {
  const known = schemas.get(href) ?? createSource(href, readFileSync(href, 'utf8'));
  schemas.set(href, known);
  return known;
}

type Check = (text: Source) => Promise<readonly Diagnostic[]>;

function checkBy(schema?: string): Check {
  return async (text) => {
    const { report, list } = gatherDiagnostics();
    await validate(text, { checks: ['grammar', 'rules'], ...(schema && { schema }), read: readSchema }, report);
    return list();
  };
}

/** The words, white space and the way of storing accents apart; undefined where the text is no XML. */
function words(text: string): string | undefined {
  let found = '';
  const isWhole = scanXml(
    createSource('a.xml', text),
    (event) => {
      if (event.kind === 'text') found += event.text;
    },
    () => {},
  );
  return isWhole ? found.replace(/\s+/g, '').normalize('NFC') : undefined;
}

interface Tally {
  made: number;
  /** Had errors that the document had not. */
  spoilt: number;
  /** Has no more errors than the document before the mistake. */
  mended: number;
}

async function mendMutants(
  documents: readonly string[],
  check: Check,
  count: number,
): Promise<ReadonlyMap<string, Tally>> {
  const random = randomFrom(1961);
  const vocabulary = vocabularyOf(documents);
  const tallies = new Map<string, Tally>();
  for (let i = 0; i < count; i++) {
    const document = random.pick(documents);
    const { text, kind }: Mutant = mutate(document, vocabulary, random);
    const source = createSource('a.xml', text);
    const good = countSeverities(await check(createSource('a.xml', document))).error;
    const before = await check(source);
    const { source: after, verdict } = await mendText(source, before, check, (found) => found);
    const [bad, left] = [countSeverities(before).error, countSeverities(verdict).error];
    const tally = tallies.get(kind) ?? { made: 0, spoilt: 0, mended: 0 };
    tallies.set(kind, tally);
    tally.made++;
    if (bad > good) tally.spoilt++;
    if (bad > good && left <= good) tally.mended++;
    // None is made worse, no word is changed, and there is nothing more to do.
    expect(left).toBeLessThanOrEqual(bad);
    expect(words(after.text)).toBe(words(text));
    expect((await mendText(after, verdict, check, (found) => found)).source.text).toBe(after.text);
  }
  return tallies;
}

function table(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].sort().map(([kind, { made, spoilt, mended }]) => `${kind}: ${made}, ${spoilt}, ${mended}`);
  return `kind of mistake: made, with errors, mended\n${rows.join('\n')}\n`;
}

test('mistakes in the corpus: none is made worse, no word is changed', async () => {
  const tallies = await mendMutants(documentsOfCorpus(), checkBy(), COUNT);
  expect(tallies.size).toBeGreaterThan(5);
  if (process.env['FIX_MUTANTS']) process.stdout.write(table(tallies));
});

const testVolumes = existsSync(VOLUMES) ? test : test.skip;
testVolumes('mistakes in published volumes: the same', async () => {
  const documents = documentsOfVolumes(VOLUMES).filter((_, i) => i % 20 === 0);
  const tallies = await mendMutants(documents, checkBy('frus'), COUNT);
  expect(tallies.size).toBeGreaterThan(5);
  if (process.env['FIX_MUTANTS']) process.stdout.write(table(tallies));
});
