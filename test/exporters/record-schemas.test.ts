/** Records for archives against what their formats ask: RELAX NG and JSON Schemas written from the specifications. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { Exporter, ExportSettings, TeiFile } from '../../src/exporters/exporter.js';
import { datacite, dc, mets, zenodo } from '../../src/exporters/index.js';
import { engines } from '../schemas/engines.js';
import { withFiles } from '../schemas/jing.js';
import { exported, hostileXml, letterXml, teiFile } from './tei.js';

const SETTINGS: ExportSettings = {
  title: 'Letters',
  publisher: 'Analytical Press',
  url: 'https://doi.org/10.5281/zenodo.12345',
  date: '2024-05-31',
  language: 'en',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Ludwig van Beethoven' }, { name: 'Office of the Historian' }],
};

const corpusOf = (collection: string) =>
  readdirSync(`corpus/${collection}/tei`).map((name) =>
    teiFile(readFileSync(`corpus/${collection}/tei/${name}`, 'utf8'), name.replace(/\.xml$/, '')),
  );
const described = letterXml(
  '<div type="document" xml:id="d1" n="1"><head>One</head><p>x</p></div><div type="document"><p>y</p></div>',
  'T',
  `<profileDesc><abstract><p>What &lt;they&gt; wrote</p></abstract><textClass><keywords><term>a</term><term>b</term></keywords></textClass></profileDesc>`,
);

/** Material and settings that records are made of: [what, files, settings that differ]. */
const INPUTS: readonly (readonly [string, readonly TeiFile[], ExportSettings])[] = [
  ...['frus', 'letters', 'harbour', 'correspondence'].map(
    (name) => [`the collection ${name}`, corpusOf(name), {}] as const,
  ),
  ['hostile TEI', [teiFile(hostileXml(), 'hostile')], {}],
  ['what a header describes', [teiFile(described, '1'), teiFile(described, 'a b/ü')], {}],
  ['an address and no DOI', [teiFile(described)], { url: 'https://example.org/letters?a=1&b=2' }],
  ['a DOI with rare signs', [teiFile(described)], { url: 'https://doi.org/10.1002/(SICI)1096-8644<1::AID>3.0.CO;2-#' }],
  ['a year alone', [teiFile(described)], { date: '1999' }],
  [
    'a ported licence',
    [teiFile(described)],
    { licence: { name: 'x', url: 'https://creativecommons.org/licenses/by-sa/3.0/de/' } },
  ],
  [
    'an old licence',
    [teiFile(described)],
    { licence: { name: 'x', url: 'http://creativecommons.org/licenses/nd-nc/1.0/' } },
  ],
  [
    'hostile settings',
    [teiFile(described)],
    { title: '\u0000<b>"]]>\n', publisher: '\u0008&', editors: [{ name: "O'<Neill>" }] },
  ],
];

const XML: readonly (readonly [string, Exporter, string])[] = [
  ['datacite', datacite, 'datacite.rnc'],
  ['mets', mets, 'mets.rnc'],
  ['dc', dc, 'oai-dc.rnc'],
];

describe.each(engines.filter(({ there }) => there))('by $name', ({ rejected }) => {
  test.each(XML)('%s is valid', async (_, exporter, schema) => {
    const records = await Promise.all(
      INPUTS.map(async ([, files, settings]) => {
        const { text } = await exported(exporter, files, { settings: { ...SETTINGS, ...settings } });
        return text();
      }),
    );
    withFiles(records, (files) => {
      const wrong = rejected(`test/exporters/schemas/${schema}`, files);
      expect(
        INPUTS.flatMap(([what], i) => (wrong.get(files[i] ?? '') ?? []).map((each) => `${what}: ${each}`)),
      ).toEqual([]);
    });
  });

  test.each([
    ['datacite.rnc', datacite, /<publicationYear>.*\n/, ''],
    ['datacite.rnc', datacite, '"Issued"', '"Printed"'],
    ['datacite.rnc', datacite, '"Text"', '"Edition"'],
    ['mets.rnc', mets, 'FILEID="file-1"', 'FILEID="file-9"'],
    ['mets.rnc', mets, 'LOCTYPE="URL"', 'LOCTYPE="WWW"'],
    ['mets.rnc', mets, /<mets:structMap[\s\S]*<\/mets:structMap>/, ''],
    ['oai-dc.rnc', dc, /dc:title/g, 'dc:heading'],
  ])('%s refuses what is spoilt (%#)', async (schema, exporter, good, bad) => {
    const { text } = await exported(exporter, [teiFile(described)], { settings: SETTINGS });
    expect(text()).not.toBe(text().replace(good, bad));
    withFiles([text().replace(good, bad)], (files) => {
      expect(rejected(`test/exporters/schemas/${schema}`, files).size).toBe(1);
    });
  });
});

describe('CITATION.cff', () => {
  const isCitation = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(readFileSync('test/exporters/schemas/citation.schema.json', 'utf8')),
  );

  test.each(INPUTS)('of %s is as the format asks', async (_, files, settings) => {
    const { text } = await exported(zenodo, files, { settings: { ...SETTINGS, ...settings } });
    isCitation(parse(text('CITATION.cff')));
    expect(isCitation.errors).toBeNull();
  });

  test.each([
    ['https://creativecommons.org/licenses/by-sa/3.0/', 'CC-BY-SA-3.0'],
    ['https://creativecommons.org/licenses/by-nc-nd/4.0/deed.fr', 'CC-BY-NC-ND-4.0'],
    ['https://creativecommons.org/licenses/by/4.0/legalcode', 'CC-BY-4.0'],
    ['http://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    // The licences of one country are others, and those have identifiers of their own.
    ['https://creativecommons.org/licenses/by-sa/3.0/de/', undefined],
    ['https://creativecommons.org/licenses/by-nd-nc/1.0/', undefined],
    ['https://creativecommons.org/licenses/by/4.1/', undefined],
  ])('the licence %s is %s', async (url, expected) => {
    const settings = { ...SETTINGS, licence: { name: 'x', url } };
    const { text } = await exported(zenodo, [teiFile(described)], { settings });
    expect(parse(text('CITATION.cff'))).toMatchObject(
      expected === undefined ? { 'license-url': url } : { license: expected },
    );
  });

  test('a DOI that the format has no signs for is an address', async () => {
    const settings = { ...SETTINGS, url: 'https://doi.org/10.1002/(SICI)1<1>3.0#2' };
    const { text } = await exported(zenodo, [teiFile(described)], { settings });
    const citation = parse(text('CITATION.cff'));
    expect([citation.doi, citation.url]).toEqual([undefined, 'https://doi.org/10.1002/(SICI)1%3C1%3E3.0%232']);
  });

  test.each([
    ['title: "Letters"\n', ''],
    ['license: CC-BY-4.0', 'license: Free'],
    ['type: dataset', 'type: edition'],
    ['doi: "10.5281/', 'doi: "doi:10.5281/'],
  ])('a schema that refuses %j as %j', async (good, bad) => {
    const { text } = await exported(zenodo, [teiFile(described)], { settings: SETTINGS });
    expect(text('CITATION.cff')).toContain(good);
    expect(isCitation(parse(text('CITATION.cff').replace(good, bad)))).toBe(false);
  });
});
