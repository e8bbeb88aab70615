import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { checkstyle, junit } from '../../src/reporters/index.js';
import { attributeValue, textContent } from '../../src/xml/index.js';
import { awkward, everything, placeless } from './awkward.js';
import { errorAt, reportOf, style } from './findings.js';
import { childrenOf, mistakesBy, rootOf } from './xml-reports.js';

/** What Jenkins and GitLab both read. */
const mistakesInJunit = mistakesBy(`
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
counts = attribute tests { xsd:nonNegativeInteger }, attribute failures { xsd:nonNegativeInteger },
  attribute errors { xsd:nonNegativeInteger }
result = attribute type { text }, attribute message { text }, text
start = element testsuites { attribute name { text }, counts,
  element testsuite { attribute name { text }, attribute file { text }, counts,
    attribute skipped { xsd:nonNegativeInteger },
    element testcase { attribute name { xsd:token { minLength = "1" } }, attribute classname { text },
      (element failure { result } | element error { result } | element skipped { result })? }+ }* }
`);

const mistakesInCheckstyle = mistakesBy(`
datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
start = element checkstyle { attribute version { text },
  element file { attribute name { text },
    element error { (attribute line { xsd:positiveInteger }, attribute column { xsd:positiveInteger })?,
      attribute severity { "error" | "warning" | "info" }, attribute message { text }, attribute source { text } }* }* }
`);

const withXmllint = spawnSync('xmllint', ['--version']).error ? test.skip : test;

describe.each([
  ['junit', junit, mistakesInJunit],
  ['checkstyle', checkstyle, mistakesInCheckstyle],
] as const)('%s', (_, reporter, mistakes) => {
  test.each(awkward)('well-formed, and valid: %s', async (_, reports) => {
    expect(mistakes(rootOf(await reporter.format(reports, style)))).toEqual([]);
  });

  withXmllint(
    `libxml2 reads it${withXmllint === test.skip ? ' (skipped: no xmllint)' : ''}`,
    async () => {
      for (const [name, reports] of awkward) {
        const input = await reporter.format(reports, style);
        const { status, stderr } = spawnSync('xmllint', ['--noout', '--huge', '-'], { input, encoding: 'utf8' });
        expect([name, status, stderr]).toEqual([name, 0, '']);
      }
    },
    60_000,
  );

  test('the schema refuses what is no report', () => {
    expect(mistakes(rootOf('<testsuites/>')).length).toBeGreaterThan(0);
    expect(mistakes(rootOf('<checkstyle/>')).length).toBeGreaterThan(0);
  });
});

describe('junit', () => {
  const warning = errorAt('x', 'x', { severity: 'warning', message: 'odd', code: 'tei/odd' }, 'b.xml');

  test('an error is a failure, what could not be read an error, a warning is skipped, a valid file passes', async () => {
    const report = await junit.format(
      [reportOf(everything, placeless), { path: 'b.xml', diagnostics: [warning] }, { path: 'c.xml', diagnostics: [] }],
      style,
    );
    expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="teiscribe" tests="4" failures="1" errors="1">
<testsuite name="a.xml" file="a.xml" tests="2" failures="1" errors="1" skipped="0">
<testcase classname="a.xml" name="2:3 rng/unknown-element">
<failure type="rng/unknown-element" message="element &quot;foo&quot; is not known; expected &quot;hi&quot;">a.xml:2:3: error: element "foo" is not known; expected "hi" [rng/unknown-element]
correct the name</failure>
</testcase>
<testcase classname="a.xml" name="run/file-unreadable">
<error type="run/file-unreadable" message="cannot be read">a.xml: error: cannot be read [run/file-unreadable]</error>
</testcase>
</testsuite>
<testsuite name="b.xml" file="b.xml" tests="1" failures="0" errors="0" skipped="1">
<testcase classname="b.xml" name="1:1 tei/odd">
<skipped type="tei/odd" message="odd">b.xml:1:1: warning: odd [tei/odd]</skipped>
</testcase>
</testsuite>
<testsuite name="c.xml" file="c.xml" tests="1" failures="0" errors="0" skipped="0">
<testcase classname="c.xml" name="nothing found"/>
</testsuite>
</testsuites>
`);
  });

  test('the counts are those of the cases, and no two cases of a suite have one name', async () => {
    for (const [, reports] of awkward) {
      const root = rootOf(await junit.format(reports, style));
      for (const suite of childrenOf(root, 'testsuite')) {
        const cases = childrenOf(suite, 'testcase');
        expect(attributeValue(suite, 'tests')).toBe(`${cases.length}`);
        for (const [counted, name] of [
          ['failures', 'failure'],
          ['errors', 'error'],
          ['skipped', 'skipped'],
        ] as const) {
          expect(attributeValue(suite, counted)).toBe(`${cases.flatMap((each) => childrenOf(each, name)).length}`);
        }
        expect(new Set(cases.map((each) => attributeValue(each, 'name'))).size).toBe(cases.length);
      }
    }
  });

  test('what XML cannot hold is written as an escape', async () => {
    const root = rootOf(
      await junit.format([reportOf(errorAt('x', 'x', { message: 'a\u0000b\ud800c\uffff\r\n😀' }))], style),
    );
    const [failure] = childrenOf(root, 'testsuite')
      .flatMap((suite) => childrenOf(suite, 'testcase'))
      .flatMap((each) => childrenOf(each, 'failure'));
    expect(failure && attributeValue(failure, 'message')).toBe('a\\u0000b\\ud800c\\uffff\\r\\n😀');
    expect(failure && textContent(failure)).toContain('a\\u0000b\\ud800c\\uffff\\r\\n😀');
  });
});

describe('checkstyle', () => {
  test('a finding stands in the file that it is placed in', async () => {
    const inSchema = errorAt('start = x', 'x', { severity: 'info' }, 'a.rnc');
    expect(await checkstyle.format([reportOf(placeless, inSchema), { path: 'c.xml', diagnostics: [] }], style)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="teiscribe-1.2.3">
<file name="a.xml">
<error severity="error" message="cannot be read" source="run/file-unreadable"/>
</file>
<file name="c.xml"/>
<file name="a.rnc">
<error line="1" column="9" severity="info" message="something is wrong" source="rng/unknown-element"/>
</file>
</checkstyle>
`,
    );
  });
});
