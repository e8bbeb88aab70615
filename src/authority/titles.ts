/** Words before a name that are no part of it: honorifics, ranks and offices; and what kind of word stands before a name. */
import { fold } from './fold.js';
import { wordSet } from './word-set.js';

/** Ranks and titles that a list may set before the forenames. */
const LISTED = wordSet(`
  general gen admiral adm colonel col major maj captain capt commander cdr lieutenant lt brigadier brig rear vice marshal
  field air commodore sir lord lady dame prince princess king queen shah sheikh shaikh dr doctor prof professor rev reverend
  archbishop bishop cardinal count countess baron baroness viscount earl duke ambassador amb senator sen judge justice
  generalissimo mr mrs miss ms madame mme`);

/** Titles that belong to the name where the list has them there, and the text too. */
export const NAMED_WITH: ReadonlySet<string> = wordSet('admiral colonel marshal prince princess lord sir');

/** Right before a name these show that what follows is one: `Mr. Salman Ali`. */
const HONORIFIC = wordSet(`
  mr mrs miss ms messrs dr sir shri m mme madame mlle herr frau signor senor don prof professor
  general gen admiral adm colonel col major maj captain capt commander lieutenant lt brigadier marshal
  ambassador amb minister senator sen congressman representative governor gov president pres premier chancellor king prince
  queen secretary sec secy chairman director counselor counsellor judge justice archbishop bishop`);

/** Of a wife or daughter, not of the person listed. */
export const OF_A_WOMAN: ReadonlySet<string> = wordSet('mrs miss ms mme madame mlle frau lady begum');

/** Of a man. */
export const OF_A_MAN: ReadonlySet<string> = wordSet('mr sir monsieur herr signor senor');

/** Names of offices and bodies. */
const OFFICE = wordSet(`
  state defense defence intelligence treasury commerce agriculture labor interior affairs staff army navy force forces
  minister secretary secretaries ministers president presidents ambassadors senators generals foreign prime deputy under
  undersecretary assistant acting former chief chiefs director chairman chairmen premier chancellor charge consul counselor
  congressman congressmen archbishop council security board committee commission department office bureau embassy government
  governor vice designate elect attorney attache officer representative delegate member leader general presidential national
  fonmin primin secdef depsec defmin amb sec secy pm dcm fm mrs excellency majesty highness comrade`);

/** Callings that titles of other languages and of letters end in: `Außenminister`, `Bundeskanzler`. */
const CALLING =
  /(?:minister|kanzler|prasident|president|sekretar|botschafter|gesandter|general|direktor|director|leiter|fuhrer|meister|richter|doktor|professor|pastor|pfarrer|bischof|kardinal|konig|kaiser|herzog|graf|grafin|furst|freiherr|baron|baronin|ritter|schaft|ung|heit|keit|tion|tat|ment|ismus|ism|ship|ness)(?:s|in|en)?$/;

const CALLINGS: ReadonlySet<string> = wordSet(`
  aunt brother brothers cousin family father friend grandfather grandmother mother nephew niece sister sisters son uncle widow poor
  administrator administrators admirals adviser advisers advisor advisors alderman ayatollah brigadier canon colonels commissioner
  companero companera corporal dictator dame ensign executive headmaster imam lady lecturer lord lords marquess marquis maulana mayor mister mullah officer pandit
  pastor planner private representatives sergeant sheik sheikh sheriff shah speaker swami undersec
  bruder dichter familie frau fraulein freund freundin genosse genossin gebruder hauptmann herrn herren kollege kollegin maler major
  mutter oberst onkel papst prinz prinzessin rektor rat schwester tante vater vetter witwe
  abbe ami citoyen comte comtesse docteur duc duchesse frere maitre marechal marquise messieurs monseigneur monsieur oncle papa pere
  ambassadeur ministre prince reine roi soeur veuve
  compadre comandante coronel doctor dona embajador hermano hermana ministro padre presidente reina rey senora senorita tio tia
  commendatore conte contessa dottor dottore onorevole principe re signora tovarisch`);

/** Other words with a capital that stand before names without being forenames. */
const OTHER = wordSet(`
  communist soviet american british french german indian the and of from to for with by in on at if when while but both
  either neither also even although after before since until because that this these those then there here he she it they we
  you his her their our my your its no not as or so yes recent regarding concerning source drafted approved cleared secret
  confidential dear`);

/** In: a word as a list has it, a full stop behind it maybe: `Gen.` */
export function isListedTitle(word: string): boolean {
  return LISTED.has(fold(word.replace(/\.$/, '')));
}

export function isHonorific(folded: string): boolean {
  return HONORIFIC.has(folded);
}

export function isOfficeWord(folded: string): boolean {
  return OFFICE.has(folded) || HONORIFIC.has(folded);
}

/** A word with a capital that is neither forename nor surname. */
export function isNoName(folded: string): boolean {
  return isOfficeWord(folded) || OTHER.has(folded);
}

/** A word that says what somebody is, and that no forename is: `Administrator`, `Bundeskanzler`, `Aunt`. */
export function isCalling(folded: string): boolean {
  return CALLINGS.has(folded) || CALLING.test(folded);
}
