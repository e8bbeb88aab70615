import { describe, expect, test } from '@jest/globals';
import { parseHead } from '../../src/document/head.js';
import { frusWeb } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';
import { shownContent } from './shown.js';

function said(text: string): readonly string[] {
  const head = parseHead(text);
  const parties = head.parties.map((p) => {
    const office = p.office ? `${text.slice(p.office.start, p.office.end)} / ` : '';
    const superior = p.superior ? ` (${text.slice(p.superior.start, p.superior.end)})` : '';
    return `${p.role} ${p.kind}: ${office}${text.slice(p.start, p.end)}${superior}`;
  });
  const place = head.place ? [`at: ${text.slice(head.place.start, head.place.end)}`] : [];
  return [`${head.number ?? '-'} ${head.kind}`, ...parties, ...place];
}

describe('the words of a head', () => {
  const cases: readonly (readonly [head: string, ...said: string[]])[] = [
    ['Brief von Clara Weiss an Otto Hartmann', '- letter', 'from person: Clara Weiss', 'to person: Otto Hartmann'],
    [
      'Lettre de Jean Morel à Louise Petit, 3 mai 1848',
      '- letter',
      'from person: Jean Morel',
      'to person: Louise Petit',
    ],
    ['Telegramm von Karl Lang an Emma Roth', '- telegram', 'from person: Karl Lang', 'to person: Emma Roth'],
    ['Письмо от Петра Лаврова к Анне Орловой', '- letter', 'from person: Петра Лаврова', 'to person: Анне Орловой'],
    ['Letter from Ann Field to Ruth Lane', '- letter', 'from person: Ann Field', 'to person: Ruth Lane'],
    ['Briefe sind selten geworden', '- document'],
    [
      '21. Letter From President de Gaulle to Prime Minister van Zeeland',
      '21 letter',
      'from person: President / de Gaulle',
      'to person: Prime Minister / van Zeeland',
    ],
    ['No. 12.\nMr. Lane to Mr. Falk.', '12 letter', 'from person: Mr. / Lane', 'to person: Mr. / Falk'],
    [
      'The Consul at Oslo ( Lane ) to the Minister of Foreign Affairs ( Falk )',
      '- document',
      'from person: Consul at Oslo / Lane',
      'to person: Minister of Foreign Affairs / Falk',
    ],
    [
      '349. Circular Telegram From the Department of State to Certain Diplomatic Missions',
      '349 telegram',
      'from organisation: Department of State',
      'to organisation: Certain Diplomatic Missions',
    ],
    [
      '7. Letter From the Consul to All Diplomatic Offices',
      '7 letter',
      'from office: Consul',
      'to organisation: All Diplomatic Offices',
    ],
    ['Lord Ashby to Mr. Falk', '- letter', 'from person: Lord / Ashby', 'to person: Mr. / Falk'],
    ['Mr. Lane went to Mr. Falk, who said no.', '- document'],
    [
      '15. Telegram From the Department of State to Secretary of State Rusk at Geneva ',
      '15 telegram',
      'from organisation: Department of State',
      'to person: Secretary of State / Rusk',
      'at: Geneva',
    ],
    [
      '119. Letter From Chairman Khrushchev to President Johnson',
      '119 letter',
      'from person: Chairman / Khrushchev',
      'to person: President / Johnson',
    ],
    [
      '145. Telegram From the Embassy in the Soviet Union to the Department of State',
      '145 telegram',
      'from organisation: Embassy in the Soviet Union',
      'to organisation: Department of State',
    ],
    [
      '220. Letter From the Secretary of State to the Secretary of Agriculture (Benson)',
      '220 letter',
      'from office: Secretary of State',
      'to person: Secretary of Agriculture / Benson',
    ],
    [
      '226. Memorandum From Robert W. Komer of the National Security Council Staff to President Kennedy',
      '226 memorandum',
      'from person: Robert W. Komer',
      'to person: President / Kennedy',
    ],
    [
      '19. Telegram From President Kennedy to Chairmen Khrushchev and Brezhnev',
      '19 telegram',
      'from person: President / Kennedy',
      'to person: Chairmen / Khrushchev',
      'to person: Brezhnev',
    ],
    [
      'The Ambassador in Italy (Dunn) to the Secretary of State',
      '- document',
      'from person: Ambassador in Italy / Dunn',
      'to office: Secretary of State',
    ],
    [
      '60. Memorandum From the Counsel to the President (Dean) to the Deputy Assistant to the President for National Security Affairs (Haig), Washington, February 3, 1972',
      '60 memorandum',
      'from person: Counsel to the President / Dean',
      'to person: Deputy Assistant to the President for National Security Affairs / Haig',
    ],
    [
      '42. Telegram From the Embassy in Turkey to the Department of State and the Embassy in Greece',
      '42 telegram',
      'from organisation: Embassy in Turkey',
      'to organisation: Department of State',
      'to organisation: Embassy in Greece',
    ],
    [
      'The Consul General at Batavia (Livengood) to the Acting Secretary of State',
      '- document',
      'from person: Consul General at Batavia / Livengood',
      'to office: Acting Secretary of State',
    ],
    [
      'Memorandum by Mr. Adam B. Lane, Assistant Adviser for Ports, to Mr. Carl Falk, Jr., Deputy to the Director',
      '- memorandum',
      'from person: Assistant Adviser for Ports / Adam B. Lane',
      'to person: Deputy to the Director / Carl Falk, Jr.',
    ],
    [
      'Memorandum by Mr. Adam Lane, Special Assistant to the Under Secretary ( Falk ), to the Secretary of State',
      '- memorandum',
      'from person: Special Assistant to the Under Secretary / Adam Lane (Falk)',
      'to office: Secretary of State',
    ],
    [
      'Memorandum by the Special Assistant to the President for Fisheries (Lane)',
      '- memorandum',
      'from person: Special Assistant to the President for Fisheries / Lane',
    ],
    [
      'Memorandum by Mr. Adam Lane, of the Division of Ports, on Preliminary Talks as to Norland',
      '- memorandum',
      'from person: Adam Lane',
    ],
    [
      'The Secretary of State, in Paris, to the Acting Secretary of State',
      '- document',
      'from office: Secretary of State',
      'to office: Acting Secretary of State',
    ],
    [
      '87. Telegram From the Embassy in Norland to Secretary of State Lane, at Bergen',
      '87 telegram',
      'from organisation: Embassy in Norland',
      'to person: Secretary of State / Lane',
      'at: Bergen',
    ],
    [
      '40. Telegram From the Department of State to the Embassies in Norland, Sorland, and Westland',
      '40 telegram',
      'from organisation: Department of State',
      'to organisation: Embassies in Norland, Sorland, and Westland',
    ],
    ...[
      'Paris, March 9, 1961',
      'Paris, undated',
      'Paris, March 9–11, 1961',
      'Paris, June 30–July 2, 1961',
      'Paris, [July 29, 1955]',
      '[Paris,] July 29, 1955, 3 p.m.',
      '[July 29, 1955]',
      '29 July 1955',
      'Paris, July 1955',
      '[undated]',
      'Washington, D.C., March 9, 1961',
      'Paris, on or about May 3, 1961',
    ].map(
      (end) =>
        [
          `15. Letter From the Ambassador in France (Lane) to Secretary of State Falk, ${end}`,
          '15 letter',
          'from person: Ambassador in France / Lane',
          'to person: Secretary of State / Falk',
        ] as const,
    ),
    [
      '15. Telegram From the Department of State to Secretary of State Rusk at Geneva, March 9, 1961',
      '15 telegram',
      'from organisation: Department of State',
      'to person: Secretary of State / Rusk',
      'at: Geneva',
    ],
    [
      '15. Letter From the Ambassador in France (Lane), Paris, March 9, 1961, to Secretary of State Falk',
      '15 letter',
      'from person: Ambassador in France / Lane',
      'to person: Secretary of State / Falk',
    ],
    [
      '15. Memorandum From the Deputy Under Secretary of State (Lane) to the Ambassador at Large, March 9, 1961',
      '15 memorandum',
      'from person: Deputy Under Secretary of State / Lane',
      'to office: Ambassador at Large',
    ],
    ['12. Editorial Note', '12 editorial-note'],
    ['327. Memorandum of Conversation', '327 conversation'],
    ['32. Report Prepared in the Central Intelligence Agency', '32 report'],
    ['', '- document'],
  ];
  test.each(cases)('%s', (head, ...expected) => {
    expect(said(head)).toEqual(expected);
  });
});

test('a head over two lines says what it says in one', () => {
  const text =
    '176. Telegram From the Embassy in Norland to the\nDepartment of State\n\nOslo, March 18, 1962.\n\nText of this.';
  const [act] = documentOf(text, frusWeb).correspondence;
  expect(act?.from.map(({ name }) => name)).toEqual(['Embassy in Norland']);
  expect(act?.to.map(({ name }) => name)).toEqual(['Department of State']);
});

describe('a number in a paragraph of its own', () => {
  const shownHead = (above: string) => {
    const text = `${above}\n\nThe Ambassador in Norland (Lane) to the Department of State\n\nOslo, March 9, 1953—7 p. m.\n\nText of this.`;
    const { id, number, head, blocks, sourceLine } = documentOf(text, frusWeb);
    return [
      id,
      number,
      sourceLine && shownContent(sourceLine.content),
      head && shownContent(head.content),
      blocks.map(({ kind }) => kind).join(' '),
    ];
  };
  const TITLE = 'The {roleName Ambassador in Norland} ({persName Lane}) to the {orgName Department of State}';

  test('above a title is that of the head', () => {
    expect(shownHead('No. 176')).toEqual(['d176', '176', undefined, `No. 176/${TITLE}`, 'opener paragraph']);
    for (const typed of ['176.', '[176]', '[176.]', '[176].'])
      expect(shownHead(typed)).toEqual(['d176', '176', undefined, `${typed}/${TITLE}`, 'opener paragraph']);
  });

  test('above a file number is a title of its own, and that of the document', () => {
    const said = ['d176', '176', '751.00/3–953: Telegram', TITLE, 'heading opener paragraph'];
    expect(shownHead('No. 176\n\n751.00/3–953: Telegram')).toEqual(said);
    expect(shownHead('No. 176\n751.00/3–953: Telegram')).toEqual(said);
    expect(shownHead('[176]\n\n751.00/3–953: Telegram')).toEqual(said.with(1, '176'));
  });

  test('below the title of a chapter', () => {
    const said = ['d176', '176', undefined, `No. 176/${TITLE}`, 'heading opener paragraph'];
    expect(shownHead('The Fisheries\n\nNo. 176')).toEqual(said);
  });

  test('is none above a text', () => {
    const { number, blocks } = documentOf('No. 12\n\nThe boats are late.', frusWeb);
    expect([number, blocks.map(({ kind }) => kind)]).toEqual([undefined, ['paragraph', 'paragraph']]);
  });
});

test('a despatch is sent from whom and to whom its head says', () => {
  const [act] = documentOf(
    '15. Despatch From the Embassy in Norland to the Department of State\n\nOslo, May 3, 1961.\n\nText of this.',
    frusWeb,
  ).correspondence;
  expect([act?.from[0]?.name, act?.to[0]?.name]).toEqual(['Embassy in Norland', 'Department of State']);
  const report = '15. Report Prepared in the Central Intelligence Agency\n\nOslo, May 3, 1961.\n\nText of this.';
  expect(documentOf(report, frusWeb).correspondence).toEqual([]);
});
