/** A name as a list has it (`Surname, Title Forenames (Nickname), Jr.`) -> its parts. */
import type { NameParts } from './authority.js';
import { fold } from './fold.js';
import { isForename } from './forenames.js';
import { isOrdinaryName } from './ordinary-words.js';
import { isListedTitle } from './titles.js';
import { wordSet } from './word-set.js';

const SUFFIX = /^(?:Jr|Sr|II|III|IV|V|2nd|3rd)\.?$/;
const ASIDE = /\(([^()]*)\)|[“"]([^”"]*)[”"]/g;
/** Stands before the surname, though lists set it behind the forenames: `Roijen, J. H. van`. */
const PARTICLE = /^(?:al-?|el-?|van|von|der|den|de|di|da|la|le|ten|zu)$/i;

/** In: a name with the surname first, a comma between; or a name without a comma. */
export function parsePersonName(listed: string): NameParts {
  const [first = '', ...rest] = splitAtCommas(
    listed
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[,;]+$/, ''),
  );
  const surname = withoutAsides(first);
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  const given = rest.filter((part) => !SUFFIX.test(part));
  const [main, moved] = given.length === 0 ? surnameApart(surname.text) : [surname.text, ''];
  const asides = given.map(withoutAsides);
  const words = [moved, ...asides.map(({ text }) => text)].join(' ').split(' ').filter(Boolean);
  const lead = words.findIndex((word, k) => !isListedTitle(word) || isForenameBefore(word, words.slice(k + 1)));
  const titles = lead === -1 ? words : words.slice(0, lead);
  const { forenames, particle } = splitParticle(
    lead === -1 ? [] : words.slice(lead).filter((word) => !SUFFIX.test(word)),
  );
  const nicknames: string[] = [];
  for (const aside of asides.flatMap(({ asides }) => asides)) {
    if (isListedTitle(aside)) titles.push(aside);
    else if (/^\p{Lu}[\p{L}.’'-]*$/u.test(aside)) nicknames.push(aside);
  }
  const others = surname.asides.flatMap((aside) => aside.replace(/^also /, '').split(/ (?:and|or) |, /));
  const names = [main, ...others.map((other) => other.trim())].filter((name) => /^[‘’'ʻ`]?\p{L}/u.test(name));
  const suffix =
    suffixes[0] ?? asides.map(({ text }) => text.split(' ').at(-1) ?? '').find((word) => SUFFIX.test(word));
  return {
    surnames: particle === '' ? names : [...names.map((name) => joinParticle(particle, name)), ...names],
    forenames,
    nicknames,
    titles,
    ...(suffix !== undefined && { suffix }),
  };
}

/** `Butz, Earl L.`: a title that is a forename too, where none but initials follow. */
function isForenameBefore(word: string, rest: readonly string[]): boolean {
  return isForename(fold(word)) && rest.every((one) => /^\p{Lu}\.$/u.test(one) || SUFFIX.test(one));
}

/** Commas inside of brackets and quotation marks do not count. */
function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '“') depth++;
    if (character === ')' || character === '”') depth--;
    if (character === ',' && depth <= 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

function withoutAsides(text: string): { readonly text: string; readonly asides: readonly string[] } {
  const asides = [...text.matchAll(ASIDE)].map(([, a, b]) => (a ?? b ?? '').replace(/[,;]$/, '').trim());
  return {
    text: text
      .replace(ASIDE, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.](?<=\p{Ll}{3}\.)$/u, ''),
    asides,
  };
}

/** `Bolshakov Georgi N.`: a comma was forgotten. `George Sand`, `J. H. van Roijen`: the forenames first. */
function surnameApart(name: string): readonly [string, string] {
  const found = /^(\p{Lu}[\p{L}’'-]+) (\p{Lu}\p{L}+ (?:\p{Lu}\. ?)+)$/u.exec(name);
  if (found?.[1] && found[2]) return [found[1], found[2]];
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const isNatural = words.length > 1 && beginsWithForename(words[0] ?? '') && /^\p{Lu}[\p{L}’'-]*\p{Ll}$/u.test(last);
  return isNatural ? [last, words.slice(0, -1).join(' ')] : [name, ''];
}

/** `George`, `J.`; but not `Park`, which is a surname where surnames stand first. */
function beginsWithForename(word: string): boolean {
  return (
    /^(?:\p{Lu}\.)+$/u.test(word) ||
    (isForename(fold(word)) && !isOrdinaryName(fold(word)) && !SURNAME_FIRST.has(fold(word)))
  );
}

/** Forenames that are the first word of surnames of several, too. */
const SURNAME_FIRST = wordSet(
  'abdul ali amir hassan hasan hussein husayn hussain husain ibrahim ismail khalid mahmud mohammed mohammad muhammad mustafa omar osman yusuf reza',
);

function splitParticle(words: readonly string[]): { readonly forenames: readonly string[]; readonly particle: string } {
  let end = words.length;
  while (end > 0 && PARTICLE.test(words[end - 1] ?? '')) end--;
  return { forenames: words.slice(0, end), particle: words.slice(end).join(' ') };
}

function joinParticle(particle: string, name: string): string {
  return particle.endsWith('-') ? `${particle}${name}` : `${particle} ${name}`;
}
