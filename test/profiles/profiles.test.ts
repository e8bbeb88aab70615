import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { chooseProfile, detectProfile, findProfile, profiles } from '../../src/profiles/index.js';
import { createSource } from '../../src/source/index.js';

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
