/**
 * `npm run bench [-- --rounds N] [--only TEXT] [--large]`: our validator against jing, on the work that there are targets
 * for. `--only` takes the rows whose name holds the text; `--large` adds the gigabyte. How it is measured: docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { cpus } from 'node:os';
import { delimiter } from 'node:path';
import { parseArgs } from 'node:util';
import { corpus, schemas, writeGigabyte } from './corpus.js';
import { isInstalled, median, numberFrom, peakMemory, ratio, timeInTurn, verdict } from './measure.js';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, only: { type: 'string', default: '' }, large: { type: 'boolean' } },
});
const { small, broken, dense, volumes, areGold } = corpus();
const { letter, teiAll, frus } = schemas;
/** What conversion makes of the first document of the corpus; an edition.json lies above it. */
const SEED_TEI = 'corpus/frus/tei/frus1961-63v06-d15.xml';
const work = areGold ? '14 gold volumes' : '14 made volumes';

/**
 * @typedef {{ readonly name: string, readonly files: readonly string[], readonly schema: import('./corpus.js').Schema, readonly target: number, readonly rounds: number, readonly threads?: number }} Row
 * @type {readonly Row[]}
 */
const rows = [
  { name: 'small file', files: [small], schema: letter, target: 4, rounds: 21 },
  { name: 'small file', files: [small], schema: teiAll, target: 6, rounds: 15 },
  { name: 'the TEI of the seed, with its settings', files: [SEED_TEI], schema: letter, target: 4, rounds: 15 },
  { name: 'small broken file', files: [broken], schema: letter, target: 4, rounds: 7 },
  { name: work, files: volumes, schema: areGold ? frus : letter, target: 3, rounds: 5 },
  { name: work, files: volumes, schema: teiAll, target: 3, rounds: 5 },
  { name: `${work}, 2 threads`, files: volumes, schema: areGold ? frus : letter, target: 4, rounds: 5, threads: 2 },
  { name: `${work}, 2 threads`, files: volumes, schema: teiAll, target: 4, rounds: 5, threads: 2 },
  { name: 'dense file', files: [dense], schema: teiAll, target: 2, rounds: 7 },
];

const hasJing = isInstalled('jing');
console.log(`Node.js ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
if (!hasJing) console.log('jing is not installed: no comparison');
if (!areGold) console.log('../shared is not there: volumes are made here');
console.log(
  '\nwhole processes, times faster than jing: target, wall time as the median of pairs (least to most), time of all cores',
);
for (const row of rows) if (isWanted(row.name, row.schema)) wholeProcess(row);
conversion();
if (hasJing) {
  warm(teiAll.path);
  memory(teiAll.path);
}
if (values.large) gigabyte();

/** @param {string} name @param {import('./corpus.js').Schema} schema */
function isWanted(name, schema) {
  const title = `${name}, ${schema.name}`;
  if (!title.includes(values.only)) return false;
  if (existsSync(schema.path)) return true;
  console.log(`${title}: skipped, ${schema.path} is not there`);
  return false;
}

/** @param {readonly string[]} files @param {string} schema @param {number} [threads] */
function teiscribe(files, schema, threads = 1) {
  const name = schema === letter.path ? letter.name : schema;
  const options = ['--schema', name, '--checks', 'grammar', '--reporter', 'gnu'];
  const more = threads > 1 ? ['--threads', `${threads}`] : [];
  return {
    name: 'teiscribe',
    command: process.execPath,
    args: ['bin/teiscribe.js', 'validate', '--no-cache', ...files, ...options, ...more],
  };
}

/** @param {readonly string[]} files @param {string} schema */
function jing(files, schema) {
  return { name: 'jing', command: 'jing', args: [...(schema.endsWith('.rnc') ? ['-c'] : []), schema, ...files] };
}

/** Start-up, reading the schema or its compiled form, and validating the files. @param {Row} row */
function wholeProcess({ name, files, schema, target, rounds: usual, threads }) {
  const rounds = Number(values.rounds ?? usual);
  const ours = teiscribe(files, schema.path, threads);
  const peer = jing(files, schema.path);
  const floor = { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] };
  const title = `${name}, ${schema.name}`.padEnd(36);
  if (!hasJing) {
    const [mine] = timeInTurn([ours], rounds);
    console.log(`${title} ${median(mine?.seconds ?? []).toFixed(2)} s`);
    return;
  }
  const [mine, theirs] = [verdict(ours), verdict(peer)];
  if (mine !== theirs) {
    console.log(`${title} the verdicts differ: no figure\n  teiscribe: ${mine}\n  jing: ${theirs}`);
    process.exitCode = 1;
    return;
  }
  const [us, them, none] = timeInTurn([ours, peer, floor], rounds);
  if (!us || !them || !none) return;
  const [a, b, empty] = [us.seconds, them.seconds, none.seconds];
  const cpu = us.cpu.length === 0 ? '' : `; cpu ${ratio(them.cpu, us.cpu).median.toFixed(1)}`;
  const times = ratio(b, a);
  const [middle, least, most] = [times.median, times.least, times.most].map((value) => value.toFixed(1));
  console.log(
    `${title} ${target.toFixed(1)}  ${middle} (${least} to ${most}), ${rounds} pairs; ` +
      `${median(a).toFixed(2)} s against ${median(b).toFixed(2)} s${cpu}; node -e 0 ${ratio(b, empty).median.toFixed(1)}; ${mine.split(':')[0]}`,
  );
}

/**
 * Converting the transcriptions of the gold volumes and validating their TEI, in one process, against validating the gold alone.
 * `--only conversion` also writes the TEI to files, for the time that takes.
 */
function conversion() {
  const title = 'conversion and validation of the transcriptions of 14 volumes';
  if (!title.includes(values.only)) return;
  const renderer = '../shared/eval/render_gold.py';
  const raw = 'build/bench/transcriptions';
  if (!areGold || !existsSync(renderer) || !isInstalled('python3')) {
    console.log(`\n${title}: skipped, ../shared or python3 is not there`);
    return;
  }
  if (!existsSync(raw)) spawnSync('python3', [renderer, ...volumes, '--out', raw]);
  const cores = `${Math.min(cpus().length, 4)}`;
  const options = ['--threads', cores, '--encoding', 'frus', '--checks', 'grammar', '--no-cache', '--reporter', 'gnu'];
  const ours = {
    name: 'teiscribe',
    command: process.execPath,
    args: ['bin/teiscribe.js', 'validate', raw, ...options],
  };
  const write = [
    '--threads',
    cores,
    '--encoding',
    'frus',
    '--force',
    '--out-dir',
    'build/bench/tei',
    '--reporter',
    'gnu',
  ];
  const files = { ...ours, args: ['bin/teiscribe.js', 'convert', raw, ...write] };
  const rounds = Number(values.rounds ?? 5);
  const runs = [ours, ...(values.only === '' ? [] : [files]), ...(hasJing ? [jing(volumes, frus.path)] : [])];
  const timed = timeInTurn(runs, rounds).map(({ seconds }) => seconds);
  const [mine = []] = timed;
  const written = values.only === '' ? '' : `; writing files as well ${median(timed[1] ?? []).toFixed(2)} s`;
  const times = hasJing ? ratio(timed.at(-1) ?? [], mine) : undefined;
  console.log(
    `\n${title}, ${cores} threads: target 1.0${times ? `, ${times.median.toFixed(2)} times faster than jing on the gold (${times.least.toFixed(2)} to ${times.most.toFixed(2)})` : ''}; ` +
      `${median(mine).toFixed(2)} s${hasJing ? ` against ${median(timed.at(-1) ?? []).toFixed(2)} s` : ''}${written}`,
  );
}

/** Both in one process each, which has done the same before; processes in turn. @param {string} schema */
function warm(schema) {
  const title = 'warm, one volume, TEI All';
  if (!title.includes(values.only) || !existsSync(schema)) return;
  const jars = ['/usr/share/java/jing.jar', '/usr/share/java/xercesImpl.jar'];
  mkdirSync('build/bench', { recursive: true });
  const compile = ['-cp', jars.join(delimiter), '-d', 'build/bench', 'test/bench/HotJing.java'];
  if (!jars.every(existsSync) || spawnSync('javac', compile, { stdio: 'ignore' }).status !== 0) {
    console.log(`\n${title}: skipped, javac or jing.jar is not there`);
    return;
  }
  const seconds = '8';
  for (const [name, file] of /** @type {const} */ ([
    ['one volume', volumes.at(-1) ?? ''],
    ['dense file', dense],
  ])) {
    const hotJing = ['-cp', ['build/bench', ...jars].join(delimiter), 'HotJing', schema, seconds, file];
    /** @type {number[]} */
    const ours = [];
    /** @type {number[]} */
    const theirs = [];
    for (let round = 0; round < Number(values.rounds ?? 5); round++) {
      ours.push(
        numberFrom({ name: 'hot', command: process.execPath, args: ['test/bench/hot.js', schema, seconds, file] }),
      );
      theirs.push(numberFrom({ name: 'hot jing', command: 'java', args: hotJing }));
    }
    const times = ratio(ours, theirs);
    console.log(
      `\nwarm, in one process, ${name}, TEI All: target 1.3, ${times.median.toFixed(2)} times hot jing (${times.least.toFixed(2)} to ${times.most.toFixed(2)}); ` +
        `${median(ours).toFixed(0)} MB/s against ${median(theirs).toFixed(0)} MB/s`,
    );
  }
}

/** @param {string} schema */
function memory(schema) {
  const title = `peak memory, ${work}`;
  if (!title.includes(values.only) || !existsSync(schema)) return;
  const [ours, theirs] = [peakMemory(teiscribe(volumes, schema)), peakMemory(jing(volumes, schema))];
  if (ours === undefined || theirs === undefined) console.log(`\n${title}: skipped, /usr/bin/time is not there`);
  else
    console.log(
      `\n${title}, TEI All: target below 0.5, ${(ours / theirs).toFixed(2)} of jing's; ${ours.toFixed(0)} MB against ${theirs.toFixed(0)} MB`,
    );
}

function gigabyte() {
  const path = 'build/bench/gigabyte.xml';
  if (!existsSync(path)) {
    const handle = openSync(path, 'w');
    writeGigabyte((text) => writeSync(handle, text));
    closeSync(handle);
  }
  const peak = peakMemory(teiscribe([path], existsSync(teiAll.path) ? teiAll.path : letter.path));
  console.log(
    `\n1 GB, streamed: target below 200 MB, ${peak === undefined ? 'not measured' : `${peak.toFixed(0)} MB`}`,
  );
}
