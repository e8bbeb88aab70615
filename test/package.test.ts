/** The package, packed and installed in an empty folder, works as a command and as a library, and holds nothing needless. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const SEED = 'corpus/frus/transcriptions/frus1961-63v06-d15.txt';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'teiscribe-package-'));
const home = join(folder, 'home');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** On Windows npm and npx are scripts, which only a shell starts. */
function run(command: string, args: readonly string[], cwd: string) {
  const shell = process.platform === 'win32' && command !== process.execPath;
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell, timeout: 120_000 });
  return { status, stdout, stderr };
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

// Scripts would build again what `npm test` has just built.
const pack = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.');
const [packed]: readonly Packed[] = pack.status === 0 ? JSON.parse(pack.stdout) : [];
if (!packed) throw new Error(`npm pack failed:\n${pack.stderr}`);

cpSync(SEED, join(home, 'd15.txt'), { recursive: true });
writeFileSync(join(home, 'package.json'), '{ "name": "home", "private": true, "type": "module" }\n');
const install = run(
  'npm',
  ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', join(folder, packed.filename)],
  home,
);
const unreachable = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTCACHED|ENETUNREACH/.test(install.stderr);
const installed = install.status !== 0 && unreachable ? test.skip : test;
const note = installed === test.skip ? ' (skipped: the registry cannot be reached)' : '';

describe('what is packed', () => {
  const paths = packed.files.map(({ path }) => path);

  test('is the program, its schemas, its pages, and what every package has', () => {
    const kinds = [
      /^dist\/[a-z0-9/-]+(?:\.d\.ts|\.js)$/,
      /^dist\/command\/(?:(?:main|more|load)\.cjs|licences\.txt)$/,
      /^dist\/schemas\/(?:[0-9a-f]{40}\.(?:schema|learnt)|edition\.cjs)$/,
      /^schemas\/[a-z0-9-]+(?:\.schema\.json|\.rng|\.rnc|\.odd|\.sch)$/,
      /^schemas\/README\.md$/,
      /^docs\/[a-z0-9/-]+\.md$/,
      /^(?:bin\/(?:teiscribe\.js|package\.json)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
    ];
    expect(paths.filter((path) => !kinds.some((kind) => kind.test(path)))).toEqual([]);
    for (const path of [
      'bin/teiscribe.js',
      'dist/command/main.cjs',
      'dist/index.js',
      'dist/index.d.ts',
      'schemas/letter.rng',
      'LICENSE',
    ])
      expect(paths).toContain(path);
  });

  test('leaves out what only those who change the program need', () => {
    const needless =
      /^(?:src|test|corpus|\.ci|build)\/|^docs\/(?:architecture|contributing|benchmarks)\.md$|\.map$|tsconfig/;
    expect(paths.filter((path) => needless.test(path))).toEqual([]);
  });

  test('has the types of what can be imported, and no others', () => {
    const types = paths.filter((path) => path.endsWith('.d.ts'));
    expect(types).toContain('dist/diagnostic/diagnostic.d.ts');
    expect(types).not.toContain('dist/document/letter-closer.d.ts');
  });

  test('is small', () => {
    // The command is in it twice: as modules, for the library, and as one file, which starts in half the time.
    expect(packed.size).toBeLessThan(1_700_000);
  });
});

test('the lock file has the optional packages of all platforms, without which npm ci refuses it', () => {
  interface Locked {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

describe('installed in an empty folder', () => {
  installed(`the command says its version${note}`, () => {
    expect(install).toMatchObject({ status: 0 });
    expect(run('npx', ['--no-install', 'teiscribe', '--version'], home)).toMatchObject({
      status: 0,
      stdout: `${version}\n`,
    });
  });

  installed(`the command converts a transcription, and finds it valid and complete${note}`, () => {
    const command = join(home, 'node_modules/teiscribe/bin/teiscribe.js');
    const converted = run(process.execPath, [command, 'convert', 'd15.txt', '-o', 'd15.xml'], home);
    expect(converted).toMatchObject({ status: 0, stdout: '' });
    expect(run(process.execPath, [command, 'validate', 'd15.xml', '--against', 'd15.txt'], home).status).toBe(0);
    expect(readFileSync(join(home, 'd15.xml'), 'utf8')).toContain('<floatingText ');
  });

  installed(`the library converts, from JavaScript${note}`, () => {
    const script = `
      import { convert, createSource, gatherDiagnostics, serializeXml } from 'teiscribe';
      const gathered = gatherDiagnostics();
      const { tei } = convert(createSource('a.txt', 'Dear Ada,\\n\\nAll is well.\\n\\nYours, B.'), {}, gathered.report);
      console.log(serializeXml(tei).includes('All is well.'), gathered.list().filter((d) => d.severity === 'error').length);
    `;
    writeFileSync(join(home, 'use.js'), script);
    expect(run(process.execPath, ['use.js'], home)).toMatchObject({ status: 0, stdout: 'true 0\n', stderr: '' });
  });

  installed(`the library has types${note}`, () => {
    const script = `
      import { convert, createSource, type Diagnostic, type Report, serializeXml, validate } from 'teiscribe';
      const found: Diagnostic[] = [];
      const report: Report = (diagnostic) => found.push(diagnostic);
      const source = createSource('a.txt', 'Dear Ada,');
      export const text: string = serializeXml(convert(source, { encoding: 'frus' }, report).tei);
      export const done: Promise<{ readonly schema?: string }> = validate(source, { read: () => undefined }, report);
      // @ts-expect-error: an option that there is not.
      convert(source, { encodin: 'frus' }, report);
    `;
    writeFileSync(join(home, 'use.ts'), script);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--types', '', '--target', 'es2022', 'use.ts'];
    const compiler = resolve('node_modules/typescript/bin/tsc');
    expect(run(process.execPath, [compiler, ...options], home)).toMatchObject({
      status: 0,
      stdout: '',
    });
  });
});
