/** RELAX NG 1.0, section 3: the full syntax, and 4.1 to 4.5 and 4.8 to 4.10, which reading settles. */
import { describe, expect, test } from '@jest/globals';
import { faults, marked, placesOf } from './load-schema.js';
import { simpleForm } from './simple-text.js';

const element = (inner: string, attributes = 'name="a"') =>
  `<element xmlns="http://relaxng.org/ns/structure/1.0" ${attributes}>${inner}</element>`;
const grammar = (inner: string, attributes = '') =>
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ${attributes}>${inner}</grammar>`;
const XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"';

describe('3: every pattern has a place, and nothing else has', () => {
  test.each([
    ['<group><empty/><text/></group>', 'text'],
    ['<choice><value>x</value><value>y</value></choice>', "('x' | 'y')"],
    ['<interleave><element name="b"><empty/></element><text/></interleave>', '(#1 & text)'],
    ['<mixed><element name="b"><empty/></element></mixed>', '(#1 & text)'],
    ['<list><data type="token"/><value>x</value></list>', "list{(token, 'x')}"],
    ['<attribute name="n"/>', '@n:text'],
    ['<attribute><anyName/></attribute>', undefined],
    ['<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>', '(empty | @*:text+)'],
    [`<data type="string" ${XSD}><param name="maxLength">3</param></data>`, 'xsd:string{maxLength=3}'],
    ['<data type="token"><except><value>x</value><value>y</value></except></data>', "token - ('x' | 'y')"],
    ['<notAllowed/>', 'notAllowed'],
  ])('%s', (pattern, simple) => {
    const [, first] = simpleForm(element(pattern));
    if (simple === undefined) expect(first).toBeUndefined();
    else expect(first).toBe(`#0 a = ${simple}`);
  });

  test.each([
    ['a root of another kind', 'not-a-schema', '▸<letter/>'],
    [
      'a definition as root',
      'not-a-schema',
      '▸<define xmlns="http://relaxng.org/ns/structure/1.0" name="x"><empty/></define>',
    ],
    ['no element of RELAX NG', 'unknown-element', element('▸<sequence/>')],
    ['a definition in a pattern', 'element-not-allowed-here', element('▸<start><empty/></start>')],
    ['a pattern without room', 'element-not-allowed-here', element('<text>▸<empty/></text>')],
    [
      'two patterns in an attribute',
      'element-not-allowed-here',
      element('<attribute name="n"><text/>▸<text/></attribute>'),
    ],
    ['a name twice', 'element-not-allowed-here', element('▸<name>b</name><empty/>')],
    ['no name', 'element-not-allowed-here', element('▸<empty/>', '')],
    [
      'param behind except',
      'element-not-allowed-here',
      element('<data type="token"><except><value>x</value></except>▸<param name="p"/></data>'),
    ],
    ['no content', 'content-missing', `▸${element('')}`],
    ['an attribute of no pattern', 'attribute-not-allowed', element('<empty ▸type="x"/>')],
    [
      'an attribute in the namespace of RELAX NG',
      'attribute-not-allowed',
      element('<empty ▸r:a="x" xmlns:r="http://relaxng.org/ns/structure/1.0"/>'),
    ],
    ['no reference', 'attribute-missing', grammar('<start>▸<externalRef/></start>')],
    ['text among patterns', 'text-not-allowed', element('<empty/>\n ▸x ')],
    ['a colon too many', 'name-invalid', element('<empty/>', '▸name="a:b:c"')],
    ['a definition with a prefix', 'name-invalid', grammar('<start><ref ▸name="x:y"/></start>')],
    ['combining by something else', 'combine-invalid', grammar('<start ▸combine="group"><empty/></start>')],
    [
      'an include in an include',
      'element-not-allowed-here',
      grammar('<include href="x">▸<include href="y"/></include>'),
    ],
  ])('%s is reported at its place', (_, code, schema) => {
    const { text, at } = marked(schema);
    expect(placesOf(text)).toEqual([`${at} ${code}`]);
  });

  test('what is no XML is reported as that', () => {
    expect(placesOf('<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>')[0]).toMatch(
      / xml\/unclosed-element$/,
    );
  });

  test('what is meant is told from what is written', () => {
    expect(faults(element('<oneOrmore><text/></oneOrmore>'))[0]).toMatch(/did you mean "oneOrMore"\?$/);
    expect(faults(element('<data typ="token"/>'))[0]).toMatch(/did you mean "type"\?$/);
  });

  test('after a mistake the rest is judged, and the mistake reported once', () => {
    const schema = grammar('<start><elment name="a"><text/></elment></start><define name="x"><grop/></define>');
    const found = faults(schema);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('"elment"');
    expect(found[1]).toContain('"grop"');
  });
});

describe('4.1: annotations are left out, wherever they stand', () => {
  const foreign = '<x:note xmlns:x="urn:x" n="1">see <element name="b"><nothing/></element></x:note>';
  test('elements and attributes of other namespaces', () => {
    expect(
      simpleForm(element(`${foreign}<choice x:n="1" xmlns:x="urn:x">${foreign}<value>x</value>${foreign}</choice>`)),
    ).toEqual(['start = #0', "#0 a = 'x'"]);
  });

  test('but not in what holds text', () => {
    expect(faults(element(`<value>x${foreign}</value>`))).toHaveLength(1);
  });

  test('documentation of elements and default values of attributes are kept', () => {
    const annotated = grammar(
      '<start><ref name="a"/></start><define name="a"><a:documentation>of\n   the definition</a:documentation><element name="a"><attribute name="n" a:defaultValue="1"/><ref name="b"/></element></define>' +
        '<define name="b"><element name="b"><a:documentation>(b) its own <!-- not this --> words</a:documentation><a:documentation> </a:documentation><empty/></element></define>',
      'xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"',
    );
    expect(simpleForm(annotated)).toEqual([
      'start = #0',
      "#0 a = (@n='1':text, #1) ## of the definition",
      '#1 b = empty ## (b) its own words',
    ]);
  });
});

test('4.2: white space counts in values only', () => {
  expect(simpleForm(element('<name> \n a </name><choice> \t<value type=" string ">  x </value></choice>', ''))).toEqual(
    ['start = #0', "#0 a = string'  x '"],
  );
});

test('4.3: the datatype library is inherited, and set anew', () => {
  const library = (inner: string) => element(inner, `name="a" ${XSD}`);
  expect(simpleForm(library('<data type="int"/>'))).toContain('#0 a = xsd:int');
  expect(simpleForm(library('<choice datatypeLibrary=""><data type="string"/></choice>'))).toContain('#0 a = string');
  expect(faults(element('<data type="string" datatypeLibrary="types/own"/>'))[0]).toMatch(/library-uri-invalid/);
});

test('4.4: a value without a type is a token of the built-in library', () => {
  expect(simpleForm(element('<value>x</value>', `name="a" ${XSD}`))).toContain("#0 a = 'x'");
});

test('4.5: references have no part, and see xml:base', () => {
  const files = { 'folder/b/p': element('<text/>', 'name="p"') };
  const based = (href: string) =>
    `<group xmlns="http://relaxng.org/ns/structure/1.0" xml:base="folder/x"><group xml:base="b/"><externalRef href="${href}"/></group></group>`;
  expect(simpleForm(based('p'), files)).toEqual(['start = #0', '#0 p = text']);
  expect(placesOf(based('p#x'), files)).toEqual([expect.stringMatching(/ href-invalid$/)]);
});

describe('4.8 to 4.10: names', () => {
  test('ns is inherited by elements and by names, not by the name attribute of attributes', () => {
    const schema = element(
      '<attribute name="n"/><attribute name="m" ns="urn:m"/><attribute><name>o</name></attribute><element name="b" ns=""><empty/></element>',
      'name="a" ns="urn:a"',
    );
    expect(simpleForm(schema)).toEqual([
      'start = #0',
      '#0 {urn:a}a = (@n:text, @{urn:m}m:text, @{urn:a}o:text, #1)',
      '#1 b = empty',
    ]);
  });

  test('prefixes are those of XML; the default namespace does not count', () => {
    const schema = element('<element name="p:b"><empty/></element>', 'name="a" xmlns:p="urn:p"');
    expect(simpleForm(schema)).toEqual(['start = #0', '#0 a = #1', '#1 {urn:p}b = empty']);
    expect(faults(element('<element name="p:b"><empty/></element>'))[0]).toContain(
      'schema/prefix-undeclared prefix "p"',
    );
  });

  test('name classes', () => {
    const schema = element(
      '<choice><name>x</name><nsName ns="urn:b"><except><name>y</name></except></nsName></choice><empty/>',
      'ns="urn:a"',
    );
    expect(simpleForm(schema)).toEqual(['start = #0', '#0 ({urn:a}x|{urn:b}*-{urn:b}y) = empty']);
  });
});
