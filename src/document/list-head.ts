/** `PARTICIPANTS` before a list -> the head and kind of that list. */
import { areFormWords, readListHead } from '../transcript/index.js';
import { type Content, plainText } from './content.js';
import type { DocumentBlock, ListBlock } from './document.js';

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
  const found = readListHead(text);
  const first = list.items.find((item) => item.kind === 'item');
  const isForm = areFormWords(text) && first?.label === undefined;
  if (!found && !isForm) return undefined;
  const type = found?.type;
  return { ...list, head, ...(type && { type }) };
}
