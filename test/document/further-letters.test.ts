import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { plain } from '../../src/profiles/index.js';
import { firstDifference, rebuildTranscription } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { descendants, type Element, textContent } from '../../src/xml/index.js';

const FIRST = `Bonn, den 3. Mai 1906.

Mein liebes Lottchen!

Die Kirschen blühen, und der Vater ist den ganzen Tag im Garten, wo er die Bohnen steckt und mit dem Nachbarn redet.

Mit herzlichem Gruß

Deine Tante Berta`;
const SECOND = `Liebes Lottchen,

auch von mir einen Gruß! Der Hund hat Dich gesucht, als Du fort warst, und er liegt noch immer vor Deiner Tür.

Dein alter

Großvater`;

function convertText(text: string): Element {
  return convert(createSource('a.txt', text), { profile: 'plain', rules: false }, () => {}).tei.root;
}

function texts(root: Element, name: string): readonly string[] {
  return [...descendants(root)].filter(({ name: { local } }) => local === name).map((each) => textContent(each).trim());
}

test('what another hand has written on the sheet is a letter of its own', () => {
  const root = convertText(`${FIRST}\n\n${SECOND}`);
  const [other] = [...descendants(root)].filter(({ name }) => name.local === 'floatingText');
  expect(other && texts(other, 'salute')).toEqual(['Liebes Lottchen,', 'Dein alter']);
  expect(other && texts(other, 'signed')).toEqual(['Großvater']);
  expect(texts(root, 'salute')).toEqual([
    'Mein liebes Lottchen!',
    'Mit herzlichem Gruß',
    'Liebes Lottchen,',
    'Dein alter',
  ]);
  expect(texts(root, 'correspDesc')).toHaveLength(2);
});

test('it may stand below a postscript', () => {
  const root = convertText(`${FIRST}\n\nP. S. Die Schuhe schicke ich morgen.\n\n${SECOND}`);
  const [other] = [...descendants(root)].filter(({ name }) => name.local === 'floatingText');
  expect(other && texts(other, 'signed')).toEqual(['Großvater']);
  expect(texts(root, 'postscript')[0]).toBe('P. S. Die Schuhe schicke ich morgen.');
});

test('a letterhead above a salutation is none', () => {
  const root = convertText(`Rheinische Bank.\n\nDirektion.\n\n${FIRST.replace(/^.*\n\n/, '')}`);
  expect(texts(root, 'floatingText')).toEqual([]);
});

test('it needs no signature above it', () => {
  const [, call = '', body = ''] = FIRST.split('\n\n');
  const [other] = [...descendants(convertText(`${call}\n\n${body}\n\n[Page 2] ${SECOND}`))].filter(
    ({ name }) => name.local === 'floatingText',
  );
  expect(other && texts(other, 'salute')).toEqual(['Liebes Lottchen,', 'Dein alter']);
  expect(other && texts(other, 'signed')).toEqual(['Großvater']);
});

test('a text that does not begin as a letter and that nobody has signed is none', () => {
  const [, , body = ''] = FIRST.split('\n\n');
  expect(texts(convertText(`${body}\n\n${SECOND}`), 'floatingText')).toEqual([]);
});

test('the transcription of several letters can be rebuilt', () => {
  const text = `${FIRST}\n\n${SECOND}`;
  const { tei } = convert(createSource('a.txt', text), { profile: 'plain' }, () => {});
  const rebuilt = rebuildTranscription(tei, { conventions: plain, noteNumbering: 'ordinal' }).text;
  expect(firstDifference(rebuilt, text)).toBeUndefined();
});

test.each(['Liebe Freundin,', 'Liebster Freund!'])(
  '%s below who signs opens one, however short the first is',
  (call) => {
    const first = 'Lieber Hugo,\n\nwir sitzen im Garten und grüßen Dich.\n\nDein\nArthur';
    const long = `${first}\n\n${call}\n\nwir feiern seit gestern das große Fest, und ich weiß nun alles bis auf Deinen Hund.\n\nDein\nPaul Goldberg`;
    const [other] = [...descendants(convertText(long))].filter(({ name }) => name.local === 'floatingText');
    expect(other && texts(other, 'salute')).toEqual([call, 'Dein']);
    expect(other && texts(other, 'signed')).toEqual(['Paul Goldberg']);
  },
);

test('a greeting below who signs opens none', () => {
  const text = `${FIRST}\n\nLiebe Grüße!\n\nUnd die Schuhe, von denen ich Dir geschrieben habe, schicke ich morgen mit der Post.`;
  expect(texts(convertText(text), 'floatingText')).toEqual([]);
});

test('a dateline and a salutation that runs on begin one as well, below who signs', () => {
  const copy = `Bonn, den 23. Mai 1906

Sehr geehrter Herr Weber, mit verbindlichstem Dank bestätige ich Ihnen den Empfang der Sendung, die heute bei mir eingetroffen ist.

In vorzüglicher Hochachtung ergebenst

Karl Huber`;
  const root = convertText(`${FIRST}\n\n${copy}`);
  const [other] = [...descendants(root)].filter(({ name }) => name.local === 'floatingText');
  expect(other && texts(other, 'dateline')).toEqual(['Bonn, den 23. Mai 1906']);
  expect(other && texts(other, 'salute')).toEqual([
    'Sehr geehrter Herr Weber,',
    'In vorzüglicher Hochachtung ergebenst',
  ]);
  expect(other && texts(other, 'signed')).toEqual(['Karl Huber']);
  // Where nobody has signed above it the letter goes on.
  const unsigned = convertText(`${FIRST.split('\n\nMit herzlichem')[0]}\n\n${copy}`);
  expect(texts(unsigned, 'floatingText')).toEqual([]);
});
