/**
 * `npm run oracle [-- --seeds N --from N --mutants N --schema NAME]`: thousands of documents with one mistake each, jing's verdict on
 * them and ours. Ends with status 1 where a verdict differs, or the first error's line in more than 2 of 100; the mutants
 * on which we differ are kept in `build/oracle-differences`. Needs jing; installs nothing.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentsOfCorpus, documentsOfVolumes, generatedDocuments } from './documents.js';
import { mutate, vocabularyOf } from './mutate.js';
import { randomFrom } from './random.js';
import { isInstalled, ourVerdicts, type Verdict, verdictsOfJing } from './verdicts.js';

const TEI = { xmlns: 'http://www.tei-c.org/ns/1.0' };
const FRUS = { ...TEI, 'xmlns:frus': 'http://history.state.gov/frus/ns/1.0' };
const VOLUMES = '../shared/gold/volumes';
const KEPT = 'build/oracle-differences';
const BASES = 400;

interface Pairing {
  readonly name: string;
  readonly schema: string;
  readonly needs?: string;
  readonly documents: () => readonly string[];
}

const letters = () => [...documentsOfCorpus(), ...generatedDocuments('schemas/letter.rng', TEI, 320)];
const pairings: readonly Pairing[] = [
  { name: 'letter', schema: 'schemas/letter.rng', documents: letters },
  { name: 'frus', schema: 'schemas/frus.rng', documents: () => generatedDocuments('schemas/frus.rng', FRUS, 150) },
  { name: 'tei_all/letters', schema: '../shared/schemas/tei_all.rng', documents: letters },
  {
    name: 'tei_all/volumes',
    schema: '../shared/schemas/tei_all.rng',
    needs: VOLUMES,
    documents: () => documentsOfVolumes(VOLUMES),
  },
  {
    name: 'frus.rnc/volumes',
    schema: '../shared/gold/schema/frus.rnc',
    needs: VOLUMES,
    documents: () => documentsOfVolumes(VOLUMES),
  },
];

interface Row {
  readonly name: string;
  readonly mutants: number;
  readonly invalid: number;
  readonly verdicts: number;
  readonly lines: number;
  readonly ours: readonly number[];
  readonly jing: readonly number[];
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2' },
    from: { type: 'string', default: '1' },
    mutants: { type: 'string', default: '500' },
    schema: { type: 'string' },
  },
});
process.exitCode = main();

function main(): number {
  if (!isInstalled('jing')) {
    console.log('jing is missing: there is nothing to compare with');
    return 2;
  }
  rmSync(KEPT, { recursive: true, force: true });
  const rows: Row[] = [];
  for (const pairing of pairings.filter(({ name }) => values.schema === undefined || name === values.schema)) {
    const missing = [pairing.schema, pairing.needs ?? '.'].filter((path) => !existsSync(path));
    if (missing.length > 0) console.log(`${pairing.name}: left out, ${missing.join(' and ')} missing`);
    else rows.push(compare(pairing));
  }
  return print(rows);
}

/** Valid documents, and some that are not: what is wrong in them goes into no median. */
function compare({ name, schema, documents }: Pairing): Row {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-oracle-'));
  try {
    const bases = validOf(sample(documents()), schema, folder);
    const vocabulary = vocabularyOf(bases);
    const validate = ourVerdicts(schema);
    const total = { name, mutants: 0, invalid: 0, verdicts: 0, lines: 0 };
    const ours: number[] = [];
    const jing: number[] = [];
    const from = Number(values.from);
    for (let seed = from; seed < from + Number(values.seeds); seed++) {
      const random = randomFrom(seed * 7919);
      const mutants = Array.from({ length: Number(values.mutants) }, () => {
        return mutate(random.pick(bases), vocabulary, random);
      });
      const files = write(mutants, folder);
      verdictsOfJing(schema, files).forEach((theirs, i) => {
        const mutant = mutants[i];
        if (!mutant) return;
        const own = validate(mutant.text);
        total.mutants++;
        if (theirs.line !== undefined) total.invalid++;
        if ((own.line === undefined) === (theirs.line === undefined)) total.verdicts++;
        if (own.line === theirs.line) total.lines += theirs.line === undefined ? 0 : 1;
        else keep(`${name.replaceAll('/', '-')}-${seed}-${i}`, mutant, own, theirs);
        if (theirs.line !== undefined) {
          ours.push(own.errors.length);
          jing.push(theirs.errors.length);
        }
      });
    }
    return { ...total, ours, jing };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** At most so many, from all parts. */
function sample(documents: readonly string[]): readonly string[] {
  const random = randomFrom(1961);
  const chance = BASES / documents.length;
  return documents.filter(() => random.next() < chance);
}

function validOf(documents: readonly string[], schema: string, folder: string): readonly string[] {
  const files = write(
    documents.map((text) => ({ text })),
    folder,
  );
  const verdicts = verdictsOfJing(schema, files);
  const valid = documents.filter((_, i) => verdicts[i]?.line === undefined);
  if (valid.length === 0) throw new Error(`none of the documents is valid by ${schema}: ${verdicts[0]?.errors[0]}`);
  return valid;
}

function write(documents: readonly { readonly text: string }[], folder: string): readonly string[] {
  return documents.map(({ text }, i) => {
    const file = join(folder, `${i}.xml`);
    writeFileSync(file, text);
    return file;
  });
}

function keep(name: string, { text, kind }: { text: string; kind: string }, ours: Verdict, theirs: Verdict): void {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, `${name}.xml`), text);
  const shown = ({ errors: [first = 'valid'] }: Verdict) => (first.length > 160 ? `${first.slice(0, 160)}…` : first);
  console.log(`${KEPT}/${name}.xml (${kind})\n  jing      ${shown(theirs)}\n  teiscribe ${shown(ours)}`);
}

function print(rows: readonly Row[]): number {
  const columns = [
    'schema',
    'mutants',
    'invalid',
    'verdicts agree',
    'first line agrees',
    'errors: median',
    'mean',
    'jing: mean',
  ];
  const table = rows.map(({ name, mutants, invalid, verdicts, lines, ours, jing }) => [
    name,
    `${mutants}`,
    `${invalid}`,
    share(verdicts, mutants),
    share(lines, invalid),
    `${median(ours)}`,
    mean(ours),
    mean(jing),
  ]);
  const widths = columns.map((column, i) => Math.max(column.length, ...table.map((row) => row[i]?.length ?? 0)));
  for (const row of [columns, ...table]) {
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  }
  const agrees = ({ mutants, invalid, verdicts, lines }: Row) => verdicts === mutants && lines >= 0.98 * invalid;
  return rows.length > 0 && rows.every(agrees) ? 0 : 1;
}

function share(part: number, whole: number): string {
  return `${part} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(2)} %)`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function mean(numbers: readonly number[]): string {
  return (numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)).toFixed(2);
}
