import { describe, expect, test } from '@jest/globals';
import { detectLanguage } from '../../src/document/detect-language.js';

describe('detectLanguage', () => {
  test.each([
    ['en', 'The text of the telegram is not printed here, but it was sent to the Embassy.'],
    ['de', 'Ich habe Deinen Brief mit großer Freude gelesen und werde bald antworten.'],
    ['fr', 'Je vous remercie de votre lettre, que j’ai reçue hier dans la soirée avec plaisir.'],
  ])('%s, by words that the language is full of', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each([
    ['de', 'Herzlichst A.'],
    ['de', 'Lieber Karl,\n\nich komme am Sonntag.\n\nDein Paul'],
    ['de', '[Page 2]Lieber Richard,\n\nMontag um fünf bei mir.\n\nArthur'],
    ['en', 'Dear John,\n\ncoming Sunday.\n\nYours, Paul'],
    ['fr', 'Cher ami,\n\nà dimanche.\n\nTon Paul'],
    ['fr', 'Mon cher,\n\nJe viens demain.\n\nPaul'],
    ['de', 'Lieber!\n\nKomm morgen.\n\nA.\n\nStefan kommt auch.\n\nDein\nA. S.'],
    ['de', '229. Brief von Johann Gruber an Karl Falk\n\nLieber Freund!\n\nMontag um fünf.'],
    ['it', 'Caro Gino,\n\na domenica!\n\nTuo Paolo'],
  ])('%s, of a card by its salutation and close', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each([
    ['fr', 'Lyon, 12 février 1901\n\nArriverai demain soir.\n\nPierre'],
    ['fr', 'Nice, 3 mars 1905\n\nSouvenir affectueux.\n\nMarie'],
    ['fr', 'Amitiés de Nice\n\nJean'],
    ['it', 'Milano, 12 febbraio 1901\n\nArrivo domani sera.\n\nPietro'],
    ['it', 'Auguri vivissimi\n\nMario'],
    ['es', 'Madrid, 3 de enero 1900\n\nSin novedad.\n\nJuan'],
    ['en', 'London, 3 May 1900\n\nArrive tomorrow.\n\nJohn'],
    ['en', 'Paris, May 3, 1900\n\nBest wishes.\n\nJohn'],
  ])('%s, of a card by its month or what it sends', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['', 'Karl', '1. 2. 1923', 'Telegram 123. Secret.'])('English where nothing tells: %j', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });
});
