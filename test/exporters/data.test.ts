/** TEI as data: the model by its schema, tables, and the index of letters. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { cmif, csv, json, jsonl } from '../../src/exporters/index.js';
import { elementMaker, writeXml } from '../../src/exporters/make-xml.js';
import { nameUuid } from '../../src/exporters/name-uuid.js';
import { createSource } from '../../src/source/index.js';
import { validate } from '../../src/validate.js';
import { exported, hostileXml, letterXml, teiFile } from './tei.js';

const schema = JSON.parse(readFileSync('schemas/document.schema.json', 'utf8'));
const isModel = new Ajv2020({ allErrors: true }).compile(schema);
const isDocument = new Ajv2020({ allErrors: true }).compile({
  ...schema,
  $id: 'urn:teiscribe:one-document',
  ...schema.$defs.document,
});
const corpus = readdirSync('corpus').flatMap((collection) =>
  existsSync(`corpus/${collection}/tei`)
    ? readdirSync(`corpus/${collection}/tei`).map((file) => `corpus/${collection}/tei/${file}`)
    : [],
);
const seed = teiFile(readFileSync('corpus/frus/tei/frus1961-63v06-d15.xml', 'utf8'), 'd15');

describe('json', () => {
  test.each(corpus)('%s is as the schema says', async (path) => {
    const { text, found } = await exported(json, [teiFile(readFileSync(path, 'utf8'))]);
    expect(isModel(JSON.parse(text()))).toBe(true);
    expect(found.filter(({ code }) => code !== 'export/dropped')).toEqual([]);
  });

  test('of hostile TEI, too; what is missing or spoilt the schema refuses', async () => {
    const { text } = await exported(json, [teiFile(hostileXml())]);
    const model = JSON.parse(text());
    expect(isModel(model)).toBe(true);
    expect(isModel({ ...model, modelVersion: 2 })).toBe(false);
    expect(isModel({ ...model, documents: [{}] })).toBe(false);
  });

  test('text and marks: offsets say where what stands', async () => {
    const body =
      '<div type="document" xml:id="d1" n="7"><head>7. Letter</head><p>Dear <hi rend="italic">Mr.  <persName corresp="#p_A">Ada</persName></hi>,<note xml:id="d1fn1" n="1">A <hi>note</hi>.</note> on <pb n="2"/>this</p><list><item>one</item></list></div>';
    const [document] = JSON.parse((await exported(json, [teiFile(letterXml(body))])).text()).documents;
    expect(document).toMatchObject({ id: 'd1', number: '7', title: 'Letter', pages: ['2'], persons: ['p_A'] });
    expect(document.blocks).toEqual([
      { kind: 'heading', element: 'head', within: [], text: '7. Letter', marks: [] },
      {
        kind: 'paragraph',
        element: 'p',
        within: [],
        text: 'Dear Mr. Ada, on this',
        marks: [
          { element: 'hi', start: 5, end: 12, attributes: { rend: 'italic' } },
          { element: 'persName', start: 9, end: 12, attributes: { corresp: '#p_A' } },
          { element: 'note', start: 13, end: 13, attributes: { 'xml:id': 'd1fn1', n: '1' }, note: 0 },
          { element: 'pb', start: 17, end: 17, attributes: { n: '2' } },
        ],
      },
      { kind: 'listItem', element: 'item', within: ['list'], text: 'one', marks: [] },
    ]);
    expect(document.notes).toEqual([
      {
        id: 'd1fn1',
        number: '1',
        blocks: [
          {
            kind: 'paragraph',
            element: 'note',
            within: [],
            text: 'A note.',
            marks: [{ element: 'hi', start: 2, end: 6 }],
          },
        ],
      },
    ]);
  });

  test('the seed: who, when, where, from which archive', async () => {
    const [document] = JSON.parse((await exported(json, [seed])).text()).documents;
    expect(document).toMatchObject({
      id: 'd15',
      number: '15',
      date: { from: '1961-05-12', to: '1961-05-12' },
      pages: ['19', '20', '21'],
      source: { identifier: { repository: 'Kennedy Library' } },
    });
    expect(document.notes.map(({ number }: { readonly number: string }) => number)).toEqual(['0', '1', '2', '3']);
  });
});

describe('jsonl', () => {
  test('one document a line, each as in json', async () => {
    const files = corpus.map((path, index) => teiFile(readFileSync(path, 'utf8'), `t${index}`));
    const { text } = await exported(jsonl, files);
    const lines = text().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(files.length);
    for (const line of lines) expect(isDocument(JSON.parse(line))).toBe(true);
  });

  test('says that sections have no line', async () => {
    const xml = letterXml('<div><head>Preface</head><p>x</p></div><div type="document" xml:id="d1"><p>y</p></div>');
    const { found, text } = await exported(jsonl, [teiFile(xml)]);
    expect(found.map(({ code }) => code)).toEqual(['export/dropped']);
    expect(text().trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('csv', () => {
  const xml = letterXml(
    '<div type="document" xml:id="d1" n="1"><head>1. Telegram From the Embassy to the Department<note n="1" type="source">Source: Library, "Box" 1.</note></head><p>=SUM(A1) <persName corresp="#p_A">Ada</persName> wrote on <date when="1961-05-16">May 16</date>.</p></div>',
  );

  test('three tables', async () => {
    const { files, text } = await exported(csv, [teiFile(xml)]);
    expect(files.map(({ path }) => path)).toEqual(['documents.csv', 'notes.csv', 'mentions.csv']);
    expect(text('notes.csv')).toBe('document,id,number,type,text\r\nd1,,1,source,"Source: Library, ""Box"" 1."\r\n');
    expect(text('mentions.csv')).toBe(
      'document,kind,key,name,text\r\nd1,person,p_A,,Ada\r\nd1,date,1961-05-16,,May 16\r\n',
    );
    const [header = '', row = ''] = text('documents.csv').split('\r\n');
    expect(header.split(',').length).toBe(17);
    expect(row).toContain('d1,letter.xml,1,Telegram From the Embassy to the Department,');
  });

  test('with -o the documents alone, and it says so', async () => {
    const { files, found } = await exported(csv, [teiFile(xml)], { single: true });
    expect(files).toHaveLength(1);
    expect(found.some(({ message }) => message.includes('--out-dir'))).toBe(true);
  });

  test('no cell is a formula', async () => {
    const { text } = await exported(csv, [teiFile(letterXml('<p><persName>=1+1</persName><note>@x</note></p>'))]);
    expect(text('mentions.csv')).toContain("'=1+1");
    expect(text('notes.csv')).toContain("'@x");
  });
});

describe('cmif', () => {
  const settings = {
    title: 'Letters of Ada',
    url: 'https://example.org/letters/',
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    editors: [{ name: 'Grace Hopper', email: 'grace@example.org' }],
    date: '2024-05-31',
  };

  test('the seed: both its letters have a sender and an addressee', async () => {
    const { text, found } = await exported(cmif, [seed], { settings });
    expect(text()).toContain('<correspDesc key="15" ref="https://example.org/letters/d15"');
    expect(text()).toContain('<correspDesc key="d15-letter" ref="https://example.org/letters/d15-letter"');
    expect(text()).toMatch(/<correspAction type="sent">\s*<orgName>Department of State<\/orgName>/);
    expect(text()).toMatch(/<persName>N\. Khrushchev, [^<]+<\/persName>\s*<date when="1961-05-12"\/>/);
    expect(text().match(/<correspDesc/g)).toHaveLength(2);
    expect(found.every(({ code }) => code === 'export/dropped')).toBe(true);
  });

  test('is valid by the schema of the format', async () => {
    const file = '../shared/schemas/cmif.rng';
    if (!existsSync(file)) return console.log('skipped: the schema of CMIF is not at hand');
    const { text } = await exported(cmif, [seed], { settings });
    const grammar = createSource(file, readFileSync(file, 'utf8'));
    const found: string[] = [];
    const options = { schema: file, checks: ['grammar' as const], read: () => grammar };
    await validate(createSource('cmif.xml', text()), options, ({ message }) => found.push(message));
    expect(found).toEqual([]);
    await validate(createSource('bad.xml', text().replaceAll('key="15"', 'kee="15"')), options, (d) =>
      found.push(d.code),
    );
    expect(found).toEqual(['rng/attribute-not-allowed']);
  });

  test('a date that is doubted says so', async () => {
    const header =
      '<profileDesc><correspDesc><correspAction type="sent"><persName>Ada</persName><date when="1843-07-09" cert="low"/></correspAction></correspDesc></profileDesc>';
    const { text } = await exported(cmif, [teiFile(letterXml('<p>x</p>', 'x', header))], { settings });
    expect(text()).toContain('<date when="1843-07-09" cert="low"/>');
  });

  test('who is not known is "Unknown"; addresses of persons are kept, other keys are said', async () => {
    const header =
      '<profileDesc><correspDesc><correspAction type="sent"><persName ref="https://d-nb.info/gnd/1">Ada &amp; Co</persName><persName ref="#x">Eve</persName><date notBefore="1843-07"/></correspAction></correspDesc></profileDesc>';
    const { text, found } = await exported(cmif, [teiFile(letterXml('<p>x</p>', 'x', header))], { settings });
    expect(text()).toContain('<persName ref="https://d-nb.info/gnd/1">Ada &amp; Co</persName>');
    expect(text()).toContain('<persName>Eve</persName>');
    expect(text()).toContain('<persName>Unknown</persName>');
    expect(text()).toContain('1843-07');
    expect(found.filter(({ message }) => message.includes('cannot carry keys of persons'))).toHaveLength(1);
  });

  test.each([
    ['no settings', {}, 'export/setting-missing', '"cmif" needs "title", "url", "licence", "editors" in edition.json'],
    [
      'an editor without e-mail',
      { ...settings, editors: [{ name: 'Ada' }] },
      'export/setting-missing',
      '"cmif" needs "email of Ada" in edition.json',
    ],
    [
      'another licence',
      { ...settings, licence: { name: 'x', url: 'https://example.org' } },
      'export/licence-not-allowed',
      '"cmif" cannot have the licence of edition.json; expected https://creativecommons.org/licenses/by/4.0/ or https://creativecommons.org/publicdomain/zero/1.0/',
    ],
  ])('%s: nothing is written', async (_, given, code, message) => {
    const { files, found } = await exported(cmif, [seed], { settings: given });
    expect(files).toEqual([]);
    expect(found).toContainEqual(expect.objectContaining({ code, message, severity: 'error' }));
  });

  test('no letters: nothing is written', async () => {
    const { files, found } = await exported(cmif, [teiFile(letterXml('<p>x</p>'))], { settings });
    expect([files, found.map(({ code }) => code)]).toEqual([[], ['export/no-letters']]);
  });

  test('is the same in every run', async () => {
    const run = async () => (await exported(cmif, [seed], { settings })).text();
    expect(await run()).toBe(await run());
    // As uuid.uuid5(uuid.NAMESPACE_URL, ...) of Python has it.
    expect(await nameUuid('https://example.org/letters/')).toBe('8971620f-3af0-5a04-b4f1-5bd3510dc960');
  });
});

test('made XML: what XML cannot hold is U+FFFD, text is never laid out', () => {
  const make = elementMaker('urn:x');
  expect(writeXml(make('a', { b: '<\u0000' }, [make('c', {}, 'x\ud800 & y'), undefined]))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="urn:x" b="&lt;\ufffd">\n  <c>x\ufffd &amp; y</c>\n</a>\n',
  );
});
