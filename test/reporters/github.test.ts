import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { github, gitlab, gnu } from '../../src/reporters/index.js';
import { visibleMessage } from '../../src/reporters/visible.js';
import { pointAt } from '../../src/source/index.js';
import { awkward, everything, HOSTILE, placeless } from './awkward.js';
import { errorAt, reportOf, style } from './findings.js';

/** A line as the runner of GitHub reads it: a command, or nothing. Its command begins after white space, with `::`. */
function commandOf(line: string) {
  const [, name = '', written = '', data = ''] = /^\s*::([a-z-]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/s.exec(line) ?? [];
  if (name === '') return undefined;
  const pairs = written.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at), unescapeProperty(pair.slice(at + 1))] as const];
  });
  return { name, properties: Object.fromEntries(pairs), message: unescapeData(data) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

const linesOf = async (reports: Parameters<typeof github.format>[0]) =>
  (await github.format(reports, style)).trimEnd().split('\n');

describe('github', () => {
  test('a finding, a finding without a place, and the summary', async () => {
    expect(await github.format([reportOf(everything, placeless)], style)).toBe(
      `::error file=a.xml,line=2,endLine=2,col=3,endColumn=7,title=rng/unknown-element::element "foo" is not known; expected "hi"%0Acorrect the name
::error file=a.xml,title=run/file-unreadable::cannot be read
1 file: 0 valid, 1 invalid; 2 errors, 0 warnings
`,
    );
  });

  test('a place over several lines has no columns', async () => {
    const [line = ''] = await linesOf([reportOf(errorAt('<a>\n <b>\n</a>', '<b>\n</a>'))]);
    expect(commandOf(line)?.properties).toEqual({
      file: 'a.xml',
      line: '2',
      endLine: '3',
      title: 'rng/unknown-element',
    });
  });

  test.each(awkward)('each of the first ten is one command, no other line is: %s', async (_, reports) => {
    const all = reports.flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => ({ path, diagnostic })));
    const shown = (['error', 'warning', 'info'] as const).flatMap((severity) =>
      all.filter(({ diagnostic }) => diagnostic.severity === severity).slice(0, 10),
    );
    const lines = await linesOf(reports);
    const commands = lines.flatMap((line) => commandOf(line) ?? []);
    const annotations = commands.filter(({ name }) => name !== 'group' && name !== 'endgroup');
    const expected = shown.map(({ path, diagnostic: { message, note, place, code, severity } }) => ({
      name: severity === 'info' ? 'notice' : severity,
      line: place && `${pointAt(place.source, place.start).line}`,
      title: code,
      file: (place?.source.path ?? path).replaceAll('\\', '/'),
      message: [message, ...(note === undefined ? [] : [note])].map(visibleMessage).join('\n'),
    }));
    const found = annotations.map(({ name, message, properties: { line, title, file } }) => ({
      name,
      line,
      title,
      file,
      message,
    }));
    const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
    expect(sorted(found)).toEqual(sorted(expected));
    expect(lines.join('\n').includes('##[')).toBe(annotations.some(({ message }) => message.includes('##[')));
    expect(lines.length - annotations.length).toBe(all.length > shown.length ? all.length - shown.length + 3 : 1);
  });

  test('what stands in a document is no command behind the tenth finding either', async () => {
    const nasty = errorAt('x', 'x', { message: HOSTILE }, '::error::x');
    const lines = await linesOf([reportOf(...Array.from({ length: 12 }, () => nasty))]);
    expect(lines.flatMap((line) => commandOf(line)?.name ?? [])).toEqual([
      ...Array(10).fill('error'),
      'group',
      'endgroup',
    ]);
    expect(lines.slice(11).join('\n')).not.toContain('##[');
  });
});

describe('gitlab', () => {
  test('what GitLab asks for', async () => {
    const inFolder = { path: '.\\tei\\b.xml', diagnostics: [placeless] };
    const report = JSON.parse(await gitlab.format([reportOf(everything), inFolder], style));
    expect(report).toEqual([
      {
        description: 'element "foo" is not known; expected "hi"',
        check_name: 'rng/unknown-element',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: 'major',
        location: { path: 'a.xml', lines: { begin: 2 } },
      },
      expect.objectContaining({ location: { path: 'tei/b.xml', lines: { begin: 1 } } }),
    ]);
  });

  test('each finding has a fingerprint of its own', async () => {
    for (const [, reports] of awkward) {
      const issues: readonly { fingerprint: string }[] = JSON.parse(await gitlab.format(reports, style));
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }
  });
});

describe('the problem matcher', () => {
  const { problemMatcher } = JSON.parse(readFileSync('.github/problem-matcher.json', 'utf8'));
  interface Matcher {
    readonly severity: string;
    readonly pattern: readonly [
      Readonly<Record<'line' | 'file' | 'column' | 'message' | 'code', number>> & { readonly regexp: string },
    ];
  }
  const matchers: readonly Matcher[] = problemMatcher;
  const read = (line: string) =>
    matchers.flatMap(({ severity, pattern: [{ regexp, ...groups }] }) => {
      const found = new RegExp(regexp).exec(line);
      return found
        ? [{ severity, ...Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found[group]])) }]
        : [];
    });

  test.each(awkward)('finds every finding of a gnu report, once: %s', async (_, reports) => {
    const lines = (await gnu.format(reports, style)).split('\n').slice(0, -1);
    const expected = reports.flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ severity, place, message, code }) => {
        const point = place && pointAt(place.source, place.start);
        return {
          severity: severity === 'info' ? 'notice' : severity,
          file: visibleMessage(place?.source.path ?? path),
          line: point && `${point.line}`,
          column: point && `${point.column}`,
          message: visibleMessage(message),
          code,
        };
      }),
    );
    expect(lines.flatMap(read)).toEqual(expected);
  });

  test('and every one that the pages on codes show', () => {
    const pages = readdirSync('docs/diagnostics', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    const lines = pages.flatMap((page) =>
      readFileSync(`docs/diagnostics/${page}`, 'utf8')
        .split('\n')
        .filter((line) => /^[^\s:]+:\d+:\d+: (?:error|warning|info): /.test(line)),
    );
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => / \[[a-z]+\/[^\]]+\]$/.test(line) && read(line).length !== 1)).toEqual([]);
  });

  test('passes over what is no finding', () => {
    expect(['1 file: 1 valid, 0 invalid; 0 errors, 0 warnings', 'npm error: x [y]', ''].flatMap(read)).toEqual([]);
  });
});
