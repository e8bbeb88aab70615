/** `PARTICIPANTS` before a list -> the head and kind of that list. */
import { type Content, plainText } from './content.js';
import type { DocumentBlock, ListBlock, ListType } from './document.js';

/** What the words over a list say of it. */
const LIST_HEADS: readonly (readonly [words: RegExp, type: ListType])[] = [
  [
    /^(?:(?:also|others?) )?(?:participants?|present|conferees(?: present)?|members(?: present)?|attendees)(?: (?:also )?present)?:?$/i,
    'participants',
  ],
  [/^(?:subjects?|re|topics?):?$/i, 'subject'],
  [/^to:?$/i, 'to'],
  [/^from:?$/i, 'from'],
  [/^(?:ref(?:erence)?s?):?$/i, 'references'],
];

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
  const type = LIST_HEADS.find(([words]) => words.test(text))?.[1];
  return type && { ...list, head, type };
}
