/** Holds the program to its own rules: who may know whom, no cycles, sizes, names, and what code may not say. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeText, importsOf } from './code-text.js';

/** Rooms that a room may import, beside `source` and `diagnostic`, which every room may. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  source: [],
  diagnostic: [],
  transcript: [],
  document: ['transcript', 'authority'],
  authority: ['xml'],
  tei: ['document', 'xml'],
  xml: [],
  relaxng: ['xml'],
  schematron: ['xml'],
  profiles: ['transcript'],
  rebuild: ['xml', 'profiles'],
  rules: ['transcript', 'document', 'authority', 'rebuild', 'xml', 'profiles'],
  exporters: ['xml', 'profiles', 'rebuild'],
  reporters: ['xml'],
  evaluation: ['xml', 'document'],
};

/** Modules of Node.js that neither read nor write; all others are for the command line. */
const PURE_MODULES = ['node:url', 'node:util'];

/** What law 4 keeps from the stages: streams, environment, network, clock and chance. */
const OUTSIDE =
  /\b(?:process|console)\s*\.|\bfetch\s*\(|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bimport\.meta\.dirname\b/;

const TOP_LEVEL = [
  'action.yml',
  'bin',
  'corpus',
  'docs',
  'schemas',
  'src',
  'test',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
];
const CONFIGURATION = /^(?:\..*|(?:package|package-lock|biome|tsconfig(?:\.\w+)?)\.json|jest\.config\.js)$/;
const MADE = /^(?:node_modules|dist|build|coverage|.*\.tgz)$/;

const root = resolve('src');
const modules = filesBelow('src', '.ts').map((path) => {
  const text = readFileSync(path, 'utf8');
  return { path, room: roomOf(path), text, ...codeText(text), imports: importsOf(text) };
});

function filesBelow(folder: string, extension: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

/** The folder of `src` that a module lives in; a composition has none. */
function roomOf(path: string): string | undefined {
  const [room = '', ...below] = relative(root, resolve(path)).split(/[/\\]/);
  return below.length === 0 ? undefined : room;
}

/** The room that a relative import leads to. */
function target(path: string, from: string): string | undefined {
  return roomOf(join(dirname(path), from));
}

/** The source of the module that a relative import names. */
function moduleAt(path: string, from: string): string {
  return join(dirname(path), from).replaceAll('\\', '/').replace(/\.js$/, '.ts');
}

/** `path:line: text` of each place where the pattern matches code. */
function findings(pattern: RegExp, text: (module: (typeof modules)[number]) => string): readonly string[] {
  return modules.flatMap((module) =>
    text(module)
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) ? [`${module.path}:${i + 1}: ${(module.text.split('\n')[i] ?? '').trim()}`] : [],
      ),
  );
}

describe('who may know whom', () => {
  test('a room imports only the rooms that it may', () => {
    const wrong = modules.flatMap(({ path, room, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => target(path, from))
        .filter((to) => !mayImport(room, to))
        .map((to) => `${path} imports ${to ?? 'a composition'}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every room is in the table', () => {
    const rooms = new Set(modules.map(({ room }) => room).filter((room) => room !== undefined && room !== 'cli'));
    expect([...rooms].filter((room) => !Object.hasOwn(MAY_IMPORT, room ?? ''))).toEqual([]);
  });

  test('rooms do not import each other in a circle', () => {
    const graph = new Map<string, Set<string>>();
    for (const { path, room, imports } of modules) {
      // Types are gone when the program runs: a Diagnostic has a Place, and decoding makes Diagnostics.
      for (const { from, typesOnly } of imports) {
        const to = from.startsWith('.') ? target(path, from) : undefined;
        if (room === undefined || to === undefined || to === room || typesOnly) continue;
        graph.set(room, (graph.get(room) ?? new Set()).add(to));
      }
    }
    expect(circles(graph)).toEqual([]);
  });

  test('imports name an existing module, with its extension', () => {
    const paths = new Set(modules.map(({ path }) => path));
    // AssemblyScript names modules without an extension.
    const named = (path: string, from: string) => (path.includes('/assembly/') ? `${from}.js` : from);
    const wrong = modules.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('.'))
        .filter(({ from }) => !paths.has(moduleAt(path, named(path, from))))
        .map(({ from }) => `${path}: ${from}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only the command line does input and output', () => {
    const imports = modules
      .filter(({ room }) => room !== 'cli')
      .flatMap(({ path, imports }) => imports.map(({ from }) => ({ path, from })))
      .filter(({ from }) => from.startsWith('node:') && !PURE_MODULES.includes(from))
      .map(({ path, from }) => `${path}: ${from}`);
    expect(imports).toEqual([]);
    expect(findings(OUTSIDE, ({ bare, room }) => (room === 'cli' ? '' : bare))).toEqual([]);
  });

  test('packages are dependencies', () => {
    const { dependencies } = readPackage();
    const foreign = modules
      .flatMap(({ path, imports }) => imports.map(({ from }) => ({ path, from })))
      .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'));
    const name = (from: string) => (/^(?:@[^/]+\/)?[^/]+/.exec(from) ?? [''])[0];
    expect(foreign.filter(({ from }) => !Object.hasOwn(dependencies, name(from)))).toEqual([]);
    const used = new Set(foreign.map(({ from }) => name(from)));
    expect(Object.keys(dependencies).filter((dependency) => !used.has(dependency))).toEqual([]);
  });
});

function mayImport(room: string | undefined, to: string | undefined): boolean {
  if (room === 'cli') return true;
  if (to === 'cli') return false;
  if (room === undefined) return true;
  return to !== undefined && (to === room || ['source', 'diagnostic', ...(MAY_IMPORT[room] ?? [])].includes(to));
}

/** One circle, if there is any: `a -> b -> a`. */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' -> ');
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle !== undefined) return circle;
    }
    done.add(node);
    return undefined;
  };
  return [...graph.keys()].flatMap((node) => visit(node, []) ?? []).slice(0, 1);
}

function readPackage(): { readonly dependencies: Readonly<Record<string, string>> } {
  return JSON.parse(readFileSync('package.json', 'utf8'));
}

describe('what code may not say', () => {
  /** Exceptions, each with its reason beside it in the code. */
  const honest = (path: string) => (line: string) => !line.startsWith(`${path}:`);
  const table = 'src/diagnostic/messages.ts';
  const controlCharacters = 'src/reporters/visible.ts';

  test('no `any`', () => {
    expect(findings(/\bany\b/, ({ bare }) => bare).filter(honest(table))).toEqual([]);
  });

  test('no `!` that takes null away', () => {
    expect(findings(/[\w)\]]!(?!=)/, ({ bare }) => bare)).toEqual([]);
  });

  test('no `as` but `as const`', () => {
    const withoutImports = (bare: string) =>
      bare.replace(/^\s*(?:import|export)\b[^;'"]*\bfrom\b/gm, (found) => found.replace(/[^\n]/g, ' '));
    const found = findings(/(?<![.\w])as\s+(?!const\b)[\w{[(]/, ({ bare }) => withoutImports(bare));
    expect(found.filter(honest(table))).toEqual([]);
  });

  test('no comment that silences the compiler or the linter', () => {
    const found = findings(/@ts-(?:ignore|expect-error|nocheck)|biome-ignore/, ({ text }) => text);
    expect(found.filter(honest(table)).filter(honest(controlCharacters))).toEqual([]);
  });

  test('every field of an exported interface is readonly', () => {
    // A method, `name(...)`, or a signature is none.
    const found = modules.flatMap(({ path, bare }) =>
      [...bare.matchAll(/^export interface [^{]*\{([\s\S]*?)^\}/gm)].flatMap(([, body = '']) =>
        body
          .split('\n')
          .filter((line) => /^ {2}\w+\??:/.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('sizes and names', () => {
  const tests = filesBelow('test', '.ts');

  test('no file is above 400 lines', () => {
    const long = [...modules.map(({ path }) => path), ...tests]
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  test('files and folders are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
    const wrong = [...modules.map(({ path }) => path), ...tests].filter(
      (path) =>
        !path
          .replace(/(?:\.test)?\.ts$/, '')
          .split('/')
          .every((part) => kebab.test(part)),
    );
    expect(wrong).toEqual([]);
  });

  test('no folder or file for whatever has no home', () => {
    const homeless =
      /(?:^|\/)(?:common|misc|shared|lib)(?=\/|\.ts$)|(?:^|[/-])(?:utils?|helpers?|managers?|handlers?|processors?)(?=[/.-]|$)/;
    const all = [...filesBelow('src', ''), ...filesBelow('test', '')];
    expect(all.filter((path) => homeless.test(path))).toEqual([]);
  });

  test('a module opens with a sentence, unless it only exports others', () => {
    const declares = /^(?:export )?(?:async )?(?:function|const|let|interface|class|type \w+(?:<.*>)? =)/m;
    const silent = modules.filter(({ text, bare }) => !text.startsWith('/**') && declares.test(bare));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('the top level is what it was', () => {
    const entries = readdirSync('.').filter((name) => !MADE.test(name) && !CONFIGURATION.test(name));
    expect(entries.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
    expect(TOP_LEVEL.filter((name) => !entries.includes(name))).toEqual([]);
  });
});

describe('diagnostics', () => {
  test('every code has a page, and every page a code', async () => {
    const paths = modules.map(({ path }) => path).filter((path) => /(?:^|[/-])messages\.ts$/.test(path));
    const codes: string[] = [];
    for (const path of paths) codes.push(...(await codesIn(path)));
    codes.sort();
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    const pages = filesBelow('docs/diagnostics', '.md').map((path) => path.slice('docs/diagnostics/'.length, -3));
    expect({ withoutPage: codes.filter((code) => !pages.includes(code)) }).toEqual({ withoutPage: [] });
    expect({ withoutCode: pages.filter((page) => !codes.includes(page)) }).toEqual({ withoutCode: [] });
  });

  test('every page has a title, why, what to do, and an example', () => {
    const wrong = filesBelow('docs/diagnostics', '.md').filter((path) => {
      const page = readFileSync(path, 'utf8');
      const title = `# ${path.slice('docs/diagnostics/'.length, -3)}\n`;
      return !page.startsWith(title) || !['## Why', '## What to do', '## Example'].every((part) => page.includes(part));
    });
    expect(wrong).toEqual([]);
  });
});

/** The codes of all catalogues that a module exports. */
async function codesIn(path: string): Promise<readonly string[]> {
  const exported: Readonly<Record<string, unknown>> = await import(`../${path.replace(/\.ts$/, '.js')}`);
  return Object.values(exported).flatMap((value) => {
    const codes = typeof value === 'object' && value !== null && 'codes' in value ? value.codes : undefined;
    return codes instanceof Map ? [...codes.keys()] : [];
  });
}
