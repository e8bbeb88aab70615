/** A head in another language than English -> kind of document, sender and addressee: `Brief von X an Y`, `Lettre de X à Y`. */
import type { DocumentKind } from './document.js';
import { oneOf } from './one-of.js';

interface HeadWords {
  /** BCP 47. */
  readonly language: string;
  readonly letter: readonly string[];
  readonly telegram: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** A row for each language. */
const LANGUAGES: readonly HeadWords[] = [
  {
    language: 'de',
    letter: ['brief', 'schreiben', 'postkarte'],
    telegram: ['telegramm'],
    from: ['von', 'vom'],
    to: ['an', 'an den', 'an die'],
  },
  {
    language: 'fr',
    letter: ['lettre', 'carte postale'],
    telegram: ['télégramme'],
    from: ['de', 'du'],
    to: ['à', 'au', 'à la'],
  },
  {
    language: 'it',
    letter: ['lettera', 'cartolina'],
    telegram: ['telegramma'],
    from: ['di', 'da'],
    to: ['a', 'ad', 'al', 'alla'],
  },
  {
    language: 'es',
    letter: ['carta', 'tarjeta postal'],
    telegram: ['telegrama'],
    from: ['de', 'del'],
    to: ['a', 'al', 'a la'],
  },
  { language: 'nl', letter: ['brief', 'briefkaart'], telegram: ['telegram'], from: ['van'], to: ['aan', 'aan de'] },
  { language: 'la', letter: ['epistola', 'epistula'], telegram: [], from: ['a', 'ab'], to: ['ad'] },
  { language: 'ru', letter: ['письмо', 'открытка'], telegram: ['телеграмма'], from: ['от'], to: ['к'] },
];

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
