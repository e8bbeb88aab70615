/** Each of the mistakes that encoders make most: one report, its wording, its place and its page; by two schemas. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Diagnostic, gatherDiagnostics } from '../../src/diagnostic/index.js';
import { compileGrammar, loadGrammar, validateRelaxNg } from '../../src/relaxng/index.js';
import { createSource } from '../../src/source/index.js';
import { scanXml } from '../../src/xml/index.js';
import { type ListedMistake, listedMistakes, ofTeiAll } from './mistakes-listed.js';
import { letterWith, validateWith } from './pages.js';

const TEI_ALL = '../shared/schemas/tei_all.rng';

const schemas = [
  { schema: 'schemas/letter.rng', mistakes: listedMistakes },
  { schema: TEI_ALL, mistakes: [...listedMistakes, ...ofTeiAll] },
];

function validator(schema: string): (document: string) => readonly Diagnostic[] {
  const source = createSource(schema, readFileSync(schema, 'utf8'));
  const grammar = loadGrammar(
    source,
    () => undefined,
    ({ message }) => {
      throw new Error(message);
    },
  );
  if (!grammar) throw new Error(`${schema} cannot be used`);
  const automaton = compileGrammar(grammar);
  return (document) => {
    const { report, list } = gatherDiagnostics();
    const validation = validateRelaxNg(automaton, report);
    if (scanXml(createSource('document.xml', document), validation.sink, report)) validation.finish();
    return list();
  };
}

describe.each(schemas)('by $schema', ({ schema, mistakes }) => {
  const there = existsSync(schema);
  const run = there ? test : test.skip;
  const validate = there ? validator(schema) : () => [];

  run.each(mistakes)(`$name${there ? '' : ' (skipped: no schema)'}`, (mistake: ListedMistake) => {
    const found = validate(mistake.document);
    expect(found.map(({ code, message }) => `${code.slice('rng/'.length)}: ${message}`)).toEqual(
      mistake.said.map((said) => expect.stringMatching(new RegExp(`^${escaped(said)}`))),
    );
    const [first] = found;
    if (!first) return;
    expect(first.note).toContain(mistake.note);
    expect(first.place?.source.text.slice(first.place.start, first.place.end)).toBe(mistake.at);
    expect(existsSync(`docs/diagnostics/${first.code}.md`)).toBe(true);
  });

  run('ten mistakes, ten reports, in order', () => {
    const mistakes = [
      '<p tpye="x">x</p>',
      '<p><bold>x</bold></p>',
      '<p><date when="x">x</date></p>',
      'stray',
      '<item>x</item>',
      '<p xml:lang="en_US">x</p>',
      '<table><row/></table>',
      '<figure><graphic/></figure>',
      '<head>x</head>',
      '<p xml:id="d1">x</p>',
    ];
    const found = validate(letterWith(`<div type="letter" xml:id="d1">${mistakes.join('\n')}</div>`));
    expect(found.map(({ code }) => code.slice('rng/'.length))).toEqual([
      'attribute-not-allowed',
      'unknown-element',
      'attribute-value-invalid',
      'text-not-allowed',
      'element-not-allowed-here',
      'attribute-value-invalid',
      'required-element-missing',
      'required-attribute-missing',
      'element-not-allowed-any-more',
      'duplicate-id',
    ]);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('a reference to an ID that no element has, and one that is given later', () => {
  const schema = `datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"
    start = element a { element b { attribute id { xsd:ID }?, attribute ref { xsd:IDREF }? }* }`;
  const said = (document: string) => validateWith(schema, document).map(({ code, message }) => `${code}: ${message}`);
  expect(said('<a><b ref="x"/><b ref="y"/><b id="x"/></a>')).toEqual([
    'rng/idref-without-id: attribute "ref" refers to ID "y", which no element has',
  ]);
});
