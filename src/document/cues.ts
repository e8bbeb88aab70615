/** The words by which the parts of a document are known, as data per language. */

export interface Cues {
  /** Salutations at the head of a letter. */
  readonly salutation: RegExp;
  /** Complimentary closes. */
  readonly close: RegExp;
  /** `Begin Text`, in a paragraph of its own. */
  readonly begin: RegExp;
  /** `End Text`, in a paragraph of its own or at the end of one. */
  readonly end: RegExp;
  readonly postscript: RegExp;
}

const ENGLISH: Cues = {
  // "Dear Mr. President:", "My dear Minister,", "Excellency:", "Mr. President:", "Sir:", "Gentlemen:"
  salutation:
    /^(?:(?:my )?(?:very )?(?:dear(?:est)?|esteemed|respected|beloved)\b.{0,80}|(?:your )?(?:excellency|majesty|highness|holiness|honou?r)|(?:mr|mrs|madam|miss)\.?\s+(?:president|chairman|secretary|ambassador|minister|prime minister|premier|chancellor)|sirs?|madam|gentlemen|comrades?|(?:honou?red|reverend)\b.{0,60})\s*[,:!—-]?$/iu,
  // "Sincerely yours,", "Respectfully, N. Khrushchev", "With best wishes,", "I remain, Sir, your obedient servant"
  close:
    /^(?:(?:with|and) (?:(?:my|our|all|the|kind(?:est)?|best|warm(?:est)?|personal|very|good|high|every|great) ?)+(?:regards|wishes|respects?|greetings|esteem|compliments)?,? ?)?(?:(?:most |very |ever |always )?(?:(?:yours|your)\s+)?(?:sincerely|respectfully|faithfully|cordially|truly|affectionately|gratefully|obediently|fraternally)(?:\s+yours)?|as (?:ever|always)|(?:ever |always )?yours(?: (?:ever|always|as (?:ever|always)|in haste))?|(?:with )?(?:much |all my |lots of )?love|best wishes|your (?:(?:most|very|ever) )*(?:loving|affectionate|devoted|humble|obedient|faithful|old|true|sincere|friend|son|daughter|brother|sister|mother|father)\b[^,.\n]{0,40}|(?:with )?(?:my |our )?(?:(?:kind|best|warm|warmest|personal|very|kindest|highest) ?)+(?:regards|wishes|respects|greetings)|believe me\b.{0,60}|i (?:am|remain|have the honou?r to (?:be|remain)),? .{0,60}(?:servant|yours|etc\.?)|accept,? (?:sir|excellency|mr\.).{0,120})(?=\s*(?:[,.:;!—-]|\n|$))/iu,
  begin:
    /^[("“[]?\s*begin(?:ning of)?\s+(?:verbatim\s+|unofficial\s+|quoted\s+)?(?:text|message|quote|letter|translation)\s*[.:)”"\]]*$/iu,
  end: /(?<=^|[\s.!?:;,)”"’\]])[("“[]?\s*end(?:\s+of)?\s+(?:verbatim\s+|unofficial\s+|quoted\s+)?(?:text|message|quote|letter|translation)\s*[.:)”"\]]*$/iu,
  postscript: /^(?:p\.? ?s\.?|postscript)\b[.:]?/iu,
};

const CUES: Readonly<Record<string, Cues>> = { en: ENGLISH };

/** The cues of a language (BCP 47); English where the language has none yet. */
export function cuesFor(language: string): Cues {
  return CUES[language.split('-')[0] ?? 'en'] ?? ENGLISH;
}
