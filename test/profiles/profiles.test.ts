import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import {
  chooseProfile,
  composeProfile,
  detectProfile,
  findProfile,
  markdown,
  plain,
  profiles,
  readVariation,
} from '../../src/profiles/index.js';
import { firstDifference, readConversionFacts, rebuildTranscription } from '../../src/rebuild/index.js';
import { checkRules } from '../../src/rules/index.js';
import { createSource } from '../../src/source/index.js';
import { descendants } from '../../src/xml/index.js';

function choose(text: string, name: string) {
  const found: Diagnostic[] = [];
  const profile = chooseProfile(createSource('letter.txt', text), name, (diagnostic) => found.push(diagnostic));
  return [profile.name, ...found.map(({ code, severity }) => `${severity} ${code}`)];
}

describe('profiles', () => {
  test('each has a page, and each page a profile', () => {
    expect(readdirSync('docs/profiles').sort()).toEqual(profiles.map(({ name }) => `${name}.md`).sort());
    expect(
      profiles.every(({ name }) => existsSync(`docs/profiles/${name}.md`) && findProfile(name)?.name === name),
    ).toBe(true);
  });

  test('names are found, others not', () => {
    expect(findProfile('plain')?.name).toBe('plain');
    expect(findProfile('auto')).toBeUndefined();
  });

  test.each([
    ['a page break', 'and so [Page 19]on', 'frus-web', 'page breaks as "[Page 19]"'],
    ['a numbered head', '15. Telegram From Miss Lane to Mr. Field', 'frus-web', 'a numbered head'],
    ['a source note', 'Dear John 1\n\n  1. Source: Box 4.', 'frus-web', 'a source note in a list of notes'],
    ['a plain letter', 'Oxford, 4 June 1921\n\nDear John,', 'plain', 'no marks of any other profile'],
    [
      'page breaks of another form',
      'and [p. 2]on, and [p. 3]on',
      'plain',
      'page breaks as "[p. 2]" (2, of which 1 follow the one before)',
    ],
    ...['[Seite 2]', '[S. 2]', '[page 2]', '[pág. 2]', '[с. 2]', '[стр. 2]', '[blz. 2]'].map(
      (typed) =>
        [
          `page breaks as ${typed}`,
          `and so ${typed}on, and ${typed.replace('2', '3')}on`,
          'plain',
          `page breaks as "${typed}" (2, of which 1 follow the one before)`,
        ] as const,
    ),
    ['bars', 'and |2|on, and |3|on', 'plain', 'page breaks as "|2|" (2, of which 1 follow the one before)'],
    ...['(p. 2)', '--- Page 2 ---', '[Fol. 2]', '<2>', '{S. 2}', '=== Scan 2 ===', '| S. 2 |'].map(
      (typed) =>
        [
          `lines of their own: ${typed}`,
          `One.\n\n${typed}\n\nand two\r\n  ${typed.replace('2', '3')} \r\nthree.`,
          'plain',
          `page breaks as "${typed}" (2, of which 1 follow the one before)`,
        ] as const,
    ),
    ['the second page', 'One.\n\n--- 2 ---\n\nTwo.', 'plain', 'page breaks as "--- 2 ---"'],
    ['one page with a word for it', 'One.\n\n(p. 41)\n\nTwo.', 'plain', 'page breaks as "(p. 41)"'],
    ['not by a number alone', 'One.\n\n--- 41 ---\n\nTwo.', 'plain', 'no marks of any other profile'],
    ['not by headings', 'Article 1.\n\nOne.\n\nArticle 2.\n\nTwo.', 'plain', 'no marks of any other profile'],
    ['nor by items', '(1)\n\nOne.\n\n(2)\n\nTwo.\n\n1.\n\n2.\n', 'plain', 'no marks of any other profile'],
    ['not by a table', '|1|2|\n|3|4|', 'plain', 'no marks of any other profile'],
    ['nor by its rows', 'One.\n\n| 1 | rye |\n| 2 | oat |\n\nTwo.', 'plain', 'no marks of any other profile'],
    ['nor by its heads', '| a | No. 1 |\n\nOne.\n\n| a | No. 2 |\n\nTwo.', 'plain', 'no marks of any other profile'],
    ['nor by chapters', '= Chapter 1 =\n\nOne.\n\n= Chapter 2 =\n\nTwo.', 'plain', 'no marks of any other profile'],
    ['nor by the figures of a formula', 'where |x| is {i}', 'plain', 'no marks of any other profile'],
    [
      'footnotes of Markdown',
      'Dear John,\n\nYes.[^1] No.[^2]\n\n[^1]: One.\n[^2]: Two.',
      'markdown',
      'markers of notes as "[^1]" (2 of 2 notes), notes listed as "[^1]:"',
    ],
    [
      'notes in brackets',
      'Dear John,\n\nYes.[1] No.[2]\n\n[1] One.\n[2] Two.',
      'brackets',
      'markers of notes as "[1]" (2 of 2 notes), notes listed as "[1]"',
    ],
    [
      'notes in superscript',
      'Dear John,\n\nYes.¹ No, 5 m² of it.²\n\n  1. One.\n  2. Two.',
      'plain',
      'markers of notes as "¹" (2 of 2 notes), notes listed as "1."',
    ],
    ...['<sup>1</sup>', '^1^', '[fn1]', '[note 1]', '(1)'].map(
      (typed) =>
        [
          `markers as ${typed}`,
          `Dear John,\n\nYes.${typed} No, (2) of 2 it is.${typed.replace('1', '2')}\n\n(1) One.\n(2) Two.`,
          'plain',
          `markers of notes as "${typed}" (2 of 2 notes), notes listed as "(1)"`,
        ] as const,
    ),
    [
      'not by numbered paragraphs that end pages, among footnotes of Markdown',
      'Letter[^1]\n\nI want\n\n1. A book.\n\n2. A map[^2] of it.\n\n[Page 2]\n\n3. Tea.\n\n[Page 3]\n\nYours\n\n[^1]: Of 1921.\n[^2]: Lost.',
      'markdown',
      'page breaks as "[Page 2]" (2, of which 1 follow the one before), markers of notes as "[^1]" (2 of 2 notes), notes listed as "[^1]:"',
    ],
    [
      'nor among notes in brackets',
      'Letter[1] [2]\n\nI want\n\n1. A book.\n\n2. A map of it.\n\n[Page 2]\n\nYours\n\n[1] Source: A box.\n[2] Lost.',
      'brackets',
      'page breaks as "[Page 2]", markers of notes as "[1]" (2 of 2 notes), notes listed as "[1]", a source note in a list of notes',
    ],
    [
      'markers in brackets before a paragraph',
      'Letter[1]\n\n[2] 23. A book.\n\n[3] 24. A map.\n\n  1. Of 1921.\n  2. Lost.\n  3. See paragraph 2.',
      'plain',
      'markers of notes as "[1]" (3 of 3 notes), notes listed as "1."',
    ],
    [
      'entries in superscript',
      'Dear John,\n\nYes.¹ No.²\n\n¹ One.\n² Two.',
      'plain',
      'markers of notes as "¹" (2 of 2 notes), notes listed as "¹"',
    ],
    [
      'entries with a parenthesis',
      'Dear John,\n\nYes.¹ No.²\n\n1) One.\n2) Two.',
      'plain',
      'markers of notes as "¹" (2 of 2 notes), notes listed as "1)"',
    ],
    [
      'markers and entries with a parenthesis',
      'Dear John,\n\nYes.1) No.2)\n\n1) One.\n2) Two.\n\n   More.',
      'plain',
      'markers of notes as "1)" (2 of 2 notes), notes listed as "1)"',
    ],
    [
      'not by numbered paragraphs that end a text',
      'Dear John,\n\nI have two wishes.\n\n1) A book.\n\n2) A map.',
      'plain',
      'no marks of any other profile',
    ],
    [
      'not by a numbered paragraph inside of a text',
      'Dear John,\n\nYes.1 No.2\n\n1) A book.\n\nYours\n\n  1. One.\n  2. Two.',
      'plain',
      'no marks of any other profile',
    ],
    [
      'not by what is counted at the foot of a page',
      'Dear John,\n\nYes. I want 2 books, of 1 each:\n\n1 book\n2 maps\n\n[Page 2]\n\nand\n\n12 men came.',
      'frus-web',
      'page breaks as "[Page 2]"',
    ],
    [
      'plain figures at the feet of pages',
      'Dear John,\n\nYes.1 No.2\n\n1 See volume V.\n2 Not printed.\n\n[Page 2]\n\nYours.3\n\n3 Not found.\n\n[Page 3]\n\nJohn',
      'frus-web',
      'page breaks as "[Page 2]" (2, of which 1 follow the one before), notes listed as "1"',
    ],
    [
      'not by numbers in brackets among glued markers',
      'Dear John,\n\nI have [1] a book,1 [2] a map.2 Yours\n\n  1. See volume V.\n  2. Not printed.',
      'plain',
      'notes listed as "1."',
    ],
    [
      'not by an enumeration alone',
      'Dear John,\n\nI have [1] a book, [2] a map.',
      'plain',
      'no marks of any other profile',
    ],
    ['not by a power alone', 'Dear John,\n\nIt has 5 m² and 3 m³.', 'plain', 'no marks of any other profile'],
  ])('detected by %s', (_, text, name, reason) => {
    const { profile, reason: said } = detectProfile(createSource('letter.txt', text));
    expect([profile.name, said]).toEqual([name, reason]);
  });

  test('the seed is frus-web', () => {
    const seed = readFileSync('corpus/frus/transcriptions/frus1961-63v06-d15.txt', 'utf8');
    expect(choose(seed, 'auto')).toEqual(['frus-web', 'info transcript/profile-detected']);
    expect(choose(seed, 'plain')).toEqual(['plain']);
    expect(choose(seed, 'frus')).toEqual([
      'frus-web',
      'error transcript/unknown-profile',
      'info transcript/profile-detected',
    ]);
  });
});

describe("a profile of one's own", () => {
  const lane = {
    name: 'lane',
    extends: 'markdown',
    pageBreak: { before: '(p. ', after: ')' },
    marker: { before: '<', after: '>' },
    noteLabel: { before: '', after: ') ' },
  };
  const text =
    'Oxford, 4 June 1921\n\nDear John,\n\nThank you for the book.<1> It came (p. 2) now.<*>\n\n1) Lost.\n*) Soon.\n';

  test('has the conventions of its base, but for its own', () => {
    const { variation, ...profile } = composeProfile(lane);
    const { extends: _, ...own } = lane;
    expect(profile).toEqual({ ...markdown, ...own });
    expect(readVariation('lane', variation ?? '')).toEqual({ ...profile, variation });
  });

  test('that differs in nothing is the built-in one', () => {
    expect(composeProfile({ name: 'plain', marker: 'glued', pageBreak: { before: '[Page ', after: ']' } })).toBe(plain);
  });

  test.each(['frus', 'tei-letter'])('is all that is needed, and is recorded in %s', (encoding) => {
    const source = createSource('letter.txt', text);
    const { tei } = convert(source, { profile: lane, encoding }, () => {});
    const { conventions, noteNumbering, profile } = readConversionFacts(tei);
    expect([profile, noteNumbering, conventions]).toEqual(['lane', 'same', composeProfile(lane)]);
    const elements = [...descendants(tei.root)].map(({ name }) => name.local);
    expect(elements.filter((name) => name === 'note' || name === 'pb')).toEqual(['note', 'pb', 'note']);
    if (!conventions || !noteNumbering) throw new Error('nothing recorded');
    const rebuilt = rebuildTranscription(tei, { conventions, noteNumbering }).text;
    expect(firstDifference(rebuilt, text)).toBeUndefined();
    const found: string[] = [];
    checkRules({ document: tei, against: source }, ({ code }) => found.push(code));
    expect(found).toEqual([]);
  });
});
