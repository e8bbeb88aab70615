/**
 * `npm run bench [-- FILE] [--schema NAME|FILE.rng] [--rounds N]`: our validator against jing, whole processes in turn on
 * the same file with the same schema, and how fast it is once warm. The file is the seed's accepted TEI unless one is named.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { median, ratio, throughput, timeInTurn, verdict } from './measure.js';

/** The library as it was built; its types are those of the source, so that they can be checked before. @type {typeof import('../../src/index.js')} */
const library = await import(new URL('../../dist/index.js', import.meta.url).href);
const { BUILT_IN_SCHEMAS, compileGrammar, createSource, loadGrammar, scanXml, validateRelaxNg } = library;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { schema: { type: 'string', default: 'letter' }, rounds: { type: 'string', default: '15' } },
});
const file = positionals[0] ?? 'corpus/frus/tei/frus1961-63v06-d15.xml';
const { schema } = values;
const rounds = Number(values.rounds);
const rng = BUILT_IN_SCHEMAS[schema] ?? schema;
const text = readFileSync(file, 'utf8');

console.log(`${file}, ${Buffer.byteLength(text)} bytes; schema ${schema}; ${rounds} rounds`);
console.log(`Node.js ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
wholeProcess();
warm();

/** Start-up, reading and compiling the schema, and validating one file. */
function wholeProcess() {
  const ours = (/** @type {string} */ path) => ({
    name: 'teiscribe',
    command: process.execPath,
    args: ['bin/teiscribe.js', 'validate', path, '--schema', schema, '--checks', 'grammar'],
  });
  const jing = (/** @type {string} */ path) => ({ name: 'jing', command: 'jing', args: [rng, path] });
  const floor = { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] };
  const compared = spawnSync('jing', []).error === undefined;
  if (!compared) console.log('jing is not installed: no comparison');
  for (const path of compared ? [file, brokenCopy()] : []) {
    const [mine, peers] = [verdict(ours(path)), verdict(jing(path))];
    console.log(`verdict on ${path}: teiscribe ${mine}, jing ${peers}`);
    if (mine !== peers) throw new Error('the verdicts differ: times would mean nothing');
  }
  const timed = timeInTurn([ours(file), floor, ...(compared ? [jing(file)] : [])], rounds);
  for (const { name, seconds } of timed) console.log(`${name.padEnd(10)} ${median(seconds).toFixed(3)} s (median)`);
  const [mine, empty, peer] = timed;
  if (mine && peer) print('teiscribe / jing', ratio(mine, peer));
  if (empty && peer) print('node -e 0 / jing', ratio(empty, peer));
  if (mine && empty) print('teiscribe / node -e 0', ratio(mine, empty));
}

/** The file with an element in its last paragraph that no schema knows. */
function brokenCopy() {
  const at = text.lastIndexOf('</p>');
  const broken = `${text.slice(0, at)}<nothing/>${text.slice(at)}`;
  mkdirSync('build/bench', { recursive: true });
  writeFileSync('build/bench/broken.xml', broken);
  return 'build/bench/broken.xml';
}

function print(/** @type {string} */ name, /** @type {{ median: number, least: number, most: number }} */ found) {
  const [middle, least, most] = [found.median, found.least, found.most].map((value) => value.toFixed(2));
  console.log(`${name}: ${middle} (median of ${rounds} pairs; ${least} to ${most})`);
}

/** In one process: the schema compiled, the scanner alone, the scanner and the validator together. */
function warm() {
  const grammar = createSource(rng, readFileSync(rng, 'utf8'));
  const read = (/** @type {string} */ path) =>
    existsSync(path) ? createSource(path, readFileSync(path, 'utf8')) : undefined;
  const start = process.hrtime.bigint();
  const simple = loadGrammar(grammar, read, () => {});
  if (!simple) throw new Error(`${rng} is not a schema that can be used`);
  const automaton = compileGrammar(simple);
  const source = createSource(file, text);
  const bytes = Buffer.byteLength(text);
  const passes = Math.max(20, Math.ceil(4e6 / bytes));
  const ignore = () => {};
  const validateOnce = () => {
    const validation = validateRelaxNg(automaton, ignore);
    scanXml(source, validation.sink, ignore);
    validation.finish();
  };
  validateOnce();
  const first = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(`\nin one process: schema read, compiled and one pass ${first.toFixed(3)} s`);
  const scan = throughput(() => void scanXml(source, ignore, ignore), bytes, passes);
  console.log(
    `scanner, warm: ${scan.toFixed(1)} MB/s; scanner and validator, warm: ${throughput(validateOnce, bytes, passes).toFixed(1)} MB/s`,
  );
}
