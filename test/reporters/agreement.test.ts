/** The same findings come from every report that a program reads. */
import { describe, expect, test } from '@jest/globals';
import type { Code, Diagnostic } from '../../src/diagnostic/index.js';
import { checkstyle, gitlab, gnu, json, junit, sarif } from '../../src/reporters/index.js';
import type { FileReport } from '../../src/reporters/reporter.js';
import { uriOf } from '../../src/reporters/uri.js';
import { visibleMessage } from '../../src/reporters/visible.js';
import { xmlSafe } from '../../src/reporters/xml-report.js';
import { createSource, placeAt } from '../../src/source/index.js';
import { attributeValue, textContent } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { awkward } from './awkward.js';
import { style } from './findings.js';
import { childrenOf, rootOf } from './xml-reports.js';

/** `uri line code severity message`, of which each report says as much as it can, written as all of them can. */
type Said = string;

const said = (path: string, line: unknown, code: string, severity: string, message: string): Said =>
  [uriOf(xmlSafe(path)), line ?? '-', xmlSafe(code), severity, xmlSafe(message)].join(' ');

async function fromJson(reports: readonly FileReport[]): Promise<readonly Said[]> {
  const { files } = JSON.parse(await json.format(reports, style));
  return files.flatMap(({ path, diagnostics }: { path: string; diagnostics: readonly { [name: string]: never }[] }) =>
    diagnostics.map(({ place, code, severity, message }: { [name: string]: never }) => {
      const { path: at = path, start }: { path?: string; start?: { line: number } } = place ?? {};
      return said(at, start?.line, `${code}`, `${severity}`, `${message}`);
    }),
  );
}

async function fromSarif(reports: readonly FileReport[]): Promise<readonly Said[]> {
  const { results, tool } = JSON.parse(await sarif.format(reports, style)).runs[0];
  const severities: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', note: 'info' };
  return results.map(
    ({
      ruleIndex,
      level,
      message,
      locations,
    }: {
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: readonly [{ physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } } }];
    }) => {
      const { artifactLocation, region } = locations[0].physicalLocation;
      const code = tool.driver.rules[ruleIndex].id;
      return [
        artifactLocation.uri,
        region?.startLine ?? '-',
        xmlSafe(code),
        severities[level],
        xmlSafe(message.text),
      ].join(' ');
    },
  );
}

async function fromJunit(reports: readonly FileReport[]): Promise<readonly Said[]> {
  const cases = childrenOf(rootOf(await junit.format(reports, style)), 'testsuite').flatMap((suite) =>
    childrenOf(suite, 'testcase'),
  );
  return cases
    .flatMap((each) => ['failure', 'error', 'skipped'].flatMap((name) => childrenOf(each, name)))
    .map((result) => {
      const code = attributeValue(result, 'type') ?? '';
      const message = attributeValue(result, 'message') ?? '';
      const [first = ''] = textContent(result).split('\n');
      const head = first.slice(0, first.length - `${message} [${code}]`.length);
      const [, path = '', line, severity = ''] = /^(.*?)(?::(\d+):\d+)?: (error|warning|info): $/s.exec(head) ?? [];
      return said(path, line, code, severity, message);
    });
}

async function fromCheckstyle(reports: readonly FileReport[]): Promise<readonly Said[]> {
  return childrenOf(rootOf(await checkstyle.format(reports, style)), 'file').flatMap((file) =>
    childrenOf(file, 'error').map((error) => {
      const value = (name: string) => attributeValue(error, name) ?? '';
      return said(
        attributeValue(file, 'name') ?? '',
        attributeValue(error, 'line'),
        value('source'),
        value('severity'),
        value('message'),
      );
    }),
  );
}

async function agree(reports: readonly FileReport[]): Promise<void> {
  const sorted = (list: readonly Said[]) => [...list].sort();
  const expected = sorted(await fromJson(reports));
  expect(expected).toHaveLength(reports.flatMap(({ diagnostics }) => diagnostics).length);
  expect(sorted(await fromSarif(reports)).map(visibleUri)).toEqual(expected.map(visibleUri));
  expect(sorted(await fromJunit(reports))).toEqual(expected);
  expect(sorted(await fromCheckstyle(reports))).toEqual(expected);
  expect((await gnu.format(reports, style)).split('\n')).toHaveLength(expected.length + 1);
  expect(JSON.parse(await gitlab.format(reports, style))).toHaveLength(expected.length);
}

/** In a URI, a control character need not be made visible: it is `%0A`; where it was, the sign before its number has become a slash. */
function visibleUri(each: Said): Said {
  const [uri = '', ...rest] = each.split(' ');
  return [
    visibleMessage(decodeURIComponent(uri))
      .replace(/[\\/]u[\da-f]{4}|\ufffd/g, '?')
      .replaceAll('\\', '/'),
    ...rest,
  ].join(' ');
}

describe('the same findings from SARIF, JUnit, Checkstyle and JSON', () => {
  test.each(awkward)('%s', async (_, reports) => agree(reports));

  test('a path with a line separator', () =>
    agree([{ path: '!\u2028!', diagnostics: [{ code: 'rng/unknown-element', severity: 'error', message: 'm' }] }]));

  test('whatever is found', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((path) => path.replace(/[:\\/]|^\s+|\s+$/g, '') || 'a');
    const diagnostic = fc.record({
      code: fc.constantFrom<Code>('rng/unknown-element', 'sch/a b', 'run/internal-error', 'xml/no-root'),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      message: text,
      at: fc.option(fc.tuple(fc.nat(40), fc.nat(10)), { nil: undefined }),
    });
    const file = fc.tuple(word, fc.string({ unit: 'binary', maxLength: 40 }), fc.array(diagnostic, { maxLength: 5 }));
    const reports = fc.array(file, { maxLength: 4 }).map((files) =>
      files.map(([path, content, found]): FileReport => {
        const source = createSource(path, content);
        const diagnostics = found.map(({ at, ...rest }): Diagnostic => {
          const start = Math.min(at?.[0] ?? 0, source.text.length);
          return at ? { ...rest, place: placeAt(source, start, Math.min(start + at[1], source.text.length)) } : rest;
        });
        return { path, diagnostics };
      }),
    );
    await fc.assert(fc.asyncProperty(reports, agree), { numRuns: 200 });
  });
});
