/**
 * The command as it was built -> two files with the packages that it uses: finding and opening a hundred modules takes longer
 * than validating a letter. dist/command/main.cjs has what every run of `validate` needs, dist/command/more.cjs the rest,
 * which is loaded when something of it is first asked for. A part of `npm run build`. The library stays as it is.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix, relative, resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const OUT = 'dist/command';
const dist = resolvePath('dist');

/** All modules that the command reaches: what they import at once, and what later. @type {Awaited<ReturnType<typeof modulesOf>>} */
let modules = new Map();

/** What a run that validates a document goes through; all that these import is needed as well. */
const MAIN = [
  'dist/cli/main.js',
  'dist/cli/run.js',
  'dist/cli/commands/index.js',
  'dist/cli/run-validation.js',
  'dist/reporters/index.js',
  'dist/validate.js',
];

/** What is in the first file, but takes long to begin with: it does when something of it is asked for. */
const LATER = [
  'dist/cli/located-json.js',
  'dist/profiles/registry.js',
  'dist/reporters/excerpt.js',
  'dist/tei/encodings/index.js',
];

/** Imported like anything else, but few runs of `validate` need it: it begins when something of it is first used. */
const LATE = [
  'dist/cli/commands/convert.js',
  'dist/cli/commands/evaluate.js',
  'dist/cli/commands/explain.js',
  'dist/cli/commands/export.js',
  'dist/cli/commands/init.js',
  'dist/cli/commands/list.js',
  'dist/cli/commands/preview.js',
  'dist/cli/commands/schema.js',
  'dist/cli/conversion-record.js',
  'dist/cli/messages.js',
  'dist/cli/near-name.js',
  'dist/relaxng/begin-anew.js',
  'dist/relaxng/byte-answers.js',
  'dist/relaxng/datatypes/binaries.js',
  'dist/relaxng/datatypes/date-times.js',
  'dist/relaxng/datatypes/durations.js',
  'dist/relaxng/datatypes/facets.js',
  'dist/relaxng/datatypes/name-characters.js',
  'dist/relaxng/datatypes/numbers.js',
  'dist/relaxng/datatypes/qualified-names.js',
  'dist/relaxng/datatypes/regex-blocks.js',
  'dist/relaxng/describe-element.js',
  'dist/relaxng/element-mistakes.js',
  'dist/relaxng/learnt-writer.js',
  'dist/relaxng/look-up-messages.js',
  'dist/relaxng/messages.js',
  'dist/relaxng/validation-messages.js',
  'dist/source/messages.js',
  'dist/relaxng/value-mistakes.js',
  'dist/xml/dtd-declarations.js',
  'dist/xml/dtd-reader.js',
  'dist/xml/scan-bytes.js',
  'dist/xml/xinclude.js',
];

/** The same, and it stands in the second file: what reads and writes schemas, which are kept compiled. */
const RARE = ['dist/relaxng/compiled-writer.js', 'dist/relaxng/load.js', 'dist/relaxng/read-annotations.js'];

/** The same for parts of Node.js, which take long to load. */
const LAZY = ['node:child_process', 'node:crypto', 'node:module', 'node:url', 'node:v8'];

/** What a module finds beside itself is beside its place in dist. @type {import('esbuild').Plugin} */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/, namespace: 'file' }, ({ path }) => ({ contents: watched(path) + placed(path) }));
  },
};

/** A module that not every run asks for says when it begins. */
function watched(/** @type {string} */ path) {
  const name = nameOf(path);
  const isAsked = LATE.includes(name) || LATER.includes(name) || laterInMore.has(name);
  return isAsked ? `begun.push(${[...modules.keys()].indexOf(name)});` : '';
}

/** @param {string} path */
function placed(path) {
  const text = readFileSync(path, 'utf8');
  const inside = relative(dist, path);
  if (inside.startsWith('..')) return text;
  const place = `../${inside.replaceAll('\\', '/')}`;
  return text
    .replaceAll(
      /\bfileURLToPath\(new URL\((`[^`]*`|'[^']*'), import\.meta\.url\)\)/g,
      (_, path) => `besideBundle(${JSON.stringify(posix.dirname(place))}, ${path})`,
    )
    .replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, bundle.url).href`);
}

/** In: a part of Node.js. Out: what is imported of it; undefined where that cannot be told. */
function askedOf(/** @type {string} */ name) {
  /** @type {Set<string>} */
  const asked = new Set();
  for (const file of [...modules.keys()].filter((each) => existsSync(each))) {
    const text = readFileSync(file, 'utf8');
    for (const [, quote] of text.matchAll(new RegExp(`(['"])${name}\\1`, 'g'))) {
      const imported = new RegExp(`import \\{([^}]*)\\} from ${quote}${name}${quote}`).exec(text)?.[1];
      if (imported === undefined) return undefined;
      for (const use of imported.split(',')) asked.add(use.trim());
    }
  }
  return asked.size === 0 ? undefined : asked;
}

/** @type {import('esbuild').Plugin} */
const lazyBuiltins = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    for (const name of LAZY) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ path, namespace }) =>
        namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
      );
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'lazy' }, async () => {
        const asked = askedOf(name);
        const uses = Object.keys(await import(name)).filter((use) => asked?.has(use) ?? use !== 'default');
        const getters = uses.map((use) => `get ${use}() { return require('${name}').${use}; }`);
        return { contents: `module.exports = { ${getters.join(', ')} };` };
      });
    }
  },
};

/** @type {import('esbuild').BuildOptions & { metafile: true, banner: { js: string } }} */
const options = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  // What stands in templates as it is typed becomes strings, which are written in ASCII.
  // A script that was compiled before cannot import; what it asks for later, it requires.
  supported: { 'template-literal': false, 'dynamic-import': false },
  // Long names take time to read and to make again of what V8 has kept. An error shows file, line and column all the same.
  minify: true,
  legalComments: 'none',
  // Some packages hide what they need from a bundler, but in the form that is made for one.
  mainFields: ['module', 'main'],
  // Of no use to most runs: each is loaded from its own package when it is asked for. They can be required; not all packages can.
  external: [
    'chokidar',
    'csv-stringify',
    'diff',
    'docx',
    'fast-xml-parser',
    'fflate',
    'fontoxpath',
    'image-size',
    'minisearch',
    'picomatch',
    'xmlbuilder2',
  ],
  // For packages; what is ours has its own place above.
  define: { 'import.meta.url': 'bundle.url' },
  banner: {
    js: [
      "const bundle = { get url() { return require('node:url').pathToFileURL(__filename).href; } };",
      'const begun = [];',
      "const besideBundle = (from, path) => require('node:path').join(__dirname, from, path);",
    ].join('\n'),
  },
  metafile: true,
};

modules = await modulesOf(MAIN[0]);
const atOnce = closureOf(MAIN, LATE);
const inMain = closureOf([...MAIN, ...LATER]);
/** @param {string} path */
const nameOf = (path) => relative('.', path).replaceAll('\\', '/');

/** In main.cjs: what is late or rare is had when it is used. @type {import('esbuild').Plugin} */
const whenUsed = {
  name: 'when-used',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ path, kind, pluginData, ...rest }) => {
      if (kind !== 'import-statement' || pluginData === 'asked') return undefined;
      const name = nameOf((await resolve(path, { kind, ...rest, pluginData: 'asked' })).path);
      return [...LATE, ...RARE].includes(name) ? { path: name, namespace: 'when-used' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'when-used' }, async ({ path }) => {
      const from = RARE.includes(path) ? `more:${path}` : `./${path}`;
      const getters = (await usesOf(path)).map((use) => `get ${use}() { return require('${from}').${use}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };`, resolveDir: '.' };
    });
  },
};

/** In main.cjs: what is imported later and is not in it, is in more.cjs. @type {import('esbuild').Plugin} */
const fromMore = {
  name: 'from-more',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path, kind, pluginData, ...rest }) => {
      if (path.startsWith('more:')) return { path, external: true };
      if (kind !== 'dynamic-import' || pluginData === 'asked') return undefined;
      const found = await resolve(path, { kind, ...rest, pluginData: 'asked' });
      if (found.external || inMain.has(nameOf(found.path))) return found;
      return { path: `more:${nameOf(found.path)}`, external: true };
    });
  },
};

/** In more.cjs: what is in main.cjs is had from there, so that there is one of each. @type {import('esbuild').Plugin} */
const fromMain = {
  name: 'from-main',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path, kind, pluginData, ...rest }) => {
      if (kind === 'entry-point' || pluginData === 'asked') return undefined;
      const found = await resolve(path, { kind, ...rest, pluginData: 'asked' });
      if (found.external || !inMain.has(nameOf(found.path))) return found;
      return { path: `main:${nameOf(found.path)}`, external: true };
    });
  },
};

const laterInMore = new Set(
  [...modules].flatMap(([name, { later }]) => (inMain.has(name) ? later.filter((other) => !inMain.has(other)) : [])),
);
const askedOfMain = new Set(
  [...modules].flatMap(([name, { imports, later }]) =>
    inMain.has(name) ? [] : [...imports, ...later].filter((other) => inMain.has(other)),
  ),
);

/** What the loader calls; to put this around the text when it is loaded would make a second one of it. */
const asFunction = {
  banner: { js: `(function(exports,require,module,__filename,__dirname){\n${options.banner.js}` },
  footer: { js: '})' },
};

const outputs = [
  await build({
    ...options,
    ...asFunction,
    outfile: `${OUT}/main.cjs`,
    stdin: { contents: await mainEntry(), resolveDir: '.', sourcefile: 'main.js' },
    plugins: [places, lazyBuiltins, whenUsed, fromMore],
  }),
  await build({
    ...options,
    ...asFunction,
    outfile: `${OUT}/more.cjs`,
    stdin: { contents: moreEntry(), resolveDir: '.', sourcefile: 'more.js' },
    plugins: [places, lazyBuiltins, fromMain],
  }),
  await build({
    ...options,
    outfile: `${OUT}/load.cjs`,
    entryPoints: ['dist/cli/load-command.js'],
    plugins: [places, lazyBuiltins],
  }),
];

/** What is asked of each module stands in a function, so that nothing is made before it is asked. */
async function mainEntry() {
  const names = [...askedOfMain].sort();
  const given = await Promise.all(
    names.map(async (name, index) => {
      if (!atOnce.has(name)) return `${JSON.stringify(name)}: () => require('./${name}')`;
      const uses = (await usesOf(name)).map((use) => `${JSON.stringify(use)}: m${index}.${use}`);
      return `${JSON.stringify(name)}: () => ({ ${uses.join(', ')} })`;
    }),
  );
  return [
    ...names.map((name, index) => (atOnce.has(name) ? `import * as m${index} from './${name}';` : '')),
    `export { main, work } from './${MAIN[0]}';`,
    `export const modules = { ${given.join(',\n')} };`,
    'const now = begun; export { now as begun };',
  ].join('\n');
}

/** @param {string} name */
async function usesOf(name) {
  return Object.keys(await import(pathToFileURL(name).href));
}

function moreEntry() {
  const given = [...laterInMore].sort().map((name) => `${JSON.stringify(name)}: () => require('./${name}')`);
  return `export const modules = { ${given.join(',\n')} }; const now = begun; export { now as begun };`;
}

/** All modules that can be reached: what they import at once, and what later. @param {string | undefined} entry */
async function modulesOf(entry = '') {
  const { metafile } = await build({
    ...options,
    entryPoints: [entry],
    outdir: OUT,
    write: false,
    plugins: [lazyBuiltins],
  });
  return new Map(
    Object.entries(metafile.inputs).map(([name, { imports }]) => {
      const inside = imports.filter(({ external, path }) => !external && !path.startsWith('lazy:'));
      /** @param {boolean} isLater */
      const paths = (isLater) =>
        inside
          .filter(({ kind, path }) => (kind === 'dynamic-import' || RARE.includes(path)) === isLater)
          .map(({ path }) => path);
      return [name, { imports: paths(false), later: paths(true) }];
    }),
  );
}

/** @param {readonly string[]} names @param {readonly string[]} without */
function closureOf(names, without = []) {
  const found = new Set(names);
  for (const name of found) {
    for (const other of modules.get(name)?.imports ?? []) if (!without.includes(other)) found.add(other);
  }
  return found;
}

// A text of ASCII alone is read in no time. What is left of other characters stands in regular expressions.
for (const file of outputs.flatMap(({ metafile }) => Object.keys(metafile.outputs))) {
  const ascii = Array.from(readFileSync(file, 'utf8').split(''), (unit) => (unit > '\x7f' ? escaped(unit) : unit));
  writeFileSync(file, ascii.join(''));
}

/** @param {string} unit */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const folders = outputs
  .flatMap(({ metafile }) => Object.keys(metafile.inputs))
  .flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
const notices = [...new Set(folders)].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(`${folder}/${file}`, 'utf8').trim();
  return `${name} ${version}\n\n${text}\n`;
});
writeFileSync(
  `${OUT}/licences.txt`,
  `The command holds these packages, under these licences.\n\n${notices.join(`\n${'-'.repeat(72)}\n\n`)}`,
);
