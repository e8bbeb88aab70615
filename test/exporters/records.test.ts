import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { creatorOf, writtenCreator } from '../../src/exporters/archive/creator.js';
import type { ExportSettings } from '../../src/exporters/exporter.js';
import { datacite, dc, roCrate, zenodo } from '../../src/exporters/index.js';
import { createSource } from '../../src/source/index.js';
import { descendants, parseXml, textContent } from '../../src/xml/index.js';
import { exported, HOSTILE, hostileXml, letterXml, teiFile } from './tei.js';

const SETTINGS: ExportSettings = {
  title: 'Letters of Ada Lovelace',
  publisher: 'Analytical Press',
  url: 'https://doi.org/10.5281/zenodo.12345',
  date: '2024-05-31',
  language: 'en',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Ludwig van Beethoven' }, { name: 'Curie, Marie' }, { name: 'Office of the Historian' }],
};

const HEADER = `<teiHeader><fileDesc><titleStmt><title>An evening & its letters</title><author>Byron</author>
<editor><persName><surname>Hopper</surname>, <forename>Grace</forename></persName></editor></titleStmt>
<publicationStmt><publisher>House of Letters</publisher><date when="2021-02-03">3 Feb</date><idno type="DOI">10.1000/182</idno>
<availability><licence target="https://example.org/licence">Free</licence></availability></publicationStmt>
<sourceDesc><msDesc><msIdentifier><settlement>Oxford</settlement><repository>Bodleian Library</repository><idno>Dep. 42</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
<profileDesc><textClass><keywords><term>mathematics</term><term>engines</term></keywords></textClass></profileDesc></teiHeader>`;
const fromHeader = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">${HEADER.replace('&', '&amp;')}<text><body><p>x</p></body></text></TEI>`;

/** Name and text of each element without element children, in order. */
function leaves(xml: string): readonly (readonly [string, string])[] {
  const tree = parseXml(createSource('record.xml', xml), ({ message }) => {
    throw new Error(message);
  });
  if (!tree) throw new Error('no tree');
  return [...descendants(tree.root)]
    .filter(({ children }) => children.every(({ kind }) => kind !== 'element'))
    .map((element) => [element.name.local, textContent(element)]);
}

describe('names', () => {
  test.each([
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Lovelace, Ada', 'Lovelace, Ada'],
    ['Office of the Historian', 'Office of the Historian'],
    ['Voltaire', 'Voltaire'],
    ['Anna von', 'von, Anna'],
    ['', ''],
  ])('%j is %j', (name, written) => expect(writtenCreator(creatorOf(name))).toBe(written));
});

describe('dc', () => {
  test('what the header says, in the order of the standard', async () => {
    const { text } = await exported(dc, [teiFile(fromHeader)], { settings: {} });
    expect(text()).toContain('<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"');
    expect(text()).toContain('xmlns:dc="http://purl.org/dc/elements/1.1/"');
    expect(leaves(text())).toEqual([
      ['title', 'An evening & its letters'],
      ['creator', 'Hopper, Grace'],
      ['subject', 'mathematics'],
      ['subject', 'engines'],
      ['description', '1 document.'],
      ['publisher', 'House of Letters'],
      ['date', '2021-02-03'],
      ['type', 'Text'],
      ['format', 'application/tei+xml'],
      ['identifier', 'https://doi.org/10.1000/182'],
      ['source', 'Oxford, Bodleian Library, Dep. 42'],
      ['language', 'de'],
      ['rights', 'Free'],
      ['rights', 'https://example.org/licence'],
    ]);
  });

  test('an edition in several languages has them all, where the record has room', async () => {
    const letter = (name: string, language: string) =>
      teiFile(fromHeader.replace('xml:lang="de"', `xml:lang="${language}"`), name);
    const files = [letter('a', 'fr'), letter('b', 'de'), letter('c', 'fr')];
    const values = leaves((await exported(dc, files, { settings: {} })).text());
    expect(values.filter(([name]) => name === 'language')).toEqual([
      ['language', 'fr'],
      ['language', 'de'],
    ]);
    const { language: _, ...settings } = SETTINGS;
    const crate: unknown = JSON.parse((await exported(roCrate, files, { settings, single: true })).text());
    expect(crate).toMatchObject({
      '@graph': expect.arrayContaining([expect.objectContaining({ '@id': './', inLanguage: ['fr', 'de'] })]),
    });
    for (const exporter of [datacite, zenodo]) {
      const { text, found } = await exported(exporter, files, { settings, single: true });
      expect(text()).not.toContain('language');
      expect(found.map(({ message }) => message)).toContain(
        `"${exporter.name}" cannot carry more than one language: left out`,
      );
    }
  });

  test('settings go before headers', async () => {
    const { text } = await exported(dc, [teiFile(fromHeader)], { settings: SETTINGS });
    const found = leaves(text());
    expect(found).toContainEqual(['title', 'Letters of Ada Lovelace']);
    expect(found).not.toContainEqual(['creator', 'Hopper, Grace']);
    expect(found).toContainEqual(['rights', 'CC BY 4.0']);
  });

  test('many files have no title of their own: it is asked for', async () => {
    const files = [teiFile(letterXml('<p/>', 'One'), 'a'), teiFile(letterXml('<p/>', 'Two'), 'b')];
    const { files: made, found } = await exported(dc, files);
    expect(made).toEqual([]);
    expect(found.map(({ message }) => message)).toEqual(['"dc" needs "title" in edition.json']);
  });
});

describe('datacite', () => {
  test('the mandatory properties, with the DOI of the settings', async () => {
    const { text } = await exported(datacite, [teiFile(letterXml('<p/>'))], { settings: SETTINGS });
    expect(text()).toContain('<resource xmlns="http://datacite.org/schema/kernel-4">');
    expect(text()).toContain('<identifier identifierType="DOI">10.5281/zenodo.12345</identifier>');
    expect(text()).toContain('<resourceType resourceTypeGeneral="Text">');
    expect(leaves(text()).slice(0, 12)).toEqual([
      ['identifier', '10.5281/zenodo.12345'],
      ['creatorName', 'van Beethoven, Ludwig'],
      ['givenName', 'Ludwig'],
      ['familyName', 'van Beethoven'],
      ['creatorName', 'Curie, Marie'],
      ['givenName', 'Marie'],
      ['familyName', 'Curie'],
      ['creatorName', 'Office of the Historian'],
      ['title', 'Letters of Ada Lovelace'],
      ['publisher', 'Analytical Press'],
      ['publicationYear', '2024'],
      ['resourceType', 'Digital edition (TEI)'],
    ]);
  });

  test('a DOI is not invented: an address is an address, and without one it is asked for', async () => {
    const files = [teiFile(letterXml('<p/>'))];
    const { text } = await exported(datacite, files, { settings: { ...SETTINGS, url: 'https://example.org/ada' } });
    expect(text()).toContain('<identifier identifierType="URL">https://example.org/ada</identifier>');
    const { url: _, ...rest } = SETTINGS;
    const { files: made, found } = await exported(datacite, files, { settings: rest });
    expect([made, found.map(({ message }) => message)]).toEqual([[], ['"datacite" needs "url" in edition.json']]);
  });

  test('all that is missing is named at once', async () => {
    const { found } = await exported(datacite, [teiFile(letterXml('<p/>'))]);
    expect(found.map(({ message }) => message)).toEqual([
      '"datacite" needs "editors", "publisher", "date", "url" in edition.json',
    ]);
  });
});

describe('zenodo', () => {
  test('metadata and citation', async () => {
    const { files, text } = await exported(zenodo, [teiFile(fromHeader)], { settings: SETTINGS });
    expect(files.map(({ path }) => path)).toEqual(['.zenodo.json', 'CITATION.cff']);
    expect(JSON.parse(text('.zenodo.json'))).toEqual({
      title: 'Letters of Ada Lovelace',
      upload_type: 'dataset',
      description: '1 document.',
      creators: [{ name: 'van Beethoven, Ludwig' }, { name: 'Curie, Marie' }, { name: 'Office of the Historian' }],
      publication_date: '2024-05-31',
      access_right: 'open',
      license: 'cc-by-4.0',
      language: 'eng',
      keywords: ['mathematics', 'engines'],
      doi: '10.5281/zenodo.12345',
      references: ['Oxford, Bodleian Library, Dep. 42'],
    });
    expect(text('CITATION.cff')).toBe(`cff-version: 1.2.0
message: "If you use this edition, please cite it as below."
type: dataset
title: "Letters of Ada Lovelace"
authors:
  - family-names: "van Beethoven"
    given-names: "Ludwig"
  - family-names: "Curie"
    given-names: "Marie"
  - name: "Office of the Historian"
abstract: "1 document."
date-released: "2024-05-31"
license: CC-BY-4.0
doi: "10.5281/zenodo.12345"
url: "https://doi.org/10.5281/zenodo.12345"
keywords:
  - "mathematics"
  - "engines"
`);
  });

  test('another licence stands in words', async () => {
    const settings = { ...SETTINGS, licence: { name: 'Ours', url: 'https://example.org/l' } };
    const { text } = await exported(zenodo, [teiFile(fromHeader)], { settings });
    expect(JSON.parse(text('.zenodo.json'))).toMatchObject({ notes: 'Licence: Ours (https://example.org/l)' });
    expect(JSON.parse(text('.zenodo.json'))).not.toHaveProperty('license');
    expect(text('CITATION.cff')).toContain('license-url: "https://example.org/l"');
  });

  test('one file is the metadata alone', async () => {
    const { files } = await exported(zenodo, [teiFile(fromHeader)], { settings: SETTINGS, single: true });
    expect(files.map(({ path }) => path)).toEqual(['.zenodo.json']);
  });

  test('hostile words stay words', async () => {
    const settings = { ...SETTINGS, title: 'a"\n- b: \u2028\u0085' };
    const { text } = await exported(zenodo, [teiFile(hostileXml())], { settings });
    expect(text('CITATION.cff')).toContain(`title: "a\\"\\n- b: \\u2028\\u0085"\n`);
    const one = letterXml(
      '<p/>',
      'x',
      `<encodingDesc><projectDesc><p>${HOSTILE.title}</p></projectDesc></encodingDesc>`,
    );
    const harmful = await exported(zenodo, [teiFile(one)], { settings: SETTINGS });
    expect(JSON.parse(harmful.text('.zenodo.json')).description).not.toContain('<');
  });
});

test.each([dc, datacite, zenodo])('the same input makes the same bytes: $name', async (exporter) => {
  const run = () => exported(exporter, [teiFile(fromHeader)], { settings: SETTINGS });
  expect((await run()).files).toEqual((await run()).files);
});

test('what this program says of how a file was made is no description of the edition', async () => {
  const seed = teiFile(readFileSync('corpus/frus/tei/frus1961-63v06-d15.xml', 'utf8'));
  const { text } = await exported(dc, [seed]);
  expect(leaves(text())).toContainEqual(['description', '1 document, 1961-05-12.']);
  const others = letterXml('<p/>', 'x', '<encodingDesc><projectDesc><p>All letters.</p></projectDesc></encodingDesc>');
  expect(leaves((await exported(dc, [teiFile(others)])).text())).toContainEqual(['description', 'All letters.']);
});
