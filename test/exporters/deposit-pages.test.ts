/** What the pages on deposits show is what is said. */
import { expect, test } from '@jest/globals';
import { exportMessages as say } from '../../src/exporters/messages.js';
import { pageExample } from '../page-example.js';

const said = [
  say['field-advised']({ target: 'arche', fields: ['rightsHolder', 'date'] }),
  say['record-left-out']({ record: 'datacite', why: '"datacite" needs "url" in edition.json' }),
  say['header-missing']({ root: 'div' }),
  say['header-field-advised']({ target: 'dta', what: 'extent', count: 1, total: 1 }),
  say['licence-not-open']({ target: 'clarin', url: 'https://example.org/terms' }),
  say['schema-of-target']({ target: 'dta', schema: 'DTABf', used: 'letter' }),
  say['schema-not-included']({ name: 'edition.rng' }),
  say['file-too-large']({ target: 'tapas', path: 'scans/1.tif', size: 20_971_520, limit: 10_485_760 }),
  say['volume-split']({ target: 'tapas', size: 14_000_312, limit: 10_485_760, count: 212, frame: 'volume.xml' }),
  say['too-many-files']({ target: 'zenodo', count: 243, limit: 100 }),
  say['zip-too-large']({ size: 2_147_483_648, limit: 536_870_912 }),
  say['zip-name']({ target: 'clarin', name: 'my_letters.zip', better: 'my-letters.zip' }),
  say['picture-missing']({ file: '../scans/2.png', attribute: 'facs' }),
  say['pictures-missing']({ first: '0001', count: 391 }),
  say['picture-on-network']({ first: 'https://example.org/1.jpg', count: 12 }),
  say['not-a-picture']({ file: 'scans/1.jpg' }),
  say['picture-unlike-its-name']({ file: 'scans/1.jpg', format: 'PNG' }),
  say['picture-not-accepted']({
    target: 'tapas',
    file: 'scans/1.gif',
    accepted: ['.png', '.tif', '.tiff', '.jpg', '.jpeg'],
  }),
  say['pointer-outside']({ pointer: '/home/ada/scan.png' }),
  say['pointer-leaves-deposit']({ pointer: 'persons.xml#ada', file: 'persons.xml', count: 1, isThere: true }),
  say['pointer-not-rewritten']({ pointer: 'b_c.xml', now: 'b-c.xml' }),
  say['base-not-followed']({}),
  say['file-renamed']({ count: 2, total: 9, first: 'tei/Brief an Müller.xml', now: 'tei/Brief-an-Muller.xml' }),
  say['written-as-utf-8']({ encoding: 'ISO-8859-1' }),
  say['text-normalized']({ count: 2 }),
];

test.each(said.map((diagnostic) => [diagnostic.code, diagnostic] as const))('%s', (code, { severity, message }) => {
  expect(pageExample(code).said.replace(/^.*?: (?=(?:error|warning|info): )/, '')).toBe(
    `${severity}: ${message} [${code}]`,
  );
});
