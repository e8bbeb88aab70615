/** `PARTICIPANTS` before a list -> the head and kind of that list. */
import { type Content, plainText } from './content.js';
import type { DocumentBlock, ListBlock, ListType } from './document.js';

/** What the words over a list say of it. */
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

/** The blocks with such paragraphs as heads of the lists that they stand over. */
export function withListHeads(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const out: DocumentBlock[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    const next = blocks[i + 1];
    const headed = block.kind === 'paragraph' && next?.kind === 'list' ? headedList(block.content, next) : undefined;
    if (headed) i++;
    out.push(headed ?? block);
  }
  return out;
}

function headedList(head: Content, list: ListBlock): ListBlock | undefined {
  const text = plainText(head).trim();
  const found = LIST_HEADS.find(([words]) => words.test(text));
  const first = list.items.find((item) => item.kind === 'item');
  const isForm = FORM_WORDS.test(text) && first?.label === undefined;
  if (!found && !isForm) return undefined;
  const type = found?.[1];
  return { ...list, head, ...(type && { type }) };
}
