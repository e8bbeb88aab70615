/**
 * `node test/bench/schematron.js [volume.xml] [rounds]`, after `npm run build`: `teiscribe validate --checks schematron` against Saxon HE
 * with a stylesheet made of the schema beforehand, whole processes in turn. Needs `../shared` and Debian's libsaxonhe-java.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [volume = '../shared/gold/volumes/frus1977-80v21.xml', rounds = '5'] = process.argv.slice(2);
const SAXON = '/usr/share/java/Saxon-HE.jar';
const schemas = { 'frus.sch': '../shared/gold/schema/frus.sch', 'tei_all.rng': '../shared/schemas/tei_all.rng' };
const missing = [SAXON, volume, ...Object.values(schemas)].filter((path) => !existsSync(path));
if (missing.length > 0) console.log(`left out: ${missing.join(', ')} missing`);
else for (const [name, path] of Object.entries(schemas)) compare(name, path);

/** @param {string} name @param {string} path */
function compare(name, path) {
  const work = mkdtempSync(join(tmpdir(), 'bench-schematron-'));
  const schema = name.endsWith('.sch') ? join(work, name) : path;
  if (name.endsWith('.sch')) {
    // The schema asks the network for two lists: here they are empty files.
    const text = readFileSync(path, 'utf8').replaceAll('http://history.state.gov/services/volume-ids', 'none.xml');
    writeFileSync(schema, text.replace(/concat\('http:[^)]*\)/, "'images.xml'"));
    for (const list of ['volume-ids-snapshot.xml', 'images.xml']) writeFileSync(join(work, list), '<none/>');
  }
  const stylesheet = join(work, 'schema.xsl');
  const saxon = ['-cp', SAXON, 'net.sf.saxon.Transform'];
  spawnSync('java', [...saxon, `-s:${schema}`, '-xsl:test/schematron/to-xslt.xsl', `-o:${stylesheet}`]);
  const ours = [
    'bin/teiscribe.js',
    'validate',
    volume,
    '--checks',
    'schematron',
    '--schematron',
    schema,
    '--no-cache',
    '--reporter',
    'gnu',
  ];
  const theirs = [...saxon, `-s:${resolve(volume)}`, `-xsl:${stylesheet}`, `-o:${join(work, 'out.txt')}`];
  const pairs = Array.from({ length: Number(rounds) }, () => [timed(process.execPath, ours), timed('java', theirs)]);
  const ratios = pairs.map(([a = 1, b = 0]) => b / a).sort((a, b) => a - b);
  const middle = (/** @type {readonly number[]} */ list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
  const [us, them] = [middle(pairs.map(([a = 0]) => a)), middle(pairs.map(([, b = 0]) => b))];
  console.log(
    `${name}: we ${us.toFixed(2)} s, Saxon ${them.toFixed(2)} s; ${middle(ratios).toFixed(1)} times faster (${ratios[0]?.toFixed(1)} to ${ratios.at(-1)?.toFixed(1)})`,
  );
  rmSync(work, { recursive: true, force: true });
}

/** @param {string} command @param {readonly string[]} args */
function timed(command, args) {
  const begin = performance.now();
  spawnSync(command, args, { stdio: 'ignore' });
  return (performance.now() - begin) / 1000;
}
