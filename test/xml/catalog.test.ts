import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource } from '../../src/source/index.js';
import { type Catalog, readCatalog } from '../../src/xml/catalog.js';
import { catalogMessages } from '../../src/xml/catalog-messages.js';
import { resolveCatalogUri, resolveExternalId } from '../../src/xml/resolve-catalog.js';
import { pageExample, saidOf } from '../page-example.js';

const catalogOf = (entries: string, attributes = '') =>
  `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"${attributes}>${entries}</catalog>`;

interface Read {
  readonly catalog: Catalog | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function read(text: string, uri = 'file:///e/catalog.xml', path = 'catalog.xml'): Read {
  const diagnostics: Diagnostic[] = [];
  const catalog = readCatalog(createSource(path, text), uri, (diagnostic) => diagnostics.push(diagnostic));
  return { catalog, diagnostics };
}

/** Asks the first of the catalogs, which are in the folder `file:///e/`; tells also which were read. */
function asking(files: Readonly<Record<string, string>>) {
  const loaded: string[] = [];
  const load = (uri: string): Catalog | undefined => {
    const name = uri.replace('file:///e/', '');
    loaded.push(name);
    const text = Object.hasOwn(files, name) ? files[name] : undefined;
    return text === undefined ? undefined : read(text, uri).catalog;
  };
  const first = [`file:///e/${Object.keys(files)[0]}`];
  return {
    uri: (uri: string) => resolveCatalogUri(uri, first, load),
    external: (id: { publicId?: string; systemId?: string }) => resolveExternalId(id, first, load),
    loaded,
  };
}

const one = (entries: string, attributes?: string) => asking({ 'catalog.xml': catalogOf(entries, attributes) });

describe('reading a catalog', () => {
  test('takes its entries in order, seen from xml:base', () => {
    const { catalog, diagnostics } = read(
      `<?xml version="1.0"?>
      <!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs V1.1//EN" "http://www.oasis-open.org/committees/entity/release/1.1/catalog.dtd">
      ${catalogOf(
        `<!-- <uri name="x" uri="x"/> --><group xml:base="g/" prefer="system"><uri name="http://a/?x&amp;y" uri="a.rng"/></group>
        <uri name="b" uri="b.rng" xml:base="/h/"/><other:uri xmlns:other="o" name="c" uri="c.rng"/><uri name="d"/>`,
        ' xml:base="s/"',
      )}`,
    );
    expect(diagnostics).toEqual([]);
    expect(catalog).toEqual([
      { kind: 'uri', match: 'http://a/?x&y', target: 'file:///e/s/g/a.rng', prefer: 'system' },
      { kind: 'uri', match: 'b', target: 'file:///h/b.rng', prefer: 'public' },
    ]);
  });

  test('knows its elements by their namespace, whatever the prefix', () => {
    const text =
      '<c:catalog xmlns:c="urn:oasis:names:tc:entity:xmlns:xml:catalog"><c:uri name="a" uri="b"/><uri name="x" uri="y"/></c:catalog>';
    expect(read(text).catalog?.map(({ match }) => match)).toEqual(['a']);
  });

  test.each([
    ['<catalog><uri name="a" uri="b"/></catalog>', 'xml/not-a-catalog'],
    ['<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', 'xml/not-a-catalog'],
    ['<catalog', 'xml/'],
    [catalogOf('<uri>'), 'xml/'],
  ])('%s is none: %s', (text, code) => {
    const { catalog, diagnostics } = read(text);
    expect(catalog).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([expect.stringContaining(code)]);
    expect(diagnostics[0]?.place?.source.path).toBe('catalog.xml');
  });
});

describe('a URI', () => {
  test('is led by the entry of its name, the first of them', () => {
    const { uri } = one('<uri name="http://a/b" uri="1.rng"/><uri name="http://a/b" uri="2.rng"/>');
    expect(uri('http://a/b')).toBe('file:///e/1.rng');
    expect(uri('http://a/')).toBeUndefined();
    expect(uri('http://a/b/')).toBeUndefined();
  });

  test('is rewritten by the longest start', () => {
    const { uri } = one(
      '<rewriteURI uriStartString="http://a/" rewritePrefix="a/"/><rewriteURI uriStartString="http://a/b/" rewritePrefix="b/"/>',
    );
    expect(uri('http://a/x.rng')).toBe('file:///e/a/x.rng');
    expect(uri('http://a/b/c/x.rng')).toBe('file:///e/b/c/x.rng');
  });

  test('is led by the longest end; a start goes before an end, a name before both', () => {
    const suffixes = '<uriSuffix uriSuffix="x.rng" uri="short.rng"/><uriSuffix uriSuffix="/x.rng" uri="long.rng"/>';
    expect(one(suffixes).uri('http://a/x.rng')).toBe('file:///e/long.rng');
    const rewritten = `${suffixes}<rewriteURI uriStartString="http://a/" rewritePrefix="r/"/>`;
    expect(one(rewritten).uri('http://a/x.rng')).toBe('file:///e/r/x.rng');
    expect(one(`${rewritten}<uri name="http://a/x.rng" uri="n.rng"/>`).uri('http://a/x.rng')).toBe('file:///e/n.rng');
  });

  test('is looked for in the next catalogs, in their order, before what follows', () => {
    const { uri, loaded } = asking({
      'a.xml': catalogOf('<nextCatalog catalog="b.xml"/><nextCatalog catalog="c.xml"/><uri name="u:1" uri="a.rng"/>'),
      'b.xml': catalogOf('<nextCatalog catalog="d.xml"/><nextCatalog catalog="a.xml"/>'),
      'c.xml': catalogOf('<uri name="u:2" uri="c.rng"/>'),
      'd.xml': catalogOf('<uri name="u:1" uri="d.rng"/>'),
    });
    expect(uri('u:1')).toBe('file:///e/a.rng');
    expect(uri('u:2')).toBe('file:///e/c.rng');
    expect(loaded).toEqual(['a.xml', 'a.xml', 'b.xml', 'd.xml', 'c.xml']);
  });

  test('is delegated to the catalogs of its start alone, the longest start first', () => {
    const { uri } = asking({
      'a.xml': catalogOf(
        '<delegateURI uriStartString="http://a/" catalog="b.xml"/><delegateURI uriStartString="http://a/b/" catalog="c.xml"/><nextCatalog catalog="d.xml"/>',
      ),
      'b.xml': catalogOf('<uri name="http://a/b/x" uri="b.rng"/><uri name="http://a/b/y" uri="b.rng"/>'),
      'c.xml': catalogOf('<uri name="http://a/b/x" uri="c.rng"/>'),
      'd.xml': catalogOf('<uri name="http://a/z" uri="d.rng"/><uri name="http://z" uri="d.rng"/>'),
    });
    expect(uri('http://a/b/x')).toBe('file:///e/c.rng');
    expect(uri('http://a/b/y')).toBe('file:///e/b.rng');
    expect(uri('http://a/z')).toBeUndefined();
    expect(uri('http://z')).toBe('file:///e/d.rng');
  });

  test('ends where catalogs delegate in a circle', () => {
    expect(one('<delegateURI uriStartString="u:" catalog="catalog.xml"/>').uri('u:1')).toBeUndefined();
  });

  test('that is a public identifier is asked for as one', () => {
    const { uri } = one('<public publicId="-//TEI//RNG  All//EN" uri="a.rng"/>');
    expect(uri('urn:publicid:-:TEI:RNG+All:EN')).toBe('file:///e/a.rng');
  });
});

describe('an external identifier', () => {
  const entries = '<public publicId="-//A//B" uri="p.dtd"/><system systemId="http://a/b.dtd" uri="s.dtd"/>';

  test('is led by its system identifier before its public one', () => {
    expect(one(entries).external({ publicId: '-//A//B', systemId: 'http://a/b.dtd' })).toBe('file:///e/s.dtd');
  });

  test('beside an unknown system identifier, by the public one where the catalog prefers it', () => {
    const id = { publicId: ' -//A//B ', systemId: 'http://unknown/' };
    expect(one(entries).external(id)).toBe('file:///e/p.dtd');
    expect(one(entries, ' prefer="system"').external(id)).toBeUndefined();
    expect(one(entries, ' prefer="system"').external({ publicId: '-//A//B' })).toBe('file:///e/p.dtd');
  });

  test('may be rewritten, and delegated', () => {
    const rewriting = one('<rewriteSystem systemIdStartString="http://a/" rewritePrefix="d/"/>');
    expect(rewriting.external({ systemId: 'http://a/b.dtd' })).toBe('file:///e/d/b.dtd');
    expect(one('<systemSuffix systemIdSuffix="b.dtd" uri="x"/>').external({ systemId: 'u/b.dtd' })).toBe('file:///e/x');
    const delegating = asking({
      'a.xml': catalogOf(
        '<delegatePublic publicIdStartString="-//A" catalog="b.xml"/><delegateSystem systemIdStartString="s:" catalog="b.xml"/>',
      ),
      'b.xml': catalogOf(`${entries}<system systemId="s:1" uri="1.dtd"/>`),
    });
    expect(delegating.external({ publicId: '-//A//B' })).toBe('file:///e/p.dtd');
    expect(delegating.external({ systemId: 's:1' })).toBe('file:///e/1.dtd');
  });
});

describe('pages', () => {
  test('on xml/not-a-catalog shows what is said', () => {
    const { said, path, failing, mended } = pageExample('xml/not-a-catalog');
    expect(saidOf(path, read(failing, undefined, path).diagnostics)).toEqual([said]);
    expect(read(mended).diagnostics).toEqual([]);
  });

  test('are there for each code', () => {
    for (const code of catalogMessages.codes.keys()) expect(pageExample(code).mended).not.toBe('');
  });
});
