/** The words over a list -> what they say of it: `PARTICIPANTS`, `To:`, `DATE (OF INFO.)`. */

/** What a list is of, where its head says so. */
export type ListType = 'participants' | 'subject' | 'to' | 'from' | 'references';

const LIST_HEADS: readonly (readonly [words: RegExp, type: ListType | undefined])[] = [
  [
    /^(?:\d\. )?(?:(?:also|others?|those) )?(?:participants?|present|conferees(?: present)?|members(?: present)?|staff members|attendees|those attending(?: were)?|in attendance)(?: (?:also )?present)?:?$/i,
    'participants',
  ],
  [/^(?:subj(?:ect|bct)?s?|re|topics?):?$/i, 'subject'],
  [
    /^(?:to|for|memorandum(?: for)?|info(?:rmation)?|action|attention|attn|cc|(?:copies|info(?:rmation)? cop(?:y|ies))(?: to)?|dist(?:ribution)?(?: to)?|dep(?:artmen)?t pass|(?:routine|priority|immediate)(?: to)?):?$/i,
    'to',
  ],
  [/^(?:from|fm):?$/i, 'from'],
  [/^(?:ref(?:erence)?s?):?$/i, 'references'],
  [
    /^(?:through|thru|via|date|time|place|(?:date|time|place)(?: and |, | & |\/)(?:date|time|place)|drafted by|submitted by|concurr?(?:ed in|ences?)?|enclosures?|attachments?):?$/i,
    undefined,
  ],
];

/** `COUNTRY`, `DATE (OF INFO.)`: the words of a form, in capitals, over what was filled in. */
const FORM_WORDS = /^(?=.{2,40}$)\p{Lu}[\p{Lu}/&().-]*(?: [\p{Lu}/&().-]+){0,4}\s?[:—–-]?$/u;

/** In: the words over a list, without the white space around them. Out: undefined where they are none of those that are known to head lists; what they say it is of, if anything. */
export function readListHead(text: string): { readonly type: ListType | undefined } | undefined {
  const found = LIST_HEADS.find(([words]) => words.test(text));
  return found && { type: found[1] };
}

/** In: a text without the white space around it. Out: whether it may be the words of a form, which head what was filled in. */
export function areFormWords(text: string): boolean {
  return FORM_WORDS.test(text);
}
