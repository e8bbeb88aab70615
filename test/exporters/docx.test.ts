/** TEI -> a file of Word, read back from its ZIP: the words, footnotes, bookmarks, outline, and the same bytes each time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { docx, text as plain } from '../../src/exporters/index.js';
import { createSource } from '../../src/source/index.js';
import { attributeValue, descendants, type Element, parseXml, textContent } from '../../src/xml/index.js';
import { exported, hostileXml, letterXml, teiFile } from './tei.js';

interface Opened {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly bytes: Uint8Array;
  part(path: string): Element;
}

async function opened(xml: string, settings = {}): Promise<Opened> {
  const { files, found } = await exported(docx, [teiFile(xml)], { settings });
  const content = files[0]?.content;
  if (!(content instanceof Uint8Array)) throw new Error('no bytes');
  const parts = unzipSync(content);
  const part = (path: string): Element => {
    const bytes = parts[path];
    if (!bytes) throw new Error(`no ${path}`);
    const read = parseXml(createSource(path, strFromU8(bytes)), ({ message }) => {
      throw new Error(`${path}: ${message}`);
    });
    if (!read) throw new Error(`${path}: not well-formed`);
    return read.root;
  };
  for (const name of Object.keys(parts)) part(name);
  return { names: Object.keys(parts), codes: found.map(({ code }) => code), bytes: content, part };
}

const all = (element: Element, name: string) => [...descendants(element)].filter((each) => each.name.local === name);
const value = (element: Element | undefined, name: string) =>
  element?.attributes.find((each) => each.name.local === name)?.value;
const style = (element: Element) => value(all(element, element.name.local === 'p' ? 'pStyle' : 'rStyle')[0], 'val');

/** The paragraphs with their styles; marks of notes in notes as they are, footnotes as `[1]`. */
const paragraphs = (root: Element) => all(root, 'p').map((each) => `${style(each) ?? ''}: ${wordsOf(each)}`);

function wordsOf(element: Element): string {
  return [...descendants(element)]
    .map((each) => {
      if (each.name.local === 't') return textContent(each);
      if (each.name.local === 'footnoteReference') return `[${value(each, 'id')}]`;
      if (each.name.local === 'tab' && !value(each, 'pos')) return '\t';
      return each.name.local === 'br' ? '\n' : '';
    })
    .join('');
}

const notes = (root: Element) => all(root, 'footnote').filter((note) => !value(note, 'type'));

test('the height of a line grows with what stands in it: LibreOffice would cut off pictures', async () => {
  const { part } = await opened(letterXml('<p>One<note>Two</note></p>'));
  const heights = all(part('word/styles.xml'), 'spacing').filter((each) => value(each, 'line') !== undefined);
  expect(heights.length).toBeGreaterThan(5);
  expect(new Set(heights.map((each) => value(each, 'lineRule')))).toEqual(new Set(['auto']));
});

test('heads, paragraphs, notes with notes, pages of the print', async () => {
  const { part } = await opened(
    letterXml(
      '<div><head>7. Letter</head><dateline>Rome</dateline><p>Dear <hi rend="italic">Ada </hi>&amp; <hi rend="strong">Eve</hi>,<note n="1"><p>See this.<note>That.</note></p><p>More.</p></note> on <pb n="19"/>we go.<note n="2">Two</note></p></div>',
    ),
  );
  const document = part('word/document.xml');
  expect(paragraphs(document)).toEqual([
    'Heading2: 7. Letter',
    'Dateline: Rome',
    ': Dear Ada & Eve,[1] on [Page 19] we go.[2]',
  ]);
  expect(notes(part('word/footnotes.xml')).map((note) => [value(note, 'id'), ...paragraphs(note)])).toEqual([
    ['1', 'FootnoteText:  See this.[a]', 'FootnoteText: More.', 'FootnoteText: [a] That.'],
    ['2', 'FootnoteText:  Two'],
  ]);
  expect(all(document, 'bookmarkStart').map((each) => value(each, 'name'))).toEqual(['page_19']);
  const runs = all(document, 'r');
  expect(runs.filter((each) => all(each, 'i').length > 0).map(wordsOf)).toEqual(['Ada ']);
  expect(runs.filter((each) => all(each, 'b').length > 0).map(wordsOf)).toEqual(['Eve']);
  expect(runs.filter((each) => style(each) === 'PrintPage').map(wordsOf)).toEqual(['[Page 19]']);
});

test('spaces: a note stands at its word, and words stay apart', async () => {
  const { part } = await opened(
    letterXml(
      '<p> a <note>1</note>b <note>2</note> c<note>3</note>d <hi> e </hi> <lb/> f<note>4</note> <note>5</note></p>',
    ),
  );
  expect(paragraphs(part('word/document.xml'))).toEqual([': a[1] b[2] c[3]d e\nf[4][5]']);
});

test('lists with labels and numbers, tables, quotations, a letter inside a letter, who signed', async () => {
  const { part } = await opened(
    letterXml(
      '<list><head>Present</head><item>a<list><item>b</item></list></item></list><list rend="numbered"><item>one</item></list><list type="simple"><label>(c)</label><item><p>d</p><p>e</p></item></list><table><head>T</head><row role="label"><cell>x</cell><cell cols="2">y</cell></row><pb n="3"/><row><cell>1</cell><cell/><cell>2</cell></row></table><quote rend="blockquote"><p>said</p></quote><floatingText><body><head>In</head><p>Sir</p></body></floatingText><closer><salute>Yours</salute><lb/><signed>Ada</signed></closer>',
    ),
  );
  const document = part('word/document.xml');
  expect(paragraphs(document)).toEqual([
    'ListHead: Present',
    'ListParagraph: a',
    'ListParagraph: b',
    'ListParagraph: one',
    'ListParagraph: (c)\td',
    ': e',
    'ListHead: T',
    ': x',
    ': y',
    ': [Page 3] 1',
    ': ',
    ': 2',
    ': ',
    'Quote: said',
    'Heading2: In',
    ': Sir',
    'Closing: Yours',
    'Closing: Ada',
  ]);
  const [numbers] = all(document, 'p').filter((each) => wordsOf(each) === 'one');
  const [bullets] = all(document, 'p').filter((each) => wordsOf(each) === 'a');
  const list = (each: Element | undefined) => value(each && all(each, 'numId')[0], 'val');
  expect(list(numbers)).toBeDefined();
  expect(list(bullets)).toBeDefined();
  expect(list(numbers)).not.toBe(list(bullets));
  expect(all(document, 'gridSpan').map((each) => value(each, 'val'))).toEqual(['2']);
  expect(all(document, 'tblHeader')).toHaveLength(1);
  const [sir] = all(document, 'p').filter((each) => wordsOf(each) === 'Sir');
  expect(sir && all(sir, 'pBdr')).toHaveLength(1);
});

test('links lead out, or to what is in the file; others are words, which is said', async () => {
  const { part, codes } = await opened(
    letterXml(
      '<p xml:id="here">H<ref target="https://example.org/a?b=1&amp;c=2">a</ref> <ref target="#n1">b</ref> <ref target="#here">c</ref> <ref target="#gone">d</ref><note xml:id="n1">N</note></p>',
    ),
  );
  const document = part('word/document.xml');
  const links = all(document, 'hyperlink');
  expect(links.map(wordsOf)).toEqual(['a', 'b', 'c']);
  expect(links.map((each) => value(each, 'anchor'))).toEqual([undefined, 'n1', 'here']);
  const targets = all(part('word/_rels/document.xml.rels'), 'Relationship').filter((each) => value(each, 'TargetMode'));
  expect(targets.map((each) => [value(each, 'Id'), value(each, 'Target')])).toEqual([
    [value(links[0], 'id'), 'https://example.org/a?b=1&c=2'],
  ]);
  expect(all(document, 'bookmarkStart').map((each) => value(each, 'name'))).toEqual(['here', 'n1']);
  expect(codes).toEqual(['export/dropped']);
});

test('title, author, day and language; numbers of notes that are lost are said', async () => {
  const xml = letterXml('<p>x<note n="*">y</note></p>', 'One &amp; two').replace(
    '</title>',
    '</title><author>Ada</author>',
  );
  const { part, codes } = await opened(xml.replace('<TEI ', '<TEI xml:lang="de" '), { date: '2024-05-06' });
  const core = part('docProps/core.xml');
  const said = (name: string) => all(core, name).map(textContent);
  expect([said('title'), said('creator')]).toEqual([['One & two'], ['Ada']]);
  expect([said('created'), said('modified')]).toEqual([['2024-05-06T00:00:00Z'], ['2024-05-06T00:00:00Z']]);
  expect(value(all(part('word/styles.xml'), 'lang')[0], 'val')).toBe('de');
  expect(codes).toEqual(['export/dropped']);
});

test('a volume: its title, an outline, notes that count anew in each document', async () => {
  const { part, codes } = await opened(
    letterXml(
      '<div type="chapter"><head>Laos</head><div type="document" xml:id="d1"><head>1. One</head><p>x<note n="1">a</note></p></div></div><div type="document" xml:id="d2"><head>2. Two</head><p>y<note n="5">b</note> <ref target="#d1">there</ref></p></div>',
    ),
  );
  const document = part('word/document.xml');
  expect(paragraphs(document)).toEqual([
    'Title: A letter',
    'Heading1: Laos',
    'Heading2: 1. One',
    ': x[1]',
    'Heading1: 2. Two',
    ': y[2] there',
  ]);
  expect(all(document, 'numStart').map((each) => value(each, 'val'))).toEqual(['1', '1', '5']);
  expect(all(document, 'numRestart').map((each) => value(each, 'val'))).toEqual(['eachSect', 'eachSect', 'eachSect']);
  expect(all(document, 'hyperlink').map((each) => value(each, 'anchor'))).toEqual(
    all(document, 'bookmarkStart').map((each) => value(each, 'name')),
  );
  expect(codes).toEqual([]);
});

test('the same input makes the same bytes', async () => {
  const body =
    '<list rend="numbered"><item>a</item></list><p>x<note>y</note><pb n="1"/><ref target="https://example.org/">z</ref></p>';
  const [first, second] = [await opened(letterXml(body)), await opened(letterXml(body))];
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});

test('what is hostile is words; an empty text is a file', async () => {
  const { part } = await opened(hostileXml());
  const rels = all(part('word/_rels/document.xml.rels'), 'Relationship');
  expect(rels.filter((each) => value(each, 'TargetMode') === 'External')).toEqual([]);
  const names = all(part('word/document.xml'), 'bookmarkStart').map((each) => value(each, 'name') ?? '');
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  const empty = await opened(letterXml('<p/>'));
  expect(wordsOf(empty.part('word/document.xml'))).toBe('');
});

describe('documents of the corpus', () => {
  const files = readdirSync('corpus').flatMap((collection) =>
    existsSync(`corpus/${collection}/tei`)
      ? readdirSync(`corpus/${collection}/tei`).map((file) => `corpus/${collection}/tei/${file}`)
      : [],
  );
  test.each(files)('%s: no word is lost, none is added', async (path) => {
    const xml = readFileSync(path, 'utf8');
    const { part } = await opened(xml);
    const document = part('word/document.xml');
    const foot = notes(part('word/footnotes.xml'));
    const letters = (words: string) =>
      [...words.replace(/\[(?:\d+|[a-z])\]/g, '').replace(/[-\s*…]+/g, '')].sort().join('');
    const shown = [document, ...foot].map(wordsOf).join('');
    expect(letters(shown)).toBe(letters((await exported(plain, [teiFile(xml)])).text()));
    const references = all(document, 'footnoteReference').map((each) => value(each, 'id'));
    expect(references).toEqual(foot.map((each) => value(each, 'id')));
    const own = parseXml(createSource(path, xml), () => {});
    const breaks = own ? all(own.root, 'pb').map((each) => attributeValue(each, 'n')) : [];
    const marked = all(document, 'bookmarkStart').filter((each) => value(each, 'name')?.startsWith('page_'));
    expect(marked).toHaveLength(breaks.length);
  });
});
