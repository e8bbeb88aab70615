/** Cutting and marking content: everything is said in offsets into `plainText(content)`, places follow. */
import { type Place, placeAt } from '../source/index.js';
import { type Content, type Phrase, plainText, type Run, type Span } from './content.js';

/** Length of a run in `plainText`. */
function runLength(run: Run): number {
  if (run.kind === 'text') return run.text.length;
  if (run.kind === 'lineBreak') return 1;
  return run.kind === 'phrase' ? plainText(run.content).length : 0;
}

/**
 * The part of a content between two offsets. Page breaks and anchors at `start` stay with what is before them (but at 0,
 * where nothing is), those at `end` come along; an empty part of a text has none.
 */
export function sliceContent(content: Content, start: number, end: number): Content {
  return cut(content, start, end, false);
}

/**
 * The part between two offsets, where nothing but white space stands between `before` and `start`, which is left out:
 * page breaks and anchors there come along, with the white space behind the first of them.
 */
export function sliceBehind(content: Content, before: number, start: number, end: number): Content {
  const at = firstAnchor(content, before, start);
  return at === undefined
    ? sliceContent(content, start, end)
    : [...anchorsAt(content, at), ...sliceContent(content, at, end)];
}

/** A content in two at the white space around `cut`, and what of it stands between them: all of it, or what is before a page break in it. */
export function partAt(
  content: Content,
  cut: number,
): { readonly first: Content; readonly second: Content; readonly glue: '' | ' ' | '\n' } {
  const text = plainText(content);
  const end = cut - (/[\t-\r ]*$/.exec(text.slice(0, cut))?.[0].length ?? 0);
  const start = cut + (/^[\t-\r ]*/.exec(text.slice(cut))?.[0].length ?? 0);
  const white = text.slice(end, firstAnchor(content, end, start) ?? start);
  return {
    first: trimContent(sliceContent(content, 0, end)),
    second: sliceBehind(content, end, start, text.length),
    glue: white === '' ? '' : /[\r\n]/.test(white) ? '\n' : ' ',
  };
}

/** The offset of the first page break or anchor behind `start`, if there is one up to `end`; those in phrases do not count. */
function firstAnchor(content: Content, start: number, end: number): number | undefined {
  return anchorOffsets(content, false).find((at) => at > start && at <= end);
}

/** Where page breaks and anchors stand; `inPhrases`: those in phrases too. */
function anchorOffsets(content: Content, inPhrases: boolean): readonly number[] {
  const found: number[] = [];
  let at = 0;
  for (const run of content) {
    const start = at;
    if (run.kind === 'pageBreak' || run.kind === 'note') found.push(start);
    if (run.kind === 'phrase' && inPhrases)
      for (const offset of anchorOffsets(run.content, true)) found.push(start + offset);
    at += runLength(run);
  }
  return found;
}

/** Where each run of a content begins, and behind them where the last ends. */
const offsets = new WeakMap<Content, readonly number[]>();
/** Of so many runs those at an offset are looked up, not looked for. */
const MANY = 32;

function offsetsOf(content: Content): readonly number[] {
  const known = offsets.get(content);
  if (known) return known;
  let at = 0;
  const found = [0, ...content.map((run) => (at += runLength(run)))];
  offsets.set(content, found);
  return found;
}

/** The first run that ends at `offset` or behind it, and where it begins. */
function firstAt(content: Content, offset: number): { readonly index: number; readonly at: number } {
  if (content.length < MANY || offset === 0) return { index: 0, at: 0 };
  const starts = offsetsOf(content);
  let low = 0;
  let high = content.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return { index: low, at: starts[low] ?? 0 };
}

/** `keepsAnchors`: those before and behind the part too. */
function cut(content: Content, start: number, end: number, keepsAnchors: boolean): Content {
  const takesFirst = start === 0 && (end > 0 || plainText(content) === '');
  const out: Run[] = [];
  let { index, at } = firstAt(content, keepsAnchors ? 0 : start);
  for (; index < content.length && (keepsAnchors || at <= end); index++) {
    const run = content[index];
    if (!run) break;
    const length = runLength(run);
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (length === 0) {
      if (keepsAnchors || (at === 0 ? takesFirst : at > start && at <= end)) out.push(run);
    } else if (from < to) {
      out.push(from === 0 && to === length ? run : cutRun(run, from, to, keepsAnchors));
    } else if (keepsAnchors && run.kind === 'phrase') {
      for (const anchor of cut(run.content, 0, 0, true)) out.push(anchor);
    }
    at += length;
  }
  return out;
}

function cutRun(run: Run, from: number, to: number, keepsAnchors: boolean): Run {
  if (run.kind === 'text') {
    const { source, start } = run.place;
    return { kind: 'text', text: run.text.slice(from, to), place: placeAt(source, start + from, start + to) };
  }
  return run.kind === 'phrase' ? { ...run, content: cut(run.content, from, to, keepsAnchors) } : run;
}

/** The content with phrases over the given spans. Spans may nest, but not cross; a crossing or empty one is left out. */
export function annotate(content: Content, spans: readonly Span[]): Content {
  if (spans.length === 0) return content;
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  return annotateSorted(content, sorted);
}

function annotateSorted(all: Content, spans: readonly Span[]): Content {
  if (spans.length === 0) return all;
  // What stands before the text is in no phrase of it.
  const first = all.findIndex((run) => runLength(run) > 0);
  const out: Run[] = first === -1 ? [...all] : all.slice(0, first);
  const content = first === -1 ? [] : all.slice(first);
  const total = plainText(content).length;
  let at = 0;
  for (let i = 0; i < spans.length; ) {
    const span = spans[i];
    i++;
    if (!span || span.start < at || span.end <= span.start || span.end > total) continue;
    const inner: Span[] = [];
    for (let next = spans[i]; next && next.start < span.end; next = spans[++i]) {
      if (next.end <= span.end) inner.push({ ...next, start: next.start - span.start, end: next.end - span.start });
    }
    for (const run of sliceContent(content, at, span.start)) out.push(run);
    out.push(phraseRun(span.phrase, annotateSorted(inside(content, span.start, span.end), inner), content, span));
    for (const run of anchorsAt(content, span.end)) out.push(run);
    at = span.end;
  }
  for (const run of sliceContent(content, at, total)) out.push(run);
  return out;
}

/** The slice without the anchors at its end: a phrase does not hold the marker that follows it. */
function inside(content: Content, start: number, end: number): Content {
  const slice = sliceContent(content, start, end);
  const length = end - start;
  let at = 0;
  return slice.filter((run) => {
    const own = runLength(run);
    at += own;
    return own > 0 || at < length;
  });
}

function anchorsAt(content: Content, offset: number): Content {
  const found: Run[] = [];
  let { index, at } = firstAt(content, offset);
  for (; index < content.length && at <= offset && offset > 0; index++) {
    const run = content[index];
    if (!run) break;
    const length = runLength(run);
    if (length === 0 && at === offset) found.push(run);
    at += length;
  }
  return found;
}

function phraseRun(phrase: Phrase, inner: Content, content: Content, span: Span): Run {
  return { kind: 'phrase', phrase, content: inner, place: placeOfSpan(content, span.start, span.end) };
}

/** The place in the transcription of a span of `plainText(content)`; an empty place where the content is empty. */
export function placeOfSpan(content: Content, start: number, end: number): Place {
  const slice = sliceContent(content, start, end).filter((run) => runLength(run) > 0);
  const first = slice[0]?.place ?? content[0]?.place;
  const last = slice[slice.length - 1]?.place ?? first;
  if (!first || !last) throw new RangeError('a content without runs has no place');
  return placeAt(first.source, first.start, Math.max(first.start, last.end));
}

/** Pieces of a content cut at the given offsets (ascending); pieces may be empty. */
export function splitContent(content: Content, offsets: readonly number[]): readonly Content[] {
  const total = plainText(content).length;
  if (total === 0) return [content, ...offsets.map(() => [])];
  const bounds = [0, ...offsets, total];
  return bounds.slice(1).map((end, index) => sliceContent(content, bounds[index] ?? 0, end));
}

/** Without white space at both ends of the text; anchors and page breaks stay, and white space between them and the text. */
export function trimContent(content: Content): Content {
  const text = plainText(content);
  const anchors = anchorOffsets(content, true);
  const start = Math.min(/^[\t-\r ]*/.exec(text)?.[0].length ?? 0, anchors[0] ?? text.length);
  const end = Math.max(text.length - (/[\t-\r ]*$/.exec(text)?.[0].length ?? 0), anchors.at(-1) ?? 0);
  return cut(content, start, Math.max(start, end), true);
}
