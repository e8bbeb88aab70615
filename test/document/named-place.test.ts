/** A surname that head or signature names is no place of a dateline. */
import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const TEXT = 'Dear Mr. Chairman:\n\nI have read your letter with great interest and shall reply to it soon.';

function placesOf(text: string): readonly string[] {
  const { tei } = convert(createSource('a.txt', text), { profile: 'plain' }, () => {});
  return [...serializeXml(tei).matchAll(/<placeName>([^<]*)<\/placeName>/g)].flatMap(([, name]) => name ?? []);
}

test.each([
  `1. Letter From President Kennedy to Chairman Khrushchev\n\nKennedy, March 9, 1961\n\n${TEXT}\n`,
  `1. Letter From President Kennedy to Chairman Khrushchev\n\nKhrushchev, March 9, 1961\n\n${TEXT}\n`,
  `Kennedy, March 9, 1961\n\n${TEXT}\n\nSincerely,\n\nJohn F. Kennedy\n`,
  `${TEXT}\n\nSincerely,\n\nJohn F. Kennedy\n\nKennedy, March 9, 1961\n`,
])('%j has no place', (text) => {
  expect(placesOf(text)).toEqual([]);
});

test.each([
  ['Washington', `1. Letter From President Kennedy to Chairman Khrushchev\n\nWashington, March 9, 1961\n\n${TEXT}\n`],
  ['Wellington', `Wellington, March 9, 1861\n\n${TEXT}\n\nSincerely,\n\nWellington\n`],
  ['Baden', `Baden, 9. März 1861\n\nLieber Freund,\n\nich danke Dir für Deinen Brief.\n\nDein\nLudwig von Baden\n`],
])('%s is a place', (place, text) => {
  expect(new Set(placesOf(text))).toEqual(new Set([place]));
});
