/** `--threads` changes how long a run takes, and nothing that it says. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { complaintsTo } from '../../src/cli/complaints.js';
import { packReport, unpackReport } from '../../src/cli/pack-report.js';
import { packageFile } from '../../src/cli/package-files.js';
import { keepLines, LEAST } from '../../src/cli/read-document.js';
import { prepareRun, type Verdict } from '../../src/cli/validate-files.js';
import { validateInThreads } from '../../src/cli/validate-threads.js';
import { createSource, placeAt, pointAt } from '../../src/source/index.js';
import { type Fixture, fixture, LETTER } from './fixture.js';

const SCHEMA = 'start = element letter { element name { text }+ }\n';

function files(count: number): Readonly<Record<string, string>> {
  const documents = Array.from({ length: count }, (_, i): [string, string] => [
    `letter-${String(i).padStart(2, '0')}.xml`,
    i % 3 === 0
      ? `<letter>\n<name>Ada ${i}</name>\n</letter>`
      : `<letter>\n<nam>Ada ${i}</nam>${'\n'.repeat(i)}x</letter>`,
  ]);
  return { 'a.rnc': SCHEMA, ...Object.fromEntries(documents) };
}

function validate(made: Fixture, argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [packageFile('bin/teiscribe.js'), 'validate', ...argv],
    {
      cwd: made.folder,
      env: { ...process.env, TEISCRIBE_CACHE: 'off', NO_COLOR: '1' },
      input,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('--threads', () => {
  test.each(['pretty', 'gnu', 'json'])('the report is the same, in the same order: %s', (reporter) => {
    const made = fixture(files(12));
    const argv = ['.', '-s', 'a.rnc', '-c', 'grammar', '-c', 'rules', '--reporter', reporter];
    const one = validate(made, argv);
    expect(one.status).toBe(1);
    expect(one.stdout).toContain('letter-11.xml');
    for (const threads of ['2', '3', '40']) expect(validate(made, [...argv, '--threads', threads])).toEqual(one);
  });

  test('documents that are read as bytes are told of with their lines', async () => {
    const padding = '\n'.repeat(LEAST);
    const long = Object.entries(files(6)).map(([name, text]) => [name, name.endsWith('.xml') ? padding + text : text]);
    const { folder } = fixture(Object.fromEntries(long));
    const nothing = async function* () {};
    const silent = { write: () => undefined };
    const world = { cwd: folder, env: { TEISCRIBE_CACHE: 'off' }, stdin: nothing(), stdout: silent, stderr: silent };
    const none: readonly string[] = [];
    const lists = { authority: none, catalog: none, schematron: none, targets: none, reporter: none };
    const flags = { ...lists, schema: 'a.rnc', checks: ['grammar'], threads: 3 };
    const run = await prepareRun(['.'], flags, world, complaintsTo(world));
    if (!run) throw new Error('not prepared');
    const wanted = new Set(run.jobs.keys());
    const found: string[] = [];
    const shown = ({ report: { path, diagnostics } }: Verdict) =>
      diagnostics.map(
        ({ code, place }) => `${path} ${code} ${place && JSON.stringify(pointAt(place.source, place.start))}`,
      );
    await validateInThreads(run, wanted, ['.'], flags, world, (_, verdict) => found.push(...shown(verdict)));
    const alone: string[] = [];
    for (const job of wanted) {
      const verdict = await run.validate(job);
      keepLines(verdict.report);
      alone.push(...shown(verdict));
    }
    expect(alone.length).toBeGreaterThan(7);
    expect(alone[0]).toContain(`{"line":${LEAST + 2},"column":1}`);
    expect(found.sort()).toEqual(alone.sort());
  });

  test('standard input, transcriptions and settings come to the right place', () => {
    const made = fixture({
      ...files(4),
      'letter.txt': LETTER,
      'edition.json': '{ "severity": { "rng/unknown-element": "warning" } }',
    });
    const argv = ['letter-01.xml', '-', 'letter.txt', 'letter-02.xml', '-s', 'a.rnc', '--reporter', 'gnu'];
    const one = validate(made, argv, '<letter><nam/></letter>');
    expect(one.stdout).toContain('stdin.xml:1:');
    expect(validate(made, [...argv, '-t', '2'], '<letter><nam/></letter>')).toEqual(one);
  });

  test('a schema that is wrong ends the run at the first document', () => {
    const made = fixture({ ...files(8), 'a.rnc': 'start = missing\n' });
    const one = validate(made, ['.', '-s', 'a.rnc', '--reporter', 'gnu']);
    expect(one.status).toBe(2);
    expect(validate(made, ['.', '-s', 'a.rnc', '--reporter', 'gnu', '-t', '3'])).toEqual(one);
  });

  test.each(['0', '-1', 'two', '1.5', ''])('%p is no number of threads', (threads) => {
    const { status, stderr } = validate(fixture(files(1)), ['.', `--threads=${threads}`]);
    expect(status).toBe(2);
    expect(stderr).toContain('--threads');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('a report on its way between threads', () => {
  test('keeps places, related places and fixes', () => {
    const [text, other] = [createSource('a.xml', 'one\ntwo'), createSource('b.rnc', 'three')];
    const report = {
      path: 'a.xml',
      schema: 'b.rnc',
      diagnostics: [
        { code: 'rng/unknown-element' as const, severity: 'error' as const, message: 'm', place: placeAt(text, 4, 7) },
        {
          code: 'rng/duplicate-id' as const,
          severity: 'warning' as const,
          message: 'n',
          expected: ['x'],
          note: 'do',
          related: [{ message: 'r', place: placeAt(other, 1, 2) }],
          fix: { message: 'f', edits: [{ place: placeAt(text, 0, 3), text: 'new' }] },
        },
      ],
    };
    const sent = structuredClone(packReport(report));
    expect(sent.sources).toEqual([
      { path: 'a.xml', text: 'one\ntwo' },
      { path: 'b.rnc', text: 'three' },
    ]);
    expect(unpackReport(sent)).toEqual(report);
  });

  test('takes no text along where nothing was found', () => {
    expect(packReport({ path: 'a.xml', diagnostics: [] })).toEqual({ path: 'a.xml', diagnostics: [], sources: [] });
  });
});
