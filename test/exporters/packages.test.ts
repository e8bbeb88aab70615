import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { manifestPath } from '../../src/exporters/bagit.js';
import type { Exporter, ExportSettings } from '../../src/exporters/exporter.js';
import { bagit, mets, roCrate } from '../../src/exporters/index.js';
import { createSource } from '../../src/source/index.js';
import { attributeValue, descendants, parseXml } from '../../src/xml/index.js';
import { exported, hostileXml, letterXml, type Outcome, teiFile } from './tei.js';

const SETTINGS: ExportSettings = {
  title: 'Letters of\nAda Lovelace',
  publisher: 'Analytical Press',
  url: 'https://example.org/ada',
  date: '2024-05-31',
  language: 'en',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Grace Hopper' }, { name: 'Office of the Historian' }],
};
const FILES = [
  teiFile(letterXml('<p>Zürich</p>', 'Second'), 'letters/b'),
  teiFile(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${letterXml('<p>é</p>', 'First')}`, 'letters/a'),
];

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);
const hashOf = (content: string | Uint8Array) => createHash('sha256').update(bytesOf(content)).digest('hex');

/** Checks a bag as a reader of it does: each line of a manifest against the file, and no file of the payload without a line. */
function checkManifest({ files, text }: Outcome, manifest: string, expected: readonly string[]): void {
  const lines = text(manifest).split('\n');
  expect(lines.pop()).toBe('');
  const listed = lines.map((line) => {
    const [, hash, path = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    const file = files.find((each) => each.path === path);
    expect(file && hashOf(file.content)).toBe(hash);
    return path;
  });
  expect(listed).toEqual([...expected].sort());
}

describe('bagit', () => {
  test('the manifests hold, and list all', async () => {
    const bag = await exported(bagit, FILES, { settings: SETTINGS });
    const paths = bag.files.map(({ path }) => path);
    checkManifest(
      bag,
      'manifest-sha256.txt',
      paths.filter((path) => path.startsWith('data/')),
    );
    checkManifest(bag, 'tagmanifest-sha256.txt', ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']);
    expect(paths).toContain('data/letters/a.xml');
    expect(bag.text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });

  test('where it comes from, on lines of one value', async () => {
    const bag = await exported(bagit, FILES, { settings: SETTINGS });
    const payload = bag.files.filter(({ path }) => path.startsWith('data/'));
    const octets = payload.reduce((sum, { content }) => sum + bytesOf(content).length, 0);
    expect(bag.text('bag-info.txt').split('\n')).toEqual([
      'Source-Organization: Analytical Press',
      'Contact-Name: Hopper, Grace',
      'Contact-Name: Office of the Historian',
      'External-Description: Letters of Ada Lovelace. 2 documents.',
      'External-Identifier: https://example.org/ada',
      'Bagging-Date: 2024-05-31',
      `Payload-Oxum: ${octets}.2`,
      '',
    ]);
  });

  test('files are in UTF-8 and say so, and are otherwise as they were', async () => {
    const { text } = await exported(bagit, FILES);
    expect(text('data/letters/a.xml')).toBe(FILES[1]?.source.text.replace('ISO-8859-1', 'UTF-8'));
    expect(text('data/letters/b.xml')).toBe(FILES[0]?.source.text);
    expect(text('bag-info.txt')).not.toContain('Bagging-Date');
  });

  test('two files of one name make no bag', async () => {
    const { files, found } = await exported(bagit, [
      teiFile(letterXml('<p/>'), 'a'),
      teiFile(letterXml('<p>x</p>'), 'A'),
    ]);
    expect([files, found.map(({ code }) => code)]).toEqual([[], ['export/path-shared']]);
  });

  test('paths are written as the standard says', () => expect(manifestPath('a%0A\r\nö b')).toBe('a%250A%0D%0Aö b'));
});

describe('ro-crate', () => {
  const crateOf = async (files = FILES) => {
    const crate = await exported(roCrate, files, { settings: SETTINGS });
    const { '@context': context, '@graph': graph } = JSON.parse(crate.text('ro-crate-metadata.json'));
    const entity = (id: string) => graph.find((each: Readonly<Record<string, unknown>>) => each['@id'] === id);
    return { ...crate, context, graph, entity };
  };

  test('descriptor and root', async () => {
    const { context, entity } = await crateOf();
    expect(context).toBe('https://w3id.org/ro/crate/1.2/context');
    expect(entity('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    });
    expect(entity('./')).toMatchObject({
      '@type': 'Dataset',
      name: SETTINGS.title,
      description: '2 documents.',
      datePublished: '2024-05-31',
      license: { '@id': SETTINGS.licence?.url },
      hasPart: [{ '@id': 'tei/letters/a.xml' }, { '@id': 'tei/letters/b.xml' }],
    });
  });

  test('each file is there, with its size and checksum; whatever is named is described', async () => {
    const { graph, entity, files } = await crateOf();
    for (const { path, content } of files.filter((each) => each.path.endsWith('.xml')))
      expect(entity(path)).toMatchObject({
        '@type': 'File',
        sha256: hashOf(content),
        contentSize: `${bytesOf(content).length}`,
      });
    const named = [...JSON.stringify(graph).matchAll(/"@id":"([^"]+)"/g)].map(([, id = '']) => id);
    const unknown = named.filter((id) => entity(id) === undefined && id !== 'https://w3id.org/ro/crate/1.2');
    expect(unknown).toEqual([]);
    expect(entity('#creator-1')).toMatchObject({ '@type': 'Person', familyName: 'Hopper', givenName: 'Grace' });
    expect(entity('#creator-2')).toMatchObject({ '@type': 'Organization', name: 'Office of the Historian' });
  });

  test('what is missing is named', async () => {
    const { files, found } = await exported(roCrate, FILES);
    expect([files, found.map(({ message }) => message)]).toEqual([
      [],
      ['"ro-crate" needs "title", "date", "licence" in edition.json'],
    ]);
  });
});

describe('mets', () => {
  test('record, files with checksums, documents that are pointed to', async () => {
    const volume = letterXml(
      '<div type="chapter"><head>Laos</head><div type="document" xml:id="d1" n="1"><head>1. Letter</head><p/></div></div>',
    );
    const { files, text } = await exported(mets, [teiFile(volume, 'v1'), ...FILES], { settings: SETTINGS });
    const tree = parseXml(createSource('mets.xml', text('mets.xml')), ({ message }) => {
      throw new Error(message);
    });
    if (!tree) throw new Error('no tree');
    const all = [...descendants(tree.root)];
    const named = (name: string) => all.filter((each) => each.name.local === name);
    const children = tree.root.children.flatMap((child) => (child.kind === 'element' ? [child.name.local] : []));
    expect(children).toEqual(['dmdSec', 'fileSec', 'structMap']);
    const found = new Map(
      named('file').map((file) => {
        const [location] = [...descendants(file)].filter((each) => each.name.local === 'FLocat');
        const path = location?.attributes.find(({ name }) => name.local === 'href')?.value;
        expect(path).toBeDefined();
        const made = files.find((each) => each.path === path);
        expect(attributeValue(file, 'CHECKSUM')).toBe(made && hashOf(made.content));
        return [attributeValue(file, 'ID'), path] as const;
      }),
    );
    expect([...found.values()]).toEqual(['tei/letters/a.xml', 'tei/letters/b.xml', 'tei/v1.xml']);
    const area = named('area').find((each) => attributeValue(each, 'BEGIN') === 'd1');
    expect(area && found.get(attributeValue(area, 'FILEID'))).toBe('tei/v1.xml');
    const labels = named('div').map((div) => [attributeValue(div, 'TYPE'), attributeValue(div, 'LABEL')]);
    expect(labels).toEqual([
      ['edition', SETTINGS.title],
      ['section', 'Laos'],
      ['document', 'Letter'],
      ['document', 'Second'],
      ['document', 'First'],
    ]);
  });
});

test.each<[string, Exporter]>([bagit, roCrate, mets].map((each) => [each.name, each]))(
  '%s: the same input makes the same bytes, hostile input too',
  async (_, exporter) => {
    const run = () => exported(exporter, [...FILES, teiFile(hostileXml(), 'x')], { settings: SETTINGS });
    const [first, second] = [await run(), await run()];
    expect(first.files.length).toBeGreaterThan(3);
    expect(first.files).toEqual(second.files);
  },
);
