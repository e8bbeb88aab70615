import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { checkRules, type Surroundings, sharedIds } from '../../src/rules/index.js';
import { createSource, placeAt, pointAt } from '../../src/source/index.js';
import { parseXml } from '../../src/xml/index.js';

/** Each finding as `code "what its place covers"`. */
function found(body: string, surroundings?: Surroundings): readonly string[] {
  const diagnostics: Diagnostic[] = [];
  const written = createSource('a.xml', `<TEI xmlns="http://www.tei-c.org/ns/1.0">${body}</TEI>\n`);
  const document = parseXml(written, (d) => diagnostics.push(d));
  if (document) checkRules({ document, written, surroundings }, (d) => diagnostics.push(d));
  return diagnostics.map(({ code, place }) => `${code.slice(5)} ${place?.source.text.slice(place.start, place.end)}`);
}

const text = (body: string) => `<text><body>${body}</body></text>`;
const letter = (body: string, id = 'd1') => text(`<div type="letter" n="1" xml:id="${id}">${body}</div>`);
const numbers = (list: readonly (number | string)[]) => list.map((n) => `w<note n="${n}">N.</note>`).join(' ');

describe('pointers', () => {
  const files: Surroundings = {
    idsOf: (address) => (/^(?:b\.xml|vol2)$/.test(address) ? new Set(['x']) : undefined),
    hasFile: (address) => address === 'page.html',
    hasPicture: () => false,
  };
  test.each([
    ['<p xml:id="x">See <ref target="#x">it</ref>.</p>'],
    ['<p>See <ref target="b.xml#x vol2#x b.xml page.html">it</ref>.</p>'],
    ['<p>See <ref target="https://example.org/#y mailto:a@example.org urn:isbn:1">it</ref>.</p>'],
    ['<p>See <ref target="#xpath(//p[1])">it</ref>.</p>'],
    ['<p rend="#y" n="#y">What does not point is no pointer.</p>'],
    ['<p>From <date from="1961" to="1962">1961 to 1962</date>.</p>'],
  ])('%s lead somewhere', (body) => expect(found(text(body), files)).toEqual([]));

  test.each([
    ['<p corresp="#y">It.</p>', 'pointer-unresolved #y'],
    ['<p xml:id="x">See <ref target="#x #y">it</ref>.</p>', 'pointer-unresolved #y'],
    ['<p>See <ref target="b.xml#y">it</ref>.</p>', 'id-not-in-file b.xml#y'],
    ['<p>See <ref target="vol2#y">it</ref>.</p>', 'id-not-in-file vol2#y'],
    ['<p>See <ref target="c.xml#y">it</ref>.</p>', 'file-not-found c.xml#y'],
    ['<p>See <ref target="vol3#y vol3#z">it</ref>.</p>', 'volume-not-found vol3#y'],
    ['<p>See <span from="#y">it</span>.</p>', 'pointer-unresolved #y'],
  ])('%s do not', (body, said) => expect(found(text(body), files)).toEqual([said]));

  test('of a list in the settings lead there', () => {
    const listed = new Set(['p_1', 't_1']);
    const lists: Surroundings = { idsOf: () => undefined, hasFile: () => false, hasPicture: () => false, listed };
    const body = '<p><persName corresp="#p_1">He</persName> and <gloss target="#t_1">NATO</gloss>.</p>';
    expect(found(text(body), lists)).toEqual([]);
    const other = { ...lists, listed: new Set(['p_2']) };
    expect(found(text(body), other)).toEqual(['person-unknown #p_1', 'pointer-unresolved #t_1']);
    // Without any list, the list is elsewhere.
    expect([...found(text(body))].sort()).toEqual(['pointer-leaves-file #p_1', 'pointer-leaves-file #t_1']);
  });
});

describe('numbers of notes', () => {
  test.each([[[1, 2, 3]], [[0, 1, 2]], [[2, 3]], [[60, '60a', 61]], [[1, '*', 2]]])('%j follow one another', (list) =>
    expect(found(letter(`<p>${numbers(list)}</p>`))).toEqual([]),
  );
  test.each([
    [[1, 3], ['3']],
    [[1, 2, 2, 3], ['2']],
    [[1, 2, 300, 4, 5], ['300']],
    [[3, 1], ['1']],
  ])('%j do not', (list, wrong) => {
    expect(found(letter(`<p>${numbers(list)}</p>`))).toEqual(wrong.map((n) => `note-out-of-sequence ${n}`));
  });
  test.each([
    [[[1, 2], [], [1], [1, 2, 3]], []],
    [
      [
        [1, 2],
        [1, 3],
      ],
      ['3'],
    ],
    [[[1, 2], [1], [4]], ['1']],
    [[[1], [1], [2]], ['1']],
    [[[1], [1], [1]], []],
    [[[1], [1]], ['1']],
    [[[1, 2], [1]], ['1']],
  ])('on pages: %j', (pages, wrong) => {
    const typed = pages.map((list, i) => `<pb n="${i + 1}"/>${numbers(list)} w `).join('');
    expect(found(letter(`<p>${typed}</p>`))).toEqual(wrong.map((n) => `note-out-of-sequence ${n}`));
  });
});

describe('values of dates', () => {
  test.each([
    ['1961-05-12', 'May 12, 1961'],
    ['1961-05-12T13:00:00', 'May 12, 1961, 1 p.m.'],
    ['1961-05-12T13:00:00', 'May 12, 1961'],
    ['1961-05', 'May 12, 1961'],
    ['1961-05-12', 'May 12'],
    ['1961-05-12', 'the same day'],
    ['1961-05-13', '[May 12, 1961?]'],
    ['1961-05-12', 'May<lb/> 12,<note>Not 13.</note> 1961'],
  ])('%s agrees with %s', (when, words) => {
    expect(found(text(`<p><date when="${when}">${words}</date></p>`))).toEqual([]);
  });
  test.each([
    ['1961-05-13', 'May 12, 1961'],
    ['1961-06-12', 'May 12'],
    ['1962-05', 'May 12, 1961'],
    ['1961-05-12T18:04:00', 'May 12, 1961, 6:48 p.m.'],
  ])('%s differs from %s', (when, words) => {
    expect(found(text(`<p><date when="${when}">${words}</date></p>`))).toEqual([`date-differs ${when}`]);
  });
  test('one of two days has limits', () => {
    const date = (after: string) =>
      text(`<p><date notBefore="1961-05-12" notAfter="${after}">May 12 or 13, 1961</date></p>`);
    expect([found(date('1961-05-13')), found(date('1961-05-14'))]).toEqual([[], ['date-differs 1961-05-14']]);
  });
  test('a language has its own months', () => {
    const date = (when: string) => text(`<p xml:lang="de"><date when="${when}">12. März 1961</date></p>`);
    expect([found(date('1961-03-12')), found(date('1961-05-12'))]).toEqual([[], ['date-differs 1961-05-12']]);
  });
});

describe('repeated words', () => {
  test.each([
    ['It is <hi>the</hi> last.'],
    ['No, no. Very very late. Pago Pago. I had a had.'],
    ['<choice><sic>the the</sic><corr>the</corr></choice>'.replace('the the', 'the')],
    ['the <gap/> the'],
    ['A.A. and co-op op'],
    ['It ends in the.</p><p>the'],
  ])('%s has none', (body) => expect(found(text(`<p>${body}</p>`))).toEqual([]));
  test.each([
    ['of the the end', 'repeated-word the'],
    ['The the end', 'repeated-word the'],
    ['of the <hi>the</hi> end', 'repeated-word the'],
    ['of the\n  the end', 'repeated-word the'],
    ['of the <pb n="2"/>the end', 'repeated-word the'],
    ['they had had it', 'doubled-word had'],
  ])('%s has one', (body, said) => expect(found(text(`<p>${body}</p>`))).toEqual([said]));
});

describe('what is left of typing', () => {
  test.each([
    ['It [sic] is [p. m.] here.'],
    ['In Berlin2 of 1961.'],
    [`H2O and CO2 ${numbers([1, 3]).replace('3', '2')}`],
  ])('%s has nothing', (body) => expect(found(letter(`<p>${body}</p>`))).toEqual([]));
  test.each([
    ['the [p. 12] end', ['leftover-page-marker [p. 12]']],
    ['the [Page xii] end', ['leftover-page-marker [Page xii]']],
    ['in Moscow.1 <note n="1">N.</note>', ['leftover-note-marker 1']],
    [`in Moscow.2 It is ${numbers([1, 3])}`, ['note-out-of-sequence 3', 'leftover-note-marker 2']],
  ])('%s has some', (body, said) => expect([...found(letter(`<p>${body}</p>`))].sort()).toEqual([...said].sort()));
});

describe('characters', () => {
  test('behind references have their places', () => {
    expect(found(text('<p>a&amp;b&#x20; caf\uFFFD</p>'))).toEqual(['replacement-character \uFFFD']);
  });
  test('written as references are found', () => {
    expect(found(text('<p>peace&#xAD;ful</p>'))).toEqual(['soft-hyphen &#xAD;']);
  });
  test('in values of attributes are found', () => {
    expect(found(text('<p n="x\uE000">a</p>'))).toEqual(['private-use-character \uE000']);
  });
});

describe('pages', () => {
  const pages = (list: readonly string[]) => list.map((n) => `<pb n="${n}"/>w `).join('');
  test('a document has its own, and so has the back', () => {
    const documents = ['d1', 'd2'].map((id) => `<div type="letter" xml:id="${id}"><p>${pages(['1', '2'])}</p></div>`);
    expect(found(`<text><body>${documents.join('')}</body><back><p>${pages(['i'])}</p></back></text>`)).toEqual([]);
  });
  test('another edition has its own', () => {
    expect(found(text('<p><pb n="9"/>a <pb ed="B" n="4"/>b <pb n="10"/>c <pb ed="B" n="5"/>d</p>'))).toEqual([]);
  });
});

test('a description without a pointer is of the one letter', () => {
  const header = (when: string) =>
    `<teiHeader><profileDesc><correspDesc><correspAction type="sent"><date when="${when}"/></correspAction></correspDesc></profileDesc></teiHeader>`;
  const body = text('<div><opener><dateline><date when="1961-05-12">May 12, 1961</date></dateline></opener></div>');
  expect(found(header('1961-05') + body)).toEqual([]);
  expect(found(header('1961-06') + body)).toEqual(['correspondence-date-differs 1961-06']);
  // What is no date is for the schema to say, once.
  expect(found(header('1961-06') + body.replace('1961-05-12', '12 May 1961'))).toEqual([]);
});

test('a sender who is named by an office is not compared', () => {
  const header = (name: string) =>
    `<teiHeader><profileDesc><correspDesc><correspAction type="sent"><persName>${name}</persName></correspAction></correspDesc></profileDesc></teiHeader>`;
  const body = text('<div><p>Yes.</p><closer><signed><persName>Acheson</persName></signed></closer></div>');
  expect(found(header('<roleName>Secretary of State</roleName>') + body)).toEqual([]);
  expect(found(header('Dean <roleName>Secretary of State</roleName> Acheson') + body)).toEqual([]);
  expect(found(header('Rusk') + body)).toEqual(['correspondence-differs <persName>']);
});

test('a forename signs for whom it may belong to', () => {
  const letterOf = (sender: string, signature: string) =>
    `<teiHeader><profileDesc><correspDesc><correspAction type="sent"><persName>${sender}</persName></correspAction></correspDesc></profileDesc></teiHeader>${text(`<div><p>Yes.</p><closer><signed><persName>${signature}</persName></signed></closer></div>`)}`;
  expect(found(letterOf('Kennedy, <roleName>President</roleName>', 'Jack'))).toEqual([]);
  expect(found(letterOf('John F. Kennedy', 'Jack'))).toEqual([]);
  expect(found(letterOf('Robert Kennedy', 'Jack'))).toEqual(['correspondence-differs <persName>']);
  expect(found(letterOf('Kennedy', 'Rusk'))).toEqual(['correspondence-differs <persName>']);
  expect(found(letterOf('Bundy', 'McG. B.'))).toEqual([]);
  expect(found(letterOf('Bundy', 'Mr. Rusk'))).toEqual(['correspondence-differs <persName>']);
});

test('pages of the volume are elsewhere for a document that is on one page', () => {
  const body = '<p>See <ref target="#pg_68">page 68</ref>.</p>';
  expect(found(letter(body))).toEqual([]);
  expect(found(letter(body), beside([], ['pg_67']))).toEqual(['pointer-unresolved #pg_68']);
  expect(found(letter(`<pb n="67" xml:id="x67"/>${body}`))).toEqual(['pointer-unresolved #pg_68']);
});

describe('another document of the volume, in a file that holds one', () => {
  const body = '<p>See <ref target="#d7">Document 7</ref>, <ref target="#d9fn2">note 2</ref>.</p>';
  const d15 = text(`<div type="letter" n="15" xml:id="d15">${body}</div>`);

  test('is taken to be there', () => {
    expect(found(d15)).toEqual([]);
    expect(found(d15, beside([]))).toEqual([]);
    expect(found(d15, beside(['d15.xml']))).toEqual([]);
  });

  test('is a file beside it, or is missing among those that are', () => {
    expect(found(d15, beside(['d14.xml', 'd7.xml', 'd9.xml']))).toEqual([]);
    expect(found(d15, beside(['d16.xml', 'd9.xml']))).toEqual(['pointer-leaves-file #d7']);
  });

  test('is in the list of targets, or nowhere', () => {
    expect(found(d15, beside([], ['d7', 'd9']))).toEqual([]);
    expect(found(d15, beside([], ['d7']))).toEqual(['pointer-unresolved #d9fn2']);
    expect(found(d15, beside(['d7.xml'], ['d9']))).toEqual(['pointer-unresolved #d7']);
    // A list of pages says nothing of documents.
    expect(found(d15, beside([], ['pg_1']))).toEqual([]);
  });

  test('is missing in a file that holds several', () => {
    const two = text(
      '<div type="letter" xml:id="d1"><p>See <ref target="#d7">it</ref>.</p></div><div type="letter" xml:id="d2"><p>No.</p></div>',
    );
    expect(found(two)).toEqual(['pointer-unresolved #d7']);
  });
});

function beside(files: readonly string[], ids?: readonly string[]): Surroundings {
  return {
    idsOf: () => undefined,
    hasFile: (address) => files.includes(address),
    hasPicture: () => false,
    ...(ids && { targets: { ids: new Set(ids) } }),
  };
}

test('identifiers of other files: one finding for two files', () => {
  const file = (path: string, ids: readonly string[]) => {
    const source = createSource(path, ids.join(' '));
    return { path, ids: new Map(ids.map((id) => [id, placeAt(source, source.text.indexOf(id))])) };
  };
  const said = sharedIds([file('a.xml', ['x', 'y']), file('b.xml', ['z', 'y', 'x']), file('c.xml', ['w'])]);
  expect(said.map(({ message, place }) => `${place?.source.path} ${message}`)).toEqual([
    'b.xml xml:id "y" is also given in "a.xml", as are 1 more of this file',
  ]);
});

test('what is wrong in a transcription is said at its place in the transcription', () => {
  const source = createSource('a.txt', '15. Letter\n\nDear Sir:\n\nIt is the the last.\n');
  const said: Diagnostic[] = [];
  convert(source, {}, (d) => said.push(d));
  const rules = said.filter(({ code }) => code.startsWith('rule/'));
  expect(rules.map(({ code, place }) => [code, place && pointAt(place.source, place.start)])).toEqual([
    ['rule/repeated-word', { line: 5, column: 11 }],
  ]);
  expect(rules[0]?.place?.source).toBe(source);
});
