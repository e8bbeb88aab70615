/** Known findings, limits of warnings, severities by folder, and several reports at once. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Fixture, fixture } from './fixture.js';

const SCHEMA = 'start = element letter { element name { text }+ }\n';
const bad = (name: string) => `<letter>\n<name>Ada</name>\n<nam>${name}</nam>\n</letter>\n`;
const RUN = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar', '-r', 'gnu', '--baseline', 'ci/known.json'];

async function known(files: Readonly<Record<string, string>> = {}): Promise<Fixture> {
  const made = fixture({ 'a.rnc': SCHEMA, 'tei/a.xml': bad('x'), 'tei/b.xml': bad('y'), ...files });
  const { status, stdout } = await made.run(...RUN, '--update-baseline');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  return made;
}

describe('--baseline', () => {
  test('is written sorted, one finding a line, valid against its schema', async () => {
    const made = await known();
    expect(made.read('ci/known.json')).toBe(`{
  "baselineVersion": 1,
  "findings": [
    {"path":"../tei/a.xml","code":"rng/unknown-element","context":"<nam>x</nam>","count":1},
    {"path":"../tei/b.xml","code":"rng/unknown-element","context":"<nam>y</nam>","count":1}
  ]
}
`);
    const schema: unknown = JSON.parse(readFileSync('schemas/baseline.schema.json', 'utf8'));
    expect(new Ajv2020({ strict: true }).validate(Object(schema), JSON.parse(made.read('ci/known.json')))).toBe(true);
  });

  test('what is known does not fail the run, also where lines have moved', async () => {
    const made = await known();
    expect(await made.run(...RUN)).toEqual({ status: 0, stdout: '', stderr: '' });
    made.write('tei/a.xml', bad('x').replace('<name>', '\n\n  <!-- new -->\n  <name>').replaceAll('\n', '\r\n'));
    expect(await made.run(...RUN)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('what is new fails it, also one more of what is known', async () => {
    const made = await known();
    made.write('tei/a.xml', bad('x').replace('<nam>x</nam>', '<nam>x</nam>\n<nam>x</nam>'));
    const { status, stdout } = await made.run(...RUN);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^tei\/a\.xml:4:1: error: .*\n$/);
    made.write('tei/a.xml', bad('x'));
    made.write('tei/c.xml', bad('x'));
    expect((await made.run(...RUN)).stdout).toMatch(/^tei\/c\.xml:3:1: error: .*\n$/);
  });

  test('what is mended is said, and taken out by --update-baseline; what was not looked at stays', async () => {
    const made = await known();
    made.write('tei/a.xml', bad('x').replaceAll('nam>', 'name>').replaceAll('namee', 'name'));
    const { status, stderr } = await made.run(...RUN);
    expect(status).toBe(0);
    expect(stderr).toBe(
      'ci/known.json: info: a known finding is mended: rng/unknown-element in ../tei/a.xml; --update-baseline takes it out [run/baseline-mended]\n',
    );
    const onlyA = RUN.map((word) => (word === 'tei' ? 'tei/a.xml' : word));
    expect((await made.run(...onlyA.map((word) => word.replace('a.xml', 'b.xml')))).stderr).toBe('');
    await made.run(...onlyA, '--update-baseline');
    expect(made.read('ci/known.json').match(/"path":"[^"]*"/g)).toEqual(['"path":"../tei/b.xml"']);
  });

  test('is the same from another folder, and counted in the reports', async () => {
    const made = await known();
    const argv = [
      'validate',
      '../tei',
      '-s',
      '../a.rnc',
      '-c',
      'grammar',
      '--baseline',
      'known.json',
      '-r',
      'pretty',
      '-r',
      'json=r.json',
    ];
    const { run } = await import('../../src/cli/run.js');
    const out: string[] = [];
    const nothing = async function* () {};
    const stdout = { write: (text: string) => out.push(text) };
    const world = { cwd: `${made.folder}/ci`, env: {}, stdin: nothing(), stdout, stderr: stdout };
    expect(await run(argv, world)).toBe(0);
    expect(out.join('')).toBe('2 files, schema "../a.rnc": 0 valid, 2 invalid; 0 errors, 0 warnings, 2 known\n');
    const report = JSON.parse(made.read('ci/r.json'));
    expect(report.summary).toEqual({ files: 2, valid: 0, invalid: 2, errors: 0, warnings: 0, infos: 0, known: 2 });
    expect(report.files[0].known).toEqual({ errors: 1, warnings: 0, infos: 0 });
  });

  test('what keeps a document from being looked at is never known', async () => {
    const made = await known({ 'tei/c.xml': '<letter' });
    const before = made.read('ci/known.json');
    made.write('a.rnc', 'start = nothing\n');
    expect((await made.run(...RUN)).status).toBe(2);
    expect((await made.run(...RUN, '--update-baseline')).status).toBe(2);
    expect(made.read('ci/known.json')).toBe(before);
  });

  test.each([
    ['missing', undefined, 'no such baseline'],
    ['no JSON', '{', 'is no baseline'],
    ['nothing', 'null', 'is no baseline'],
    [
      'of another version',
      '{ "baselineVersion": 99, "findings": [] }',
      'it is of version 99, and this program reads version 1',
    ],
    ['of another kind', '{ "severity": {} }', 'is no baseline'],
    ['half merged', '<<<<<<< ours\n', 'is no baseline'],
  ])('a baseline that is %s ends the run', async (_, content, message) => {
    const made = fixture({
      'a.rnc': SCHEMA,
      'tei/a.xml': bad('x'),
      ...(content !== undefined && { 'ci/known.json': content }),
    });
    const { status, stdout, stderr } = await made.run(...RUN);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('--update-baseline alone does not know where to', async () => {
    const { status, stderr } = await fixture({ 'a.xml': '<a/>' }).run('validate', 'a.xml', '--update-baseline');
    expect([status, stderr]).toEqual([
      2,
      'teiscribe: error: --update-baseline needs --baseline FILE [run/bad-arguments]\n',
    ]);
  });
});

describe('--max-warnings', () => {
  const files = { 'a.rnc': SCHEMA, 'tei/a.xml': bad('x'), 'edition.json': '{ "severity": { "rng/*": "warning" } }' };
  const argv = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar', '-r', 'gnu'];

  test('more warnings fail the run, as many do not', async () => {
    const made = fixture(files);
    expect(await made.run(...argv, '--max-warnings', '1')).toMatchObject({ status: 0, stderr: '' });
    const { status, stderr } = await made.run(...argv, '--max-warnings', '0');
    expect(status).toBe(1);
    expect(stderr).toBe('teiscribe: error: 1 warning, but --max-warnings allows 0 [run/too-many-warnings]\n');
  });

  test.each(['-1', 'x', '1.5'])('%s is no number', async (number) => {
    expect((await fixture(files).run(...argv, `--max-warnings=${number}`)).status).toBe(2);
  });
});

describe('overrides', () => {
  const argv = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar', '-r', 'gnu'];
  const severities = async (edition: object) => {
    const made = fixture({
      'a.rnc': SCHEMA,
      'tei/a.xml': bad('x'),
      'tei/drafts/b.xml': bad('x'),
      'tei/drafts/old/c.xml': bad('x'),
      'edition.json': JSON.stringify(edition),
    });
    const { stdout } = await made.run(...argv);
    return [...stdout.matchAll(/([abc])\.xml:\d+:\d+: (\w+)/g)].map(([, name, severity]) => `${name} ${severity}`);
  };

  test('hold for the files that match, the last goes before', async () => {
    const overrides = [
      { files: 'tei/drafts/**', severity: { 'rng/*': 'warning' } },
      { files: ['**/old/*.xml', 'no'], severity: { 'rng/unknown-element': 'info' } },
    ];
    expect(await severities({ overrides })).toEqual(['a error', 'b warning', 'c info']);
  });

  test('a star goes before what was said of single codes', async () => {
    const overrides = [{ files: 'tei/drafts/b.xml', severity: { 'rng/*': 'off' } }];
    expect(await severities({ severity: { 'rng/unknown-element': 'warning' }, overrides })).toEqual([
      'a warning',
      'c warning',
    ]);
  });

  test('a mistake in them is said with its place', async () => {
    const made = fixture({
      'a.xml': '<a/>',
      'edition.json': '{ "overrides": [{ "files": "*.xml", "severity": { "rng/*": "fatal" } }] }',
    });
    const { status, stderr } = await made.run('validate', 'a.xml');
    expect(status).toBe(2);
    expect(stderr).toContain('at /overrides/0/severity/rng~1*');
  });
});

describe('several reports', () => {
  test('each goes to its file, and the one without to the stream', async () => {
    const made = fixture({ 'a.rnc': SCHEMA, 'tei/a.xml': bad('x') });
    const reports = ['sarif', 'junit', 'checkstyle', 'html', 'gitlab', 'json'].flatMap((name) => [
      '-r',
      `${name}=out/${name}`,
    ]);
    const { status, stdout } = await made.run(
      'validate',
      'tei',
      '-s',
      'a.rnc',
      '-c',
      'grammar',
      ...reports,
      '-r',
      'gnu',
    );
    expect(status).toBe(1);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(made.files('out').map((file) => file.slice(4))).toEqual([
      'checkstyle',
      'gitlab',
      'html',
      'json',
      'junit',
      'sarif',
    ]);
    const { tool } = JSON.parse(made.read('out/sarif')).runs[0];
    expect(tool.driver.rules[0].helpUri).toMatch(
      /^https:\/\/unpkg\.com\/teiscribe@\d.*\/docs\/diagnostics\/rng\/unknown-element\.md$/,
    );
    expect(tool.driver.rules[0].help.markdown).toBe(readFileSync('docs/diagnostics/rng/unknown-element.md', 'utf8'));
  });

  test('two for one file, and one for an input, are refused; nothing is written', async () => {
    const made = fixture({ 'a.xml': '<a/>' });
    expect((await made.run('validate', 'a.xml', '-r', 'json=r', '-r', 'sarif=r')).status).toBe(2);
    const { status, stderr } = await made.run('validate', 'a.xml', '-r', 'json=./a.xml');
    expect([status, stderr]).toEqual([2, 'teiscribe: error: "./a.xml" is itself an input [run/output-is-input]\n']);
    expect(made.files()).toEqual(['a.xml']);
    expect(made.read('a.xml')).toBe('<a/>');
  });

  test('time is for a terminal', async () => {
    const made = fixture({ 'a.rnc': SCHEMA, 'tei/a.xml': bad('x') });
    const argv = ['validate', 'tei', '-s', 'a.rnc', '-c', 'grammar'];
    expect((await made.runWith({ isTTY: true, env: { NO_COLOR: '1' } }, ...argv)).stdout).toMatch(
      /; 1 error, 0 warnings; \d+\.\d s\n$/,
    );
    expect((await made.run(...argv)).stdout).toMatch(/; 1 error, 0 warnings\n$/);
  });
});
