import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { sarif } from '../../src/reporters/index.js';
import type { FileReport } from '../../src/reporters/reporter.js';
import { placeAt, sourceOfParts } from '../../src/source/index.js';
import { awkward, everything } from './awkward.js';
import { errorAt, reportOf, style } from './findings.js';

/** The schema of SchemaStore, which is that of OASIS in draft 4; it uses nothing of draft 4 but its names for itself. */
const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const isFormat = { uri: isUri, 'uri-reference': isUriReference, 'date-time': () => true, uuid: () => true };
const isLog = new Ajv({ strict: false, unicodeRegExp: false, formats: isFormat }).compile(schema);

/** RFC 3986: no other characters, and `%` only before two hexadecimal digits. */
function isUriReference(text: string): boolean {
  return (
    /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/.test(text) &&
    !/^[^/?#]*:/.test(text.replace(/^[a-z][a-z\d+.-]*:/i, ''))
  );
}

function isUri(text: string): boolean {
  return isUriReference(text) && /^[a-z][a-z\d+.-]*:/i.test(text);
}

async function run(reports: readonly FileReport[], more = {}) {
  const log = JSON.parse(await sarif.format(reports, { ...style, ...more }));
  return log.runs[0];
}

describe('sarif', () => {
  test.each(awkward)('valid against the JSON Schema: %s', async (_, reports) => {
    const log: unknown = JSON.parse(await sarif.format(reports, style));
    expect(isLog(log) ? [] : isLog.errors).toEqual([]);
  });

  test('the JSON Schema refuses what is no log', () => {
    const results = [{ message: { text: 'x' }, level: 'fatal' }];
    expect(isLog({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results }] })).toBe(false);
    expect(isLog({ version: '2.1.0' })).toBe(false);
    expect(isUriReference('a b.xml')).toBe(false);
    expect(isUriReference('a:b:c.xml')).toBe(false);
  });

  test('all that is known of a finding', async () => {
    const text = '# rng/unknown-element\n\nNot known.\n';
    const explain = () => ({ summary: 'Not known.', text, url: 'https://example.org/page' });
    const { tool, results, columnKind } = await run([reportOf(everything)], { explain });
    expect(columnKind).toBe('utf16CodeUnits');
    expect(tool.driver).toMatchObject({ name: 'teiscribe', version: '1.2.3' });
    expect(tool.driver.rules).toEqual([
      {
        id: 'rng/unknown-element',
        shortDescription: { text: 'Not known.' },
        fullDescription: { text: 'Not known.' },
        help: { text, markdown: text },
        helpUri: 'https://example.org/page',
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['rng'] },
      },
    ]);
    const artifactLocation = { uri: 'a.xml' };
    expect(results).toEqual([
      {
        ruleId: 'rng/unknown-element',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'element "foo" is not known; expected "hi"' },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 0,
            message: { text: '"p" opened here' },
            physicalLocation: {
              artifactLocation,
              region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
            },
          },
        ],
        partialFingerprints: { 'teiscribe/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
        fixes: [
          {
            description: { text: 'rename it' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [
                  {
                    deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 },
                    insertedContent: { text: 'hi' },
                  },
                ],
              },
            ],
          },
        ],
        properties: { note: 'correct the name' },
      },
    ]);
  });

  test('context and test of an assertion are properties, with the note', async () => {
    const assertion = { kind: 'assert', context: 'note', test: '@n' } as const;
    const diagnostics = [errorAt('x', 'x', { assertion }), errorAt('x', 'x', { assertion, note: 'number it' })];
    const { results } = await run([reportOf(...diagnostics)]);
    expect(results.map(({ properties }: { readonly properties: unknown }) => properties)).toEqual([
      { assertion },
      { note: 'number it', assertion },
    ]);
  });

  test('columns are code units of UTF-16, also of a text in parts', async () => {
    const text = 'a\n𝔸𝔹x';
    const parts = ['a\n', '𝔸', '𝔹x'];
    const finding = {
      ...everything,
      related: [],
      place: placeAt(
        sourceOfParts('a.xml', '', (i) => parts[i]),
        6,
        7,
      ),
    };
    for (const each of [errorAt(text, 'x'), finding]) {
      const { results } = await run([reportOf(each)]);
      const { region } = results[0].locations[0].physicalLocation;
      expect(region).toEqual({ startLine: 2, startColumn: 5, endLine: 2, endColumn: 6 });
    }
  });

  test.each([
    ['my letters/a b.xml', 'my%20letters/a%20b.xml'],
    ['./tei/a.xml', 'tei/a.xml'],
    ['Köln/日.xml', 'K%C3%B6ln/%E6%97%A5.xml'],
    ['tei\\a.xml', 'tei/a.xml'],
    ['C:\\tei\\a.xml', 'file:///C:/tei/a.xml'],
    ['\\\\server\\share\\a.xml', 'file://server/share/a.xml'],
    ['/home/a b.xml', 'file:///home/a%20b.xml'],
    ['a:b#c?d%20.xml', 'a%3Ab%23c%3Fd%2520.xml'],
    ['https://example.org/a%20b.rng', 'https://example.org/a%20b.rng'],
    ['../a.xml', '../a.xml'],
  ])('the path %s is %s', async (path, uri) => {
    const { results } = await run([{ path, diagnostics: [errorAt('x', 'x', {}, path)] }]);
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('a code without a page is explained by its finding', async () => {
    const { tool } = await run([reportOf(errorAt('x', 'x', { code: 'sch/one', message: 'no', note: 'do' }))]);
    expect(tool.driver.rules[0]).toMatchObject({ shortDescription: { text: 'no' }, help: { text: 'do' } });
    expect(tool.driver.rules[0].helpUri).toBeUndefined();
  });
});

describe('fingerprints', () => {
  const fingerprints = async (...diagnostics: readonly Diagnostic[]): Promise<readonly string[]> => {
    const { results } = await run([reportOf(...diagnostics)]);
    return results.map((result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0]);
  };
  const base = () => fingerprints(errorAt('<a>\n  <b x="1"/>\n</a>', '<b'));

  test.each([
    ['lines that moved', errorAt('<a>\n\n\n<c/>\n  <b x="1"/>\n</a>', '<b')],
    ['another indentation', errorAt('<a>\n\t<b   x="1"/>\n</a>', '<b')],
    ['line ends of Windows', errorAt('<a>\r\n  <b x="1"/>\r\n</a>', '<b')],
    ['another wording, severity or note', errorAt('<b x="1"/>', '<b', { message: 'new', severity: 'info', note: 'n' })],
    ['another way to write the path', errorAt('<b x="1"/>', '<b', {}, './a.xml')],
  ])('stay with %s', async (_, diagnostic) => {
    expect(await fingerprints(diagnostic)).toEqual(await base());
  });

  test.each([
    ['another line', errorAt('<b x="2"/>', '<b')],
    ['another code', errorAt('<b x="1"/>', '<b', { code: 'rng/text-not-allowed' })],
    ['another file', errorAt('<b x="1"/>', '<b', {}, 'b.xml')],
  ])('change with %s', async (_, diagnostic) => {
    expect(await fingerprints(diagnostic)).not.toEqual(await base());
  });

  test('no two findings have the same', async () => {
    for (const [, reports] of awkward) {
      const { results } = await run(reports);
      const all = results.map(
        (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
      );
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
