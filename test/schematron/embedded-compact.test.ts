/** Rules within RELAX NG compact syntax (RELAX NG compact syntax, section 5). */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAnnotations } from '../../src/relaxng/index.js';
import { embeddedRules, type SchSchema, schemaOf } from '../../src/schematron/index.js';
import { createSource } from '../../src/source/index.js';
import { check, type Files, found, messages, reader } from './check-text.js';

const SCH = 'namespace sch = "http://purl.oclc.org/dsdl/schematron"\n';

describe('rules within RELAX NG compact syntax', () => {
  test('where a component may stand, before a definition, within a pattern, and behind it', async () => {
    const schema = `${SCH}
sch:pattern [ id = "alone" sch:rule [ context = "a" sch:assert [ test = "@n" "alone" ] ] ]
start = [ sch:pattern [ id = "before" sch:rule [ context = "a" sch:assert [ test = "@n" "before" ] ] ] ]
  element a { [ sch:rule [ context = "b" sch:assert [ id = "within" test = "@n" "within" ] ] ] element b { empty }?
    >> sch:pattern [ id = "behind" sch:rule [ context = "b" sch:report [ test = "true()" "behind" ] ] ]
    >> sch:pattern [ id = "last" sch:rule [ context = "b" sch:report [ test = "true()" "last" ] ] ] }
div { sch:pattern [ id = "in-div" sch:rule [ context = "b" sch:report [ test = "true()" "div" ] ] ] }`;
    expect([...(await found(schema, '<a>\n<b/></a>'))].sort()).toEqual([
      '1:1 sch/alone',
      '1:1 sch/before',
      '2:1 sch/behind',
      '2:1 sch/in-div',
      '2:1 sch/last',
      '2:1 sch/within',
    ]);
  });

  test('prefixes of "sch:ns", strings that are joined, escapes, and elements within a message', async () => {
    const schema = `${SCH}sch:ns [ prefix = "t" uri = "http://example.org/t" ]
sch:pattern [ sch:rule [ context = "t:a"
  sch:let [ name = "n" value = "@n" ]
  sch:assert [ id = "s\\x{75}m" role = "warning" test = "$n " ~ '= "3"' """\\x{d}one\\x{a}""" ~ "two " sch:name [ ] " has " sch:value-of [ select = "$n" ] ] ] ]
start = element * { text }`;
    const xml = '<a xmlns="http://example.org/t" n="4"/>';
    expect(await found(schema, xml)).toEqual(['1:1 sch/sum']);
    expect(await messages(schema, xml)).toEqual(['one two a has 4']);
    expect(await found(schema, xml.replace('4', '3'))).toEqual([]);
  });

  test("the prefix is the schema's own choice, and rules may stand in other annotations", async () => {
    const schema = `namespace x = "http://purl.oclc.org/dsdl/schematron"
namespace h = "http://example.org/h"
namespace sch = "http://example.org/other"
[ h:doc [ "words" x:pattern [ id = "p" x:rule [ context = "a" x:report [ test = "true()" "said" ] ] ] ] ]
start = element a { text }
sch:pattern [ id = "q" sch:rule [ context = "a" sch:report [ test = "true()" "not said" ] ] ]`;
    expect(await found(schema, '<a/>')).toEqual(['1:1 sch/p']);
  });

  test('rules of included files, of either syntax; a file is read once', async () => {
    const rule = (id: string) => `sch:rule [ context = "a" sch:report [ id = "${id}" test = "true()" "said" ] ]\n`;
    const files: Files = {
      'b.rnc': `${SCH}${rule('b')}include "c.rng"`,
      'c.rng': `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="d.rnc"/></grammar>`,
      'd.rnc': `${SCH}${rule('d')}include "b.rnc" { start = text }`,
      'e.rnc': `${SCH}[ ${rule('e')} ] element a { empty }`,
    };
    const schema = `include "b.rnc"\nstart = element a { external "e.rnc" | parent x }`;
    expect(await found(schema, '<a/>', { files })).toEqual(['1:1 sch/b', '1:1 sch/d', '1:1 sch/e']);
  });

  test('what is wrong with a rule is said at its place in the compact schema', async () => {
    const schema = `${SCH}start = element a { text }
sch:pattern [
  sch:rule [ context = "a"
    sch:assert [ test = "@n and" "no" ] ] ]`;
    const [mistake] = await check(schema, '<a/>');
    const { source, start, end } = mistake?.place ?? { start: 0, end: 0 };
    expect(mistake?.code).toBe('sch/xpath-invalid');
    expect(source?.path).toBe('rules.sch');
    expect(schema.slice(start, end)).toBe('"@n and"');
  });

  test('abstract patterns, and rules that are extended by name or by address', async () => {
    const schema = `${SCH}
sch:pattern [ abstract = "true" id = "needs" sch:rule [ context = "$where" sch:assert [ test = "@n" "n" ] ] ]
sch:pattern [ is-a = "needs" id = "made" sch:param [ name = "where" value = "a" ] ]
sch:rule [ abstract = "true" id = "kept" sch:assert [ id = "m" test = "@m" "m" ] ]
sch:rule [ context = "a" sch:extends [ rule = "kept" ] ]
sch:rule [ context = "a" sch:extends [ href = "#kept" ] ]
start = element a { text }`;
    expect(await found(schema, '<a/>')).toEqual(['1:1 sch/made', '1:1 sch/m', '1:1 sch/m']);
  });

  test('without rules there is nothing to check; a broken schema says so', () => {
    const none = embeddedRules(createSource('s.rnc', 'start = text'), reader(), (file) =>
      readAnnotations(file, () => undefined),
    );
    expect(none).toBeUndefined();
    const said: string[] = [];
    readAnnotations(createSource('s.rnc', `${SCH}sch:pattern [ id = ]`), ({ code }) => said.push(code));
    expect(said).toEqual(['schema/syntax-error']);
  });
});

const TEI_ALL = '../shared/schemas/tei_all.rng';
const isHere = existsSync(TEI_ALL) && spawnSync('trang').error === undefined;
if (!isHere) process.stdout.write(`skipped: ${TEI_ALL} or trang is not here\n`);

(isHere ? describe : describe.skip)('TEI All in both syntaxes', () => {
  const rulesOf = (path: string) => {
    const source = createSource(path, readFileSync(path, 'utf8'));
    const mistakes: string[] = [];
    const rules = embeddedRules(source, reader(), (file) => readAnnotations(file, ({ code }) => mistakes.push(code)));
    const schema = rules && schemaOf(rules, reader(), ({ code }) => mistakes.push(code));
    return { schema, mistakes };
  };
  const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
  const listed = (schema: SchSchema | undefined) =>
    (schema?.patterns ?? []).flatMap((pattern) =>
      pattern.rules.flatMap((rule) =>
        rule.checks.map(({ id, kind, role, test: { text }, message }) => ({
          pattern: pattern.id,
          context: squeezed(rule.context.text),
          lets: rule.lets.map(({ name }) => name),
          check: { id, kind, role, test: squeezed(text) },
          message: message.map((part) => (part.kind === 'text' ? squeezed(part.text) : part.kind)),
        })),
      ),
    );

  test('the same patterns, contexts, assertions and messages', () => {
    const folder = mkdtempSync(join(tmpdir(), 'compact-'));
    try {
      const path = join(folder, 'tei_all.rnc');
      expect(spawnSync('trang', [TEI_ALL, path]).status).toBe(0);
      const [xml, compact] = [rulesOf(TEI_ALL), rulesOf(path)];
      expect(compact.mistakes).toEqual(xml.mistakes);
      expect(listed(compact.schema)).toEqual(listed(xml.schema));
      expect(listed(compact.schema).length).toBeGreaterThan(90);
      expect([...(compact.schema?.namespaces ?? [])]).toEqual([...(xml.schema?.namespaces ?? [])]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
