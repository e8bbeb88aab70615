/** Datelines whose date gives no value -> a report of each: an unread date stays text, and is told. */
import type { Report } from '../diagnostic/index.js';
import { type Content, type DateRun, isDateRun, plainText } from './content.js';
import { hasValue } from './date-value.js';
import type { DocumentBlock, FramePart } from './document.js';
import { documentMessages } from './messages.js';

/** Below a head, a line without a date that could be marked is told as well: letters that stand by themselves are often dated by the weekday alone. */
export function reportUnreadDates(blocks: readonly DocumentBlock[], isHeaded: boolean, report: Report): void {
  for (const block of blocks) {
    if (block.kind === 'enclosure' || block.kind === 'attachment') reportUnreadDates(block.blocks, isHeaded, report);
    if (block.kind !== 'opener' && block.kind !== 'closer') continue;
    for (const part of block.parts) if (part.kind === 'dateline') reportUnread(part, isHeaded, report);
  }
}

/** `undated` says that there is no date. */
function reportUnread({ content, place }: FramePart, isHeaded: boolean, report: Report): void {
  const dates = datesIn(content);
  const unread = dates.filter(({ phrase, content }) => !hasValue(phrase) && /\d/.test(plainText(content)));
  for (const date of unread) report(documentMessages['date-unread']({ words: shown(date.content) }, date.place));
  if (isHeaded && dates.length === 0) report(documentMessages['date-unread']({ words: shown(content) }, place));
}

function datesIn(content: Content): readonly DateRun[] {
  return content.flatMap((run) => (isDateRun(run) ? [run] : run.kind === 'phrase' ? datesIn(run.content) : []));
}

function shown(content: Content): string {
  return plainText(content).replace(/\s+/g, ' ').trim();
}
