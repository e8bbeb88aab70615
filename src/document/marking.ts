/** Is this line a marking above a text: of secrecy or haste in small capitals (`top secret`, `us urgent`), or of what is printed (`[Extract]`), or its number (`No. 325.]`)? */
import { CLASSIFICATIONS, HANDLING } from './source-note-terms.js';

const LONGEST = 80;

/** What is printed in capitals is typed as the words of the document; small capitals are typed in lower case. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...CLASSIFICATIONS,
    ...HANDLING,
    'us',
    'u. s.',
    'most',
    'double',
    'triple',
    'official',
    'informal',
    'unofficial',
    'cosmic',
    'nato',
    'air',
    'pouch',
    'airmail',
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);
/** For whom, and how it went: `secret, for the ambassador`, `confidential, by air pouch`. */
const BESIDE: ReadonlySet<string> = new Set(
  'and for the from to by via not only acting under secretary ambassador minister president personally delayed'.split(
    ' ',
  ),
);

/** A marking; below it, in lines of their own, other markings, or the number of the paper: `Document No. 1466 (Revised)`. */
export function isMarking(text: string): boolean {
  const [first = '', ...others] = text.split('\n').map((line) => line.trim());
  if (others.length === 0 && PRINTED.test(first)) return true;
  return isMarkingLine(first) && others.every((line) => isMarkingLine(line) || NUMBER.test(line));
}

const PRINTED =
  /^\[(?:Extracts?|Excerpts?|Paraphrase|Translation|Summary|Copy|Draft|Telegram)\.?\]$|^No\. \d{1,4}\.\]$/iu;
const NUMBER = /^(?=.*\d)[^.!?;:]{1,40}(?:\.[^.!?;:]{1,40})?$/u;

/** `NSC 5412/2`, `JCSM-12-62`, `EMBTEL 1104`, `S/S–12345`, `(DTG 091500Z)` */
const PAPER = /^[([]?(?=.*\d)\p{Lu}{1,}[\p{Lu}\d ./()–-]{1,40}[)\]]?$/u;
/** `SecDel/MC/12` */
const CONFERENCE_PAPER = /^[([]?(?=.*\d)\p{Lu}\p{L}{1,15}(?:[ /–-]\p{Lu}{1,5}){0,2}[/–-][\p{Lu}\d./–-]{1,12}[)\]]?$/u;
/** `No. 1104`, `Despatch No. 12`, `Embassy telegram 1104`, `Airgram A–123` */
const NUMBERED =
  /^[([]?(?:Embassy |Department )?(?:(?:Telegram|Tel|Despatch|Dispatch|Airgram|Instruction|Memorandum|Paper|Document|Serial)\.? )?(?:No\.|Number|Nos\.)? ?\p{Lu}{0,4}[–-]?\d[\d\p{Lu}/–-]{0,14}\.?[)\]]?$/iu;

/** What an office that writes is called, above place and date: a fragment of an expression. */
export const OFFICE_OF_SENDER =
  '(?:Department|Legation|Embassy|Consulate|Executive Mansion|Foreign Office|Ministry|Agency)';

/** `Legation of the United States,` in a paragraph of its own. */
const OFFICE = new RegExp(String.raw`^(?:\p{Lu}\p{L}+ )?${OFFICE_OF_SENDER}\b[^.!?:;\d]{0,70},$`, 'u');

/** What may stand between a head and its dateline, each in a line: a marking in letters of any kind, the number of the paper, the office. */
export function isAboveDateline(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.every(
    (line) =>
      isMarking(line) ||
      isMarkingLine(line.toLowerCase()) ||
      PAPER.test(line) ||
      CONFERENCE_PAPER.test(line) ||
      NUMBERED.test(line) ||
      OFFICE.test(line),
  );
}

function isMarkingLine(text: string): boolean {
  if (text.length > LONGEST || !/^\p{Ll}/u.test(text) || /\p{Lu}/u.test(text)) return false;
  const words = text.split(/[\s;,–—-]+/).filter((word) => word !== '');
  const bare = words.map((word) => (WORDS.has(word) ? word : word.replace(/\.$/, '')));
  const own = bare.filter((word) => WORDS.has(word) && !BESIDE.has(word));
  return own.length > 0 && bare.every((word) => WORDS.has(word) || BESIDE.has(word));
}
