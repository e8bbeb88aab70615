import { describe, expect, test } from '@jest/globals';
import { type EvaluationStyle, figureOf, isPerfect, round4, scoreDocument } from '../../src/evaluation/index.js';
import { documentXml, fileXml, parsed } from './encodings.js';

function score(gold: string, pred: string, style: EvaluationStyle = 'full') {
  const text = parsed(fileXml(pred), 'pred.xml').children.find(
    (child) => child.kind === 'element' && child.name.local === 'text',
  );
  if (text?.kind !== 'element') throw new Error('no text');
  return scoreDocument(parsed(documentXml(gold), 'gold.xml'), text, style);
}

/** `right/pred/gold` */
function counted(gold: string, pred: string, names: readonly string[], style: EvaluationStyle = 'full') {
  const { counts } = score(gold, pred, style);
  return names.map((name) => {
    const count = counts.get(name);
    return `${name} ${count?.right}/${count?.pred}/${count?.gold}`;
  });
}

describe('what counts as the same', () => {
  test('white space, comments, CDATA, references, attributes that no phenomenon names', () => {
    const gold = '<head>1. A  letter</head><p rend="x">Dear &amp; kind<!-- so --> sir</p>';
    const pred = '<head>1. A\n letter</head><p>Dear<![CDATA[ &]]> kind&#160;s<hi>i</hi>r</p>';
    expect(isPerfect(score(gold, pred))).toBe(true);
    expect(score(gold, pred).differences).toEqual([]);
  });

  test('a byte order mark inside the text is a letter, U+0085 is none', () => {
    expect(counted('<p>ab</p>', '<p>a&#xFEFF;b</p>', ['text'])).toEqual(['text 0/1/1']);
    expect(counted('<p>ab</p>', '<p>a&#x85;b</p>', ['text'])).toEqual(['text 1/1/1']);
  });

  test('a salutation is a paragraph', () => {
    expect(counted('<opener><salute>Sir</salute></opener>', '<p>Sir</p>', ['block.p', 'block.any'])).toEqual([
      'block.p 1/1/1',
      'block.any 1/1/1',
    ]);
  });

  test('a paragraph that wraps a list counts by the items', () => {
    const gold = '<p>Two: <list><item>one</item><item>two</item></list></p>';
    const pred = '<list><item>Two: one</item><item>two</item></list>';
    expect(counted(gold, pred, ['block.p', 'block.item'])).toEqual(['block.p 0/0/0', 'block.item 1/2/2']);
  });
});

describe('keys', () => {
  test('a person may be keyed with any attribute that encodings use; a term is measured as a gloss', () => {
    const gold = '<p><persName corresp="#p_FB">Falk</persName> of the <gloss target="#t_UN">UN</gloss></p>';
    const pred = '<p><persName ref="#p_FB">Falk</persName> of the <term ref="#t_UN">UN</term></p>';
    const names = ['persName', 'persName.key', 'gloss', 'gloss.key'];
    expect(counted(gold, pred, names)).toEqual(names.map((name) => `${name} 1/1/1`));
    expect(counted(pred, pred.replace('#t_UN', '#t_EU').replace('#p_FB', '#p_FC'), names)).toEqual([
      'persName 1/1/1',
      'persName.key 0/1/1',
      'gloss 1/1/1',
      'gloss.key 0/1/1',
    ]);
  });
});

describe('page breaks and notes', () => {
  const gold =
    '<head>A head<note n="1" type="source">Source: X.</note></head><p>One<pb n="2"/> two<note n="2">N</note>.</p>';

  test('number and place both count', () => {
    const pred = '<head>A head<note n="1">Source: X.</note></head><p>One two<pb n="2"/><note n="3">N</note>.</p>';
    expect(counted(gold, pred, ['text', 'pb', 'note', 'note.text', 'note.source'])).toEqual([
      'text 1/1/1',
      'pb 0/1/1',
      'note 1/2/2',
      'note.text 1/2/2',
      'note.source 0/0/1',
    ]);
  });

  test('a note whose text differs has its anchor right', () => {
    expect(counted(gold, gold.replace('>N<', '>M<'), ['note', 'note.text'])).toEqual(['note 2/2/2', 'note.text 1/2/2']);
  });

  test('in gold only, a note without n, and one in the line, is text', () => {
    const inline = '<note rend="inline">501.BB: Telegram</note><p>Text</p>';
    expect(counted(inline, '<p>501.BB: Telegram</p><p>Text</p>', ['text', 'note', 'block.p'])).toEqual([
      'text 1/1/1',
      'note 0/0/0',
      'block.p 1/2/1',
    ]);
    expect(counted('<p>A<note>b</note></p>', '<p>A<note>b</note></p>', ['text', 'note'])).toEqual([
      'text 0/1/1',
      'note 0/1/0',
    ]);
  });

  test('a place before which letters are missing is still the same place', () => {
    const long = 'the quick brown fox jumps over the lazy dog';
    const pair = [
      `<p>${long} ${long}<pb n="2"/> end</p>`,
      `<p>${long} quick brown fox jumps over the lazy dog<pb n="2"/> end</p>`,
    ];
    expect(counted(pair[0] ?? '', pair[1] ?? '', ['text', 'pb', 'block.p'])).toEqual([
      'text 0/1/1',
      'pb 1/1/1',
      'block.p 1/1/1',
    ]);
  });
});

describe('phrases', () => {
  test('span, and key where there is one; what stands in a note belongs to it', () => {
    const gold =
      '<p><persName corresp="#p_A">Ann</persName> <persName>Bob</persName><note n="1">See <ref target="#d2">d2</ref></note></p>';
    const pred =
      '<p><persName corresp="#p_B">Ann</persName> <persName corresp="#p_B">Bob</persName><note n="1">See <ref target="#d2">d2</ref></note></p>';
    expect(counted(gold, pred, ['persName', 'persName.key', 'ref', 'ref.key'])).toEqual([
      'persName 2/2/2',
      'persName.key 0/2/1',
      'ref 1/1/1',
      'ref.key 1/1/1',
    ]);
  });

  test('in style seed the gold has no datelines and closers', () => {
    const gold =
      '<opener><dateline><placeName>Bonn</placeName>, <date when="1961-05-12">May 12</date></dateline></opener><p>Text</p><closer><signed>X</signed></closer>';
    const names = ['text', 'block.dateline', 'block.signed', 'date.key', 'placeName'];
    expect(counted(gold, '<p>Text</p>', names, 'seed')).toEqual([
      'text 1/1/1',
      'block.dateline 0/0/0',
      'block.signed 0/0/0',
      'date.key 0/0/0',
      'placeName 0/0/0',
    ]);
    expect(counted(gold, gold, names)).toEqual([
      'text 1/1/1',
      'block.dateline 1/1/1',
      'block.signed 1/1/1',
      'date.key 1/1/1',
      'placeName 1/1/1',
    ]);
  });
});

describe('differences, with both places', () => {
  function shown(gold: string, pred: string, phenomenon: string) {
    const found = score(gold, pred).differences.find((difference) => difference.phenomenon === phenomenon);
    const side = (spot: { readonly line: number; readonly column: number; readonly shows?: string } | undefined) =>
      spot && `${spot.line}:${spot.column} ${spot.shows ?? '-'}`;
    return [side(found?.gold), side(found?.pred)];
  }

  test('of the text: the first letter that differs', () => {
    expect(shown('\n<p>One &amp; two\n three</p>', '\n\n<p>One &amp; two\nthroe</p>', 'text')).toEqual([
      '3:5 ee',
      '4:4 oe',
    ]);
  });

  test('of the text of a note: the first letter in it that differs', () => {
    const xml = (word: string) => `\n<p>Text<note n="1">Some ${word}\nmore</note></p>`;
    expect(shown(xml('old'), xml('odd'), 'note.text')).toEqual(['2:26 ldmore', '2:26 ddmore']);
  });

  test('what one side lacks: where it would stand', () => {
    expect(shown('\n<p>One</p>\n<p>two<pb n="7"/>\nthree</p>', '\n<p>One</p><p>two\nthree</p>', 'pb')).toEqual([
      '3:7 7',
      '3:1 -',
    ]);
    expect(shown('\n<p>One</p><p>two\nthree</p>', '\n<p>One</p>\n<p>two<pb n="7"/>\nthree</p>', 'pb')).toEqual([
      '3:1 -',
      '3:7 7',
    ]);
  });

  test('of a key: both keys', () => {
    const xml = (target: string) => `\n<p><ref target="${target}">p. 3</ref></p>`;
    expect(shown(xml('#pg_3'), xml('#pg_4'), 'ref.key')).toEqual(['2:4 p. 3 (#pg_3)', '2:4 p. 3 (#pg_4)']);
  });
});

describe('figures', () => {
  test('precision, recall, F1', () => {
    expect(figureOf({ right: 2, pred: 3, gold: 4 })).toEqual({
      precision: 0.6667,
      recall: 0.5,
      f1: 0.5714,
      right: 2,
      pred: 3,
      gold: 4,
    });
  });

  test('nothing to find: right if nothing is said', () => {
    expect(figureOf({ right: 0, pred: 0, gold: 0 })).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(figureOf({ right: 0, pred: 1, gold: 0 })).toMatchObject({ precision: 0, recall: 0, f1: 0 });
    expect(figureOf({ right: 0, pred: 0, gold: 1 })).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });

  test('halves go to the even neighbour', () => {
    expect([1 / 32, 3 / 32, 0.12345, 2 / 3, 1].map(round4)).toEqual([0.0312, 0.0938, 0.1235, 0.6667, 1]);
  });
});
