/**
 * A transcription that holds a chapter or a volume -> the documents in it: numbered heads in their order, or, where no
 * heads are numbered, file numbers and heads behind lists of notes; or lines that a profile declares.
 */
import type { Report } from '../diagnostic/index.js';
import { placeAt, pointAt, type Source } from '../source/index.js';
import { listPageBreaks } from './agreement.js';
import { alikeHeads } from './alike-heads.js';
import type { Conventions } from './conventions.js';
import { decisionKeys, type SettledDecision } from './decisions.js';
import { type DocumentHead, findDocumentHeads } from './document-heads.js';
import { isBlank, splitLines } from './lines.js';
import { messages } from './messages.js';

/** One document of a file: a half-open span; the spans of a file, in order, tile it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** As typed in the head: `15`, `15a`. */
  readonly number?: string;
  /** What stands behind its text and parts it from the next one; it is no text of either. */
  readonly separator?: { readonly start: number; readonly typed: string };
}

/** Less than this, and a line says so. */
const DOUBTFUL = 0.9;

/**
 * In: a source and its conventions; whether each document will be one by itself. Out: its documents, one where it holds no more; what is missing or
 * there twice is reported.
 */
export function segmentTranscription(
  source: Source,
  conventions: Conventions,
  report: Report,
  decisions: readonly SettledDecision[] = [],
  isSplit = true,
): readonly Segment[] {
  const separated = splitAtSeparators(source, conventions);
  if (separated) {
    reportSeveral(source, separated, isSplit, report);
    return separated;
  }
  const heads = withDecisions(source, findDocumentHeads(source, conventions), decisions, report);
  if (heads.length < 2) {
    reportAlike(source, report);
    return [{ start: 0, end: source.text.length, ...numbered(heads[0]) }];
  }
  reportSeveral(source, heads, isSplit, report);
  reportNumbers(source, heads, report);
  reportPages(source, conventions, report);
  return heads.map((head, index) => ({
    start: index === 0 ? 0 : head.start,
    end: heads[index + 1]?.start ?? source.text.length,
    ...numbered(head),
  }));
}

/** A line that a document begins at is a head, whatever it looks like; one that none begins at is no head. */
function withDecisions(
  source: Source,
  heads: readonly DocumentHead[],
  decisions: readonly SettledDecision[],
  report: Report,
): readonly DocumentHead[] {
  const decided = new Map<number, DocumentHead>(heads.map((head) => [head.place.start, head]));
  for (const { decision, offset } of decisions) {
    if (decision.document === undefined) continue;
    const known = heads.find(({ place }) => place.start <= offset && offset < place.end);
    const isText = offset >= 0 && /\S/.test(source.text.charAt(offset));
    if (decision.document ? !isText : !known) {
      const place = decision.place ?? placeAt(source, Math.max(0, offset));
      report(messages['decision-out-of-date']({ at: decision.at }, place));
    } else if (!decision.document && known) decided.delete(known.place.start);
    else if (known) decided.set(known.place.start, { ...known, confidence: 1 });
    else decided.set(offset, { start: offset, place: placeAt(source, offset, offset + 1), confidence: 1 });
  }
  return [...decided.values()].sort((a, b) => a.start - b.start);
}

/** Heads without numbers do not part documents: a letter may quote others. */
function reportAlike(source: Source, report: Report): void {
  const [first, second, ...others] = alikeHeads(source);
  if (!first || !second) return;
  const typed = source.text.slice(second.start, second.end);
  report(messages['heads-alike']({ count: others.length + 2, typed }, second));
}

function numbered(head: DocumentHead | undefined): Pick<Segment, 'number'> {
  return head?.number === undefined ? {} : { number: head.number };
}

/** A line that holds nothing but the separator belongs to the document before it. */
function splitAtSeparators(source: Source, { documentSeparator }: Conventions): readonly Segment[] | undefined {
  const separator = documentSeparator?.trim();
  if (!separator) return undefined;
  const { text } = source;
  const segments: Segment[] = [];
  let start = 0;
  let hasText = false;
  for (const line of splitLines(source)) {
    const isSeparator = text.slice(line.textStart, line.textEnd) === separator;
    if (!isSeparator) hasText ||= !isBlank(line);
    else if (hasText) {
      const next = source.text.indexOf('\n', line.end);
      const end = next === -1 ? text.length : next + 1;
      segments.push({ start, end, separator: { start: line.start, typed: separator } });
      start = end;
      hasText = false;
    }
  }
  if (hasText || segments.length === 0) return [...segments, { start, end: text.length }];
  const last = segments.pop();
  return [...segments, { start: 0, ...last, end: text.length }];
}

function reportSeveral(
  source: Source,
  found: readonly Pick<Segment, 'number' | 'separator'>[],
  isSplit: boolean,
  report: Report,
): void {
  if (found.length < 2) return;
  const first = found[0]?.number;
  const last = found.at(-1)?.number;
  const range = first !== undefined && last !== undefined ? `"${first}" to "${last}"` : undefined;
  report(
    messages['several-documents'](
      { count: found.length, range, isSplit, separator: found[0]?.separator?.typed },
      placeAt(source, 0),
    ),
  );
}

function reportNumbers(source: Source, heads: readonly DocumentHead[], report: Report): void {
  let previous: DocumentHead | undefined;
  for (const head of heads) {
    const place = placeAt(source, head.place.start, head.place.end);
    const from = Number.parseInt(previous?.number ?? '', 10);
    const to = Number.parseInt(head.number ?? '', 10);
    if (previous && previous.number === head.number && head.number !== undefined) {
      const related = [{ message: 'the document with this number before it', place: previous.place }];
      report(messages['document-number-repeated']({ number: head.number }, place, { related }));
    } else if (to > from + 1) {
      const missing = to === from + 2 ? `${from + 1}` : `${from + 1} to ${to - 1}`;
      report(messages['document-number-missing']({ missing, before: `${head.number}` }, place));
    }
    if (head.confidence < DOUBTFUL) {
      const percent = Math.round(head.confidence * 100);
      const { line, column } = pointAt(source, head.place.start);
      const decision = `{ ${decisionKeys(source.path, `${line}:${column}`)}, "document": true }`;
      report(messages['doubtful-document-break']({ percent, decision }, place));
    }
    previous = head;
  }
}

/** Only figures are counted: Roman numerals number the front matter. */
function reportPages(source: Source, conventions: Conventions, report: Report): void {
  let previous: number | undefined;
  for (const { n, place } of listPageBreaks(source, conventions.pageBreak)) {
    if (!/^\d+$/.test(n)) continue;
    const page = Number(n);
    if (previous !== undefined && page > previous + 1) {
      const missing = page === previous + 2 ? `${previous + 1}` : `${previous + 1} to ${page - 1}`;
      report(messages['page-number-missing']({ missing, before: n }, place));
    }
    previous = page;
  }
}
