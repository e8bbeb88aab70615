import { describe, expect, test } from '@jest/globals';
import { type Authority, loadAuthority } from '../../src/authority/index.js';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { frusWeb } from '../../src/profiles/index.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const LIST = `{
  "persons": [
    { "id": "p_RD1", "name": "Rusk, Dean", "description": "Secretary of State" },
    { "id": "p_BM1", "name": "Bundy, McGeorge" },
    { "id": "p_BW1", "name": "Bundy, William P." },
    { "id": "https://viaf.org/viaf/1", "name": "Phouma, Souvanna" }
  ],
  "terms": [{ "id": "t_UN1", "term": "UN", "gloss": "United Nations" }, { "id": "t_PBS1", "term": "PBSUCCESS" }]
}`;

const authority: Authority = loadAuthority(createSource('a.json', LIST), () => {});

function encoded(text: string, encoding = 'frus') {
  const diagnostics: Diagnostic[] = [];
  const source = createSource('d3.txt', text);
  const { tei } = convert(source, { encoding, authority }, (d) => diagnostics.push(d));
  const { noteNumbering = 'ordinal' } = readConversionFacts(tei);
  const rebuilt = rebuildTranscription(tei, { conventions: frusWeb, noteNumbering });
  const xml = serializeXml(tei);
  const said = diagnostics.filter(({ code }) => code === 'document/ambiguous-name');
  const lines = xml.split('\n').map((line) => line.trim());
  return { xml, lines, said, difference: firstDifference(rebuilt.text, source.text) };
}

/** The line of the TEI with these words. */
const line = (text: string, words: string, encoding?: string) =>
  encoded(text, encoding).lines.find((one) => one.includes(words));

describe('in encoding frus', () => {
  test('sender and addressee in the head get the key', () => {
    const text = '3. Telegram From Secretary of State Rusk to the Embassy in Laos\n\nReport to the UN.';
    expect(line(text, '<head>')).toBe(
      '<head>3. Telegram From Secretary of State <persName corresp="#p_RD1" type="from">Rusk</persName> to the <gloss type="to">Embassy in Laos</gloss></head>',
    );
    expect(line(text, 'Report')).toBe('<p>Report to the <gloss target="#t_UN1">UN</gloss>.</p>');
  });

  test('who signs is tagged where the list has the name; in tei-letter always', () => {
    const signed = (name: string, encoding?: string) =>
      line(`3. Letter From Rusk to Falk\n\nReport to the UN.\n\nSincerely,\n\n${name}`, '<signed>', encoding)?.replace(
        '</closer>',
        '',
      );
    expect(signed('Dean Rusk')).toBe('<signed><persName corresp="#p_RD1">Dean Rusk</persName></signed>');
    expect(signed('Bundy')).toBe('<signed><persName>Bundy</persName></signed>');
    expect(signed('McGeorge')).toBe('<signed><persName>McGeorge</persName></signed>');
    expect(signed('Ada Lane')).toBe('<signed>Ada Lane</signed>');
    expect(signed('A. L.')).toBe('<signed>A. L.</signed>');
    expect(signed('Ada Lane', 'tei-letter')).toContain('<persName>Ada Lane</persName>');
  });

  test('a term inside of a sender is nested', () => {
    const text = '3. Telegram From Operation PBSUCCESS Headquarters in Florida to the Embassy in Laos\n\nReport.';
    expect(line(text, '<head>')).toContain(
      '<gloss type="from">Operation <gloss target="#t_PBS1">PBSUCCESS</gloss> Headquarters in Florida</gloss>',
    );
  });

  test('the signature gets the key', () => {
    const text = '3. Telegram From the Department of State to the Embassy in Laos\n\nReport.\n\nDean Rusk';
    expect(line(text, '<signed>')).toBe(
      '<closer><signed><persName corresp="#p_RD1">Dean Rusk</persName></signed></closer>',
    );
  });

  test('names in notes, items, cells and quotations', () => {
    const text =
      '3. Editorial Note\n\nIt was sent.1\n\n  * Mr. Rusk\n\nRusk | UN\n\n> Rusk left.\n\n  1. Drafted by Rusk for the UN.';
    const { xml, difference } = encoded(text);
    expect(difference).toBeUndefined();
    for (const words of [
      '<item>Mr. <persName corresp="#p_RD1">Rusk</persName></item>',
      '<cell><persName corresp="#p_RD1">Rusk</persName></cell>',
      '<cell><gloss target="#t_UN1">UN</gloss></cell>',
      'Drafted by <persName corresp="#p_RD1">Rusk</persName> for the <gloss target="#t_UN1">UN</gloss>.',
    ]) {
      expect(xml).toContain(words);
    }
  });

  test('a page break inside of a name stays there, and the name is whole', () => {
    const text = '3. Editorial Note\n\nIt was Dean [Page 4] Rusk who came.';
    const { xml, difference } = encoded(text);
    expect(difference).toBeUndefined();
    expect(xml).toMatch(/<persName corresp="#p_RD1">Dean\s*<pb n="4" xml:id="pg_4"\/>\s*Rusk<\/persName>/);
  });

  test('a marker behind a name is not part of it', () => {
    const text = '3. Editorial Note\n\nIt was Rusk1 who came.\n\n  1. The Secretary.';
    expect(encoded(text).xml).toContain('<persName corresp="#p_RD1">Rusk</persName><note n="1"');
  });

  test('an address points to where it is', () => {
    expect(line('3. Editorial Note\n\nPrince Souvanna Phouma came.', 'Prince')).toBe(
      '<p>Prince <persName corresp="https://viaf.org/viaf/1">Souvanna Phouma</persName> came.</p>',
    );
  });
});

describe('in encoding tei-letter', () => {
  const text = '3. Letter From Secretary of State Rusk to McGeorge Bundy\n\nThe UN met Souvanna Phouma.';

  test('pointers lead to a standOff with those who are named, and no others', () => {
    const { lines, difference } = encoded(text, 'tei-letter');
    expect(difference).toBeUndefined();
    const from = lines.indexOf('<standOff>');
    expect(lines.slice(from, lines.indexOf('</standOff>') + 1)).toEqual([
      '<standOff>',
      '<listPerson>',
      '<person xml:id="p_RD1">',
      '<persName>Rusk, Dean</persName>',
      '<note>Secretary of State</note>',
      '</person>',
      '<person xml:id="p_BM1">',
      '<persName>Bundy, McGeorge</persName>',
      '</person>',
      '</listPerson>',
      '<list type="gloss">',
      '<label><term xml:id="t_UN1">UN</term></label>',
      '<item>United Nations</item>',
      '</list>',
      '</standOff>',
    ]);
    expect(line(text, 'The <term', 'tei-letter')).toBe(
      '<p>The <term ref="#t_UN1">UN</term> met <persName ref="https://viaf.org/viaf/1">Souvanna Phouma</persName>.</p>',
    );
  });

  test('the acts of communication have the keys', () => {
    const { xml } = encoded(text, 'tei-letter');
    const correspDesc = /<correspDesc[\s\S]*<\/correspDesc>/.exec(xml)?.[0] ?? '';
    expect(correspDesc).toContain('<persName ref="#p_RD1">Rusk');
    expect(correspDesc).toContain('<persName ref="#p_BM1">McGeorge Bundy');
  });
});

describe('a name that several have', () => {
  test('is reported once, where it is left without a key first', () => {
    const { said, xml } = encoded('3. Editorial Note\n\nBundy came. Bundy left.\n\nBundy returned.');
    expect(said.map(({ message, place }) => [message, place?.start, place?.end])).toEqual([
      ['"Bundy" may be any of "p_BM1", "p_BW1"; left without a key 3 times', 19, 24],
    ]);
    expect(xml).toContain('<p><persName>Bundy</persName> came. <persName>Bundy</persName> left.</p>');
  });

  test('is not reported where the document decides', () => {
    expect(encoded('3. Editorial Note\n\nMcGeorge Bundy came. Bundy left.').said).toEqual([]);
  });
});

test('without a list nothing changes', () => {
  const source = createSource('d3.txt', '3. Editorial Note\n\nRusk came to the UN.');
  const { tei } = convert(source, { encoding: 'frus', authority: { persons: [], terms: [] } }, () => {});
  expect(serializeXml(tei)).toBe(serializeXml(convert(source, { encoding: 'frus' }, () => {}).tei));
});

test('a document that is called as a person is takes another identifier', () => {
  const list = loadAuthority(createSource('p.csv', 'id,name\nlindqvist,"Lindqvist, Anna"\n'), () => {});
  const source = createSource(
    'lindqvist.txt',
    'Oslo, 14 March 1887\n\nDear Miss Lindqvist,\n\nThe seeds came.\n\nYours,\n\nAgnes Muir',
  );
  const xml = serializeXml(convert(source, { authority: list }, () => {}).tei);
  expect(xml.match(/xml:id="lindqvist[^"]*"/g)?.toSorted()).toEqual([
    'xml:id="lindqvist"',
    'xml:id="lindqvist-document"',
  ]);
});
