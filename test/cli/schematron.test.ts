import { describe, expect, test } from '@jest/globals';
import { fixture } from './fixture.js';

const SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"';
const rules = (id: string, test: string) =>
  `<pattern id="${id}-p"><rule context="b"><assert id="${id}" test="${test}">b has ${id}</assert></rule></pattern>`;
const GRAMMAR = `<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><zeroOrMore><element name="b"><empty/></element></zeroOrMore></element>`;

const files = {
  's.rng': GRAMMAR,
  'with.rng': GRAMMAR.replace(
    '<zeroOrMore>',
    `<s:pattern xmlns:s="http://purl.oclc.org/dsdl/schematron" id="e"><s:rule context="b"><s:assert id="embedded" test="@n">b</s:assert></s:rule></s:pattern><zeroOrMore>`,
  ),
  'with.rnc': `namespace sch = "http://purl.oclc.org/dsdl/schematron"
start = element a { element b { [ sch:rule [ context = "b" sch:assert [ id = "compact" test = "@n" "b" ] ] ] empty }* }`,
  'broken.rnc': `namespace sch = "http://purl.oclc.org/dsdl/schematron"
sch:pattern [ id = ]
start = element a { empty }`,
  'r.sch': `<schema ${SCH} queryBinding="xslt2"><phase id="quick"><active pattern="m-p"/></phase>${rules('n', '@n')}${rules('m', '@m')}</schema>`,
  'wrong.sch': `<schema ${SCH}>\n${rules('n', '@n and')}</schema>`,
  'd.xml': '<a><b/></a>\n',
  'named.xml':
    '<?xml-model href="r.sch" schematypens="http://purl.oclc.org/dsdl/schematron" phase="quick"?><a><b/></a>\n',
};

const run = (...args: readonly string[]) => fixture(files).run('validate', ...args, '--reporter', 'gnu');

describe('teiscribe validate, Schematron', () => {
  test('a schema that is asked for, and a phase of it', async () => {
    const all = await run('d.xml', '--schema', 's.rng', '--schematron', 'r.sch');
    expect(all).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('d.xml:1:4: error: b has n [sch/n]\nd.xml:1:4: error: b has m [sch/m]\n'),
    });
    const quick = await run('d.xml', '--schema', 's.rng', '--schematron', 'r.sch', '--phase', 'quick');
    expect(quick.stdout).toContain('[sch/m]');
    expect(quick.stdout).not.toContain('[sch/n]');
  });

  test('json says the context and the test', async () => {
    const { stdout } = await fixture(files).run(
      ...['validate', 'd.xml', '--schema', 's.rng', '--schematron', 'r.sch', '--phase', 'quick', '--reporter', 'json'],
    );
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ diagnostics: [{ code: 'sch/m', assertion: { kind: 'assert', context: 'b', test: '@m' } }] }],
    });
  });

  test('one that the document names, with its phase', async () => {
    const { stdout } = await run('named.xml', '--schema', 's.rng');
    expect(stdout.match(/sch\/\w+/g)).toEqual(['sch/m']);
  });

  test('rules in the grammar, also where the grammar itself is not checked', async () => {
    for (const checks of ['grammar,schematron', 'schematron']) {
      const { status, stdout } = await run('d.xml', '--schema', 'with.rng', '--checks', checks);
      expect({ status, codes: stdout.match(/sch\/\w+/g) }).toEqual({ status: 1, codes: ['sch/embedded'] });
    }
    expect(await run('d.xml', '--schema', 'with.rng', '--checks', 'grammar,rules')).toMatchObject({ status: 0 });
  });

  test('rules in a grammar in compact syntax, or taken from it', async () => {
    for (const args of [
      ['--schema', 'with.rnc'],
      ['--schema', 's.rng', '--schematron', 'with.rnc'],
    ]) {
      const { status, stdout } = await run('d.xml', ...args);
      expect({ status, codes: stdout.match(/sch\/\w+/g) }).toEqual({ status: 1, codes: ['sch/compact'] });
    }
  });

  test('a broken grammar is said once', async () => {
    const { status, stdout } = await run('d.xml', '--schema', 'broken.rnc');
    expect({ status, said: stdout.match(/broken\.rnc:2:20: error/g) }).toEqual({
      status: 2,
      said: ['broken.rnc:2:20: error'],
    });
  });

  test.each([
    [['--schematron', 'broken.rnc'], 'broken.rnc:2:20: error'],
    [['--schematron', 'none.sch'], 'sch/schema-missing'],
    [['--schematron', 'wrong.sch'], 'wrong.sch:2:52: error'],
    [['--schematron', 'r.sch', '--phase', 'slow'], 'sch/phase-unknown'],
  ])('%j fails the run', async (args, said) => {
    const { status, stdout } = await run('d.xml', '--schema', 's.rng', ...args);
    expect({ status, said: stdout.includes(said), stdout }).toEqual({ status: 2, said: true, stdout });
  });

  test('a phase is of those schemas that have it; the others check as ever', async () => {
    const { status, stdout } = await run('d.xml', '--schema', 'with.rng', '--schematron', 'r.sch', '--phase', 'quick');
    expect({ status, codes: stdout.match(/sch\/[\w-]+/g)?.sort() }).toEqual({
      status: 1,
      codes: ['sch/embedded', 'sch/m'],
    });
  });

  test('a phase that none has is said once', async () => {
    const { status, stdout } = await run('d.xml', '--schema', 'with.rng', '--schematron', 'r.sch', '--phase', 'quik');
    expect({ status, codes: stdout.match(/sch\/[\w-]+/g) }).toEqual({
      status: 2,
      codes: ['sch/phase-unknown', 'sch/embedded'],
    });
  });

  test('edition.json names schemas', async () => {
    const settings = { 'edition.json': JSON.stringify({ schema: 's.rng', schematron: ['r.sch'] }) };
    const { stdout } = await fixture({ ...files, ...settings }).run('validate', 'd.xml', '--reporter', 'gnu');
    expect(stdout.match(/sch\/\w+/g)).toEqual(['sch/n', 'sch/m']);
  });
});
