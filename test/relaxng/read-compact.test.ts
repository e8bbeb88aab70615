/** RELAX NG compact syntax: every construct, against the same schema in XML syntax; what is wrong, at its place. */
import { describe, expect, test } from '@jest/globals';
import { faults, loadText, marked, placesOf } from './load-schema.js';
import { simpleForm } from './simple-text.js';
import { readWritten } from './written.js';

/** The schema in XML syntax, without its namespace. */
function expectSame(compact: string, xml: string): void {
  const inNamespace = xml.replace(/^<\w+/, '$& xmlns="http://relaxng.org/ns/structure/1.0"');
  const ours = readWritten(compact, 'compact');
  expect(ours.messages).toEqual([]);
  expect(ours.schema).toEqual(readWritten(inNamespace, 'xml').schema);
}

describe('2: patterns', () => {
  const XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"';
  test.each([
    [
      'element a { (b, c) | d }',
      '<element name="a"><choice><group><ref name="b"/><ref name="c"/></group><ref name="d"/></choice></element>',
    ],
    [
      'attribute a { b & c }',
      '<attribute name="a"><interleave><ref name="b"/><ref name="c"/></interleave></attribute>',
    ],
    [
      '(b? , c*), d+',
      '<group><group><optional><ref name="b"/></optional><zeroOrMore><ref name="c"/></zeroOrMore></group><oneOrMore><ref name="d"/></oneOrMore></group>',
    ],
    [
      'list { empty } | mixed { text } | notAllowed',
      '<choice><list><empty/></list><mixed><text/></mixed><notAllowed/></choice>',
    ],
    ['parent b', '<parentRef name="b"/>'],
    [
      '"x" | string "y" | token \'z\'',
      '<choice><value>x</value><value type="string">y</value><value type="token">z</value></choice>',
    ],
    [
      'xsd:int { minInclusive = "1" maxInclusive = "9" } | xsd:int "3"',
      `<choice ${XSD}><data type="int"><param name="minInclusive">1</param><param name="maxInclusive">9</param></data><value type="int">3</value></choice>`,
    ],
    ['string - ("x" | "y")', '<data type="string"><except><value>x</value><value>y</value></except></data>'],
    ['token { } - "x"', '<data type="token"><except><value>x</value></except></data>'],
    ['external "b.rng" inherit = xml', '<externalRef href="b.rng" ns="http://www.w3.org/XML/1998/namespace"/>'],
    [
      'grammar { start = b b = c }',
      '<grammar><start><ref name="b"/></start><define name="b"><ref name="c"/></define></grammar>',
    ],
    ['\\element, \\start', '<group><ref name="element"/><ref name="start"/></group>'],
  ])('%s', expectSame);

  test.each([
    ['element * { empty }', '<element><anyName/><empty/></element>'],
    [
      'element p:* - (p:x | y) { empty }',
      '<element><nsName ns="urn:p"><except><name ns="urn:p">x</name><name ns="">y</name></except></nsName><empty/></element>',
    ],
    [
      'element * - p:* { empty }',
      '<element><anyName><except><nsName ns="urn:p"/></except></anyName><empty/></element>',
    ],
    [
      'attribute a | p:b | (c | d) { empty }',
      '<attribute><choice><name>a</name><name ns="urn:p">b</name><name>c</name><name>d</name></choice><empty/></attribute>',
    ],
    ['element list { empty }', '<element name="list"><empty/></element>'],
    ['element \\list { empty }', '<element name="list"><empty/></element>'],
  ])('name class: %s', (compact, xml) => expectSame(`namespace p = "urn:p"\n${compact}`, xml));
});

describe('2: grammars', () => {
  test.each([
    ['start = a', '<grammar><start><ref name="a"/></start></grammar>'],
    [
      'start |= a start |= b',
      '<grammar><start combine="choice"><ref name="a"/></start><start combine="choice"><ref name="b"/></start></grammar>',
    ],
    ['\\div &= a', '<grammar><define name="div" combine="interleave"><ref name="a"/></define></grammar>'],
    [
      'div { a = b } include "c" include "d" inherit = xml { div { start = e } }',
      '<grammar><div><define name="a"><ref name="b"/></define></div><include href="c"/><include href="d" ns="http://www.w3.org/XML/1998/namespace"><div><start><ref name="e"/></start></div></include></grammar>',
    ],
  ])('%s', expectSame);
});

describe('3: characters', () => {
  test.each([
    ['element a { "x\\x{e4}\\xx{0000042}" }', '<element name="a"><value>xäB</value></element>'],
    ['\\x{65}lement a \\x{7b} empty }', '<element name="a"><empty/></element>'],
    ['"\\x{A}\\x{d}"', '<value>\n&#xD;</value>'],
    ['"""x"y\n""z"""', '<value>x"y\n""z</value>'],
    ["'''it's''' ~ \"\" ~ ' so'", "<value>it's so</value>"],
    ['"a\\b"', '<value>a\\b</value>'],
    ['# first "\n"x" # { last', '<value>x</value>'],
  ])('%s', expectSame);

  test('line ends of all kinds are line ends, also in strings', () => {
    expectSame('"""x\r\ny\rz"""', '<value>x\ny\nz</value>');
    expect(placesOf('# comment\r"x" }')).toEqual(['2:5 syntax-error']);
  });

  test('places are those of the text as written, whatever escapes come before', () => {
    const { text, at } = marked('element a { "\\x{41}\\x{1F600}\\x{42}", ▸xsd:inr }');
    expect(placesOf(text)).toEqual([`${at} datatype-unknown`]);
  });

  test.each([
    ['literal-unclosed', 'element a { ▸"x\n" }'],
    ['literal-unclosed', 'element a { ▸"""x"" }'],
    ['literal-unclosed', 'element a { ▸"x'],
    ['escape-invalid', 'element a { "▸\\x{0}" }'],
    ['escape-invalid', 'element a { "▸\\x{d800}" }'],
    ['escape-invalid', 'element a { "▸\\x{110000}" }'],
    ['escape-invalid', 'element a { "▸\\x{" }'],
    ['character-invalid', 'element a { "\\x{41}" ▸; }'],
    ['character-invalid', 'element a { "▸\u0001" }'],
    ['character-invalid', 'element ▸\\x{A}a { empty }'],
  ])('%s: %s', (code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text)).toEqual([`${at} ${code}`]);
  });
});

describe('4: declarations', () => {
  test('namespaces', () => {
    const names = (schema: string) => simpleForm(schema)[1]?.split(' = ')[0];
    expect(names('default namespace = "urn:d"\nelement a { empty }')).toBe('#0 {urn:d}a');
    expect(names('default namespace p = "urn:d"\nelement p:a { empty }')).toBe('#0 {urn:d}a');
    expect(names('namespace list = "urn:" ~ "d"\nelement list:a { empty }')).toBe('#0 {urn:d}a');
    expect(names('namespace local = ""\ndefault namespace = "urn:d"\nelement local:a { empty }')).toBe('#0 a');
    expect(names('element xml:a { empty }')).toBe('#0 {http://www.w3.org/XML/1998/namespace}a');
  });

  test('the default namespace is not that of attributes', () => {
    expect(simpleForm('default namespace = "urn:d"\nelement a { attribute n { text } }')[1]).toBe(
      '#0 {urn:d}a = @n:text',
    );
  });

  test('inherit: the namespace of the schema that includes', () => {
    const files = {
      plain: 'element b { empty }',
      set: 'default namespace = inherit\nnamespace p = inherit\nelement p:c { element d { empty } }',
    };
    const schema =
      'default namespace = "urn:d"\nnamespace o = "urn:o"\nelement a { external "plain", external "set" inherit = o }';
    expect(simpleForm(schema, files).map((line) => line.split(' = ')[0])).toEqual([
      'start',
      '#0 {urn:d}a',
      '#1 {urn:d}b',
      '#2 {urn:o}c',
      '#3 {urn:o}d',
    ]);
  });

  test('libraries of datatypes', () => {
    const schema = 'datatypes x = "http://www.w3.org/2001/XMLSchema-datatypes"\nelement a { x:int }';
    expect(simpleForm(schema)).toContain('#0 a = xsd:int');
  });

  test('prefixes in values are those of the schema', () => {
    const { grammar } = loadText('namespace p = "urn:p"\ndefault namespace = "urn:d"\nelement a { xsd:QName "p:x" }');
    const content = grammar?.definitions[0]?.content;
    const namespaces = content?.kind === 'value' ? content.namespaces : new Map();
    expect([namespaces.get('p'), namespaces.get('')]).toEqual(['urn:p', 'urn:d']);
  });

  test.each([
    ['prefix-undeclared', 'element ▸p:a { empty }'],
    ['prefix-undeclared', 'element ▸p:* { empty }'],
    ['prefix-undeclared', 'element a { ▸p:int }'],
    ['prefix-undeclared', 'element a { external "x" inherit = ▸p }'],
    ['prefix-reserved', 'namespace ▸xmlns = "urn:x"\nelement a { empty }'],
    ['prefix-reserved', 'namespace ▸xml = "urn:x"\nelement a { empty }'],
    ['prefix-reserved', 'namespace ▸x = "http://www.w3.org/XML/1998/namespace"\nelement a { empty }'],
    ['declared-twice', 'namespace x = "urn:x"\nnamespace ▸x = "urn:y"\nelement a { empty }'],
  ])('%s: %s', (code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text, { x: 'element b { empty }' })[0]).toBe(`${at} ${code}`);
  });

  test('the last of two declarations counts, with a warning', () => {
    const { grammar, diagnostics } = loadText('namespace x = "urn:x"\nnamespace x = "urn:y"\nelement x:a { empty }');
    expect(grammar?.definitions[0]?.nameClass).toEqual({ kind: 'name', namespace: 'urn:y', local: 'a' });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });
});

describe('5: annotations', () => {
  const declared = (schema: string) =>
    `namespace x = "urn:x"\nnamespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"\n${schema}`;

  test('are left out wherever they may stand', () => {
    const schema = declared(`
      x:top [ n = "1" "text" ~ "more" x:in [ ] ]
      ## of the start
      [ x:n = "1" note [ "x" element [ ] ] ]
      start = [ x:n = "1" ] element [ x:n = "1" ] b >> x:c [ ] { ([ x:d [] ] (text*) >> x:e [] ) >> x:f [] }
      note [ ]
      y = xsd:int { [ x:n = "1" ] minInclusive = "1" } >> x:c [] | (token - ([ x:n = "1" ] "z")) >> x:c []
      div { x:d [] }`);
    expect(readWritten(schema, 'compact').messages).toEqual([]);
    expect(simpleForm(schema)).toEqual(['start = #0', '#0 b = (empty | text+)']);
  });

  test('documentation of elements and default values of attributes are kept', () => {
    const schema = declared(
      '##  of the\n##   definition\nb = [ a:documentation [ "own" ] ] element b { [ a:defaultValue = "1" ] attribute n { text }? }\n## of c\nc = element c { empty }\nstart = b | c',
    );
    expect(simpleForm(schema)).toEqual([
      'start = (#0 | #1)',
      "#0 b = (empty | @n='1':text) ## own",
      '#1 c = empty ## of c',
    ]);
  });

  test.each([
    ['annotation-namespace', 'namespace r = "http://relaxng.org/ns/structure/1.0"\n[ ▸r:n = "1" ] element b { empty }'],
    ['annotation-namespace', 'namespace r = "http://relaxng.org/ns/structure/1.0"\n[ ▸r:n [ ] ] element b { empty }'],
    ['annotation-namespace', 'namespace i = inherit\n[ ▸i:n [ ] ] element b { empty }'],
    ['annotation-namespace', '[ x [ ▸xmlns = "1" ] ] element b { empty }'],
    ['annotation-repeated', '[ xml:n = "1" ▸xml:n = "2" ] element b { empty }'],
    ['annotation-not-allowed', 'element b { empty } ▸>> x [ ]'],
    ['annotation-not-allowed', '[ ▸x [ ] ] "value"'],
    ['syntax-error', '[ n ▸= "1" ] element b { empty }'],
    ['syntax-error', 'element b { empty } ▸## behind'],
  ])('%s: %s', (code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text)).toEqual([`${at} ${code}`]);
  });
});

describe('what is wrong with the syntax is said once, at its place', () => {
  test.each([
    ['element a { b ▸c }', 'unexpected "c"; expected "}", or an operator between patterns'],
    ['element a { b, ▸}', 'unexpected "}"; expected a pattern'],
    ['element a ▸text', 'unexpected keyword "text"; expected "{"'],
    ['element ▸{ empty }', 'unexpected "{"; expected a name or a name class'],
    ['start ▸a', 'unexpected "a"; expected "=", "|=" or "&=" after "start"'],
    ['▸', 'unexpected end of the schema; expected a pattern'],
    ['start = a ▸}', 'unexpected "}"; expected "start", "include", "div" or a definition'],
    ['element a ▸- b { empty }', 'unexpected "-"; expected "|" or "{"'],
    ['include "x" { ▸include "y" }', 'unexpected keyword "include"; expected "start", "div" or a definition'],
    ['namespace ▸= "x"', 'unexpected "="; expected a prefix'],
    ['datatypes x = ▸y', 'unexpected "y"; expected a string in quotation marks'],
    ['element a { xsd:int { ▸"x" } }', 'unexpected string "x"; expected a parameter or "}"'],
    ['grammar { start = a ', 'unexpected end of the schema; expected "}"'],
    ['element a { parent ▸list }', 'unexpected keyword "list"; expected an identifier'],
  ])('%s', (schema, message) => {
    const { text, at } = marked(schema.includes('▸') ? schema : `${schema}▸`);
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(`${at} schema/syntax-error ${message}`)).toBe(true);
  });

  test('operators that do not go together, and exceptions without parentheses', () => {
    const operators = marked('element a { b, c ▸| d & e }');
    expect(placesOf(operators.text)[0]).toBe(`${operators.at} mixed-operators`);
    expect(placesOf(operators.text)).toHaveLength(1);
    for (const schema of [
      'element a { token ▸- "x" | b }',
      'element a { token ▸- "x"* }',
      'element a { "y" | token ▸- "x" }',
    ]) {
      const { text, at } = marked(schema);
      expect(placesOf(text)).toContain(`${at} except-needs-parentheses`);
    }
  });

  test('a keyword is told how to be a name, and a file that is no schema what it was read as', () => {
    const notes = (text: string, path?: string) => loadText(text, {}, path).diagnostics.map(({ note }) => note);
    expect(notes('start = a\nlist = b', 'x.rnc')).toEqual(['to use "list" as an identifier, write "\\list"']);
    expect(notes('Dear Mr. President:', 'letter.txt')[0]).toMatch(/read as RELAX NG compact syntax$/);
  });
});
