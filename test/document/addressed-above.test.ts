/** An address above the salutation says to whom a letter goes, where it names one person. */
import { expect, test } from '@jest/globals';
import { plain } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

const DE = 'ich danke Ihnen für Ihren Brief, der gestern gekommen ist, und für die Bücher.\n\nIhr\nArthur Schnitzler\n';
const recipients = (text: string) =>
  documentOf(text, plain).correspondence.flatMap(({ to }) => to.map(({ kind, name }) => `${kind} ${name}`));

test.each([
  ['Herrn Dr. Weber, Wien', 'Lieber Freund,', ['person Dr. Weber']],
  ['Herrn\nDr. Paul Weber\nWien', 'Sehr geehrter Herr Doktor,', ['person Dr. Paul Weber']],
  ['Herrn Hofrat v. Stein, Wien', 'Hochgeehrter Herr,', ['person Hofrat v. Stein']],
  ['Frau Anna Weber, Wien', 'Gnädige Frau,', ['person Frau Anna Weber']],
])('%j above %j', (address, salutation, names) => {
  expect(recipients(`Berlin, den 3. Mai 1893\n\n${address}\n\n${salutation}\n\n${DE}`)).toEqual(names);
  expect(recipients(`${address}\n\n${salutation}\n\n${DE}`)).toEqual(names);
});

test.each([
  ['a name in the salutation goes before', 'Herrn Dr. Weber, Wien', 'Lieber Paul,', ['person Paul']],
  [
    'a body is no person',
    'An die Direktion des Burgtheaters, Wien',
    'Sehr geehrte Herren,',
    ['organisation Direktion des Burgtheaters'],
  ],
  ['a title is no name', 'Herrn Geheimen Hofrat, Wien', 'Hochgeehrter Herr,', []],
  ['words that are glued are none', 'Herrn Dr Arthur SchnitzlerIX. FrankgasseWien', 'Hochgeehrter Herr,', []],
  ['nor are two', 'Herrn Professor Doktor', 'Hochgeehrter Herr,', []],
  ['where somebody writes says nothing', 'Wien, Kärntnerring 12', 'Lieber Freund,', []],
])('%s', (_, address, salutation, names) => {
  expect(recipients(`${address}\n\n${salutation}\n\n${DE}`)).toEqual(names);
});
