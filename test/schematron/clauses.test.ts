/** What ISO/IEC 19757-3 says of a schema, clause by clause. */
import { describe, expect, test } from '@jest/globals';
import { check, found, messages, schemaText } from './check-text.js';

const rule = (context: string, checks: string) =>
  `<pattern id="p"><rule context="${context}">${checks}</rule></pattern>`;

describe('assert and report (5.4.2, 5.4.14)', () => {
  const note = schemaText(rule('note', '<assert id="numbered" test="@n">a note has a number</assert>'));

  test('an assert speaks where its test is false, at the start tag of its context', async () => {
    expect(await found(note, '<a>\n <note n="1"/>\n <note/></a>')).toEqual(['3:2 sch/numbered']);
  });

  test('a report speaks where its test is true', async () => {
    const schema = schemaText(rule('note', '<report id="empty" test="not(node())">empty</report>'));
    expect(await found(schema, '<a><note>x</note><note/></a>')).toEqual(['1:18 sch/empty']);
  });

  test('without an id, the code is made of the pattern and the number in it', async () => {
    const two = rule('note', '<assert test="@n">a</assert><assert test="@m">b</assert>');
    expect(await found(schemaText(two), '<note/>')).toEqual(['1:1 sch/p-1', '1:1 sch/p-2']);
    expect(await found(schemaText(rule('note', '<assert test="@n">a</assert>')), '<note/>')).toEqual(['1:1 sch/p']);
    const nameless = '<pattern/><pattern><rule context="note"><assert test="@n">a</assert></rule></pattern>';
    expect(await found(schemaText(nameless), '<note/>')).toEqual(['1:1 sch/pattern-2']);
  });
});

describe('rules and patterns (5.4.11, 5.4.8)', () => {
  test('of a pattern only the first rule that matches fires; patterns are independent', async () => {
    const schema = schemaText(`
      <pattern id="a"><rule context="note[@n]"><report test="true()">with</report></rule>
      <rule context="note"><report test="true()">any</report></rule></pattern>
      <pattern id="b"><rule context="*"><report test="true()">all</report></rule></pattern>`);
    expect(await found(schema, '<note n="1"><note/></note>')).toEqual([
      '1:1 sch/a-1',
      '1:1 sch/b',
      '1:13 sch/a-2',
      '1:13 sch/b',
    ]);
  });

  test.each([
    ['/', '<a/>', ['1:1 sch/p']],
    ['/a', '<a><a/></a>', ['1:1 sch/p']],
    ['@n', '<a n="1" m="2"/>', ['1:4 sch/p']],
    ['b/@*', '<a n="1"><b m="2"/></a>', ['1:13 sch/p']],
    ['a//c', '<a><b><c/></b></a>', ['1:7 sch/p']],
    ['a/c', '<a><b><c/></b></a>', []],
    ['b[2]', '<a><b/><c/><b/></a>', ['1:12 sch/p']],
    ['b[last()]', '<a><b/><b/></a>', ['1:8 sch/p']],
    ['b[position() > 1]', '<a><b/><b/></a>', ['1:8 sch/p']],
    ['b | c', '<a><b/><c/></a>', ['1:4 sch/p', '1:8 sch/p']],
    ['(b | c)[@n]', '<a><b n="1"/><c/></a>', ['1:4 sch/p']],
    ['text()', '<a>x<b/></a>', ['1:4 sch/p']],
    ['comment()', '<a><!--x--></a>', ['1:4 sch/p']],
    ['processing-instruction()', '<a><?x y?></a>', ['1:4 sch/p']],
    ['t:p', '<p xmlns="http://www.tei-c.org/ns/1.0"/>', ['1:1 sch/p']],
    ['t:*', '<p/>', []],
    ['*:p', '<p xmlns="http://www.tei-c.org/ns/1.0"/>', ['1:1 sch/p']],
  ])('context %s', async (context, xml, expected) => {
    expect(await found(schemaText(rule(context, '<report test="true()">x</report>')), xml)).toEqual(expected);
  });
});

describe('let (5.4.6)', () => {
  test('of the schema and of a pattern, seen from the root; of a rule, from its context', async () => {
    const schema = schemaText(`<let name="all" value="count(//n)"/>
      <pattern id="p"><let name="first" value="string((//n)[1]/@v)"/>
      <rule context="n"><let name="own" value="@v"/><report test="true()"><value-of select="$all"/> <value-of select="$first"/> <value-of select="$own"/></report></rule></pattern>`);
    expect(await messages(schema, '<a><n v="x"/><n v="y"/></a>')).toEqual(['2 x x', '2 x y']);
  });

  test('a value keeps its type', async () => {
    const dates =
      '<let name="d" value="xs:date(\'2020-01-01\')"/><report test="$d + xs:dayTimeDuration(\'P1D\') gt xs:date(@v)">later</report>';
    expect(await found(schemaText(rule('n', dates)), '<a><n v="2020-01-01"/><n v="2020-01-02"/></a>')).toEqual([
      '1:4 sch/p',
    ]);
    const numbers = '<let name="i" value="2"/><report test="$i instance of xs:integer and $i eq 2">x</report>';
    expect(await found(schemaText(rule('n', numbers)), '<n/>')).toEqual(['1:1 sch/p']);
    const mixed =
      '<let name="m" value="(1, \'a\', @v)"/><report test="count($m) = 3 and $m[1] instance of xs:integer">x</report>';
    expect(await found(schemaText(rule('n', mixed)), '<n v="q"/>')).toEqual(['1:1 sch/p']);
  });

  test('one may use those before it, and its text where it has no value', async () => {
    const schema = schemaText(
      rule(
        'n',
        '<let name="a" value="@v"/><let name="b" value="concat($a, \'!\')"/><let name="c">text</let><report test="true()"><value-of select="$b"/><value-of select="$c"/></report>',
      ),
    );
    expect(await messages(schema, '<n v="x"/>')).toEqual(['x!text']);
  });
});

describe('what a message holds (5.4.2, 5.5.3, 5.5.4)', () => {
  test('value-of, name, emphasis, on one line', async () => {
    const schema = schemaText(
      rule(
        'n',
        '<report test="true()">the <name/> in\n <name path=".."/> has\t<value-of select="@a"/>, <emph>not</emph> <dir value="rtl">this</dir> <span class="x">one</span></report>',
      ),
    );
    expect(await messages(schema, '<q><n a="1"/></q>')).toEqual(['the n in q has 1, not this one']);
  });

  test('diagnostics, properties and see are in the note', async () => {
    const schema =
      schemaText(`${rule('n', '<report test="true()" diagnostics="d" properties="e" see="guide.html">x</report>')}
      <diagnostics><diagnostic id="d">it has <value-of select="count(@*)"/></diagnostic></diagnostics>
      <properties><property id="e">for editors</property></properties>`);
    expect(await messages(schema, '<n a="1"/>')).toEqual(['x (it has 1; for editors; see guide.html)']);
  });

  test('a subject is where it points', async () => {
    const schema = schemaText(rule('a', '<report test="true()" subject="b">x</report>'));
    expect(await found(schema, '<a><b/></a>')).toEqual(['1:4 sch/p']);
  });
});

describe('role and flag (5.4.2)', () => {
  test.each([
    ['', 'error'],
    ['role="error"', 'error'],
    ['role="fatal"', 'error'],
    ['role="warning"', 'warning'],
    ['role="WARN"', 'warning'],
    ['role="nonfatal"', 'warning'],
    ['role="information"', 'info'],
    ['role="info"', 'info'],
    ['flag="warning"', 'warning'],
    ['role="anything"', 'error'],
  ])('%s is %s', async (attribute, severity) => {
    const [finding] = await check(schemaText(rule('n', `<report ${attribute} test="true()">x</report>`)), '<n/>');
    expect(finding?.severity).toBe(severity);
  });

  test('of the rule, where the assertion has none', async () => {
    const schema = schemaText(
      '<pattern><rule context="n" role="warn"><report test="1">x</report><report test="1" role="error">x</report></rule></pattern>',
    );
    expect((await check(schema, '<n/>')).map(({ severity }) => severity)).toEqual(['warning', 'error']);
  });
});

describe('phases (5.4.10)', () => {
  const schema = (attributes = '') =>
    schemaText(
      `<phase id="one"><let name="w" value="'phase'"/><active pattern="a"/></phase><phase id="two"><active pattern="b"/></phase>
      <pattern id="a"><rule context="n"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><rule context="n"><report test="true()">b</report></rule></pattern>`,
      `queryBinding="xslt2" ${attributes}`,
    );
  test.each([
    [undefined, '', ['sch/a', 'sch/b']],
    [undefined, 'defaultPhase="two"', ['sch/b']],
    ['#DEFAULT', 'defaultPhase="two"', ['sch/b']],
    ['#ALL', 'defaultPhase="two"', ['sch/a', 'sch/b']],
    ['one', 'defaultPhase="two"', ['sch/a']],
    ['three', '', ['sch/phase-unknown']],
  ])('%s with %s', async (phase, attributes, expected) => {
    const list = await check(schema(attributes), '<n/>', phase === undefined ? {} : { phase });
    expect(list.map(({ code }) => code)).toEqual(expected);
  });
});

describe('abstract patterns and rules, include and extends (5.4.4, 5.4.5, 6.3)', () => {
  test('a pattern is made of an abstract one with its parameters', async () => {
    const schema =
      schemaText(`<pattern abstract="true" id="has"><rule context="$what"><assert test="$it">a <name/> has $it</assert></rule></pattern>
      <pattern id="p" is-a="has"><param name="what" value="note"/><param name="it" value="@n"/></pattern>
      <pattern id="q" is-a="has"><param name="what" value="pb"/><param name="it" value="@facs"/></pattern>`);
    expect(await found(schema, '<a><note/><pb facs="1"/><pb/></a>')).toEqual(['1:4 sch/p', '1:25 sch/q']);
  });

  test('a rule takes over what an abstract one asserts and declares', async () => {
    const schema =
      schemaText(`<pattern id="p"><rule abstract="true" id="base"><let name="x" value="@n"/><assert id="b" test="$x">x</assert></rule>
      <rule context="note"><extends rule="base"/><assert id="c" test="@m">y</assert></rule></pattern>`);
    expect(await found(schema, '<note/>')).toEqual(['1:1 sch/b', '1:1 sch/c']);
  });

  test('files: include, with and without a fragment; extends with href', async () => {
    const files = {
      'p.sch':
        '<pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="in"><rule context="note"><assert test="@n">x</assert></rule></pattern>',
      'lib.sch': schemaText(
        '<pattern id="q"><rule context="note" id="r"><assert id="deep" test="@m">x</assert></rule></pattern>',
      ),
    };
    expect(await found(schemaText('<include href="p.sch"/>'), '<note/>', { files })).toEqual(['1:1 sch/in']);
    expect(await found(schemaText('<include href="lib.sch#q"/>'), '<note/>', { files })).toEqual(['1:1 sch/deep']);
    const extended = schemaText('<pattern><rule context="note"><extends href="lib.sch#r"/></rule></pattern>');
    expect(await found(extended, '<note/>', { files })).toEqual(['1:1 sch/deep']);
  });
});

describe('rules within RELAX NG', () => {
  const rng = (
    content: string,
  ) => `<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron">
    <start><element name="n"><text/></element></start>${content}</grammar>`;

  test('patterns, and rules alone, wherever they stand; also those of included files', async () => {
    const files = {
      'b.rng': rng('<s:pattern id="q"><s:rule context="n"><s:assert test="@b">x</s:assert></s:rule></s:pattern>'),
    };
    const schema = rng(
      '<define name="x"><s:rule context="n"><s:assert id="a" test="@a">x</s:assert></s:rule><empty/></define><include href="b.rng"/>',
    );
    expect(await found(schema, '<n/>', { files })).toEqual(['1:1 sch/a', '1:1 sch/q']);
  });
});
