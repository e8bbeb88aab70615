/** A first sentence that says a day is the text of a letter; a dateline has no subject. */
import { expect, test } from '@jest/globals';
import { plain } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

const REST = {
  de: 'Ich hoffe, Sie bald in Wien zu sehen, wo ich Ihnen alles erzählen will, was hier geschehen ist.\n\nIhr\nGoethe',
  en: 'I hope to see you there, and to tell you everything that has happened here in the last months.\n\nYours ever,\nSmith',
  fr: 'J’espère vous voir bientôt à Paris, où je vous dirai tout ce qui s’est passé depuis un mois.\n\nVotre ami\nMorel',
  it: 'Spero di vederla presto a Roma, dove le racconterò tutto quello che è successo qui in questi mesi.\n\nSuo amico\nRossi',
  es: 'Espero verle pronto en Roma, donde le contaré todo lo que ha pasado aquí en estos meses.\n\nSu amigo\nPérez',
  nl: 'Ik hoop u spoedig in Rome te zien, waar ik u alles zal vertellen wat hier gebeurd is.\n\nUw vriend\nJansen',
};

const firstBlock = (line: string, language: keyof typeof REST) =>
  documentOf(`${line}\n\n${REST[language]}\n`, plain).blocks[0]?.kind;

test.each([
  ['Am 4. Hornung reise ich ab.', 'de'],
  ['Am 4. Mai reise ich.', 'de'],
  ['Ich komme 4. Mai.', 'de'],
  ['Karl reist am 4. Mai ab.', 'de'],
  ['On May 4 I leave for Rome.', 'en'],
  ['I sail 4 May.', 'en'],
  ['On the 4th of May we leave.', 'en'],
  ['Le 4 mai je pars.', 'fr'],
  ["J'arrive le 4 mai.", 'fr'],
  ['Nous partons le 4 mai.', 'fr'],
  ['Il 4 maggio parto.', 'it'],
  ['Parto il 4 maggio.', 'it'],
  ['Salgo el 4 de mayo.', 'es'],
  ['Op 4 mei vertrek ik.', 'nl'],
] as const)('%s', (line, language) => {
  expect(firstBlock(line, language)).toBe('paragraph');
});

test.each([
  ['Wien, 4. Hornung.', 'de'],
  ['Telegramm aus Berlin 9 10 W. den 20/8 um 5 Uhr 20 Min. nachm.', 'de'],
  ['London, 4 May.', 'en'],
  ['Paris, 4 I 1893.', 'fr'],
  ['Torino, il 4 maggio.', 'it'],
  ['Madrid, 4 de mayo.', 'es'],
] as const)('a dateline: %s', (line, language) => {
  expect(firstBlock(line, language)).toBe('opener');
});
