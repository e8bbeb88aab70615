/** A line -> what it says if it is the title of a letter as editions print it: `12. Schiller an Goethe, Jena, 4. Mai 1799`, `LETTRE XII. À Madame Durand`, `Brief 12`. */
import { matchesOf } from '../source/index.js';
import { HEAD_WORDS, type HeadWords, NO_ADDRESSEES, NO_SENDERS } from './head-words.js';
import { ROMAN_BELOW_THOUSAND } from './roman-number.js';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** One reading of a title; offsets are into its text. */
export interface LetterTitle {
  /** As typed: `12`, `12a`, `XII`. */
  readonly number?: string;
  /** It has a word for letter: `Brief 12`. */
  readonly isWorded: boolean;
  /** BCP 47: of the words that stand before the names. */
  readonly language: string;
  readonly from?: Extent;
  readonly to?: Extent;
  /** Where the addressee is: `in Manchester`. */
  readonly at?: Extent;
  /** What stands behind all this: place and day, if it is a title. */
  readonly tail?: Extent;
}

const LONGEST = 220;
const LONGEST_PARTY = 90;

const ROMAN = `(?!(?:DI|MM)(?!\\p{Lu}))(?=[IVXLCDM])M{0,3}${ROMAN_BELOW_THOUSAND}(?![\\p{L}\\d])`;
const FIGURES = '\\d{1,4}[a-z]?(?![\\p{L}\\d])';
const NO = '(?:(?:[Nn](?:r|ro|o|um)|N(?:R|RO|O|UM))\\.?\\s?|[Nn][°º]\\.?\\s?|№\\s?|#|[Nn]um[eé]ro\\s)';
const WORDS = HEAD_WORDS.flatMap(({ letter }) => letter.flatMap(typed)).join('|');
/** Of one letter, `I` and `X` begin fewer names than `V`. */
const ROMAN_ALONE = `(?![VLCDM](?!\\p{L}))${ROMAN}`;
const NUMBERED = new RegExp(
  `^(?:(?<word>${WORDS})(?!\\p{L})(?:,?\\s+${NO}?\\[?(?<worded>${FIGURES}|${ROMAN})\\]?)?|${NO}\\[?(?<called>${FIGURES})\\]?|\\[${NO}?(?<bracketed>${FIGURES}|${ROMAN})\\.?\\]|(?<figures>${FIGURES})(?:(?=[.):])|(?<!^(?:1[4-9]|20)\\d\\d)(?=\\s))|(?<roman>${ROMAN_ALONE})(?=[.):\\s]))[.):,;]{0,2}(?:\\s?[–—-])?(?:\\s+|$)`,
  'u',
);
const NOTHING_BEFORE = /^(?=[\p{Lu}[])/u;

const CAPITAL = "\\[?(?:\\p{Lu}[\\p{L}’'ʼ-]*\\.?|[dDlL][’']\\p{Lu}[\\p{L}’'-]*)\\]?";
const PARTICLE =
  "(?:de|du|des|d|von|van|v\\.|vom|zu|zur|und|u\\.|et|and|e|y|en|&|der|den|dem|ten|ter|di|da|del|della|dei|degli|dal|la|le|las|los|of|of\\sthe|af|av|do|dos|das|bin|ibn|al|el|[’']t|и|фон|де)";
const NAME = new RegExp(`^${CAPITAL}(?:[ \u00a0](?:${PARTICLE}|${CAPITAL})){0,8}$`, 'u');
const ENDS_IN_PARTICLE = new RegExp(`\\s${PARTICLE}$`, 'u');
/** `comte d’Argental`, `Mutter`, `Editor of Nature`: behind an article. */
const CALLED = new RegExp(`^\\p{L}{2,}(?:[ \u00a0](?:${PARTICLE}|${CAPITAL})){0,8}$`, 'u');
const NO_SENDER = new RegExp(`^(?:${NO_SENDERS.join('|')})(?!\\p{L})`, 'iu');
const NO_ADDRESSEE = new RegExp(`^(?:${NO_ADDRESSEES.join('|')})(?!\\p{L})`, 'iu');

/** `Weber. Jena`: a full stop behind a longer word ends the name. */
const ENDS_NAME = /(?:\p{L}{4,}|\p{Lu}{3,})\]?$/u;
const CUT_SHORT = /(?:^|\s)(?:Prof|Capt|Thos|Chas|Hofr|Lieut|Chev|Mons|Sign|Prov|Alex|Benj|Wilh|Heinr|Friedr)$/u;
/** A name ends with its line. */
const SEPARATOR = /[,;:]\s+|\.\s+|\n|\s?[–—]\s?|\s-\s|\s(?=[([])/gu;
/** `[10. Mai]`; `[Friedrich] Schiller` has brackets in a name. */
const BEGINS_APART = /^\(|^\[[^\]]*\d/u;

/** A word as it may be typed: with a small or capital letter, or in capitals, the accents left out maybe. */
function typed(word: string): readonly string[] {
  const upper = word.toUpperCase();
  const bare = upper.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return [word, word.charAt(0).toUpperCase() + word.slice(1), upper, ...(bare === upper || word === 'к' ? [] : [bare])];
}

function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => (word.endsWith('’') ? `${word.slice(0, -1)}[’']` : `${word}\\s+`))
    .join('|');
}

interface Patterns {
  readonly language: string;
  readonly from: RegExp;
  readonly begin: RegExp;
  /** Between two names. */
  readonly to: RegExp;
  readonly whose: RegExp;
  readonly at: RegExp;
}

const small = (words: readonly string[]) => words;
const capital = (words: readonly string[]) => words.flatMap(typed).filter((word) => /^\p{Lu}/u.test(word));
const upper = (words: readonly string[]) => words.flatMap((word) => typed(word).slice(2));

function patternsOf(
  { language, from, to, whose, at }: HeadWords,
  form: (words: readonly string[]) => readonly string[],
): Patterns {
  const never = ['(?!)'];
  const inside = (words: readonly string[]) => anyOf(words.length > 0 ? form(words) : never);
  return {
    language,
    from: new RegExp(`^(?:${anyOf([...form(from), ...capital(from)])})`, 'u'),
    begin: new RegExp(`^(?:${anyOf([...form(to), ...capital(to)])})`, 'u'),
    to: new RegExp(`\\s(?:${inside(to)})`, 'gu'),
    whose: new RegExp(`^(?:${inside(whose)})`, 'u'),
    at: new RegExp(`,?\\s(?:${inside(at)})(?=\\p{Lu})`, 'gu'),
  };
}

/** In small letters, and of a line in capitals. */
const IN_SMALL = HEAD_WORDS.map((words) => patternsOf(words, small));
const IN_CAPITALS = HEAD_WORDS.map((words) => patternsOf(words, upper));

/** In: a line, or a few. Out: what it may say as a title of a letter, the likeliest first; nothing where it has not the shape of one. */
export function letterTitles(text: string): readonly LetterTitle[] {
  if (text.length > LONGEST || !/^[\p{Lu}\p{N}#[№n]/u.test(text) || /[!?]$/.test(text)) return [];
  const rows = /\p{Ll}/u.test(text) ? IN_SMALL : IN_CAPITALS;
  const numbered = NUMBERED.exec(text);
  const readings: LetterTitle[] = [];
  for (const before of [numbered, NOTHING_BEFORE.exec(text)]) {
    if (!before) continue;
    const { word, worded, called, bracketed, figures, roman } = before.groups ?? {};
    const number = worded ?? called ?? bracketed ?? figures ?? roman;
    const start = before[0].length;
    const said = { ...(number !== undefined && { number }), isWorded: word !== undefined };
    const own = rows.filter(({ language }) => word === undefined || languagesOf(word).includes(language));
    readings.push(...addressed(text, start, said, own), ...numberAlone(text, start, said, word ?? ''));
  }
  return readings;
}

/** The languages that have this word for letter. */
function languagesOf(word: string): readonly string[] {
  return HEAD_WORDS.flatMap(({ language, letter }) => (letter.flatMap(typed).includes(word) ? [language] : []));
}

type Said = Pick<LetterTitle, 'number' | 'isWorded'>;

/** `Brief 12, Jena, 4. Mai 1799`, `Lettera XII`: a number alone has to have a word with it. */
function numberAlone(text: string, start: number, said: Said, word: string): readonly LetterTitle[] {
  if (!said.isWorded || said.number === undefined) return [];
  const tail = start < text.length && { tail: { start, end: text.length } };
  return [{ ...said, language: languagesOf(word)[0] ?? 'en', ...tail }];
}

function addressed(text: string, start: number, said: Said, rows: readonly Patterns[]): readonly LetterTitle[] {
  const readings: LetterTitle[] = [];
  const whole = text.slice(start);
  for (const row of rows) {
    const lead = row.from.exec(whole)?.[0].length ?? 0;
    for (const from of lead > 0 ? [start + lead, start] : [start]) {
      for (const { index, 0: words } of matchesOf(row.to, text.slice(from))) {
        const sender = { start: from, end: from + index };
        if (!isSender(text.slice(from, sender.end), row, from > start)) continue;
        readings.push(...toWhom(text, sender.end, words.length, { ...said, from: sender }, row));
      }
    }
    const begin = row.begin.exec(whole)?.[0].length;
    if (begin !== undefined) readings.push(...toWhom(text, start, begin, said, row));
    if (row.language === 'en' && lead > 0) readings.push(...fromWhom(text, start + lead, said, row));
  }
  return readings;
}

/** `From John Adams`, `From the Earl of Chatham, London, 4 May 1799`. */
function fromWhom(text: string, start: number, said: Said, row: Patterns): readonly LetterTitle[] {
  return ends(text, start)
    .filter(({ end }) => isSender(text.slice(start, end), row, true))
    .map(({ end, tail }) => ({ ...said, language: row.language, from: { start, end }, ...(tail && { tail }) }));
}

/** `at`, `length`: where the words before the name are: ` an `, `To the `. */
function toWhom(
  text: string,
  at: number,
  length: number,
  said: Said & Pick<LetterTitle, 'from'>,
  row: Patterns,
): readonly LetterTitle[] {
  const start = at + length;
  const mayBeTitle = WITH_ARTICLE.test(text.slice(at, start));
  return [...ends(text, start), ...endsAt(text, start, row)]
    .filter(({ end }) => isAddressee(text.slice(start, end), row, mayBeTitle))
    .map(({ end, at, tail }) => ({
      ...said,
      language: row.language,
      to: { start, end },
      ...(at && { at }),
      ...(tail && { tail }),
    }));
}

interface End {
  readonly end: number;
  readonly at?: Extent;
  readonly tail?: Extent;
}

/** Where a name may end that begins here, and what stands behind it. */
function ends(text: string, start: number): readonly End[] {
  const found: End[] = [];
  for (const { index, 0: separator } of matchesOf(SEPARATOR, text.slice(start))) {
    const end = start + index;
    const isStop = separator.startsWith('.');
    const name = text.slice(start, end);
    const tail = { start: end + separator.length, end: text.length };
    if (isStop && (!ENDS_NAME.test(name) || CUT_SHORT.test(name))) continue;
    if (separator === ' ' && !BEGINS_APART.test(text.slice(tail.start))) continue;
    if (end - start > LONGEST_PARTY) break;
    found.push({ end, tail });
  }
  const whole = text.slice(start).replace(/(?<=\p{L}{4})[.,:;]$/u, '').length;
  return [...found, { end: start + whole }];
}

/** `Engels in Manchester`, `d’Alembert, à Paris, 4 mai 1760` */
function endsAt(text: string, start: number, row: Patterns): readonly End[] {
  return matchesOf(row.at, text.slice(start)).flatMap(({ index, 0: words }) => {
    const from = start + index + words.length;
    const [place] = ends(text, from);
    const last = place?.end ?? text.length;
    return NAME.test(text.slice(from, last))
      ? [{ end: start + index, at: { start: from, end: last }, ...(place?.tail && { tail: place.tail }) }]
      : [];
  });
}

function isName(words: string): boolean {
  return words.length <= LONGEST_PARTY && NAME.test(words) && !ENDS_IN_PARTICLE.test(words) && /\p{L}{2}/u.test(words);
}

/** `isFrom`: a word says that this is who writes. */
function isSender(words: string, row: Patterns, isFrom: boolean): boolean {
  if (!isFrom && NO_SENDER.test(words)) return false;
  return (
    isName(words) ||
    isCalled(
      words.replace(/^\p{Lu}(?=\p{Ll}|[’'])/u, (letter) => letter.toLowerCase()),
      row,
    )
  );
}

function isAddressee(words: string, row: Patterns, mayBeTitle: boolean): boolean {
  if (NO_ADDRESSEE.test(words) || words.length > LONGEST_PARTY) return false;
  return isName(words) || isCalled(words, row) || (mayBeTitle && CALLED.test(words));
}

/** `seine Mutter`, `the Editor of Nature`. */
function isCalled(words: string, row: Patterns): boolean {
  const whose = row.whose.exec(words)?.[0].length;
  return whose !== undefined && words.length <= LONGEST_PARTY && CALLED.test(words.slice(whose));
}

/** `au`, `alla`, `to the`: an office or a title may follow, with a small letter. */
const WITH_ARTICLE = /^\s?(?:aux?\s|all?a?(?:\s|[’'])|\p{L}+\s(?:\p{L}+\s|l[’']))/iu;

/** `Brief 12`, `12. Schiller an Goethe, Jena, 4. Mai 1799`: the number of a title that says no more than a title does; undefined for any other line. */
export function numberedTitle(text: string): string | undefined {
  if (!mayHaveNumber(text) || OF_STATE.test(text)) return undefined;
  const before = NUMBERED.exec(text)?.[0].length ?? 0;
  const behind = text.slice(before);
  // `An Weber` begins with no article.
  if (before === 0 || (NO_SENDER.test(behind) && !/^an?\s/iu.test(behind)) || SENTENCE.test(behind)) return undefined;
  return letterTitles(text).find(
    ({ number, tail, to, from, isWorded }) =>
      number !== undefined &&
      (isWorded || (to && (from || !tail))) &&
      (!tail || IN_TITLE.test(text.slice(tail.start, tail.end))),
  )?.number;
}

/** A cheap test before the others: it is short, and begins with a number, or with a word and a number. */
export function mayHaveNumber(text: string): boolean {
  return text.length <= LONGEST && MAY_BE_NUMBERED.test(text);
}

const MAY_BE_NUMBERED = new RegExp(`^(?:\\p{P}?(?:\\d|[IVXLC]{1,8}(?!\\p{L})|N|#)|(?:${WORDS})(?!\\p{L}))`, 'u');
/** So many small words in a row no title has. */
const SENTENCE = /(?:(?<!\p{L})\p{Ll}{2,}[ ,]+){4}/u;
/** `Mr. Lane to Mr. Falk`, `President Lane to the Ambassador`: heads of papers of state, which have weights of their own. */
const OF_STATE =
  /(?<!\p{L})(?:The|Mr|Messrs|Dr|Sir|Lord|Earl|Count|Prince|Señor|President|Secretary|Ambassador|Minister|Premier|Chancellor|Consul|Chairman|Governor|General|Marshal|Chargé|Embassy|Legation|Department|Mission|Delegation)(?!\p{L}).*\sto\s|\sto\sthe\s/u;
/** Place and day; no sentence. */
const IN_TITLE = /^(?=.*\d)[^!?;]{4,70}$|^\p{Lu}[\p{L}.]*(?:\s\p{L}+){0,2}$/u;
