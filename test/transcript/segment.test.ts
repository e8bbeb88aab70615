import { describe, expect, test } from '@jest/globals';
import { convertDocuments } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { frusWeb } from '../../src/profiles/index.js';
import { createSource, pointAt } from '../../src/source/index.js';
import { segmentTranscription } from '../../src/transcript/index.js';
import { serializeXml } from '../../src/xml/serialize.js';
import { pageExample, saidOf } from '../page-example.js';

const FIRST = `[Page 3]

1. Telegram From the Embassy in Norland to the Department of State1

Oslo, May 12, 1961.

The ferry is late. There are three reasons:

1. The captain is ill.

2. The engine of the ferry does not run.

3. Nobody knows where the ferry is.

  1. Source: Department of State, Central Files, 123.4. Secret.`;
const SECOND = `2. Editorial Note

On May 13 the ferry came in [Page 4]with all on board.`;
const THIRD = `[Page 5]

3. Memorandum of Conversation1

Attachment

Memorandum From Lane to Falk

1. Boats

The boats are ready.

  1. Source: Lane Library, Boats. No classification marking.`;

function segment(text: string, conventions = frusWeb) {
  const source = createSource('volume.txt', text);
  const found: Diagnostic[] = [];
  const segments = segmentTranscription(source, conventions, (diagnostic) => found.push(diagnostic));
  return { texts: segments.map(({ start, end }) => text.slice(start, end)), segments, found };
}

describe('documents by their numbered heads', () => {
  test('page breaks before a head, and the list of notes behind it, belong to the document', () => {
    const { texts, segments, found } = segment([FIRST, SECOND, THIRD].join('\n\n'));
    expect(texts.map((text) => text.trim())).toEqual([FIRST, SECOND, THIRD]);
    expect(segments.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect(found.map(({ code }) => code)).toEqual(['transcript/several-documents']);
  });

  test.each([
    ['one document', FIRST],
    ['numbered paragraphs', '1. The first reason is that we have no boat.\n\n2. The second is that we have no oars.'],
    ['nothing', ''],
    ['a letter', 'Geneva, May 12, 1961\n\nDear Sir:\n\nThank you.\n\nN. Lane'],
    [
      'a paper with the number of a committee',
      '501.BC Norland/5–349\n\nPosition Paper Prepared by the Delegation\n\nsecret\n\nNOR/A/24/57\n\nThe Norland Question\n\nIt is open.',
    ],
    [
      'a table behind a numbered list',
      'IO Files: US(P)/A/135\n\nMemorandum by Mr. Lane to Mr. Falk\n\nThere are two:\n\n  1. Norland\n  2. Sorland\n\nSummary of Probable Support\n\nNone.',
    ],
    ['headings', '7. Report From Lane to Falk\n\nA word.\n\n1. Letters\n\nNone.\n\n2. Telegrams\n\nNone.'],
  ])('%s is one', (_, text) => {
    expect(segment(text).texts).toEqual([text]);
    expect(segment(text).found).toEqual([]);
  });

  test('the segments tile the file, also with CR LF', () => {
    const text = [FIRST, SECOND, THIRD].join('\n\n').replaceAll('\n', '\r\n');
    const { texts } = segment(text);
    expect(texts.join('')).toBe(text);
    expect(texts).toHaveLength(3);
  });
});

test('documents by file numbers', () => {
  const one =
    '851G.00/1–1449: Telegram\n\nThe Ambassador in France (Caffery) to the Acting Secretary of State\n\nHe told me so.';
  const two = '851G.01/6–649\n\nThe Acting Secretary of State to the Embassy in France\n\nThank you for what you said.';
  expect(segment(`${one}\n\n${two}`).texts.map((text) => text.trim())).toEqual([one, two]);
});

test('documents by what says where each is kept', () => {
  const documents = [
    'Norland Library, Lane papers, Falk file\n\nMinutes of the Third Meeting of the Council of Norland\n\nNothing was said.',
    '123 Lane, Adam: Telegram\n\nNo. 12\nThe Consul in Bergen (Lane) to the Secretary of State\n\nAll is quiet.',
    'CFM files, lot 1 N 2, “Papers”\n\nMemorandum by the Director of the Office of Ports (Falk)\n\nThe boats are in.',
  ];
  expect(segment(documents.join('\n\n')).texts.map((text) => text.trim())).toEqual(documents);
});

test('documents by a separator: no head is needed, and none is looked for', () => {
  const conventions = { ...frusWeb, documentSeparator: '* * *' };
  const letters = ['Oslo, May 1\n\nDear Ada:\n\nYes.', '1. Letter From Lane to Falk\n\nNo.', 'Bergen\n\nWell.'];
  const { texts, found } = segment(letters.join('\n\n * * *\n\n'), conventions);
  expect(texts.map((text) => text.replace('* * *', '').trim())).toEqual(letters);
  expect(found.map(({ message }) => message)).toEqual(['the file holds 3 documents']);
  expect(segment('* * *\n\nOne\n\n* * *\n', conventions).texts).toHaveLength(1);
});

test('the remark says what helps: a run that does not part the documents says how to', () => {
  const hint = (isSplit: boolean) => {
    const found: Diagnostic[] = [];
    const source = createSource('volume.txt', [FIRST, SECOND].join('\n\n'));
    segmentTranscription(source, frusWeb, (diagnostic) => found.push(diagnostic), [], isSplit);
    return found[0]?.note;
  };
  expect(hint(true)).not.toContain('--out-dir');
  expect(hint(true)).toContain('"document": false');
  expect(hint(false)).toContain('read as one document: convert with --out-dir');
});

describe('what is reported', () => {
  const codes = [
    'transcript/several-documents',
    'transcript/document-number-missing',
    'transcript/document-number-repeated',
    'transcript/doubtful-document-break',
    'transcript/page-number-missing',
  ] as const;

  test.each(codes)('%s', (code) => {
    const { said, path, failing, mended } = pageExample(code);
    const report = (text: string) => {
      const found: Diagnostic[] = [];
      segmentTranscription(createSource(path, text), frusWeb, (diagnostic) => found.push(diagnostic));
      return saidOf(path, found, code);
    };
    expect(report(failing)).toEqual([said]);
    expect(report(mended)).toEqual([]);
  });

  test('places of the documents are those of the file', () => {
    const text = [FIRST, SECOND, THIRD.replace('boats are', '[Page 6 boats are')].join('\n\n');
    const source = createSource('in/volume.txt', text);
    const found: Diagnostic[] = [];
    const documents = convertDocuments(source, { segments: 'split' }, (diagnostic) => found.push(diagnostic));
    expect(documents.map(({ name }) => name)).toEqual(['d1', 'd2', 'd3']);
    expect(serializeXml(documents[1]?.tei ?? { prolog: [], root: never() })).toContain('xml:id="d2"');
    const broken = found.find(({ code }) => code === 'transcript/page-break-not-closed');
    expect(broken?.place?.source).toBe(source);
    const line = text.split('\n').findIndex((each) => each.includes('[Page 6')) + 1;
    expect(pointAt(source, broken?.place?.start ?? 0).line).toBe(line);
    expect(found.filter(({ place }) => place && place.source !== source)).toEqual([]);
  });
});

function never(): never {
  throw new Error('there is no second document');
}

test('a number above a file number or a title begins a document', () => {
  const file = `No. 176

751.00/3–953: Telegram

The Ambassador in Norland (Lane) to the Department of State

Oslo, March 9, 1953—7 p. m.

5012. We discussed the loan.

Lane

  1. Repeated to London.

No. 177

Memorandum of Conversation, by the Officer in Charge of Ports (Falk)

Oslo, March 10, 1953.

We discussed the loan and came to no conclusion.

No. 178

Editorial Note

On March 9 the Ambassador came to see the Secretary.
`;
  const said: Diagnostic[] = [];
  const documents = convertDocuments(createSource('v.txt', file), { segments: 'split' }, (d) => said.push(d));
  expect(documents.map(({ tei }) => /<div [^>]*xml:id="(\w+)"/.exec(serializeXml(tei))?.[1])).toEqual([
    'd176',
    'd177',
    'd178',
  ]);
  expect(said.map(({ code }) => code)).not.toContain('transcript/page-break-unread');
});
