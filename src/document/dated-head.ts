/** A head that ends in a date, of a document without a dateline -> the head with the date marked (TEI Guidelines 4.2.1). */
import { plainText } from './content.js';
import { annotate } from './content-edit.js';
import { findDates } from './date.js';
import { dateSpans } from './dateline.js';
import type { DocumentBlock, Head } from './document.js';
import type { ParsedHead } from './head.js';

/** `24. Memorandum of a Conversation, White House, Washington, July 29, 1955`: the day is told nowhere else. */
export function datedHead(
  head: Head,
  { parties, language: ofHead, title }: ParsedHead,
  blocks: readonly DocumentBlock[],
  language: string,
): Head {
  if (title || blocks.some(hasDateline)) return head;
  const text = plainText(head.content);
  const date = findDates(text, { language }).at(-1) ?? findDates(text, { language: ofHead }).at(-1);
  if (!date || !/^\d{4}-\d\d-\d\d/.test(date.when ?? date.from ?? date.notBefore ?? '')) return head;
  const isApart = /,\s\[?$/.test(text.slice(0, date.start)) && /^[\s.\]]*$/.test(text.slice(date.end));
  if (!isApart || parties.some(({ end }) => end > date.start)) return head;
  return { ...head, content: annotate(head.content, dateSpans(date, text)) };
}

function hasDateline(block: DocumentBlock): boolean {
  return (block.kind === 'opener' || block.kind === 'closer') && block.parts.some(({ kind }) => kind === 'dateline');
}
