/** A word beside a number -> what it says of the number: evidence for or against a note marker. */

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i;
/** Behind a day, in other languages: `2 de mayo`, `1er août`, `4. März`; months that are spelt as in English are above. */
const MONTH_BEHIND_DAY =
  /(?:d[aeio] |d[’']|des )?(?:jan(?:vier|uar|uari|ner)|jänner|gen(?:naio|aro)|enero|januarii|янва(?:ря|рь)|f[ée]v(?:rier)?|feb(?:ruar|ruari|braio|rero|ruarii)|hornung|февраля|mars|märz?|mar(?:zo|tii)|maart|марта|avr(?:il)?|apr(?:ile|ilis)|abril|апреля|mai|mei|ma(?:yo|ggio|ii)|мая|juin|juni|giugno|junio|junii|июня|juil(?:let)?|juli|luglio|julio|julii|июля|ao[uû]t|agosto|augustus|augusti|августа|sept(?:embre|iembre|embris)|settembre|setiembre|сентября|o(?:ttobre|ctobre|ctubre|ktober|ctobris)|октября|nov(?:embre|iembre|embris)|ноября|d(?:[ée]cembre|icembre|iciembre|ezember|ecembris)|декабря)(?!\p{L})/iuy;

/** Whether a month stands there, in a language in which it stands behind the day. */
export function isMonthBehindDay(text: string, at: number): boolean {
  MONTH_BEHIND_DAY.lastIndex = at;
  return MONTH_BEHIND_DAY.test(text);
}

/** Words that a number follows: telegrams, documents, parts of texts. */
const NUMBERED =
  /^(?:(?:dep|emb|leg|con|ref|ur|my|your|air|cir)*tels?|(?:tele|air)grams?|cables?|desp(?:atch)?(?:es)?|dispatch(?:es)?|documents?|docs?|no|nos|number|numbers|pages?|pp?|vol|volumes?|para|paras|paragraphs?|articles?|arts?|sections?|secs?|chapters?|ch|items?|points?|parts?|annex|appendix|tabs?|phases?|steps?|series|enclosures?|footnotes?|notes?|fn|resolutions?|res|memo|memos|letters?|circular|box|lot|figure|table|question|rule|clause|title|group|committee|bill|order|directive|plan|case|class|grade|option|alternative|version|draft|nsc|nie|snie|nssm|nsdm|pd|prm|usun|gocus|usgoc|tosec|secto|polto|topol|unsc|nato|aide|executive|public|formosa|round|zone|sector|area|corps|division|target|january|february)\.?$/i;
/** Words that a number stands before. */
const COUNTED =
  /^(?:percent|per|million|millions|billion|thousand|hundred|dozen|years?|months?|weeks?|days?|hours?|minutes?|mins?|p|a|am|pm|o’clock|o'clock|noon|miles?|kilometers?|km|kilos?|feet|tons?|men|troops|divisions?|battalions?|aircraft|ships?|planes?|members?|countries|nations|votes?|seats?|states|powers|persons?|people|copies|pages?|paragraphs?|points?|and|or|to|of|other|more|additional|new|main|major|years’|cents|dollars|pounds|rupees|lines?|uhr|mark|pf(?:ennige?)?|fl|gulden|t(?:h)?aler|kreuzer|kr(?:onen)?|rubel|jahren?|tagen?|wochen?|monaten?|stunden?|minuten|seiten|bogen|bände|exemplare?|prozent|mann|personen|meilen|francs?|heures?|jours?|mois|ans|semaines?|lire|ore|giorni|mesi|anni|pagine|horas?|pesetas|días|meses|años|uur|dagen|weken|jaar)(?!\p{L})/iu;

/** What matters of a word beside a number. */
export interface WordFacts {
  readonly lower: string;
  /** `a`, `A`, `AAA`, `aaa`, `word`, `other`. */
  readonly shape: string;
  readonly isMonth: boolean;
  /** A number follows it. */
  readonly isNumbered: boolean;
  /** A number stands before it. */
  readonly isCounted: boolean;
  /** What makes an ordinal of a number. */
  readonly isOrdinal: boolean;
  readonly beginsSmall: boolean;
  readonly beginsAsciiSmall: boolean;
}

/** Texts say the same words beside numbers again and again. */
const known = new Map<string, WordFacts>();
const MOST = 4096;

/** In: a word, which may be empty. */
export function factsOf(word: string): WordFacts {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= MOST) known.clear();
  const facts = {
    lower: word.toLowerCase(),
    shape: shapeOf(word),
    isMonth: MONTH.test(word),
    isNumbered: NUMBERED.test(word),
    isCounted: COUNTED.test(word),
    isOrdinal: /^(?:st|nd|rd|th)$/i.test(word),
    beginsSmall: /^[a-zß-öø-ÿ]/.test(word),
    beginsAsciiSmall: /^[a-z]/.test(word),
  };
  known.set(word, facts);
  return facts;
}

function shapeOf(word: string): string {
  if (word === '') return 'other';
  if (word.length === 1) return /[a-z]/.test(word) ? 'a' : 'A';
  if (/^[A-Z]+$/.test(word)) return 'AAA';
  return /[a-zß-öø-ÿ’]$/.test(word) ? (word.length <= 3 ? 'aaa' : 'word') : 'other';
}
