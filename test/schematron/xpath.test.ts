/** Functions of XSLT, plain expressions beside FontoXPath, and what cannot be evaluated. */
import { describe, expect, test } from '@jest/globals';
import { fc } from '../fast-check.js';
import { check, found, messages, schemaText } from './check-text.js';

const rule = (context: string, checks: string) =>
  `<pattern id="p"><rule context="${context}">${checks}</rule></pattern>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

describe('functions of XSLT', () => {
  test('current() is the context of the rule', async () => {
    const schema = schemaText(rule('n', '<report test="//n[@v = current()/@v][2]">twice</report>'));
    expect(await found(schema, '<a><n v="1"/><n v="2"/><n v="1"/></a>')).toEqual(['1:4 sch/p', '1:24 sch/p']);
  });

  test('key() finds nodes by a value, id() by xml:id', async () => {
    const schema = schemaText(
      `<xsl:key name="k" match="person" use="@key"/>${rule('n', "<assert test=\"key('k', @v)/name = 'x' and id(@w)/self::person\">x</assert>")}`,
    );
    const people = '<person key="a" xml:id="i"><name>x</name></person>';
    expect(await found(schema, `<a>${people}<n v="a" w="i"/><n v="b" w="i"/><n v="a" w="j"/></a>`)).toEqual([
      '1:70 sch/p',
      '1:86 sch/p',
    ]);
  });

  test('a function of the schema: parameters, choice, recursion by a template', async () => {
    const schema = schemaText(`<ns prefix="f" uri="urn:f"/>
      <xsl:function name="f:twice"><xsl:param name="s"/><xsl:variable name="t" select="concat($s, $s)"/><xsl:choose><xsl:when test="$s = 'no'">none</xsl:when><xsl:otherwise><xsl:value-of select="$t"/></xsl:otherwise></xsl:choose></xsl:function>
      <xsl:function name="f:down"><xsl:param name="n"/><xsl:call-template name="down"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:function>
      <xsl:template name="down"><xsl:param name="n"/><xsl:value-of select="$n"/><xsl:if test="$n &gt; 1"><xsl:call-template name="down"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></xsl:template>
      ${rule('n', '<report test="true()"><value-of select="f:twice(@v)"/> <value-of select="string-join(f:down(3), \'\')"/></report>')}`);
    expect(await messages(schema, '<a><n v="x"/><n v="no"/></a>')).toEqual(['xx 321', 'none 321']);
  });

  test('doc() reads files that can be had; document("") is the schema', async () => {
    const schema = schemaText(
      `${rule('n', '<assert test="@v = doc(\'list.xml\')//i">x</assert><report id="self" test="document(\'\')//*[@id = \'p\']">y</report>')}`,
    );
    const files = { 'list.xml': '<l><i>a</i></l>' };
    expect(await found(schema, '<a><n v="a"/><n v="b"/></a>', { files })).toEqual([
      '1:4 sch/self',
      '1:14 sch/p-1',
      '1:14 sch/self',
    ]);
  });
});

describe('what cannot be evaluated is said once, and is not taken for true', () => {
  test('a document that is not there: all that depends on it, and only that', async () => {
    const schema = schemaText(`<let name="ids" value="doc('http://example.org/ids')//id"/>
      ${rule('n', '<assert id="known" test="@v = $ids">x</assert><assert id="also" test="$ids = @v">x</assert><assert id="lazy" test="@v or $ids">x</assert><assert id="other" test="@w">x</assert>')}`);
    const list = await check(schema, '<a><n v="1"/><n v="2"/></a>');
    expect(list.map(({ code, severity }) => [code, severity])).toEqual([
      ['sch/other', 'error'],
      ['sch/other', 'error'],
      ['sch/not-evaluated', 'warning'],
    ]);
    expect(list[2]?.message).toBe(
      'the document "http://example.org/ids" cannot be had: "known", "also" were not evaluated',
    );
  });

  test('a function that is not known', async () => {
    const schema = schemaText(rule('n', "<assert test=\"format-number(@v, '0') = '1'\">x</assert>"));
    expect(await messages(schema, '<a><n v="1"/><n v="2"/></a>')).toEqual([
      expect.stringContaining('the function format-number() with 2 arguments is not known here: "p" was not evaluated'),
    ]);
  });

  test('a value that is none, at the first node', async () => {
    const schema = schemaText(rule('n', '<assert test="xs:integer(@v) gt 0">x</assert>'));
    const list = await found(schema, '<a><n v="1"/><n v="x"/><n v="y"/><n v="-1"/></a>');
    expect(list).toEqual(['1:34 sch/p', '1:14 sch/not-evaluated']);
  });

  test('a function that calls itself without end, a variable that needs itself', async () => {
    const schema = schemaText(`<ns prefix="f" uri="urn:f"/><let name="a" value="$b"/><let name="b" value="$a"/>
      <xsl:function name="f:f"><xsl:param name="n"/><xsl:sequence select="f:f($n)"/></xsl:function>
      ${rule('n', '<assert test="f:f(1)">x</assert><assert test="$a">x</assert>')}`);
    expect((await found(schema, '<n/>')).map((each) => each.replace(/^\S+ /, ''))).toEqual([
      'sch/not-evaluated',
      'sch/not-evaluated',
    ]);
  });
});

describe('plain expressions are what FontoXPath makes of them', () => {
  const paths = [
    '@a',
    'b',
    './/b',
    'b/@a',
    '//b',
    '..',
    'ancestor::*',
    'preceding::b',
    'following::b',
    'b[1]',
    'b[last()]',
    '*[@a]',
    'preceding-sibling::*[1]',
    'following-sibling::b',
    'descendant::b[2]',
    "//b[@a = '1']",
    'ancestor::a[1]/@a',
    'self::b',
    'node()',
    'text()',
    '//@a',
    'preceding::*[2]',
    '(b | c)',
    'b//c',
    './/c[1]',
  ];
  const path = fc.constantFrom(...paths);
  const text = fc.oneof(
    fc.constantFrom(
      "'1'",
      "'x'",
      "''",
      'name()',
      'normalize-space(.)',
      'string(.)',
      'local-name()',
      "substring-after(name(), 'b')",
    ),
    fc.constantFrom('b[1]', '@a', '..', 'ancestor::a[1]/@a', 'self::b', '*[1]').map((p) => `string(${p})`),
  );
  const leaf = fc.oneof(
    path,
    fc.tuple(path, fc.constantFrom('=', '!='), fc.oneof(path, text)).map((p) => p.join(' ')),
    fc
      .tuple(path, fc.constantFrom('=', 'gt', '<', 'le', '!='), fc.integer({ min: 0, max: 3 }))
      .map(([p, o, n]) => `count(${p}) ${o} ${n}`),
    fc
      .tuple(fc.constantFrom('contains', 'starts-with', 'ends-with'), text, text)
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    path.map((p) => `empty(${p})`),
    fc.tuple(text, fc.constantFrom('eq', 'ne'), text).map((p) => p.join(' ')),
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc.tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression')).map((p) => `(${p.join(' ')})`),
      tie('expression').map((e) => `not(${e})`),
    ),
  }));
  const { xml } = fc.letrec<{ xml: string }>((tie) => ({
    xml: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('<b/>', 'x', '<c a="1"/>', '1'),
      fc
        .tuple(
          fc.constantFrom('a', 'b', 'c'),
          fc.constantFrom('', ' a="1"', ' a="x"'),
          fc.array(tie('xml'), { maxLength: 4 }),
        )
        .map(([n, a, c]) => `<${n}${a}>${c.join('')}</${n}>`),
    ),
  }));

  test('the same nodes are found, and an assert and the report of the same test divide them', async () => {
    await fc.assert(
      fc.asyncProperty(expression, fc.array(xml, { maxLength: 4 }), async (test, content) => {
        const document = `<a>${content.join('')}</a>`;
        // What a function in the expression hides is never plain.
        const hidden = `for $sch..x in 1 return boolean(${test})`.replace('sch..x', 'hidden');
        const schema = schemaText(
          rule(
            '*',
            `<report id="plain" test="${escaped(test)}">x</report><report id="other" test="${escaped(hidden)}">x</report><assert id="not" test="${escaped(test)}">x</assert>`,
          ),
        );
        const list = await found(schema, document);
        const at = (id: string) => list.filter((each) => each.endsWith(`sch/${id}`)).map((each) => each.split(' ')[0]);
        expect(at('plain')).toEqual(at('other'));
        const all = await found(schemaText(rule('*', '<report id="all" test="true()">x</report>')), document);
        expect([...at('plain'), ...at('not')].sort()).toEqual(all.map((each) => each.split(' ')[0]).sort());
        expect(list.filter((each) => each.endsWith('not-evaluated'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
