/**
 * The command as it was built -> one file, dist/command/main.cjs, with the packages that it uses: finding and opening a
 * hundred modules takes longer than validating a letter. A part of `npm run build`. The library stays as it is.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

const OUT = 'dist/command';
const dist = resolve('dist');

/** What a module finds beside itself is beside its place in dist. @type {import('esbuild').Plugin} */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const inside = relative(dist, path);
      if (inside.startsWith('..')) return undefined;
      const place = `new URL(${JSON.stringify(`../${inside.replaceAll('\\', '/')}`)}, import.meta.url).href`;
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', place) };
    });
  },
};

/** What few runs have a use for, and takes long to load: it is loaded when something of it is first used. */
const LAZY = ['node:child_process', 'node:crypto'];

/** @type {import('esbuild').Plugin} */
const lazyBuiltins = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    for (const name of LAZY) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ path, namespace }) =>
        namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
      );
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'lazy' }, async () => {
        const uses = Object.keys(await import(name)).filter((use) => use !== 'default');
        const getters = uses.map((use) => `get ${use}() { return require('${name}').${use}; }`);
        return { contents: `module.exports = { ${getters.join(', ')} };` };
      });
    }
  },
};

const { metafile } = await build({
  entryPoints: { main: 'dist/cli/main.js', load: 'dist/cli/load-command.js' },
  outdir: OUT,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  // What stands in templates as it is typed becomes strings, which are written in ASCII.
  // A script that was compiled before cannot import; what it asks for later, it requires.
  supported: { 'template-literal': false, 'dynamic-import': false },
  // Names are kept: they are what an error shows.
  minifyWhitespace: true,
  minifySyntax: true,
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
    'minisearch',
    'picomatch',
    'xmlbuilder2',
  ],
  // For packages; what is ours has its own place above.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [places, lazyBuiltins],
  metafile: true,
});

// A text of ASCII alone is read in no time. What is left of other characters stands in regular expressions.
for (const file of Object.keys(metafile.outputs)) {
  const ascii = Array.from(readFileSync(file, 'utf8').split(''), (unit) => (unit > '\x7f' ? escaped(unit) : unit));
  writeFileSync(file, ascii.join(''));
}

/** @param {string} unit */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const folders = Object.keys(metafile.inputs).flatMap(
  (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
);
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
