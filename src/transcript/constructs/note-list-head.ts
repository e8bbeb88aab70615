/** A line -> whether it sets off a list of notes: `Anmerkungen`, `## Notes`, `________`. */
import type { Source } from '../../source/index.js';
import type { Line } from '../lines.js';

/** Asterisks mark what an editor left out. */
const RULE = /^(?:[-_=–—~]{3,}|[-_](?:[ \t][-_]){2,})$/;
/** The words of editions for their notes, as a heading is typed in plain text or in Markdown. */
const HEADING =
  /^(?:#{1,6}[ \t]{1,4})?[*_]{0,2}(?:(?:Foot|End)?notes?|(?:Editorial|Editor[’']s|Editors[’']) notes|Notes and references|Notes (?:on|to) the (?:letter|text)|(?:Einzel|Sach|Text|Stellen)?anmerkung(?:en)?(?: de[sr] Herausgebers?| zum (?:Brief|Text))?|(?:Einzel|Sach|Wort|Stellen)?(?:erläuterungen|kommentar)|(?:Kritischer |Textkritischer )?Apparat|(?:Fu(?:ß|ss)|End)noten?|Notes? de bas de page|Note a pi[eè] di pagina|Notas?(?: al pie)?|(?:Voet|Eind)?noten|Notae|Adnotationes|Примечания|Сноски)[ \t]?[:.]?[*_]{0,2}:?$/iu;
const LONGEST = 80;

/** In: a line that is not blank. Out: whether it is a rule, or the heading that lists of notes have. */
export function setsOffNotes(source: Source, { textStart, textEnd }: Line): boolean {
  if (textEnd - textStart > LONGEST) return false;
  return isSettingOff(source.text.slice(textStart, textEnd));
}

/** In: a short line without the white space around it. Out: whether it is a rule, or such a heading. */
export function isSettingOff(typed: string): boolean {
  return RULE.test(typed) || HEADING.test(typed);
}
