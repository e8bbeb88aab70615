import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as reporters from '../../src/reporters/index.js';
import type { FileReport } from '../../src/reporters/reporter.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { awkward, everything, placeless } from './awkward.js';
import { errorAt, reportOf, style } from './findings.js';

const { gnu, json, pretty } = reporters;

const warning = errorAt('x', 'x', { severity: 'warning', message: 'odd', code: 'tei/odd' }, 'b.txt');

describe('pretty', () => {
  test('a finding with everything, and the summary', async () => {
    expect(await pretty.format([{ ...reportOf(everything), schema: 'letter' }], style)).toBe(
      `a.xml:2:3: error: element "foo" is not known; expected "hi" [rng/unknown-element]
  2 |   <foo>bar</foo>
    |   ^^^^^
  = correct the name
  a.xml:1:1: "p" opened here
  1 | <p>
    | ^^^

1 file, schema "letter": 0 valid, 1 invalid; 1 error, 0 warnings
`,
    );
  });

  test('no findings: the summary alone', async () => {
    const files: readonly FileReport[] = [
      { path: 'a.xml', schema: 'letter', diagnostics: [] },
      { path: 'b.xml', schema: 'frus', diagnostics: [] },
    ];
    expect(await pretty.format(files, style)).toBe(
      '2 files, schemas "letter" (1), "frus" (1): 2 valid, 0 invalid; 0 errors, 0 warnings\n',
    );
  });

  test('a finding without a place names the file of the report', async () => {
    expect(await pretty.format([reportOf(placeless)], style)).toContain(
      'a.xml: error: cannot be read [run/file-unreadable]\n\n1 file',
    );
  });

  test('a conversion counts what was written', async () => {
    const files = [
      { path: 'b.txt', output: 'b.xml', diagnostics: [warning] },
      { path: 'c.txt', diagnostics: [placeless] },
    ];
    expect(await pretty.format(files, { ...style, task: 'convert' })).toContain(
      '2 files: 1 converted; 1 error, 1 warning\n',
    );
  });

  test('colours only where they are welcome, and nothing else differs', async () => {
    const plain = await pretty.format([reportOf(everything, warning)], style);
    const painted = await pretty.format([reportOf(everything, warning)], { ...style, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(painted).toContain('\u001b[31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is taken out.
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });
});

describe('gnu', () => {
  test('path:line:column: severity: message [code]', async () => {
    expect(await gnu.format([reportOf(everything, placeless), { path: 'b.txt', diagnostics: [warning] }], style)).toBe(
      `a.xml:2:3: error: element "foo" is not known; expected "hi" [rng/unknown-element]
a.xml: error: cannot be read [run/file-unreadable]
b.txt:1:1: warning: odd [tei/odd]
`,
    );
  });

  test('one finding is one line, whatever is in it', async () => {
    const nasty = errorAt('a', 'a', { message: 'value "x\r\ny\u001b[31m\u2028"' }, 'odd\nname.xml');
    const report = `${await gnu.format([reportOf(nasty)], style)}`;
    expect(report).toBe('odd\\nname.xml:1:1: error: value "x\\r\\ny\\u001b[31m\\u2028" [rng/unknown-element]\n');
  });

  test('nothing found is nothing said', async () => {
    expect(await gnu.format([reportOf()], style)).toBe('');
  });
});

describe('json', () => {
  const schema: unknown = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'));
  const isReport = new Ajv2020({ strict: true }).compile(Object(schema));
  const read = async (reports: readonly FileReport[]): Promise<unknown> =>
    JSON.parse(await json.format(reports, style));

  test('all that is known of a finding', async () => {
    const place = (startOffset: number, startLine: number, startColumn: number, length: number) => ({
      path: 'a.xml',
      start: { line: startLine, column: startColumn, offset: startOffset },
      end: { line: startLine, column: startColumn + length, offset: startOffset + length },
    });
    expect(await read([{ ...reportOf(everything), schema: 'letter' }])).toEqual({
      reportVersion: 1,
      tool: { name: 'teiscribe', version: '1.2.3' },
      task: 'validate',
      summary: { files: 1, valid: 0, invalid: 1, errors: 1, warnings: 0, infos: 0 },
      files: [
        {
          path: 'a.xml',
          valid: false,
          schema: 'letter',
          diagnostics: [
            {
              code: 'rng/unknown-element',
              severity: 'error',
              message: 'element "foo" is not known; expected "hi"',
              place: place(6, 2, 3, 5),
              expected: ['hi'],
              note: 'correct the name',
              related: [{ message: '"p" opened here', place: place(0, 1, 1, 3) }],
              fix: { message: 'rename it', edits: [{ place: place(0, 1, 1, 3), text: 'hi' }] },
            },
          ],
        },
      ],
    });
  });

  test('columns count characters, offsets code units', async () => {
    const report = await read([reportOf(errorAt('𝔸𝔹x', 'x'))]);
    expect(report).toHaveProperty('files.0.diagnostics.0.place.start', { line: 1, column: 3, offset: 4 });
  });

  test.each<(typeof awkward)[number]>([
    ...awkward,
    ['everything at once', [reportOf(everything, placeless), { path: 'b.txt', output: '-', diagnostics: [warning] }]],
  ])('valid against its JSON Schema: %s', async (_, reports) => {
    const report = await read(reports);
    expect(isReport(report) ? [] : isReport.errors).toEqual([]);
  });

  test('the JSON Schema refuses what is not a report', () => {
    expect(isReport({ reportVersion: 2 })).toBe(false);
  });
});

describe('the registry', () => {
  test.each(Object.entries(reporters))('%s takes whatever is found, and ends with a line end', async (_, reporter) => {
    for (const [, reports] of awkward) expect(await reporter.format(reports, style)).toMatch(/^$|\n$/);
  });

  test.each(Object.entries(reporters))('%s is exported under its own name', (name, reporter) => {
    expect(reporter.name).toBe(name);
    expect(reporter.summary).toMatch(/^[a-z].*[^.]$/);
  });

  test('ten thousand findings', async () => {
    const explain = () => ({ summary: 'A page.', text: 'A page.', url: 'https://example.org/' });
    const text = 'word '.repeat(10_000);
    const source = createSource('a.xml', text);
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      ...placeless,
      place: placeAt(source, i * 5, i * 5 + 4),
    }));
    for (const reporter of Object.values(reporters)) {
      const report = await reporter.format([reportOf(...many)], { ...style, explain });
      // A test that failed says it twice: as its message, and as its text.
      expect((report.match(/cannot be read/g) ?? []).length).toBe(reporter.name === 'junit' ? 20_000 : 10_000);
    }
  });
});
