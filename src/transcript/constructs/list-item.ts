/** Indented lines with a bullet or a label (`  * text`, `  (a) text`, `    1. text`) -> items of a list. */
import { placeAt, type Source } from '../../source/index.js';
import type { Conventions } from '../conventions.js';
import { type Marks, parseInlines } from '../inlines.js';
import { pushLayout } from '../layout.js';
import type { Line } from '../lines.js';
import type { Inline, Layout, ListItem } from '../transcript.js';

/** What the start of an item consists of: `[textStart, signEnd)` is the bullet or label, the text begins at `body`. */
export interface ItemStart {
  readonly depth: number;
  readonly labelled: boolean;
  readonly signEnd: number;
  readonly body: number;
}

const BULLETS = /^[*•·▪◦–—-](?=[ \t]|$)/;
/** `1.` `1)` `(1)` `(a)` `a.` `aa.` `A.` `IV.` `(iv)` `9-A.` `1.2.`; `Mr.` is a title. */
const LABEL =
  /^(?!(?:Mr|Ms|Dr|St|Lt|Mt|Ft|Sr|Jr|No|Nr|Hr|Fr)\.)(?:\([0-9]{1,3}[a-z]?\)|\([A-Za-z]{1,2}\)|\([ivxIVX]{1,6}\)|[0-9]{1,3}(?:[–.-][0-9A-Z]{1,3})?[.)]|[A-Za-z]{1,2}[.)]|[ivxIVX]{1,6}[.)])(?=[ \t]|$)/;

/** In: a line, and whether it stands among items at the margin. Out: how the item starts on it, or undefined where no item does. */
export function readItemStart(
  source: Source,
  line: Line,
  conventions: Conventions,
  isAtMargin = false,
): ItemStart | undefined {
  const depth = isAtMargin ? 1 : indentDepth(source, line, conventions);
  if (depth < 1) return undefined;
  const head = source.text.slice(line.textStart, Math.min(line.textEnd, line.textStart + 12));
  const bullet = head.startsWith(`${conventions.bullet} `) || head === conventions.bullet;
  const sign = bullet ? conventions.bullet : (BULLETS.exec(head) ?? LABEL.exec(head))?.[0];
  if (sign === undefined) return undefined;
  const signEnd = line.textStart + sign.length;
  let body = signEnd;
  while (body < line.textEnd && /[ \t]/.test(source.text.charAt(body))) body++;
  return { depth, labelled: !bullet && !BULLETS.test(sign), signEnd, body };
}

/** How many levels a line is indented; a tabulator is one level. */
export function indentDepth(source: Source, line: Line, conventions: Conventions): number {
  let width = 0;
  for (let i = line.start; i < line.textStart; i++) {
    width += source.text.charCodeAt(i) === 9 ? conventions.indent.length : 1;
  }
  return Math.floor(width / Math.max(1, conventions.indent.length));
}

/** In: the lines of an item, the first with its start. Out: the item, from its indentation to its last character. */
export function buildListItem(source: Source, lines: readonly Line[], start: ItemStart, marks: Marks): ListItem {
  const [first, ...rest] = lines;
  if (!first) throw new RangeError('an item has a line');
  const children: (Inline | Layout)[] = [];
  pushLayout(children, source, first.start, first.textStart);
  const { labelled, signEnd, body } = start;
  if (!labelled) pushLayout(children, source, first.textStart, body);
  else pushLayout(children, source, signEnd, body);
  const text: Line = { ...first, textStart: body, textEnd: Math.max(body, first.textEnd) };
  const content = parseInlines(source, [text, ...rest], marks);
  const label = labelled ? parseInlines(source, [{ ...first, textEnd: signEnd }], marks) : undefined;
  const end = rest.at(-1)?.textEnd ?? text.textEnd;
  const place = placeAt(source, first.start, end);
  return { kind: 'listItem', depth: start.depth, label, children: [...children, ...content], place };
}

/** In: a line that carries an item on after the items inside it. Out: that part of the item. */
export function buildContinuation(source: Source, line: Line, depth: number, marks: Marks): ListItem {
  const children: Inline[] = [];
  pushLayout(children, source, line.start, line.textStart);
  const content = parseInlines(source, [line], marks);
  const place = placeAt(source, line.start, line.textEnd);
  return { kind: 'listItem', depth, label: undefined, continues: true, children: [...children, ...content], place };
}
