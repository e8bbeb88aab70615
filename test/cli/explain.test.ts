import { describe, expect, test } from '@jest/globals';
import { fixture } from './fixture.js';

const SCHEMA = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0" ns="http://www.tei-c.org/ns/1.0">
  <start><element name="letter"><a:documentation>A whole
      letter.</a:documentation>
    <element name="opener"><empty/></element>
    <oneOrMore><choice><element name="p"><text/></element><ref name="quote"/></choice></oneOrMore>
    <optional><element name="closer"><text/></element></optional>
  </element></start>
  <define name="quote"><element name="quote">
    <attribute name="type"><a:documentation>Its kind.</a:documentation><choice><value>long</value><value>short</value></choice></attribute>
    <optional><attribute name="n"/></optional>
    <oneOrMore><element name="q"><text/></element></oneOrMore>
  </element></define>
</grammar>`;
const ask = async (...words: readonly string[]) =>
  fixture({ 's.rng': SCHEMA }).run('explain', ...words, '--schema', 's.rng');

describe('explain ELEMENT', () => {
  test('says what it is, where it stands, what it holds, and its attributes', async () => {
    expect(await ask('quote')).toEqual({
      status: 0,
      stderr: '',
      stdout: `<quote>  (schema s.rng)

May stand in
  letter

May hold
  q

Attributes
  n
  type (required): "long", "short"
      Its kind.
`,
    });
    expect((await ask('<letter>')).stdout).toMatch(
      /^<letter> {2}\(schema s\.rng\)\n\nA whole letter\.\n\nMay stand in\n {2}nothing: it is the root of a document\n\nMay hold\n {2}closer, opener, p, quote\n\nAttributes\n {2}none\n$/,
    );
  });

  test.each([
    ['opener', 'letter', 'may stand in <letter>, once.\n\nOnly before\n  closer, p, quote\n'],
    ['closer', 'letter', 'may stand in <letter>, once.\n\nOnly behind\n  opener, p, quote\n'],
    ['p', 'letter', 'may stand in <letter>, as often as needed.\n\nOnly behind\n  opener\n\nOnly before\n  closer\n'],
    ['q', 'letter', 'may not stand in <letter>.\n\nIn <letter> these may hold it\n  quote\n'],
  ])('%s in %s', async (name, parent, said) => {
    expect((await ask(name, 'in', parent)).stdout).toBe(`<${name}> in <${parent}>\n\n<${name}> ${said}`);
  });

  test('a name that is unknown has a near one', async () => {
    const stderr =
      'teiscribe: error: schema "s.rng" has no element "opner"; did you mean "opener"? [run/element-unknown]\n';
    expect(await ask('opner', 'in', 'letter')).toEqual({ status: 2, stdout: '', stderr });
  });

  test('without a schema it is the built-in one', async () => {
    const { stdout } = await fixture().run('explain', 'dateline', 'in', 'closer');
    expect(stdout).toBe('<dateline> in <closer>\n\n<dateline> may stand in <closer>, as often as needed.\n');
  });

  test('what is neither a code nor an element is said to be none', async () => {
    const { status, stderr } = await fixture().run('explain', 'salutt');
    expect([status, stderr]).toEqual([
      2,
      'teiscribe: error: schema "letter" has no element "salutt"; did you mean "salute"? [run/element-unknown]\n',
    ]);
  });
});
