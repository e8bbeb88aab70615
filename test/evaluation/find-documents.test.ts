import { describe, expect, test } from '@jest/globals';
import { findDocuments, kindOf } from '../../src/evaluation/index.js';
import { documentXml, fileXml, parsed, volumeXml } from './encodings.js';

const ids = (xml: string) => findDocuments(parsed(xml)).documents.map(({ id }) => id);

describe('the documents of a file', () => {
  test('of a published volume: those that a transcription can hold', () => {
    const xml = volumeXml(
      `<div type="chapter">${documentXml('<p>a</p>', 'd1')}${documentXml('<p>b<figure/></p>', 'd2')}</div>`,
      documentXml('<head>no text</head>', 'd3'),
      documentXml('<p>c</p><div><p>part</p></div>', 'd4'),
      documentXml('<p>d</p>', 'd5'),
    );
    expect(ids(xml)).toEqual(['d1', 'd5']);
    expect(findDocuments(parsed(xml)).leftOut).toBe(3);
  });

  test('of a volume of this program: by type and ID, what is enclosed belongs to its document', () => {
    const own = (id: string, inner = '') => `<div type="letter" xml:id="${id}"><p>x</p>${inner}</div>`;
    expect(ids(fileXml(own('d1') + own('d2', own('d2e'))))).toEqual(['d1', 'd2']);
  });

  test('one document a file: its whole text, the header left out', () => {
    const [document, ...more] = findDocuments(
      parsed(fileXml('<div type="letter" xml:id="d1"><p>x</p></div>')),
    ).documents;
    expect([document?.id, document?.element.name.local, more.length]).toEqual([undefined, 'text', 0]);
  });
});

describe('the kind of a document', () => {
  test.each([
    ['<head>15. Telegram From the Department of State<note n="1">Letter.</note> to Geneva</head>', 'telegram'],
    ['<head>No. 12</head><head>Letter</head>', 'document'],
    ['<head>3. Letter From Chairman Khrushchev to President Kennedy</head>', 'letter'],
    ['<note rend="inline">501.BB/1–348: Telegram</note><head>The Acting Secretary to Austin</head>', 'telegram'],
    ['<head>The Acting Secretary to Austin</head>', 'document'],
  ])('%s: %s', (content, kind) => {
    expect(kindOf(parsed(documentXml(`${content}<p>x</p>`)))).toBe(kind);
  });

  test('a type that says more than "document"', () => {
    expect(kindOf(parsed(fileXml('<div type="memorandum"><head>Letter</head></div>')))).toBe('memorandum');
  });
});
