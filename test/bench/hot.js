/** How fast the library is once it is warm: SCHEMA SECONDS FILE... -> the median of MB (10^6 bytes) a second over the second half of the passes. */
import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { median } from './measure.js';

/** The library as it was built; its types are those of the source. @type {typeof import('../../src/index.js')} */
const library = await import(new URL('../../dist/index.js', import.meta.url).href);
const { compileGrammar, createSource, decodeSource, loadGrammar, scanBytes, scanXml, utf8Parts, validateRelaxNg } =
  library;

const [schema = '', seconds = '', ...paths] = process.argv.slice(2);
const ignore = () => {};
const read = (/** @type {string} */ path) =>
  existsSync(path) ? createSource(path, readFileSync(path, 'utf8')) : undefined;
const grammar = loadGrammar(createSource(schema, readFileSync(schema, 'utf8')), read, ignore);
if (!grammar) throw new Error(`${schema} is not a schema that can be used`);
const automaton = compileGrammar(grammar);
const files = paths.map((path) => ({ path, bytes: readFileSync(path) }));
const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** As the command does it. @param {string} path @param {Buffer} bytes */
function byBytes(path, bytes) {
  if (!isUtf8(bytes)) return false;
  const source = createSource(path, () => bytes.toString());
  const { sink, plain, finish } = validateRelaxNg(automaton, ignore);
  const isDone = scanBytes(source, utf8Parts(bytes), { event: sink, plain }, ignore);
  if (isDone) finish();
  return isDone;
}

/** @param {string} path @param {Buffer} bytes */
function byEvents(path, bytes) {
  const source = decodeSource(path, bytes, ignore);
  if (!source) throw new Error(`${path} cannot be read`);
  const validation = validateRelaxNg(automaton, ignore);
  if (scanXml(source, validation.sink, ignore)) validation.finish();
}

/** @type {number[]} */
const rates = [];
const begun = process.hrtime.bigint();
while (rates.length < 4 || Number(process.hrtime.bigint() - begun) / 1e9 < Number(seconds)) {
  const start = process.hrtime.bigint();
  for (const { path, bytes } of files) {
    if (!byBytes(path, bytes)) byEvents(path, bytes);
  }
  rates.push(size / 1e6 / (Number(process.hrtime.bigint() - start) / 1e9));
}
console.log(median(rates.slice(rates.length >> 1)));
