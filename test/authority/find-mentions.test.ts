import { describe, expect, test } from '@jest/globals';
import { type Authority, findMentions, indexAuthority, parsePersonName } from '../../src/authority/index.js';

/** `{p:Rusk, Dean}`: identifiers are the first letters of the names, descriptions stand behind a slash. */
function authority(persons: readonly string[], terms: readonly string[] = []): Authority {
  return {
    persons: persons.map((entry) => {
      const [name = '', description] = entry.split(' / ');
      return { id: idOf(name), name, ...parsePersonName(name), ...(description !== undefined && { description }) };
    }),
    terms: terms.map((term) => ({ id: `t-${term}`, term })),
  };
}

const idOf = (name: string) => name.replace(/[^\p{L}]/gu, '');

/** The passages with their mentions marked: `[Rusk=RuskDean]`; `?` where it is left open. */
function marked(list: Authority, ...texts: readonly string[]): readonly string[] {
  const found = findMentions(
    texts.map((text) => ({ text, where: 'body' as const })),
    indexAuthority(list),
  );
  return texts.map((text, i) => {
    let out = '';
    let at = 0;
    for (const { start, end, id } of found[i] ?? []) {
      out += `${text.slice(at, start)}[${text.slice(start, end)}=${id ?? '?'}]`;
      at = end;
    }
    return out + text.slice(at);
  });
}

const found = (persons: readonly string[], text: string, terms: readonly string[] = []) =>
  marked(authority(persons, terms), text)[0];

describe('a surname', () => {
  test.each([
    ['Rusk agreed.', '[Rusk=RuskDean] agreed.'],
    ['Secretary of State Rusk’s letter', 'Secretary of State [Rusk=RuskDean]’s letter'],
    ["Rusk's letter, Mr. Rusk", "[Rusk=RuskDean]'s letter, Mr. [Rusk=RuskDean]"],
    ['Dean Rusk, D. Rusk, RUSK', '[Dean Rusk=RuskDean], [D. Rusk=RuskDean], [RUSK=RuskDean]'],
    ['the pre-Rusk years', 'the pre-[Rusk=RuskDean] years'],
    ['Rusk–Gromyko and Rusk-Gromyko', '[Rusk=RuskDean]–Gromyko and [Rusk=RuskDean]-Gromyko'],
    ['rusk, Ruskin, Duruskov, Rusks', 'rusk, Ruskin, Duruskov, Rusks'],
    ['Howard Rusk and H. K. Rusk', 'Howard Rusk and H. K. Rusk'],
    ['Mrs. Rusk', 'Mrs. [Rusk=?]'],
    ['The Rusk Library', 'The Rusk Library'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(found(['Rusk, Dean'], text)).toBe(expected);
  });

  test('with initials, together or apart', () => {
    const text = 'A.A. Gromyko, A. A. Gromyko, Andrei A. Gromyko, A. Gromyko, B. Gromyko';
    expect(found(['Gromyko, Andrei A.'], text)).toBe(
      '[A.A. Gromyko=GromykoAndreiA], [A. A. Gromyko=GromykoAndreiA], [Andrei A. Gromyko=GromykoAndreiA], [A. Gromyko=GromykoAndreiA], B. Gromyko',
    );
  });

  test('without accents, and with them', () => {
    expect(found(['Kádár, János', 'Işik, Hasan'], 'Kadar, János Kádár, KADAR; Isik')).toBe(
      '[Kadar=KádárJános], [János Kádár=KádárJános], [KADAR=KádárJános]; [Isik=IşikHasan]',
    );
  });

  test('with a short form of the forename, or a nickname', () => {
    expect(found(['Moyers, William D.'], 'Bill Moyers')).toBe('[Bill Moyers=MoyersWilliamD]');
    expect(found(['Jackson, Henry M. (Scoop)'], 'Henry “Scoop” Jackson, Scoop Jackson')).toBe(
      '[Henry “Scoop” Jackson=JacksonHenryMScoop], [Scoop Jackson=JacksonHenryMScoop]',
    );
  });

  test('over the end of a line', () => {
    expect(found(['Rusk, Dean'], 'Dean\nRusk')).toBe('[Dean\nRusk=RuskDean]');
  });

  test('of several words, and the first of them', () => {
    expect(found(['Ayub Khan, Mohammed', 'Chou En-lai'], 'Ayub Khan and Ayub; Chou En-lai and Premier Chou')).toBe(
      '[Ayub Khan=AyubKhanMohammed] and [Ayub=AyubKhanMohammed]; [Chou En-lai=ChouEnlai] and Premier [Chou=ChouEnlai]',
    );
  });

  test('with a particle, in either case, or without', () => {
    expect(found(['de Quay, Jan E.', 'al-Sadat, Anwar'], 'De Quay, Jan de Quay, Quay, Sadat')).toBe(
      '[De Quay=deQuayJanE], [Jan de Quay=deQuayJanE], [Quay=deQuayJanE], [Sadat=alSadatAnwar]',
    );
  });

  test('behind a hyphen only where both are names', () => {
    expect(found(['Booth, Paul', 'Makarios III'], 'Gore-Booth, Makarios-Booth')).toBe(
      'Gore-Booth, [Makarios=MakariosIII]-[Booth=BoothPaul]',
    );
  });

  test('with a title of the list, where it is a rank that goes with the name', () => {
    expect(found(['Burke, Admiral Arleigh A.', 'Unger, General F.'], 'Admiral Burke, General Unger')).toBe(
      '[Admiral Burke=BurkeAdmiralArleighA], General [Unger=UngerGeneralF]',
    );
  });

  test('that is a forename before another surname is none', () => {
    expect(found(['George, Walter F.'], 'George Meany, Mr. George, George W. Edman')).toBe(
      'George Meany, Mr. [George=GeorgeWalterF], George W. Edman',
    );
  });

  test('of two letters and more words, in capitals, and with an apostrophe before it', () => {
    expect(found(['de Gaulle, Charles'], 'DE GAULLE’S VIEW')).toBe('[DE GAULLE=deGaulleCharles]’S VIEW');
    expect(found(['‘Abd al-Ilah, Prince'], 'RUSK’S. ‘Abd al-Ilah left.')).toBe(
      'RUSK’S. ‘[Abd al-Ilah=AbdalIlahPrince] left.',
    );
  });

  test('in letters with their accents apart, as in letters with them', () => {
    const text = 'Rául Castro and Ghéorghe Maurer met. André Nemec and the Conférence';
    const marks = (form: 'NFC' | 'NFD') =>
      found(['Castro, Fidel', 'Maurer, Ghéorghe', 'Nemec, Jan'], text.normalize(form), ['Conférence'])?.normalize(
        'NFC',
      );
    expect(marks('NFD')).toBe(marks('NFC'));
    expect(marks('NFD')).toContain('[Conférence=t-Conférence]');
  });

  test('that is another word too', () => {
    const persons = ['Begin, Menachem', 'White, Lincoln', 'Long, Russell'];
    expect(found(persons, 'Begin text. Mr. Begin left.')).toBe('Begin text. Mr. [Begin=BeginMenachem] left.');
    expect(found(persons, 'At the White House, White said')).toBe('At the White House, [White=WhiteLincoln] said');
    expect(found(persons, 'NO LONG TERM PLANS')).toBe('NO LONG TERM PLANS');
    expect(found(persons, 'White suggested a walk. Long and Falk met.')).toBe(
      '[White=WhiteLincoln] suggested a walk. [Long=LongRussell] and Falk met.',
    );
    expect(found(persons, 'Begin at the end. Long walks and red wine.')).toBe(
      'Begin at the end. Long walks and red wine.',
    );
  });
});

describe('a name that several have', () => {
  const bundys = ['Bundy, McGeorge', 'Bundy, William P.'];

  test('is decided by forenames, and by who is named in full', () => {
    expect(found(bundys, 'William Bundy came. Bundy left.')).toBe(
      '[William Bundy=BundyWilliamP] came. [Bundy=BundyWilliamP] left.',
    );
    expect(marked(authority(bundys), 'Bundy left.', 'McG. Bundy came.')).toEqual([
      '[Bundy=BundyMcGeorge] left.',
      '[McG. Bundy=BundyMcGeorge] came.',
    ]);
  });

  test('is left open where two are named; but the passage decides', () => {
    expect(marked(authority(bundys), 'McGeorge Bundy came. Bundy left.', 'William Bundy came.', 'Bundy left.')).toEqual(
      [
        '[McGeorge Bundy=BundyMcGeorge] came. [Bundy=BundyMcGeorge] left.',
        '[William Bundy=BundyWilliamP] came.',
        '[Bundy=?] left.',
      ],
    );
  });

  test('is decided by the office, as the list words it', () => {
    const list = authority(['Hall, Ann / Consul at Bern', 'Hall, Bert / Minister of Trade']);
    expect(marked(list, 'Minister Hall came.', 'the Minister of Trade (Hall)', 'Consul Hall', 'Captain Hall')).toEqual([
      'Minister [Hall=HallBert] came.',
      'the Minister of Trade ([Hall=HallBert])',
      'Consul [Hall=HallAnn]',
      'Captain [Hall=?]',
    ]);
  });

  test('is decided by what is known of statesmen, where the list says nothing', () => {
    const text = 'President Kennedy and Attorney General Kennedy';
    expect(found(['Kennedy, John F.', 'Kennedy, Robert F.'], text)).toBe(
      'President [Kennedy=KennedyJohnF] and Attorney General [Kennedy=KennedyRobertF]',
    );
  });

  test('another office speaks against who is named in full', () => {
    const text = 'Robert Kennedy came. President Kennedy left.';
    expect(found(['Kennedy, Edward M. / Senator', 'Kennedy, Robert F. / Attorney General'], text)).toBe(
      '[Robert Kennedy=KennedyRobertF] came. President [Kennedy=?] left.',
    );
  });

  test('is decided by Jr.', () => {
    expect(found(['Bourguiba, Habib', 'Bourguiba, Habib, Jr.'], 'Bourguiba, Jr., and Habib Bourguiba')).toBe(
      '[Bourguiba=BourguibaHabibJr], Jr., and [Habib Bourguiba=BourguibaHabib]',
    );
  });
});

describe('someone else of the surname', () => {
  test.each([
    // An unknown word with a capital before the surname is a forename.
    ['Castro, Fidel', 'He met Raul Castro.', 'He met [Raul Castro=?].'],
    [
      'Castro, Fidel',
      'Raul Castro said so to Prime Minister Raul Castro.',
      '[Raul Castro=?] said so to Prime Minister Raul Castro.',
    ],
    ['Mann, Thomas', 'Gestern war Klaus Mann hier.', 'Gestern war [Klaus Mann=?] hier.'],
    ['Gandhi, Indira', 'by J. Rajiv Gandhi', 'by [J. Rajiv Gandhi=?]'],
    // In capitals a word has to be known for a forename.
    ['Castro, Fidel', 'HE MET RAUL CASTRO', 'HE MET [RAUL CASTRO=?]'],
    ['Castro, Fidel', 'HE MET FIDEL CASTRO', 'HE MET [FIDEL CASTRO=CastroFidel]'],
    ['Castro, Fidel', 'REGIME CASTRO, ACCORDING CASTRO', 'REGIME [CASTRO=CastroFidel], ACCORDING [CASTRO=CastroFidel]'],
    // Offices, callings, the first words of sentences and adverbs are none.
    [
      'Castro, Fidel',
      'Comrade Castro, Both Castro and Che, When Castro spoke, anti-Castro. Presumably Castro left, Dictator Castro',
      'Comrade [Castro=CastroFidel], Both [Castro=CastroFidel] and Che, When [Castro=CastroFidel] spoke, anti-[Castro=CastroFidel]. Presumably [Castro=CastroFidel] left, Dictator [Castro=CastroFidel]',
    ],
    [
      'Brentano, Heinrich von',
      'Bundesminister Brentano, sagte Außenminister Brentano, Monsieur Brentano, Freund Brentano',
      'Bundesminister [Brentano=BrentanoHeinrichvon], sagte Außenminister [Brentano=BrentanoHeinrichvon], Monsieur [Brentano=BrentanoHeinrichvon], Freund [Brentano=BrentanoHeinrichvon]',
    ],
    // Nor are words that stand elsewhere in the document as nouns do, or that end a phrase.
    [
      'Jones, Howard',
      'We met in Djakarta. From Djakarta Jones cabled.',
      'We met in Djakarta. From Djakarta [Jones=JonesHoward] cabled.',
    ],
    ['Yusuf, Mohammed', 'with Minister of Mines Yusuf', 'with Minister of Mines [Yusuf=YusufMohammed]'],
    // Another spelling, and no forename in the list.
    ['Alexandrakis, Menelas', 'to Menelaos Alexandrakis', 'to Menelaos [Alexandrakis=AlexandrakisMenelas]'],
    ['Sukarno', 'to Achmed Sukarno', 'to Achmed [Sukarno=Sukarno]'],
  ])('%s: %s', (person, text, expected) => {
    expect(found([person], text)).toBe(expected);
  });

  test('behind it the surname alone is left open, unless the person listed is named, or in office', () => {
    const list = authority(['Castro, Fidel']);
    expect(marked(list, 'He saw Raul Castro. Premier Castro left.')).toEqual([
      'He saw [Raul Castro=?]. Premier [Castro=CastroFidel] left.',
    ]);
    expect(marked(list, 'He saw Raul Castro.', 'Castro left.')).toEqual([
      'He saw [Raul Castro=?].',
      '[Castro=?] left.',
    ]);
    expect(marked(list, 'Castro came.', 'He saw Raul Castro. Castro left.', 'Castro stayed.')).toEqual([
      '[Castro=CastroFidel] came.',
      'He saw [Raul Castro=?]. [Castro=?] left.',
      '[Castro=CastroFidel] stayed.',
    ]);
    expect(marked(list, 'He saw Howard Castro. Fidel Castro came. Castro left.')).toEqual([
      'He saw Howard Castro. [Fidel Castro=CastroFidel] came. [Castro=CastroFidel] left.',
    ]);
  });
});

test('a surname that is another word is none in a phrase', () => {
  const persons = ['Powers, Gary', 'Hill, Robert', 'West, Rebecca'];
  expect(
    found(persons, 'the Western Powers on Capitol Hill, in the West, of the West German firm; East-West trade'),
  ).toBe('the Western Powers on Capitol Hill, in the West, of the West German firm; East-West trade');
  expect(found(['Page, Gordon'], 'as shown on Page 4, which Page drew')).toBe(
    'as shown on Page 4, which [Page=PageGordon] drew',
  );
  expect(found(persons, 'he told Hill of the Hill memorandum, and Administrator Powers of Rebecca West')).toBe(
    'he told [Hill=HillRobert] of the [Hill=HillRobert] memorandum, and Administrator [Powers=PowersGary] of [Rebecca West=WestRebecca]',
  );
});

test('a surname that stands first and is another word is found with a title', () => {
  expect(found(['Park Chung Hee'], 'President Park, Park Chung Hee, Hyde Park, the park. Park said')).toBe(
    'President [Park=ParkChungHee], [Park Chung Hee=ParkChungHee], Hyde Park, the park. Park said',
  );
});

test('a person is found by each of several names', () => {
  const name = 'Dudevant, Aurore';
  const variants = ['Dupin, Aurore', 'Sand, George'].map(parsePersonName);
  const list: Authority = { persons: [{ id: 'AD', name, ...parsePersonName(name), variants }], terms: [] };
  expect(marked(list, 'Aurore Dupin, Dudevant, George Sand, Aurore Sand, Jules Sand')).toEqual([
    '[Aurore Dupin=AD], [Dudevant=AD], [George Sand=AD], [Aurore Sand=AD], [Jules Sand=?]',
  ]);
});

describe('a term', () => {
  const terms = (list: readonly string[], text: string) => found([], text, list);

  test.each([
    [['UN'], 'the UN, UN-sponsored, UNO, un, (UN)', 'the [UN=t-UN], [UN=t-UN]-sponsored, UNO, un, ([UN=t-UN])'],
    [['POW'], 'POWs and POW’s', '[POW=t-POW]s and [POW=t-POW]’s'],
    [['LDCs'], 'an LDC, LDCs', 'an [LDC=t-LDCs], [LDCs=t-LDCs]'],
    [['NEA', 'NEA/IRN'], 'NEA/IRN and NEA', '[NEA/IRN=t-NEA/IRN] and [NEA=t-NEA]'],
    [['Exdis'], 'EXDIS; Exdis; exdis', '[EXDIS=t-Exdis]; [Exdis=t-Exdis]; [exdis=t-Exdis]'],
    [['niact'], 'Niact', '[Niact=t-niact]'],
    [['PBS, PBSUCCESS'], 'PBSUCCESS', '[PBSUCCESS=t-PBS, PBSUCCESS]'],
    [['EC'], 'EC–9, U.S.EC', '[EC=t-EC]–9, U.S.EC'],
    [
      ['S'],
      'U.S., S. Smith, Plan S, (S) approved; cleared by S, and',
      'U.S., S. Smith, Plan S, (S) approved; cleared by [S=t-S], and',
    ],
    [['US'], 'THEY TOLD US TO WAIT; the US told us', 'THEY TOLD US TO WAIT; the [US=t-US] told us'],
    [['FM'], 'FM EMBASSY RABAT', 'FM EMBASSY RABAT'],
    [['G-2'], 'G–2', '[G–2=t-G-2]'],
  ])('%j: %s', (list, text, expected) => {
    expect(terms(list, text)).toBe(expected);
  });

  test('gives way to a name', () => {
    expect(found(['Wisner, Frank'], 'Frank Wisner', ['Frank'])).toBe('[Frank Wisner=WisnerFrank]');
  });
});

test('mentions are in order, apart, and inside of the text, whatever it is', () => {
  const list = authority(['Rusk, Dean', 'de Quay, Jan', 'Ayub Khan, M.', 'Hassan II'], ['UN', 'S/S', 'PBS, X', '(A)']);
  const signs = [
    'Rusk',
    'Dean ',
    'de ',
    'Quay',
    '.',
    ' ',
    '-',
    'UN',
    '/',
    'S',
    '’s',
    '\n',
    'Ayub ',
    'Khan',
    '(',
    'X',
    'ı',
    '😀',
  ];
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 2147483647);
  for (let run = 0; run < 500; run++) {
    const text = Array.from({ length: 12 }, () => signs[next() % signs.length]).join('');
    let at = 0;
    for (const { start, end } of findMentions([{ text, where: 'body' }], indexAuthority(list))[0] ?? []) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBeLessThanOrEqual(text.length);
  }
});

test('a surname that is a month is none in a date', () => {
  const text = 'In May the Minister came on May 5, 1961, or by the end of May. Mr. May thanked him.';
  expect(found(['May, Herbert K.'], text)).toBe(text.replace('Mr. May', 'Mr. [May=MayHerbertK]'));
});

describe('the title of a woman or a man', () => {
  test.each([
    [
      ['Gandhi, Indira', 'Gandhi, Rajiv'],
      'Rajiv Gandhi and Mrs. Gandhi',
      '[Rajiv Gandhi=GandhiRajiv] and Mrs. [Gandhi=GandhiIndira]',
    ],
    [['Gandhi, Indira', 'Gandhi, Rajiv'], 'Mr. Gandhi', 'Mr. [Gandhi=GandhiRajiv]'],
    [
      ['Gandhi, Indira'],
      'by Rajiv Gandhi. Mrs. Gandhi said so.',
      'by [Rajiv Gandhi=?]. Mrs. [Gandhi=GandhiIndira] said so.',
    ],
    [['Gandhi, Indira'], 'by Maneka Gandhi. Mrs. Gandhi said so.', 'by [Maneka Gandhi=?]. Mrs. [Gandhi=?] said so.'],
    [
      ['Kennedy, John F.', 'Kennedy, Jackie B. / wife of the President'],
      'Mrs. Kennedy',
      'Mrs. [Kennedy=KennedyJackieB]',
    ],
    [['Kennedy, John F.', 'Kennedy, Robert F.'], 'Mrs. Kennedy', 'Mrs. [Kennedy=?]'],
    [['Smith, Mary', 'Smith, Ian'], 'Mrs. Smith left. Jane Smith left.', 'Mrs. [Smith=?] left. Jane Smith left.'],
  ])('of %j: %s', (persons, text, expected) => expect(found(persons, text)).toBe(expected));
});

test('short forms of forenames', () => {
  const list = authority(['Bowles, Chester', 'Bundy, McGeorge', 'Weinberger, Caspar', 'Morgan, Gustav']);
  expect(marked(list, 'Chet Bowles, Mac Bundy, Cap Weinberger, Gus Morgan')).toEqual([
    '[Chet Bowles=BowlesChester], [Mac Bundy=BundyMcGeorge], [Cap Weinberger=WeinbergerCaspar], [Gus Morgan=MorganGustav]',
  ]);
});

test('names and terms of one long passage are settled in time that grows with their number', () => {
  const list = authority(['Bundy, McGeorge', 'Bundy, William P.', 'Castro, Fidel'], ['AEC']);
  const sentence =
    'McGeorge Bundy and the AEC met William Bundy. Bundy left, and Raul Castro saw Castro. Fidel Castro saw Castro. ';
  const [mentions = []] = findMentions([{ text: sentence.repeat(20_000), where: 'body' }], indexAuthority(list));
  expect(mentions.slice(-8).map(({ id }) => id)).toEqual([
    'BundyMcGeorge',
    't-AEC',
    'BundyWilliamP',
    undefined,
    undefined,
    undefined,
    'CastroFidel',
    'CastroFidel',
  ]);
});
