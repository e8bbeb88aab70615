/**
 * `npm run oracle:schematron [-- --documents N --mutants N]`: whole volumes, mutants of documents, and random documents made
 * of the words of a schema; what Saxon finds in them by a stylesheet made of the schema, and what we find. Ends with status 1
 * where they differ. Needs Java and Saxon HE (Debian: libsaxonhe-java) and the material beside the project; installs nothing.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ourChecker, saxon, saxonFindings } from '../schematron/saxon.js';
import { documentsOfVolumes } from './documents.js';
import { mutate } from './mutate.js';
import { randomFrom } from './random.js';
import { randomDocument, wordsOfSchema } from './schema-words.js';

const SHARED = '../shared';
const VOLUMES = `${SHARED}/gold/volumes`;

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '300' }, mutants: { type: 'string', default: '300' } },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const frus = `${SHARED}/gold/schema/frus.sch`;
  const tei = `${SHARED}/schemas/tei_all.rng`;
  const missing = [frus, tei, VOLUMES].filter((path) => !existsSync(path));
  if (saxon === undefined) missing.push('Saxon HE');
  if (missing.length > 0) {
    console.log(`left out: ${missing.join(', ')} missing`);
    return 2;
  }
  const work = mkdtempSync(join(tmpdir(), 'schematron-'));
  try {
    const local = localFrus(frus, work);
    let differences = 0;
    for (const [name, schema] of [
      ['frus.sch', local],
      ['tei_all.rng', tei],
    ] as const) {
      differences += await compare(`${name}: volumes`, schema, volumes(work), work);
      differences += await compare(`${name}: mutants`, schema, mutants(schema, join(work, `${name}-m`)), work);
      differences += await compare(`${name}: random`, schema, randoms(schema, join(work, `${name}-r`)), work);
    }
    return differences > 0 ? 1 : 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The schema asks the network for two lists: here they are files. */
function localFrus(path: string, work: string): string {
  const text = readFileSync(path, 'utf8')
    .replaceAll('http://history.state.gov/services/volume-ids', 'none.xml')
    .replace(/concat\('http:[^)]*\)/, "'volume-images.xml'");
  writeFileSync(join(work, 'frus.sch'), text);
  writeFileSync(
    join(work, 'volume-ids-snapshot.xml'),
    '<i><volume-id>frus1949v07p1</volume-id><volume-id>frus1948v01p1</volume-id></i>',
  );
  writeFileSync(join(work, 'volume-images.xml'), '<i><image>figure_0001.png</image></i>');
  return join(work, 'frus.sch');
}

function volumes(work: string): string {
  const folder = join(work, 'volumes');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(VOLUMES)) copyFileSync(join(VOLUMES, name), join(folder, name));
  return folder;
}

function written(folder: string, texts: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.xml`), text);
  return folder;
}

function mutants(schema: string, folder: string): string {
  const words = wordsOfSchema(readFileSync(schema, 'utf8'));
  const bases = documentsOfVolumes(VOLUMES);
  const random = randomFrom(1961);
  const texts: string[] = [];
  while (texts.length < Number(values.mutants)) {
    const mutant = mutate(random.pick(bases), words, random);
    if (mutant) texts.push(mutant.text);
  }
  return written(folder, texts);
}

function randoms(schema: string, folder: string): string {
  const words = wordsOfSchema(readFileSync(schema, 'utf8'));
  const random = randomFrom(1869);
  return written(
    folder,
    Array.from({ length: Number(values.documents) }, () => randomDocument(words, random)),
  );
}

async function compare(name: string, schema: string, folder: string, work: string): Promise<number> {
  mkdirSync(work, { recursive: true });
  for (const file of ['volume-ids-snapshot.xml', 'volume-images.xml']) {
    const from = join(schema, '..', file);
    if (existsSync(from) && join(work, file) !== from) copyFileSync(from, join(work, file));
  }
  const begin = performance.now();
  const theirs = saxonFindings(schema, folder, work);
  const seconds = (performance.now() - begin) / 1000;
  const check = ourChecker(schema);
  let same = 0;
  let ours = 0;
  const differing: string[] = [];
  const ids = new Set<string>();
  const said = new Set<string>();
  for (const [file, lines] of theirs) {
    const { findings, notEvaluated, milliseconds } = await check(join(folder, file));
    ours += milliseconds;
    for (const one of notEvaluated) said.add(one.replace(/"[^"]*"/g, '…').replace(/cast \S+/, 'cast …'));
    const found = lines.filter((line) => !line.startsWith('error '));
    for (const line of found) ids.add(line.replace(/ \d+$/, ''));
    if (found.join('\n') === findings.join('\n')) same += found.length;
    else
      differing.push(
        `${file}: Saxon ${found.filter((l) => !findings.includes(l))}; we ${findings.filter((l) => !found.includes(l))}`,
      );
  }
  console.log(
    `${name}: ${theirs.size} documents, ${same} findings the same (${ids.size} assertions), ${differing.length} documents differ; Saxon ${seconds.toFixed(1)} s, we ${(ours / 1000).toFixed(1)} s`,
  );
  for (const difference of differing.slice(0, 5)) console.log(`  ${difference.slice(0, 300)}`);
  for (const one of said) console.log(`  not evaluated: ${one}`);
  return differing.length;
}
