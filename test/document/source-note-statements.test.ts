import { describe, expect, test } from '@jest/globals';
import { type ParsedSourceNote, parseSourceNote } from '../../src/document/source-note.js';

function said({ drafting, transmission, remarks, remainder }: ParsedSourceNote): readonly string[] {
  return [
    ...drafting.map(({ text }) => `drafting: ${text}`),
    ...transmission.map(({ text }) => `transmission: ${text}`),
    ...remarks.map(({ kind, text }) => `${kind}: ${text}`),
    ...remainder.map(({ text }) => `remainder: ${text}`),
  ];
}

const parsed = (words: string) => said(parseSourceNote(`Source: Ford Library, Files, Box 1. Secret. ${words}`));

describe('what a sentence of a source note is about', () => {
  test.each([
    ['drafting', 'Falk and Lane are listed as having cleared it'],
    ['drafting', 'Falk cleared this message by telephone'],
    ['attachment', 'An enclosure, a map prepared by Lane, is not printed'],
    ['transmission', 'It is not clear whether this memorandum was sent'],
    ['transmission', 'Oslo was instructed to pass the telegram to Bergen'],
    ['annotation', 'The memorandum is mistakenly dated March 18'],
    ['annotation', 'ABC is Ada B. Carr of the Bureau'],
    ['annotation', 'Lane initialed Falk’s approval on May 13'],
    ['reference', 'Lane briefed Falk for this meeting in a memorandum of October 1'],
    ['reference', 'Lane reported the vote in telegram 12 from Oslo'],
    ['reference', 'The letter was based on a May 2 memorandum from Lane'],
    ['reference', 'NSSM 25 was not found'],
    ['occasion', 'Falk gave the address to the Assembly'],
    ['occasion', 'Lane represented the Council'],
    ['publication', 'It is scheduled for publication in volume XIV'],
    ['publication', 'Two annexes on boats and on harbours, prepared early, are not printed'],
    ['remainder', 'The Assembly established the Centre in 1960 as a school'],
    ['remainder', 'Falk believed that the boats were late'],
  ])('%s: %s', (kind, words) => expect(parsed(`${words}.`)).toEqual([`${kind}: ${words}`]));

  test('a printed work in parentheses', () => {
    expect(parsed('The boats were late. (Yearbook of the Harbours, 1974, pp. 324–332)')).toEqual([
      'publication: (Yearbook of the Harbours, 1974, pp. 324–332)',
      'remainder: The boats were late',
    ]);
  });
});
