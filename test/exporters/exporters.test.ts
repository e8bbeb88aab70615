import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { behaviourOf } from '../../src/exporters/behaviours.js';
import type { Exporter } from '../../src/exporters/exporter.js';
import * as registry from '../../src/exporters/index.js';
import { readVolume } from '../../src/exporters/reading/index.js';
import { isSafePath, safeName, uniqueNamer } from '../../src/exporters/safe-name.js';
import { createSource } from '../../src/source/index.js';
import { descendants, parseXml } from '../../src/xml/index.js';
import { fc } from '../fast-check.js';
import { pageExample, saidOf } from '../page-example.js';
import { exported, HOSTILE, hostileXml, letterXml, teiFile } from './tei.js';

/** What only a header holds. */
const IN_HEADERS: ReadonlySet<string> = new Set(
  `fileDesc titleStmt sponsor funder principal respStmt resp editionStmt publicationStmt distributor authority
  availability licence seriesStmt notesStmt sourceDesc msDesc msName altIdentifier msContents summary physDesc
  objectDesc supportDesc support handDesc handNote typeDesc additions sealDesc seal accMat history origin
  provenance acquisition additional adminInfo custodialHist surrogates encodingDesc projectDesc samplingDecl
  editorialDecl correction hyphenation interpretation normalization punctuation quotation segmentation stdVals
  appInfo application classDecl taxonomy category catDesc tagsDecl rendition refsDecl listPrefixDef prefixDef
  profileDesc langUsage language creation correspDesc correspAction correspContext textClass keywords catRef
  abstract particDesc settingDesc setting calendarDesc calendar handNotes revisionDesc change`.split(/\s+/),
);

const exporters: readonly Exporter[] = Object.values(registry);

describe('the registry', () => {
  test('every exporter has a page, and every page an exporter', () => {
    const pages = readdirSync('docs/exporters').map((file) => file.replace(/\.md$/, ''));
    expect(pages.sort()).toEqual(exporters.map(({ name }) => name).sort());
    for (const page of pages)
      expect(readFileSync(`docs/exporters/${page}.md`, 'utf8')).toMatch(new RegExp(`^# ${page}\n\n[A-Z]`));
  });
});

describe('names of files', () => {
  test.each([
    ['d15', 'd15'],
    ['../../etc/passwd', 'etc-passwd'],
    ['.htaccess', 'htaccess'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['Brief an Frau Müller', 'Brief-an-Frau-Muller'],
    ['', 'document'],
    ['…', 'document'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));

  test('whatever the name, the path is safe; and names are told apart without regard to case', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE.ids))), (names) => {
        const namer = uniqueNamer();
        const made = names.map(namer);
        for (const name of made) expect(isSafePath(name)).toBe(true);
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });

  test.each(['../a', 'a/../b', '/a', 'a//b', 'C:\\a', 'nul', '.a', 'a.', ''])('%j is not safe', (path) =>
    expect(isSafePath(path)).toBe(false),
  );
});

describe('the documents of a file', () => {
  const ids = (xml: string) =>
    readVolume([teiFile(xml)]).documents.map(({ id, name, title, number }) => ({ id, name, title, number }));

  test('of a volume: each document, those of sections too, with number and title apart', () => {
    const xml = letterXml(
      '<div type="chapter"><head>Laos</head><div type="document" xml:id="d1" n="1"><head>1. Letter<note>Source: x</note></head><p/></div></div><div type="document" xml:id="d2"><p/></div>',
    );
    expect(ids(xml)).toEqual([
      { id: 'd1', name: 'd1', title: 'Letter', number: '1' },
      { id: 'd2', name: 'd2', title: 'letter', number: undefined },
    ]);
  });

  test('a letter without a head: called as the header of its file says, as long as it is the only one there', () => {
    const letter = '<div type="letter" xml:id="l1"><opener><salute>Monsieur,</salute></opener><p/></div>';
    const titles = (body: string) => ids(letterXml(body, 'Letter from Delorme, 1834')).map(({ title }) => title);
    expect(titles(letter)).toEqual(['Letter from Delorme, 1834']);
    expect(titles(`${letter}${letter.replace('l1', 'l2')}`)).toEqual(['letter', 'letter']);
  });

  test('a letter of others: the whole text, called as its title says', () => {
    expect(ids(letterXml('<p>Liebe Mutter</p>', 'Brief an die Mutter'))).toEqual([
      { id: undefined, name: 'letter', title: 'Brief an die Mutter', number: undefined },
    ]);
  });

  test('of several files: called after their files, those of a volume after both', () => {
    const volume = letterXml('<div type="document" xml:id="d1"><p/></div><div type="document" xml:id="d2"><p/></div>');
    const letter = letterXml('<div type="letter" xml:id="d1"><p/></div>');
    const { documents } = readVolume([teiFile(volume, 'v6'), teiFile(letter, 'ada')]);
    expect(documents.map(({ name }) => name)).toEqual(['v6-d1', 'v6-d2', 'ada']);
  });

  test('a file of persons has none, and its persons are found from other files', () => {
    const person = '<person xml:id="ada"><persName>Ada Lovelace</persName>, mathematician</person>';
    const persons = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>${person}</listPerson></standOff></TEI>`;
    const letter = letterXml('<p><persName ref="persons.xml#ada">Ada</persName></p>');
    const volume = readVolume([teiFile(persons, 'persons'), teiFile(letter)]);
    expect(volume.documents.map(({ persons }) => persons)).toEqual([['ada']]);
    expect(volume.persons.get('ada')).toEqual({ id: 'ada', name: 'Ada Lovelace', description: 'mathematician' });
  });

  test('a corpus: each of its texts', () => {
    const one = letterXml('<p>x</p>', 'One');
    const two = letterXml('<p>y</p>', 'Two');
    expect(
      ids(`<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${one}${two}</teiCorpus>`).map(({ title, name }) => [
        title,
        name,
      ]),
    ).toEqual([
      ['One', 'letter'],
      ['Two', 'letter-2'],
    ]);
  });

  test('who wrote when to whom: from correspDesc', () => {
    const header = `<profileDesc><correspDesc><correspAction type="sent"><persName ref="#ada">Ada</persName><placeName>London</placeName><date from="1843-07-05" to="1843-07-06">July</date></correspAction><correspAction type="received"><persName>Charles</persName></correspAction></correspDesc></profileDesc>`;
    const [document] = readVolume([teiFile(letterXml('<p>x</p>', 'x', header))]).documents;
    expect(document).toMatchObject({
      senders: [{ name: 'Ada', key: 'ada', kind: 'person' }],
      addressees: [{ name: 'Charles', kind: 'person' }],
      place: 'London',
      date: { from: '1843-07-05', to: '1843-07-06', text: 'July' },
    });
  });

  test('who wrote when to whom: from head and dateline, where there is nothing else', () => {
    const xml = letterXml(
      `<div type="document" xml:id="d1"><head>1. Telegram From the <gloss type="from">Embassy</gloss> to <persName corresp="#p_R" type="to">Rusk</persName><note type="source">Source: Library.</note></head><dateline><placeName>Geneva</placeName>, <date when="1961-05-16T13:33:00">May 16</date></dateline><pb n="19"/><p>x</p></div>`,
    );
    const [document] = readVolume([teiFile(xml)]).documents;
    expect(document).toMatchObject({
      senders: [{ name: 'Embassy', kind: 'organization' }],
      addressees: [{ name: 'Rusk', key: 'p_R', kind: 'person' }],
      place: 'Geneva',
      date: { from: '1961-05-16', to: '1961-05-16', text: 'May 16' },
      pages: ['19'],
      persons: ['p_R'],
    });
    expect(document?.sourceNote).toBeDefined();
  });
});

describe('the table of behaviours', () => {
  const element = (name: string) =>
    parseXml(createSource('x', `<${name} xmlns="http://www.tei-c.org/ns/1.0"/>`), () => {})?.root;

  test.each([
    ['p', 'paragraph'],
    ['head', 'heading'],
    ['note', 'note'],
    ['pb', 'break'],
    ['floatingText', 'document'],
    ['persName', 'inline'],
    ['teiHeader', 'omit'],
    ['wish', undefined],
  ])('%s: %s', (name, behaviour) => {
    const found = element(name);
    expect(found && behaviourOf(found)).toBe(behaviour);
  });

  test('knows every element of the letter schema that may stand in a text', () => {
    const schema = readFileSync('schemas/letter.rnc', 'utf8');
    const names = [...new Set([...schema.matchAll(/\belement (\w+) \{/g)].map(([, name = '']) => name))];
    expect(names.length).toBeGreaterThan(50);
    const unknown = names.filter((name) => {
      const found = element(name);
      return found && behaviourOf(found) === undefined;
    });
    expect(unknown.filter((name) => !IN_HEADERS.has(name))).toEqual([]);
  });
});

describe('what was not thought of', () => {
  test('is shown, and reported once, with its place', async () => {
    const { code, path, failing, mended, said } = {
      code: 'export/element-not-known' as const,
      ...pageExample('export/element-not-known'),
    };
    const { found, text } = await exported(registry.text, [teiFile(failing, 'letter')]);
    expect(saidOf(path, found, code)).toEqual([said]);
    expect(text()).toContain('Come soon, I beg you.');
    expect((await exported(registry.text, [teiFile(mended, 'letter')])).found).toEqual([]);
  });

  test('is not said twice', async () => {
    const { found } = await exported(registry.text, [teiFile(letterXml('<p><wish>a</wish><wish>b</wish></p>'))]);
    expect(found.map(({ code }) => code)).toEqual(['export/element-not-known']);
  });
});

describe('what is no text for readers', () => {
  test('is reported, with its place', async () => {
    const { path, failing, mended, said } = pageExample('export/element-omitted');
    expect(saidOf(path, (await exported(registry.text, [teiFile(failing, 'letter')])).found)).toEqual([said]);
    expect((await exported(registry.text, [teiFile(mended, 'letter')])).found).toEqual([]);
  });

  test('beside the text, too; lists of persons are read', async () => {
    const beside =
      '<facsimile><graphic url="p.png"/></facsimile><standOff><listPerson><person xml:id="a"><persName>A</persName></person></listPerson><listPlace/></standOff>';
    const xml = letterXml('<p>x</p>').replace('<text>', `${beside}<text>`);
    for (const exporter of [
      registry.html,
      registry.text,
      registry.markdown,
      registry.epub,
      registry.docx,
      registry.json,
    ]) {
      const { found } = await exported(exporter, [teiFile(xml)], { settings: { date: '2024-01-01' } });
      const said = found.filter(({ code }) => code === 'export/element-omitted').map(({ message }) => message);
      expect([exporter.name, said]).toEqual([
        exporter.name,
        ['facsimile', 'listPlace'].map((name) => `element "${name}" is no text for readers, and is not shown`),
      ]);
    }
  });

  test('a diplomatic transcription is the text, where there is no other', async () => {
    const xml = letterXml('').replace(
      /<text>.*<\/text>/,
      '<sourceDoc><surface n="1r"><zone><line>First line</line><line>second <del>line</del></line></zone></surface></sourceDoc>',
    );
    expect((await exported(registry.text, [teiFile(xml)])).text()).toBe('First line\n\nsecond line\n');
  });
});

describe('any TEI', () => {
  const read = async (body: string) => (await exported(registry.text, [teiFile(letterXml(body))])).text();

  test.each([
    [
      'drama',
      '<div><sp><speaker>Licht</speaker><l>Ei, was?</l><l>Gevatter Adam!</l></sp><stage>Ab.</stage></div>',
      'Licht\n\nEi, was?\nGevatter Adam!\n\nAb.\n',
    ],
    [
      'verse',
      '<lg><lg><l>a<caesura/>b</l><l>c</l></lg><lg><l>d <stage>leise</stage></l></lg></lg>',
      'a b\nc\n\nd leise\n',
    ],
    [
      'an entry of a dictionary',
      '<div><entry><form><orth>Haus</orth></form><sense><def>house</def></sense></entry></div>',
      'Haus\n\nhouse\n',
    ],
    [
      'what nobody thought of, among blocks',
      '<div><box><top>one</top><low>two</low></box><p>a <odd><in>b</in><in>c</in></odd></p></div>',
      'one\n\ntwo\n\na bc\n',
    ],
    ['a formula', '<p>so <formula notation="TeX">x=1</formula>.</p>', 'so x=1.\n'],
    [
      'readings',
      '<p>a <choice><sic>hte</sic><corr>the</corr></choice> <subst><del>old</del><add>new</add></subst></p>',
      'a the new\n',
    ],
    [
      'a gap, and words that say what it is',
      '<p>a <gap/> b <gap reason="x"/> [2 lines] c <supplied>d</supplied></p>',
      'a […] b [2 lines] c [d]\n',
    ],
    [
      'an example of markup',
      '<egXML xmlns="http://www.tei-c.org/ns/Examples"><p n="1">x <lb/></p></egXML>',
      '<p n="1">x <lb/></p>\n',
    ],
    [
      'a reference without punctuation',
      '<p><biblStruct><monogr><author>A</author><title>B</title></monogr></biblStruct></p>',
      'A, B\n',
    ],
    ['a title page', '<titlePage><byline>by <docAuthor>A</docAuthor></byline></titlePage>', 'by A\n'],
    [
      'a note in several languages',
      '<p>x<noteGrp><note>eins</note><note>one</note></noteGrp></p>',
      'x[1][2]\n\n[1] eins\n\n[2] one\n',
    ],
    [
      'words where the Guidelines have none',
      '<list>loose<item>one</item></list><p>a<pb n="2"/>b</p>',
      'loose\n\n- one\n\na [Page 2] b\n',
    ],
    [
      'a picture',
      '<figure><graphic url="x.png"><desc>a jug</desc></graphic><head>Fig. 1</head></figure>',
      '[Picture: a jug]\n\nFig. 1\n',
    ],
  ])('%s', async (_, body, expected) => expect(await read(body)).toBe(expected));

  test('in Markdown: verses one below the other, what was deleted struck out', async () => {
    const body =
      '<div><lg><l>a</l><l>b</l></lg><lg><l>c</l></lg><p><subst><del>old</del><add>new</add></subst> <gap/></p></div>';
    const { text } = await exported(registry.markdown, [teiFile(letterXml(body))]);
    expect(text()).toBe('a\\\nb\n\nc\n\n~~old~~new \\[…\\]\n');
  });
});

describe('what a format cannot say', () => {
  test('is reported, with its place', async () => {
    const { path, failing, mended, said } = pageExample('export/dropped');
    expect(saidOf(path, (await exported(registry.text, [teiFile(failing, 'letter')])).found)).toEqual([said]);
    expect((await exported(registry.text, [teiFile(mended, 'letter')])).found).toEqual([]);
  });
});

describe('hostile TEI', () => {
  test.each(exporters.map((exporter) => [exporter.name, exporter] as const))(
    '%s: names of files lead nowhere else',
    async (_, exporter) => {
      const files = [teiFile(hostileXml(), 'hostile')];
      const { files: made, found } = await exported(exporter, files, {
        settings: {
          title: 'x',
          publisher: 'x',
          url: 'https://example.org/',
          date: '2024-01-01',
          licence: { name: 'x', url: 'https://creativecommons.org/licenses/by/4.0/' },
          editors: [{ name: 'x', email: 'x@example.org' }],
        },
      });
      // Nobody wrote to anybody here: there is nothing for an index of letters.
      expect(made.length > 0 || found.some(({ code }) => code === 'export/no-letters')).toBe(true);
      for (const { path } of made) expect(isSafePath(path)).toBe(true);
    },
  );

  test('the volume has it all', () => {
    const [first] = [...descendants(teiFile(hostileXml()).tei.root)];
    expect(first?.name.local).toBe('TEI');
    expect(readVolume([teiFile(hostileXml())]).documents).toHaveLength(HOSTILE.ids.length);
  });
});

describe('the title of a document', () => {
  const titled = (body: string) => readVolume([teiFile(letterXml(body, 'Of the header'))]).documents[0]?.title;

  test.each([
    ['its own head', '<div type="document"><head>Own</head><p>x</p></div>', 'Own'],
    ['the head of the only division', '<div><head>Only</head><p>x</p></div>', 'Only'],
    ['of several divisions none', '<div><head>One</head></div><div><head>Two</head></div>', 'Of the header'],
    ['that of the body before those of divisions', '<head>All</head><div><head>One</head></div>', 'All'],
    ['no head of a list', '<castList><head>Persons</head><castItem>x</castItem></castList><p>x</p>', 'Of the header'],
  ])('%s', (_, body, expected) => expect(titled(body)).toBe(expected));
});
