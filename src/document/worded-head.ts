/** A head in another language than English -> kind of document, sender and addressee: `Brief von X an Y`, `Lettre de X à Y`. */
import { HEAD_WORDS } from '../transcript/index.js';
import type { DocumentKind } from './document.js';
import { oneOf } from './one-of.js';

/** Heads in English have more forms than these. */
const LANGUAGES = HEAD_WORDS.filter(({ language }) => language !== 'en');

const PATTERNS = LANGUAGES.map(({ language, letter, telegram, from, to }) => ({
  language,
  telegram: new RegExp(`^${oneOf([...telegram, '(?!)'])}(?!\\p{L})`, 'u'),
  head: new RegExp(
    `^${oneOf([...letter, ...telegram])} ${oneOf(from)} (\\p{Lu}[^,;:!?]{1,80}?) ${oneOf(to)} (\\p{Lu}[^,;:!?]{1,80}?)(?:,[^!?]{1,80})?$`,
    'du',
  ),
}));

/** The kind that the head's words say, where they name sender and addressee too. */
export function wordedKind(title: string): DocumentKind | undefined {
  const found = PATTERNS.find(({ head }) => head.test(title));
  return found && (found.telegram.test(title) ? 'telegram' : 'letter');
}

/** The language that a head is worded in; English where it is none of these. */
export function wordedLanguage(title: string): string {
  return PATTERNS.find(({ head }) => head.test(title))?.language ?? 'en';
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Where sender and addressee stand in the head. */
export function wordedAddress(title: string): { readonly from: Extent; readonly to: Extent } | undefined {
  for (const { head } of PATTERNS) {
    const [, from, to] = head.exec(title)?.indices ?? [];
    if (from && to) return { from: { start: from[0], end: from[1] }, to: { start: to[0], end: to[1] } };
  }
  return undefined;
}
