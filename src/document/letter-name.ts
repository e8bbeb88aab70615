/** A line of a letter -> is it the name that signs it? Wider than `isNameLine`: `Dr. K.`, `Hans u. Grete`, `gez. Schulz`, `Dein Paul.` */
import { fold, isForename } from '../authority/index.js';
import { inAnyLanguage } from './cue-languages/any-language.js';
import { FORENAMES } from './cue-languages/forenames.js';
import type { Cues } from './cues.js';

const LONGEST = 60;
const LONGEST_WITH_OFFICE = 120;

const BEFORE = String.raw`(?:(?:gez|sign|get|ppa|pr|per|Firm)\.\s|[([]${inAnyLanguage('signedBy')}\.?[)\]]\s|i[./]\s?[AV][.:]{0,2}\s|p\.\s?p\.\s|/s/\s)?`;
const BEFORE_NAME = new RegExp(`^${BEFORE}`, 'u');
const PARTICLE = String.raw`(?:de|von|van|ab|af|dal|dalla|degli|dei|zur|der|den|vom|zu|zum|zur|v\.?|d[.’']?|du|des|di|da|del|della|la|le|les|ten|ter|bin|al|of|y|и|und|u\.|et|and|e|en|&|phil\.|jur\.|med\.|rer\.|nat\.|theol\.|th\.|stud\.|cand\.|jun\.|sen\.|per|${inAnyLanguage('born')})(?!\p{Ll})`;
const WORD = String.raw`[(»„]?(?:\p{Lu}\p{L}?:|\p{Lu}[\p{L}’'.-]{0,24}|¿{1,3})[)«“]?,?`;
/** Only behind these a word begins without white space; anywhere else a line in capitals would have too many readings. */
const NEXT = String.raw`(?:\s|(?=&)|(?<=[),:«“&]|(?<![\p{L}.])(?:[vd]\.){1,2}|(?<!\p{L})d’|(?<!\p{L})d'))`;
const NAME = String.raw`${BEFORE}[(»„]?(?:(?:stud|cand|dr|de|von|van|v)\.?\s(?:phil\.|jur\.|med\.)?\s?|d[’']|(?:de|di|da) l(?:a\s|[’']))?${WORD}(?:${NEXT}(?:${PARTICLE}|${WORD})){0,7}`;
/** `Joh. Huber m. p.`, `Conradus ex animo`. */
const AFTER = `,? ${inAnyLanguage('behindName')}`;
const AFTER_NAME = new RegExp(`${AFTER}[.!]*$`, 'u');
const NAME_LINE = new RegExp(String.raw`^\[?(?:${NAME})(?:${AFTER})?(?:[\].]| ?!{1,3})?(?:\s?[–—])?$`, 'u');

/** `[unleserlich]`, `¿¿¿`: somebody signs, and nobody can read who. */
const UNREAD = new RegExp(
  String.raw`^(?:¿{1,3}(?: ?(?:\.{3}|…) ?¿{1,3})?|\[${inAnyLanguage('unread')}[^\]]*\])\.?$`,
  'u',
);

/** `[unsigned]`, `[Der Brief wurde nicht unterschrieben.]`: what the editor says where a name would stand. */
const UNSIGNED = new RegExp(String.raw`^\[(?:[^\]]*\s)?${inAnyLanguage('unsigned')}(?:[\s.][^\]]*)?\]\.?$`, 'iu');

/** It stands in the place of a name, and names nobody. */
export function isUnsigned(line: string): boolean {
  return line.length <= LONGEST && UNSIGNED.test(line);
}

/** `Karl Kraus, Maximilianstr. 13.`: a name of several words, and where the writer lives. */
const ADDRESSED = /^(\p{Lu}[\p{L}’'-]*\.?(?: [\p{L}’'.-]+){1,3}), \p{Lu}[^,]* \d{1,4}[a-z]?(?:, [^,]{1,30})?\.?$/u;

/** The name in a line that goes on with an address; undefined for any other line. */
export function addressedName(line: string): string | undefined {
  return line.length <= LONGEST ? ADDRESSED.exec(line)?.[1] : undefined;
}

/** Where a name ends in its line, and where the office behind it begins; undefined where there is none. */
export function officeBehind(line: string, cues: Cues): { readonly name: number; readonly office: number } | undefined {
  const found = line.length <= LONGEST_WITH_OFFICE ? cues.officeBehind.exec(line) : null;
  return found ? { name: found.index, office: found.index + (found.groups?.['gap'] ?? '').length } : undefined;
}

/** `Direktor der Bibliothek`: an office alone, worded as it may stand behind a name. */
export function isOfficeAlone(line: string, cues: Cues): boolean {
  return officeBehind(`, ${line}`, cues)?.name === 0;
}

/** `Der Sekretär:` */
const OFFICE_CALLED = /^[^.!?:]{5,40}:$/u;

/** `Der Minister für Kultur`, `Der Sekretär:`, `i. V.`: above the name of who signs for an office or for another. */
export function signsForAnother(line: string, cues: Cues): boolean {
  return cues.office.test(line) || cues.forAnother.test(line) || (cues.article.test(line) && OFFICE_CALLED.test(line));
}

/** `Franz`, `Thos.`: a forename that the tables have. */
export function isKnownForename(word: string): boolean {
  const folded = fold(word.replace(/[.,]$/, ''));
  return isForename(folded) || FORENAMES.has(folded);
}

/** `Karl Weber`, `K. Weber`; `Freund.` is one word. */
export function hasSeveralWords(name: string): boolean {
  return /[\s.]/.test(name.replace(/\.$/, ''));
}

/** `Weber` of `Dr. Karl Weber.`, and of `Weber`. */
export function surnameOf(name: string): string {
  return /[\p{L}’'-]+(?=\P{L}*$)/u.exec(name)?.[0] ?? '';
}

/** `cc: Mr. Lane`, `Enc.`, `Anlage`, `Beglaubigt:`, `Verte!`: what stands below the name and is no part of the signature. */
const BELOW = new RegExp(
  String.raw`^(?:c\.?\s?c\.?:|cop(?:y|ies) to(?!\p{L})|distribution:|encl?s?\.|(?:\d{1,2} )?${inAnyLanguage('enclosed')}(?!\p{L})|${inAnyLanguage('certified')}(?!\p{L})|p\.\s?j\.|(?:verte|volti|tournez|turn over|bitte wenden|p\.\s?t\.\s?o\.|t\.\s?s\.\s?v\.\s?p\.)[.!]*$)`,
  'iu',
);

export function standsBelowName(line: string): boolean {
  return BELOW.test(line);
}

/** `L. Weber`: `L. Paul!` greets, with a call or a comma. */
const INITIAL = /^(?:(?:\p{Lu}|Dr|Rev|Capt|Col)\. ?){1,3}(?: ?(?:[\p{L}’'-]{2,}|(?:\p{Lu}\.){1,3})){1,4}\.?$/u;

/** `E. Best`, `Kate Love`: two words, of which the first can only begin a name. */
function isForenamed(name: string): boolean {
  const [first = '', ...others] = name.split(' ');
  return others.length === 1 && (/^\p{Lu}\.$/u.test(first) || isKnownForename(first));
}

/** A name and nothing else. */
export function isLetterName(line: string, cues: Cues): boolean {
  if (UNREAD.test(line) || isUnsigned(line)) return true;
  if (line.length > LONGEST || !NAME_LINE.test(line) || BELOW.test(line)) return false;
  const name = line.replace(AFTER_NAME, '');
  if ((cues.notName.test(name) && !isForenamed(name)) || cues.closeLead.test(name)) return false;
  return INITIAL.test(line) || !cues.salutation.test(line);
}

/** `von Ihrem Diac.` before `Weber`: the name begins before it; behind `Besten Dank.` it begins. */
export function isBehindTitle(before: string, cues: Cues): boolean {
  const word = /(?<=\s)\p{Lu}\p{Ll}{0,4}\.$/u.exec(before.trimEnd())?.[0];
  return word !== undefined && !cues.closeWord.test(word) && !cues.close.test(word);
}

const PAIR = /^(\p{L}+) (?:\p{Ll}{1,3}\.?|&) (\p{L}+)[.,]?$/u;

/** `Dein alter Paul`, `La tua Emma`: whose the writer is, then the name. */
export function ownNameAt(line: string, cues: Cues): number | undefined {
  const own = cues.own.exec(line);
  if (!own) return undefined;
  // `Ihr alter Freund Beck`: before a name it is what the writer is.
  const at = own[0].length + (cues.bond.exec(line.slice(own[0].length))?.[0].length ?? 0);
  const rest = line.slice(at);
  // `Dein alter Freund und Vetter`: what the writer is, twice.
  const [, first, second] = PAIR.exec(rest) ?? [];
  if (first && second && cues.closeWord.test(first) && cues.closeWord.test(second)) return undefined;
  const name = rest.slice(0, officeBehind(rest, cues)?.name);
  return at + name.length <= LONGEST && isLetterName(name, cues) ? at : undefined;
}

/** `Deine alte`, `Your most affectionate son,`: whose the writer is, and no name. */
export function saysWhose(line: string, cues: Cues): boolean {
  return cues.own.exec(`${line} `)?.[0].length === line.length + 1;
}

/** `stud. phil.`, `kgl. bayr.` */
const CUT_TITLE = String.raw`(?:\p{L}{1,3}|stud|cand|phil|theol|bayr|verw|publ)\.,?`;
const BELOW_WORD = String.raw`(?:\(?(?:[\p{Lu}\d]|\p{Ll}['’]\p{Lu})\S*|\p{Ll}{1,3},?|${CUT_TITLE}|dell[aoe])`;
/** `Clerk of the Court.`, `14 Albion Road, Croydon`: names and figures, and no more than short words between them. */
const BELOW_NAME = new RegExp(String.raw`^${BELOW_WORD}(?:\s${BELOW_WORD}){0,7}$`, 'u');
const LONGEST_BELOW = 50;

/** An office or an address below a name that a close stands above. */
export function mayStandBelowName(line: string): boolean {
  return line.length <= LONGEST_BELOW && BELOW_NAME.test(line) && !standsBelowName(line);
}

const MORE = /(?<=\p{L}{2}[.,]|\p{Lu}\.,) (?=[(\p{L}\d])/gu;

/** `Karl Müller, Leutnant d. R., Feldlazarett 7`: a name of several words, and in its line what may stand below it; it signs where a close stands above. */
export function nameWithMore(line: string, cues: Cues): string | undefined {
  if (line.length > LONGEST_WITH_OFFICE) return undefined;
  for (const { index } of line.matchAll(MORE)) {
    const name = line.slice(0, index).replace(/[.,]$/, '');
    if (!isLetterName(name, cues)) return undefined;
    const more = line.slice(index + 1).replace(/\.$/, '');
    // `von Fräulein Beck. Hochachtungsvoll`
    if (hasSeveralWords(name) && mayStandBelowName(more) && !cues.close.test(more)) return name;
  }
  return undefined;
}

const SMALL_BEHIND = /, (?!(?:fils|père|junior|senior)(?!\p{L}))(?=\p{Ll}{4})/u;

/** `P. Durand, professeur au Collège de France`, in a line that signs: behind the comma a small letter begins no name. */
export function nameBeforeSmall(line: string, cues: Cues): string | undefined {
  const comma = line.search(SMALL_BEHIND);
  const name = line.slice(0, Math.max(comma, 0));
  return hasSeveralWords(name) && isLetterName(name, cues) ? name : undefined;
}

/** Further on in a line, behind words that `leads` says may lead up to it: `Mit Handkuß Ihr ergebener Felix Salten`. */
export function ownNameBehind(text: string, leads: (before: string) => boolean, cues: Cues): number | undefined {
  for (const { index, 0: gap } of text.matchAll(/\s+/gu)) {
    const from = index + gap.length;
    const rest = text.slice(from).trim();
    const own = ownNameAt(rest, cues);
    if (own === undefined) continue;
    const before = text.slice(0, index);
    if (!isObject(before, rest, cues) && leads(before)) return from + own;
  }
  return undefined;
}

/** `empfiehlt sich` and `Ihrem Andenken`, `drei Briefe von` and `Deinem alten Freund`: whom a sentence names, who does not sign with it. */
export function isObject(before: string, rest: string, cues: Cues): boolean {
  if (!cues.ownOblique.test(rest)) return false;
  const isGreeting = cues.courtesy.test(before) || cues.close.test(before) || cues.greeting.test(before);
  return !(cues.by.test(before) && (isGreeting || !/\s/.test(before.trim())));
}

/** Where the name begins in a line that signs: behind `gez.`, `i. A.`, `Dein alter`, `Auf Nachricht freut sich Deine`. */
export function nameAt(line: string, cues: Cues): number {
  const before = BEFORE_NAME.exec(line)?.[0].length ?? 0;
  const rest = line.slice(before);
  const own = ownNameAt(rest, cues) ?? (isLetterName(rest, cues) ? 0 : undefined);
  if (own !== undefined) return before + own;
  // `treue Tante Toni`, below a line that ends in `Deine`.
  const small = /^(?:\p{Ll}+\s)*/u.exec(rest)?.[0].length ?? 0;
  if (small > 0 && isLetterName(rest.slice(small), cues)) return before + small;
  return before + (ownNameBehind(rest, (words) => !cues.toward.test(words), cues) ?? 0);
}
