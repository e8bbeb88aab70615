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
    ['it', 'Caro Gino,\n\na domenica!\n\nTuo Paolo'],
  ])('%s, of a card by its salutation and close', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each(['', 'Karl', '1. 2. 1923', 'Telegram 123. Secret.'])('English where nothing tells: %j', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });
});
