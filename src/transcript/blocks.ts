/** Lines -> blocks: paragraphs, items, table rows, quotations and page breaks, with layout between. */
import { placeAt, type Source } from '../source/index.js';
import {
  buildContinuation,
  buildListItem,
  type ItemStart,
  indentDepth,
  readItemStart,
} from './constructs/list-item.js';
import { itemsAtMargin } from './constructs/margin-items.js';
import { unquoteLine } from './constructs/quotation.js';
import { findSeparators, parseTableRow } from './constructs/table-row.js';
import type { Conventions } from './conventions.js';
import { firstMarkFrom, type Marks, parseInlines } from './inlines.js';
import { pushLayout } from './layout.js';
import { isBlank, type Line } from './lines.js';
import type { Block, PageBreak } from './transcript.js';

/** What blocks are parsed with. */
export interface BlockContext {
  readonly source: Source;
  readonly conventions: Conventions;
  readonly marks: Marks;
  /** Whether any line may have cells. */
  readonly hasCells: boolean;
}

const MAX_QUOTATION_DEPTH = 8;

/**
 * In: lines and the span they fill. Out: the blocks that tile `[start, end)`; blank lines between groups of lines set
 * paragraphs apart and become layout.
 */
export function parseBlocks(
  context: BlockContext,
  lines: readonly Line[],
  start: number,
  end: number,
  depth = 0,
): Block[] {
  const blocks: Block[] = [];
  for (const group of groupLines(lines)) {
    for (const block of parseGroup(context, group, depth)) blocks.push(block);
  }
  return fillGaps(context.source, blocks, start, end);
}

/** Puts layout wherever nothing is claimed. */
function fillGaps(source: Source, blocks: readonly Block[], start: number, end: number): Block[] {
  const filled: Block[] = [];
  let at = start;
  for (const block of blocks) {
    pushLayout(filled, source, at, block.place.start);
    filled.push(block);
    at = block.place.end;
  }
  pushLayout(filled, source, at, end);
  return filled;
}

/** Runs of lines without a blank one. */
export function groupLines(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines) {
    if (!isBlank(line)) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function parseGroup(context: BlockContext, lines: readonly Line[], depth: number): Block[] {
  const { source, conventions } = context;
  const blocks: Block[] = [];
  let plain: Line[] = [];
  let quoted: { line: Line; inner: Line }[] = [];
  const flush = (): void => {
    if (plain.length > 0) for (const block of parsePlain(context, plain)) blocks.push(block);
    const first = quoted[0];
    const last = quoted.at(-1);
    if (first && last) {
      const { textStart } = first.line;
      const inner = quoted.map((each) => each.inner);
      const children = parseBlocks(context, inner, textStart, last.line.textEnd, depth + 1);
      const end = children.at(-1)?.place.end ?? last.line.textEnd;
      blocks.push({ kind: 'quotation', children, place: placeAt(source, textStart, end) });
    }
    plain = [];
    quoted = [];
  };
  for (const line of lines) {
    const inner = depth < MAX_QUOTATION_DEPTH ? unquoteLine(source, line, conventions) : undefined;
    if (inner ? plain.length > 0 : quoted.length > 0) flush();
    if (inner) quoted.push({ line, inner });
    else plain.push(line);
  }
  flush();
  return blocks;
}

function parsePlain(context: BlockContext, lines: readonly Line[]): Block[] {
  const { source, conventions, marks, hasCells } = context;
  const breaks = lines.map((line) => lonePageBreak(marks, line));
  const rows = hasCells ? lines.filter((line) => findSeparators(source, line, conventions).length > 0).length : 0;
  const whole = breaks.reduce((count, each) => (each ? count : count + 1), 0);
  if (whole === 0) return breaks.flatMap((each) => each ?? []);
  if (rows > 0 && rows * 2 >= whole) {
    return lines.map((line, index) => breaks[index] ?? parseTableRow(source, line, conventions, marks));
  }
  return parseItems(context, lines, breaks);
}

/** The page break that is all there is on a line. */
function lonePageBreak(marks: Marks, line: Line): PageBreak | undefined {
  const mark = marks[firstMarkFrom(marks, line.textStart)];
  const alone = mark?.kind === 'pageBreak' && mark.place.start === line.textStart && mark.place.end === line.textEnd;
  return alone ? mark : undefined;
}

/** Is the first line the name of a group, set over items as deep as it (`    United States` over `    * The Secretary`)? */
function namesGroup({ source, conventions }: BlockContext, lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (index > 0 || !line || !next) return false;
  const depth = indentDepth(source, line, conventions);
  return depth > 1 && readItemStart(source, next, conventions)?.depth === depth;
}

/** At the margin right below a page break, no item of the list above goes on with a capital letter. */
function beginsSentence({ text }: Source, { textStart, textEnd }: Line): boolean {
  return /^["“‘(]?\p{Lu}/u.test(text.slice(textStart, Math.min(textEnd, textStart + 4)));
}

interface OpenItem {
  readonly start: ItemStart;
  readonly lines: Line[];
}

/** Paragraph lines and items of one group; a page break alone on a line among items is a block. */
function parseItems(
  context: BlockContext,
  lines: readonly Line[],
  breaks: readonly (PageBreak | undefined)[],
): Block[] {
  const { source, conventions, marks } = context;
  const blocks: Block[] = [];
  let paragraph: Line[] = [];
  let item: OpenItem | undefined;
  let inList = false;
  const flush = (): void => {
    const first = paragraph[0];
    const last = paragraph.at(-1);
    if (first && last) {
      const place = placeAt(source, first.textStart, last.textEnd);
      blocks.push({ kind: 'paragraph', children: parseInlines(source, paragraph, marks), place });
    }
    if (item) blocks.push(buildListItem(source, item.lines, item.start, marks));
    paragraph = [];
    item = undefined;
  };
  const atMargin = itemsAtMargin(
    source,
    lines.filter((_, index) => !breaks[index]),
  );
  lines.forEach((line, index) => {
    const start = readItemStart(source, line, conventions, atMargin.has(line));
    const pageBreak = breaks[index];
    if (start) {
      flush();
      item = { start, lines: [line] };
      inList = true;
    } else if (inList && pageBreak) {
      flush();
      blocks.push(pageBreak);
    } else if (atMargin.size > 0) {
      if (item) flush();
      paragraph.push(line);
      inList = false;
    } else if (inList || namesGroup(context, lines, index)) {
      inList = true;
      const depth = indentDepth(source, line, conventions) - 1;
      if (!item && depth < 0 && breaks[index - 1] && beginsSentence(source, line)) {
        inList = false;
        paragraph.push(line);
      } else if (item && (depth < 1 || depth >= item.start.depth)) item.lines.push(line);
      else {
        flush();
        blocks.push(buildContinuation(source, line, Math.max(1, depth), marks));
      }
    } else paragraph.push(line);
  });
  flush();
  return blocks;
}
