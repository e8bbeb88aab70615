import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { descendants, type Element, textContent } from '../../src/xml/index.js';

const GERMAN = 'Ich habe davon Vermerk genommen, dass die Bücher erst am Montag kommen, und danke Dir sehr dafür.';
const ENGLISH = 'I have seen that the books will not be here before Monday, and thank you very much for them.';

function named(root: Element, name: string): readonly Element[] {
  return [...descendants(root)].filter((each) => each.name.local === name);
}

/** Of a letter without a head: who is tagged in its signature, then sender and addressee of its act of communication. */
function correspondents(salutation: string, signature: string, text = GERMAN): readonly string[] {
  const source = createSource('a.txt', `${salutation}\n\n${text}\n\n${signature}\n`);
  const { root } = convert(source, { profile: 'plain', rules: false }, () => {}).tei;
  return [...named(root, 'signed'), ...named(root, 'correspDesc')].flatMap((each) =>
    named(each, 'persName').map((name) => textContent(name)),
  );
}

test.each([
  ['Mein lieber, guter Otto!', 'Dein alter Paul', ['Paul', 'Paul', 'Otto']],
  ['Liebe Mutter!', 'Eure Tante Berta', ['Tante Berta', 'Tante Berta', 'Mutter']],
  ['Hochverehrter Herr Geheimrat,', 'gez. Dr. Kessler', ['Dr. Kessler', 'Dr. Kessler', 'Herr Geheimrat']],
  ['Sehr geehrter Herr Doktor Weber,', 'i. A. Karl Schultes', ['Karl Schultes', 'Karl Schultes', 'Herr Doktor Weber']],
  ['Sehr geehrter Herr Weber,', 'i/V: Karl Schultes', ['Karl Schultes', 'Karl Schultes', 'Herr Weber']],
  ['Lieber Paul!', 'Auf eine baldige Nachricht freut sich Deine Johanna', ['Johanna', 'Johanna', 'Paul']],
  ['Sehr geehrter Herr Weber,', 'Der Minister für Handel\nIm Auftrag\nHuber', ['Huber', 'Huber', 'Herr Weber']],
  [
    'Sehr geehrter Herr Weber,',
    'Ihr R. Huber z. Z. Rektor der Hochschule',
    ['R. Huber', 'R. Huber, Rektor der Hochschule', 'Herr Weber'],
  ],
  ['Mein Ännchen! Mein liebes Schwesterchen!', 'Toni', ['Toni', 'Toni', 'Ännchen']],
  ['Lieber Otto!', 'Mit Gruß\n\nKarl Weber, Leutnant d. R., Feldlazarett 7', ['Karl Weber', 'Karl Weber', 'Otto']],
  ['Lieber Otto!', 'Mit Gruß\nKarl Weber, Leutnant d. R., Feldlazarett 7', ['Karl Weber', 'Karl Weber', 'Otto']],
  ['Lieber Otto!', 'Mit Gruß\n\nP. Durand, professeur au Collège', ['P. Durand', 'P. Durand', 'Otto']],
  ['Lieber Otto!', 'Mit bestem Gruß\n\n[ohne Unterschrift]', ['Unknown', 'Otto']],
])('%s ... %s: the names are without what stands before them', (salutation, signature, expected) => {
  expect(correspondents(salutation, signature)).toEqual(expected);
});

test('in English too', () => {
  expect(correspondents('My dear Mr. Lane,', 'Your old friend\n\nAda Hart', ENGLISH)).toEqual([
    'Ada Hart',
    'Ada Hart',
    'Mr. Lane',
  ]);
});

test.each(['Lieber Freund!', 'Sehr geehrte Damen und Herren,'])('%s names nobody', (salutation) => {
  expect(correspondents(salutation, 'Paul')).toEqual(['Paul', 'Paul', 'Unknown']);
});

test.each([
  ['Herzliche Grüße\n\nKarl\n\nAnna', ['Karl', 'Anna']],
  ['Herzliche Grüße\nKarl\nund Käthe', ['Karl', 'Käthe']],
  ['Herzliche Grüße\n\nDein Karl\n\nDeine Ebba', ['Karl', 'Ebba']],
  ['Mit bestem Gruß\n\nKarl Weber\nEbba Weber', ['Karl Weber', 'Ebba Weber']],
  ['Mit bestem Gruß\n\nKarl Weber,\n\nEbba Weber', ['Karl Weber', 'Ebba Weber']],
])('%j: who signs with another is a person too, and has written as well', (signature, names) => {
  expect(correspondents('Liebe Mutter!', signature)).toEqual([...names, ...names, 'Mutter']);
});

test.each(['Direktor', 'Deutsche Zeitung', 'Vorsitzender des Vorstands'])('%s below a name is an office', (office) => {
  expect(correspondents('Sehr geehrter Herr Lange,', `Hochachtungsvoll\n\nKarl Weber\n${office}`)).toEqual([
    'Karl Weber',
    `Karl Weber, ${office}`,
    'Herr Lange',
  ]);
});

test('an office below a name does not hide that the next has the same surname', () => {
  const signature = 'Hochachtungsvoll\n\nKarl Weber\nDirektor\n\nEbba Weber';
  expect(correspondents('Sehr geehrter Herr Lange,', signature)).toEqual([
    'Karl Weber',
    'Ebba Weber',
    'Karl Weber, Direktor',
    'Ebba Weber',
    'Herr Lange',
  ]);
});

test.each([
  ['Sir:', 'Yours truly,\n\nAda Hart.\n\nThe Honorable John Pell, Secretary of State.', ENGLISH, 'John Pell'],
  ['Sir:', 'Yours truly,\n\nAda Hart.\n\nHon. John Pell,\n\nSecretary of State.', ENGLISH, 'John Pell'],
  ['Sehr geehrter Herr!', 'Hochachtungsvoll\nAda Hart\nHerrn Dr. Paul Huber, Wien.', GERMAN, 'Dr. Paul Huber'],
  ['Sehr geehrter Herr!', 'Hochachtungsvoll\n\nAda Hart\n\nAn Herrn\nProfessor Huber\nWien', GERMAN, 'Professor Huber'],
  ['Sir:', 'Yours truly,\n\nAda Hart\n\nMessrs. Pell, Orr & Co.\nBoston', ENGLISH, 'Messrs. Pell, Orr & Co'],
  ['Your Excellency:', 'Yours truly,\n\nAda Hart\n\nThe Honorable John Pell, Esqr.', ENGLISH, 'John Pell'],
  ['Lieber Otto!', 'Hochachtungsvoll\n\nAda Hart\n\nHerrn Dr. Paul Huber, Wien.', GERMAN, 'Otto'],
])('%s names nobody, the address below who signs does: %j', (salutation, signature, text, name) => {
  expect(correspondents(salutation, signature, text)).toEqual(['Ada Hart', 'Ada Hart', name]);
});

describe('an address above the salutation', () => {
  /** Of the act of communication: the element that names who receives the letter, and its name. */
  function addressee(address: string, salutation: string, text: string): readonly string[] {
    const source = createSource('a.txt', `${address}\n\n${salutation}\n\n${text}\n\nJoseph Huber\n`);
    const { root } = convert(source, { profile: 'plain', rules: false }, () => {}).tei;
    const [, received] = named(root, 'correspAction');
    const [name] = received?.children.filter((child): child is Element => child.kind === 'element') ?? [];
    return name ? [named(name, 'roleName').length > 0 ? 'roleName' : name.name.local, textContent(name)] : [];
  }

  test.each([
    ['An das\nKönigliche Bezirksamt\nRosenheim', 'Sehr geehrte Herren!', GERMAN, ['orgName', 'Königliche Bezirksamt']],
    ['An die Redaktion der Woche, Stuttgart', 'Geehrte Redaktion!', GERMAN, ['orgName', 'Redaktion der Woche']],
    ['To the Royal Society, London', 'Gentlemen,', ENGLISH, ['orgName', 'Royal Society']],
    ['To the Secretary of the Royal Society', 'Sir,', ENGLISH, ['roleName', 'Secretary of the Royal Society']],
    [
      'An den Rektor der Universität Leipzig',
      'Ew. Magnifizenz!',
      GERMAN,
      ['roleName', 'Rektor der Universität Leipzig'],
    ],
    ['An den Freund', 'Lieber Otto!', GERMAN, ['persName', 'Otto']],
  ])('%s: tells a body from who has an office in one', (address, salutation, text, expected) => {
    expect(addressee(address, salutation, text)).toEqual(expected);
  });
});
