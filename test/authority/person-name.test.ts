import { describe, expect, test } from '@jest/globals';
import { parsePersonName } from '../../src/authority/index.js';

const parts = (name: string) => {
  const { surnames, forenames, nicknames, titles, suffix } = parsePersonName(name);
  return [surnames.join('|'), forenames.join(' '), nicknames.join(' '), titles.join(' '), suffix ?? ''].join('; ');
};

describe('a name as lists have it', () => {
  test.each([
    ['Rusk, Dean', 'Rusk; Dean; ; ; '],
    ['Dulles, Allen W.', 'Dulles; Allen W.; ; ; '],
    ['Thompson, Llewellyn E., Jr.', 'Thompson; Llewellyn E.; ; ; Jr.'],
    ['Palmer, Joseph A. II', 'Palmer; Joseph A.; ; ; II'],
    ['Raborn, Vice Admiral William F., Jr.', 'Raborn; William F.; ; Vice Admiral; Jr.'],
    ['Watson, Lt. General Albert, II', 'Watson; Albert; ; Lt. General; II'],
    ['Home, Alexander Frederick Douglas (Lord)', 'Home; Alexander Frederick Douglas; ; Lord; '],
    ['Mansfield, Michael J. (Mike)', 'Mansfield; Michael J.; Mike; ; '],
    ['Toon, Malcolm “Mac,”', 'Toon; Malcolm; Mac; ; '],
    ['Assad (Asad), Hafez', 'Assad|Asad; Hafez; ; ; '],
    ['Jalluud (also Juluud and Jalloud), Abd al-Sallam', 'Jalluud|Juluud|Jalloud; Abd al-Sallam; ; ; '],
    ['Roijen, J. H. van', 'van Roijen|Roijen; J. H.; ; ; '],
    ['Qadhafi, Wanis al-', 'al-Qadhafi|Qadhafi; Wanis; ; ; '],
    ['Chou En-lai', 'Chou En-lai; ; ; ; '],
    ['Bolshakov Georgi N.', 'Bolshakov; Georgi N.; ; ; '],
    ['Hassan II', 'Hassan II; ; ; ; '],
    ['Park Chung Hee', 'Park Chung Hee; ; ; ; '],
    ['Ali Khan', 'Ali Khan; ; ; ; '],
    ['George Sand', 'Sand; George; ; ; '],
    ['J. H. van Roijen', 'van Roijen|Roijen; J. H.; ; ; '],
    ['Butz, Earl L.', 'Butz; Earl L.; ; ; '],
    ['Grey, Earl Charles', 'Grey; Charles; ; Earl; '],
  ])('%s', (name, expected) => {
    expect(parts(name)).toBe(expected);
  });

  test('of no known form throws nothing', () => {
    for (const name of ['', ',', '()', 'Jr.', '“', ', , ,', '((a)']) expect(() => parsePersonName(name)).not.toThrow();
  });
});
