/** A short line before a salutation -> does it say a day? By month, weekday, figures or time of day, in any language. */
import { inAnyLanguage } from './cue-languages/any-language.js';
import { CUE_LANGUAGES } from './cue-languages/index.js';
import { DATE_LANGUAGES } from './date-languages.js';
import { escaped, oneOf } from './one-of.js';

const ENGLISH = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const FIGURES = String.raw`(?<![\d-])\d{1,2}-\d{1,2}-(?:1[4-9]|20)?\d\d(?![\d-])|(?<!\d)\d{1,2}\s?[./]\s?\[?(?:\d{1,2}|[IVX]{1,4})(?![\d\p{L}])|(?<![\d/]|N[ro]\. ?|N[°º] ?|Amt |[Ff]on |phon |recher:? )(?:1[4-9]|20)\d\d(?![\d/])|190\[|18\[|(?<![\p{L}\d])[IVX]{1,5}\.\s?[IVX]{1,4}\.\s?\d\d(?!\d)|(?<![\p{L}\d])\d{1,2}(?:ten)? (?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\.`;
/** The months of the French Republic, behind a day. */
const REPUBLICAN = String.raw`(?<=\d(?:er)? )(?:vendémiaire|brumaire|frimaire|nivôse|pluviôse|ventôse|germinal|floréal|prairial|messidor|thermidor|fructidor)(?!\p{L})`;
const ROMAN = '[CKck]alendi?i?s|[KCkc]alendas|[Ii]dus|[Ii]dibus';

/** Spellings of months that are other words where no day stands before them: `Ian Gray`, `Jener Mann`. */
const NO_MONTH_ALONE: ReadonlySet<string> = new Set(['Ian', 'Jener', 'Mertz']);

/** Made when the first letter asks for it. */
let patterns:
  | {
      readonly word: RegExp;
      readonly figure: RegExp;
      readonly given: RegExp;
      readonly givenAt: RegExp;
      readonly telegram: RegExp;
      readonly none: RegExp;
      readonly writer: RegExp;
    }
  | undefined;

function compiled(): NonNullable<typeof patterns> {
  if (patterns) return patterns;
  const months = Object.entries(DATE_LANGUAGES)
    .flatMap(([language, { months }]) => months.flat().flatMap((name) => typed(name, language)))
    .filter((name) => name.length > 2 && !NO_MONTH_ALONE.has(name))
    .join('|');
  const days = Object.values(CUE_LANGUAGES).flatMap((words) => [
    ...words.weekdays,
    ...words.dayTimes,
    ...words.seasons,
  ]);
  const undated = Object.values(DATE_LANGUAGES).flatMap((language) =>
    language.undated.map((words) => escaped(words).replace(/ /g, '\\s?')),
  );
  const given = inAnyLanguage('given');
  patterns = {
    word: new RegExp(
      `${FIGURES}|${REPUBLICAN}|(?<!\\p{L})(?:${oneOf([...ENGLISH, ...days])}|(?:${months})r?)(?!\\p{L})`,
      'u',
    ),
    given: new RegExp(`^${given}(?!\\p{L})`, 'u'),
    givenAt: new RegExp(`^${given} (?:${inAnyLanguage('dated')}|${inAnyLanguage('from')}) `, 'u'),
    telegram: new RegExp(`^(?:=[^=]{3,60}= ?)?${inAnyLanguage('telegram')} \\p{L}`, 'u'),
    none: new RegExp(`^[([]?(?:${undated.join('|')})[\\])]?\\.?$`, 'iu'),
    writer: new RegExp(`(?<![\\p{L}’'-])(?:${inAnyLanguage('writer')}(?![\\p{L}’'])|[jJ][’'](?=\\p{Ll}))`, 'u'),
    figure: new RegExp(`${FIGURES}|${REPUBLICAN}|(?<!\\p{L})(?:${months}|${ROMAN})(?!\\p{L})`, 'u'),
  };
  return patterns;
}

/** `Août` as well as `août`, and `augusti`: no other word of Latin is written so. */
function typed(name: string, language: string): readonly string[] {
  if (language === 'la') return name.length > 4 ? [name, name.toLowerCase()] : [name];
  return /^\p{Ll}{4}/u.test(name) ? [name, name.charAt(0).toUpperCase() + name.slice(1)] : [name];
}

export function hasDateWord(line: string): boolean {
  return compiled().word.test(line);
}

/** `[undatiert]`, `s. d.`: in place of a date. */
export function saysNoDate(line: string): boolean {
  return compiled().none.test(line);
}

/** Not by a weekday or a time of day alone. */
export function hasDateFigure(line: string): boolean {
  return compiled().figure.test(line);
}

/** `Morgen schicke ich die Karten`: the writer is its subject. */
export function namesWriter(line: string): boolean {
  return compiled().writer.test(line);
}

/** `Datum Bremgarten`, `Geben zu Ulm`. */
export function isGiven(line: string): boolean {
  return compiled().given.test(line);
}

/** `Gegeben am Tage nach`, `Geben zu Ulm`: and where or when. */
export function isGivenAt(line: string): boolean {
  return compiled().givenAt.test(line);
}

/** `Telegramm aus Berlin W. den 20/8 um 5 Uhr 20 Min. nachm.`; `= krause leipzig = Telegramm aus kassel 3/8 9,10` */
export function isTelegram(line: string): boolean {
  return compiled().telegram.test(line);
}

/** Small words that a dateline may have. */
const IN_DATELINE =
  /^(?:den|der|dem|des|bei|von|vom|auf|und|vor|nach|zum|zur|the|near|and|sur|del|della|dal|van|het|uhr)$/u;
const LEAST_IN_SENTENCE = 4;
/** `I sail 4 May.`, `Parto il 4 maggio.`: with the writer as its subject. */
const LEAST_OF_WRITER = 3;

/** `Heute früh kam Dein Brief.`, `Am 3. Mai war die Premiere.`, `Le 4 mai je pars.`: a sentence that says a day. */
export function isDatedSentence(text: string): boolean {
  if (!/\p{L}{2}[.!?]$/u.test(text)) return false;
  const words = text.split(/\s+/u);
  if (words.length >= LEAST_OF_WRITER && namesWriter(text)) return true;
  // The last word may be cut short: `5 Uhr nachm.`
  return (
    words.length >= LEAST_IN_SENTENCE &&
    !isGiven(text) &&
    words.slice(0, -1).some((word) => /^\p{Ll}{3,}$/u.test(word) && !IN_DATELINE.test(word) && !hasDateWord(word))
  );
}
