/** The schemas that ship with the program -> their compiled forms in dist/schemas, so that no run has to read their text, and what the documents of the corpus teach of them: a part of `npm run build`. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';

/** The program as it was built; its types are those of the source. @type {typeof import('../../src/index.js')} */
const { BUILT_IN_SCHEMAS, compileGrammar, createSource, loadGrammar, scanXml, validateRelaxNg } = await import(
  new URL('../../dist/index.js', import.meta.url).href
);
/** @type {typeof import('../../src/cli/schema-cache.js')} */
const { COMPILED_SCHEMAS, compileSchema } = await import(
  new URL('../../dist/cli/schema-cache.js', import.meta.url).href
);
/** @type {typeof import('../../src/cli/learnt-record.js')} */
const { shippedLearntOf } = await import(new URL('../../dist/cli/learnt-record.js', import.meta.url).href);
/** @type {typeof import('../../src/cli/edition-check.js')} */
const { COMPILED_CHECK } = await import(new URL('../../dist/cli/edition-check.js', import.meta.url).href);
/** @type {typeof import('../../src/cli/quick-sum.js')} */
const { sumOf } = await import(new URL('../../dist/cli/quick-sum.js', import.meta.url).href);

rmSync(COMPILED_SCHEMAS, { recursive: true, force: true });
mkdirSync(COMPILED_SCHEMAS, { recursive: true });
const documents = readdirSync('corpus', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xml'))
  .sort()
  .map((name) => createSource(name, readFileSync(`corpus/${name}`, 'utf8')));
const ignore = () => {};
for (const path of Object.values(BUILT_IN_SCHEMAS)) {
  const source = createSource(path, readFileSync(path, 'utf8'));
  const grammar = loadGrammar(
    source,
    () => undefined,
    ({ message }) => {
      throw new Error(`${path}: ${message}`);
    },
  );
  if (!grammar) throw new Error(`${path} is not a schema that can be used`);
  const { name, bytes } = compileSchema(source, grammar);
  writeFileSync(`${COMPILED_SCHEMAS}/${name}`, bytes);
  const automaton = compileGrammar(grammar);
  for (const document of documents) scanXml(document, validateRelaxNg(automaton, ignore).sink, ignore);
  const learnt = shippedLearntOf(name.replace('.schema', ''), automaton);
  writeFileSync(`${COMPILED_SCHEMAS}/${learnt.name}`, learnt.bytes);
}

const settings = readFileSync('schemas/edition.schema.json');
const ajv = new Ajv2020({ code: { source: true } });
const check = ajv.compile(JSON.parse(`${settings}`));
buildSync({
  stdin: {
    contents: `${standaloneCode.default(ajv, check)}\nmodule.exports = { check: validate20, of: ${sumOf(settings)} };`,
    resolveDir: '.',
  },
  outfile: COMPILED_CHECK,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  minify: true,
});
