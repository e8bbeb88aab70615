import { describe, expect, test } from '@jest/globals';
import { authorityMessages, joinAuthorities, loadAuthority } from '../../src/authority/index.js';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { createSource } from '../../src/source/index.js';
import { pageExample, saidOf } from '../page-example.js';

function load(path: string, text: string) {
  const diagnostics: Diagnostic[] = [];
  const { persons, terms } = loadAuthority(createSource(path, text), (d) => diagnostics.push(d));
  return {
    persons: persons.map(({ id, name, description, dates }) => [id, name, description, dates]),
    terms: terms.map(({ id, term, gloss }) => [id, term, gloss]),
    said: saidOf(path, diagnostics),
  };
}

describe('a table in CSV', () => {
  test('with whole names', () => {
    const text = 'id,name,description,dates\np_RD1,"Rusk, Dean","Secretary of ""State""",1909–1994\n';
    expect(load('p.csv', text)).toEqual({
      persons: [['p_RD1', 'Rusk, Dean', 'Secretary of "State"', '1909–1994']],
      terms: [],
      said: [],
    });
  });

  test('with parts of names, semicolons, and line ends of another system', () => {
    const text = 'ID;Surname;Forenames;Title\r\np_1;Adams;Paul D.;General\r\n\r\np_2;Juliana;;\r\n';
    expect(load('p.csv', text).persons.map(([id, name]) => [id, name])).toEqual([
      ['p_1', 'Adams, General Paul D.'],
      ['p_2', 'Juliana'],
    ]);
  });

  test('with terms, tabs, and a cell of two lines', () => {
    const text = 'id\tterm\tgloss\nt_1\tAEC\t"Atomic Energy\nCommission"\n';
    expect(load('t.tsv', text).terms).toEqual([['t_1', 'AEC', 'Atomic Energy Commission']]);
  });

  test('a gloss goes without its term, but not without the first letter of a word', () => {
    const text = 'id,term,gloss\nt_S,S,Secretary of State\nt_US,US,"US, US Steel"\nt_L,L,L\n';
    expect(load('t.csv', text).terms).toEqual([
      ['t_S', 'S', 'Secretary of State'],
      ['t_US', 'US', 'US Steel'],
      ['t_L', 'L', undefined],
    ]);
  });

  test('below a blank line, and with a blank before a quotation mark', () => {
    expect(load('p.csv', ' \n\nid;name\np_1;Rusk, Dean\n').persons.map(([, name]) => name)).toEqual(['Rusk, Dean']);
    expect(load('p.csv', 'id, name, description\np_1, "Rusk, Dean", "of State"\n')).toEqual({
      persons: [['p_1', 'Rusk, Dean', 'of State', undefined]],
      terms: [],
      said: [],
    });
  });

  test('that is broken off in a quotation keeps what is there', () => {
    expect(load('p.csv', 'id,name\np_1,"Rusk, Dean').persons.map(([, name]) => name)).toEqual(['Rusk, Dean']);
  });
});

describe('JSON', () => {
  test('with persons and terms; the gloss goes without its term', () => {
    const text = JSON.stringify({
      persons: [{ id: 'p_1', name: 'Rusk, Dean' }],
      terms: [{ id: 't_1', term: 'AEC', gloss: 'AEC, Atomic Energy Commission' }],
    });
    expect(load('a.json', text)).toEqual({
      persons: [['p_1', 'Rusk, Dean', undefined, undefined]],
      terms: [['t_1', 'AEC', 'Atomic Energy Commission']],
      said: [],
    });
  });

  test('that is none is reported where it goes wrong', () => {
    expect(load('a.json', '{ "persons": [ }').said[0]).toMatch(/^a\.json:1:16: error: .* not valid JSON/);
  });

  test('with one list that is none has the other', () => {
    const { persons, said } = load(
      'a.json',
      '{ "persons": [{ "id": "p_1", "name": "Rusk" }], "terms": { "id": "t_1" } }',
    );
    expect(persons.map(([id]) => id)).toEqual(['p_1']);
    expect(said).toEqual([expect.stringMatching(/^a\.json:1:58: error: .* "terms" is no list/)]);
  });

  test('entries that are no objects are left out', () => {
    expect(load('a.json', '{ "persons": [1, "Rusk", { "id": 5, "name": "A" }] }')).toMatchObject({
      persons: [],
      said: [expect.stringContaining('1:15'), expect.stringContaining('1:18'), expect.stringContaining('1:26')],
    });
  });
});

describe('TEI', () => {
  test('persons of a listPerson, their names taken apart', () => {
    const text = `<listPerson xmlns="http://www.tei-c.org/ns/1.0">
      <person xml:id="p1"><persName><forename>Joan</forename> <nameLink>van</nameLink> <surname>Houten</surname></persName>
        <birth>1900</birth><death>1970</death><occupation>Consul</occupation><note>At The Hague.</note></person>
      <person xml:id="p2"><persName>Rusk, Dean</persName></person></listPerson>`;
    expect(load('p.xml', text).persons).toEqual([
      ['p1', 'Houten, Joan van', 'Consul; At The Hague.', '1900–1970'],
      ['p2', 'Rusk, Dean', undefined, undefined],
    ]);
  });

  test('years of birth and death that stand in attributes alone', () => {
    const text =
      '<listPerson><person xml:id="p1"><persName>Rusk, Dean</persName><birth when="1909-02-09"/><death when="1994"/></person></listPerson>';
    expect(load('p.xml', text).persons).toEqual([['p1', 'Rusk, Dean', undefined, '1909–1994']]);
  });

  test('names and terms in lists of front matter, with what is said of them', () => {
    const text = `<div><list>
      <item><hi rend="strong"><persName xml:id="p_1">Adams, Sherman</persName>,</hi> Assistant to President
        <persName corresp="#p_2">Eisenhower</persName></item>
      <item><hi><term xml:id="t_1">AEC</term>,</hi> Atomic Energy Commission</item></list>
      <list type="gloss"><label><term xml:id="t_2">UN</term></label><item>United Nations</item></list></div>`;
    expect(load('v.xml', text)).toEqual({
      persons: [['p_1', 'Adams, Sherman', 'Assistant to President Eisenhower', undefined]],
      terms: [
        ['t_1', 'AEC', 'Atomic Energy Commission'],
        ['t_2', 'UN', 'United Nations'],
      ],
      said: [],
    });
  });

  test('that is not well-formed gives what stands before the mistake', () => {
    const { persons, said } = load('p.xml', '<list><item><persName xml:id="p_1">Rusk</persName></item><item></list>');
    expect(persons.map(([id]) => id)).toEqual(['p_1']);
    expect(said).toHaveLength(1);
  });
});

describe('other names of a person', () => {
  const namesIn = (path: string, text: string) =>
    loadAuthority(createSource(path, text), () => {}).persons.map(({ name, variants = [] }) => [
      name,
      ...variants.map(({ surnames, forenames }) => `${surnames.join('|')}; ${forenames.join(' ')}`),
    ]);

  test('in TEI: each persName of the person, and the surname before a marriage', () => {
    const text = `<listPerson xmlns="http://www.tei-c.org/ns/1.0">
      <person xml:id="p1"><persName><forename>Aurore</forename> <surname type="married">Dudevant</surname>
        <surname type="maiden">Dupin</surname></persName><persName type="pseudonym">George Sand</persName>
        <note>A friend of <persName ref="#p3">Frédéric Chopin</persName>.</note></person>
      <person xml:id="p2"><persName><surname>Mao</surname> <forename>Tse-tung</forename></persName>
        <persName><surname>Mao</surname> <forename>Zedong</forename></persName></person></listPerson>`;
    expect(namesIn('p.xml', text)).toEqual([
      ['Dudevant, Aurore', 'Dupin; Aurore', 'Sand; George'],
      ['Mao, Tse-tung', 'Mao; Zedong'],
    ]);
  });

  test('in CSV and JSON', () => {
    const named = ['Dudevant, Aurore', 'Sand; George'];
    expect(namesIn('p.csv', 'id,name,variants\np1,"Dudevant, Aurore","George Sand; Dudevant, Aurore"')).toEqual([
      named,
    ]);
    const json = (variants: unknown) => JSON.stringify({ persons: [{ id: 'p1', name: 'Dudevant, Aurore', variants }] });
    expect(namesIn('p.json', json(['Sand, George', 5]))).toEqual([named]);
    expect(namesIn('p.json', json('George Sand'))).toEqual([named]);
  });
});

test('what a file is, its first character tells where its name does not', () => {
  expect(load('list', ' {"terms": [{"id": "t", "term": "UN"}]}').terms).toHaveLength(1);
  expect(load('list', '<list><item><term xml:id="t">UN</term></item></list>').terms).toHaveLength(1);
  expect(load('list', 'id,term\nt,UN').terms).toHaveLength(1);
});

test('an identifier may be an address, or begin with #', () => {
  const text = 'id,name\nhttps://viaf.org/viaf/1,Rusk\n#p_2,Ball\n';
  expect(load('p.csv', text).persons.map(([id]) => id)).toEqual(['https://viaf.org/viaf/1', 'p_2']);
});

test('an identifier is a name in XML, of any script', () => {
  const text = 'id,name\np_Škoda,A\np_Йорг,B\np²,C\n1p,D\np 1,E\n';
  const { persons, said } = load('p.csv', text);
  expect(persons.map(([id]) => id)).toEqual(['p_Škoda', 'p_Йорг']);
  expect(said.map((one) => one.split(':')[1])).toEqual(['4', '5', '6']);
});

test('of several lists the first entry with an identifier holds', () => {
  const [a, b] = ['Rusk', 'Ball'].map((name) => loadAuthority(createSource('p.csv', `id,name\np,${name}`), () => {}));
  expect(joinAuthorities([a, b].filter((one) => one !== undefined)).persons.map(({ name }) => name)).toEqual(['Rusk']);
});

test('a term with the identifier of a person in another list is left out', () => {
  const lists = ['id,name\nx,Rusk', 'id,term\nx,AEC\ny,UN'].map((text) =>
    loadAuthority(createSource('p.csv', text), () => {}),
  );
  expect(joinAuthorities(lists).terms.map(({ term }) => term)).toEqual(['UN']);
});

test('what is no list at all never throws', () => {
  for (const path of ['a.csv', 'a.json', 'a.xml', 'a']) {
    for (const text of ['', '\n', '"', '{', '<', '<a>', ',,,\n,,,', '[]', 'null', '\u0000', 'id,name\n"']) {
      expect(() => load(path, text)).not.toThrow();
    }
  }
});

const OF_LISTS = [...authorityMessages.codes.keys()].filter((code) => code.startsWith('document/authority-'));

test.each(OF_LISTS)('the page on %s shows what is said', (code) => {
  const { said, path, failing, mended } = pageExample(code);
  expect(load(path, failing).said).toEqual([said]);
  expect(load(path, mended).said).toEqual([]);
});

test.each([
  [
    'document/ambiguous-name' as const,
    '{ "persons": [{ "id": "p_BM1", "name": "Bundy, McGeorge" }, { "id": "p_BW1", "name": "Bundy, William P." }] }',
  ],
  ['document/unlisted-name' as const, '{ "persons": [{ "id": "p_CF1", "name": "Castro, Fidel" }] }'],
])('the page on %s shows what is said', (code, list) => {
  const { said, path, failing, mended } = pageExample(code);
  const authority = loadAuthority(createSource('a.json', list), () => {});
  const saying = (text: string) => {
    const diagnostics: Diagnostic[] = [];
    convert(createSource(path, text), { authority }, (d) => diagnostics.push(d));
    return saidOf(path, diagnostics, code);
  };
  expect(saying(failing)).toEqual([said]);
  expect(saying(mended)).toEqual([]);
});
