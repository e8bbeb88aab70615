/** Closing lines -> a signature: whose name it is, and the office below it. */
import { placeAt, spanPlaces } from '../source/index.js';
import { coSignerAt } from './co-signer.js';
import { plainText, type Run, type Span } from './content.js';
import { annotate } from './content-edit.js';
import type { Cues } from './cues.js';
import type { FramePart, ParagraphBlock } from './document.js';
import {
  addressedName,
  hasSeveralWords,
  isLetterName,
  isUnsigned,
  nameAt,
  nameBeforeSmall,
  nameWithMore,
  officeBehind,
  saysWhose,
  signsForAnother,
  standsBelowName,
} from './letter-name.js';

/** `McG.`, `deB.` */
const INITIALS_OR_NAME = String.raw`(?:(?:\p{Lu}?\p{Ll}{1,3})?\p{Lu}\.|\p{Lu}[\p{L}’'-]+|\p{Lu}{2,}|de|von|van|der|bin|al)`;
const NAME_LINE = new RegExp(
  String.raw`^\[?(?:/s/\s*)?${INITIALS_OR_NAME}(?:(?: |(?<=\.))${INITIALS_OR_NAME}){0,4}(?:,? (?:Jr|Sr)\.)?\]?$`,
  'u',
);
const NOT_A_NAME =
  /^(?:attachments?|(?:sub)?enclosures?|inclosure|extracts?|paraphrase|translation|annex|appendix|tab|end|editorial|note|secret|confidential|unclassified|part|section|table|summary|approved?|disapproved?|agree|disagree|other|call|yes|no|unquote|sincerely|acting|assistant|director|representative|officer|staff)\b/iu;

/** `KLEIN [DK initialed]`. */
const INITIALED = / \[(?:\p{Lu}{1,4} )?initial(?:l)?ed\]$/u;
/** `D[avid] H. P[opper]`, `[Robert A.] L[ovett]`: what editors supply of a name. */
const SUPPLIED = /\[([\p{L}. ]+)\](?!$)|(?<=\p{Lu})\[(\p{Ll}+)\]$/gu;

/** What offices end in. */
const OFFICE =
  /(?:^|\s)(?:Representative|Secretary|Officer|Director|Ambassador|Chief|Minister|Consul|Counselor|Chairman|Adviser|Attaché|Staff|Assistant)$/u;

/** A line that may name an office below a name: `Chief, PP/OPS`. */
export function isOfficeLine(line: string): boolean {
  const text = line.trim();
  const isOther = NOT_AN_OFFICE.test(text) || standsBelowName(text);
  return text.length <= 70 && /^\p{Lu}/u.test(text) && !/[.!?:;]$/.test(text) && !isOther;
}

const NOT_AN_OFFICE =
  /^(?:attachments?|enclosures?|annex|appendix|tab|end|note|cc|copies|distribution|approved?|disapproved?)\b/iu;

/** A line that is a name and nothing else: `Rusk`, `G. C. Marshall`, `[Jessup]`. */
export function isNameLine(line: string): boolean {
  if (line.length > LONGEST_NAME_LINE) return false;
  const name = line
    .replace(INITIALED, '')
    .replace(SUPPLIED, '$1$2')
    .replace(/^\[ | \]$/g, (space) => space.trim());
  return (
    NAME_LINE.test(name) && !NOT_A_NAME.test(name.replace(/^\[/, '')) && !(name.includes(' ') && OFFICE.test(name))
  );
}

const LONGEST_NAME_LINE = 50;

/** Lines of a signature -> one part; a line end stands between them. `cues`, of a letter, tell the name from `Dein alter` before it. */
export function signatureOf(lines: readonly ParagraphBlock[], glue: FramePart['glue'], cues?: Cues): FramePart {
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first || !last) throw new RangeError('a signature has at least one line');
  const content: Run[] = [];
  const texts = lines.map(({ content }) => plainText(content).split('\n'));
  const all = texts.flat().map((line) => line.trim());
  const named = cues ? nameLine(all, cues) : 0;
  let above = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) {
      const end = before.place.end;
      content.push({
        kind: 'lineBreak',
        soft: false,
        place: placeAt(line.place.source, end, Math.max(end, line.place.start)),
      });
    }
    const typed = texts[index] ?? [];
    content.push(...annotate(line.content, lineSpans(typed, named - above, all[named] ?? '', cues)));
    above += typed.length;
  });
  return { kind: 'signed', content, glue, place: spanPlaces(first.place, last.place) };
}

/** The line with the name: the first, unless it says whose the writer is (`Your affectionate son`) or names an office (`Der Minister für Kultur`, `Le Préfet`), and one below it is a name. */
function nameLine(lines: readonly string[], cues: Cues): number {
  const [first = '', second = ''] = lines;
  if (saysWhose(first, cues) && isLetterName(second, cues)) return 1;
  if (cues.article.test(first) && isLetterName(second, cues) && hasSeveralWords(second)) return 1;
  if (!signsForAnother(first, cues)) return 0;
  return Math.max(
    lines.findIndex((line) => !signsForAnother(line, cues) && isLetterName(line, cues)),
    0,
  );
}

/** The name in the signature's line `named`, the office in another, or who signs with that `name`; punctuation at the end is neither. */
function lineSpans(lines: readonly string[], named: number, name: string, cues: Cues | undefined): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const isName = index === named;
    const trimmed = line.trim();
    const indent = line.length - line.trimStart().length;
    const other = cues && !isName ? coSignerAt(trimmed, name, cues) : undefined;
    const lead = isName && cues ? nameAt(trimmed, cues) : (other ?? 0);
    const start = at + indent + lead;
    const end = at + line.trimEnd().replace(/(?<!\b\p{Lu}|\b[JS]r)[.,;]+$/u, '').length;
    const signing = isName || other !== undefined ? trimmed.slice(lead) : '';
    const behind = cues && officeBehind(signing, cues);
    const addressed =
      addressedName(signing) ?? (cues && (nameWithMore(signing, cues) ?? nameBeforeSmall(signing, cues)));
    if (addressed !== undefined) spans.push({ start, end: start + addressed.length, phrase: { type: 'persName' } });
    else if (behind) {
      spans.push({ start, end: start + behind.name, phrase: { type: 'persName' } });
      spans.push({ start: start + behind.office, end, phrase: { type: 'roleName' } });
    } else if (
      end > start &&
      !isUnsigned(trimmed) &&
      (isName ? line.length <= 60 && !(cues && saysWhose(trimmed, cues)) : mayNameOffice(trimmed, cues))
    ) {
      spans.push({ start, end, phrase: { type: isName || other !== undefined ? 'persName' : 'roleName' } });
    }
    at += line.length + 1;
  }
  return spans;
}

/** A line beside the name: a street, `i. A.` and `Your affectionate son` are no offices. */
function mayNameOffice(line: string, cues: Cues | undefined): boolean {
  if (!/\p{Lu}/u.test(line)) return false;
  return cues === undefined || !(/^\d/u.test(line) || cues.forAnother.test(line) || saysWhose(line, cues));
}
