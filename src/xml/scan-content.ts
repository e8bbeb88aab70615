/** The content of a document or of an entity -> its events, markup by markup (XML 1.0, 2.4 to 2.7, 3.1, 4.3.2). */
import { normalizeLineEnds, skipXmlSpace } from './characters.js';
import { scanDoctype } from './dtd.js';
import { xmlMessages } from './messages.js';
import { type Cursor, Violation } from './scan-cursor.js';
import { commentAt, instructionAt } from './scan-instruction.js';
import { expandEntity, findEntity, readReference } from './scan-reference.js';
import type { ScanState } from './scan-state.js';
import { scanEndTag, scanStartTag } from './scan-tag.js';

const LINE_FEED = 0x0a;
const BANG = 0x21;
const SLASH = 0x2f;
const LESS = 0x3c;
const QUESTION = 0x3f;

const SECTION = '<![CDATA[';
/** In a part of a document, how much of the last text may wait for the next part: a reference must not be cut. */
const HELD_BACK = 64;

/** Scans to the end of the text; what it opens must be closed in it. The document is read part by part where it comes so. */
export function scanContent(scan: ScanState, cursor: Cursor): void {
  const floor = scan.open.length;
  for (;;) {
    try {
      scanPart(scan, cursor, floor);
      if (!cursor.isPart) break;
    } catch (violation) {
      if (!(violation instanceof Violation) || !cursor.isCut(violation)) throw violation;
    }
    cursor.readOn();
    scan.names.bound();
  }
  const open = scan.open.length > floor ? scan.open[scan.open.length - 1] : undefined;
  const end = cursor.text.length;
  if (open) cursor.fail(xmlMessages['unclosed-element']({ name: open.written }, cursor.span(end)), end);
}

/** Scans markup and text to the end of the text in hand, which is the document's or a part of it. */
export function scanPart(scan: ScanState, cursor: Cursor, floor: number): void {
  const { text } = cursor;
  while (cursor.at < text.length) {
    if (text.charCodeAt(cursor.at) !== LESS) {
      if (!scanText(scan, cursor)) return;
      continue;
    }
    const next = text.charCodeAt(cursor.at + 1);
    if (next === SLASH) scanEndTag(scan, cursor, floor);
    else if (next === BANG) scanDeclared(scan, cursor);
    else if (next === QUESTION) scanInstruction(scan, cursor);
    else scanStartTag(scan, cursor);
  }
}

/** The text up to the next markup; false where it must wait for the next part. */
function scanText(scan: ScanState, cursor: Cursor): boolean {
  const { text, at: start } = cursor;
  const next = text.indexOf('<', start);
  const end = next === -1 ? endOfText(cursor) : next;
  if (end <= start) return false;
  if (scan.open.length === 0) {
    scanOutside(cursor, end);
    return true;
  }
  cursor.checkCharacters(end);
  const sectionEnd = cursor.sectionEndFrom(start);
  if (sectionEnd < end) {
    cursor.fail(xmlMessages['cdata-end-in-text']({}, cursor.span(sectionEnd + 3)), sectionEnd);
  }
  if (cursor.ampersandFrom(start) < end) scanReferences(scan, cursor, end);
  else sendText(scan, cursor, lineEnds(cursor, start, end), end);
  return true;
}

/** Where the last text of a part may be cut: before the beginning of a reference, of "]]>", of CR LF, of a pair. */
function endOfText({ isPart, text, at }: Cursor): number {
  const { length } = text;
  if (!isPart) return length;
  const ampersand = text.lastIndexOf('&');
  const cut = ampersand >= at && ampersand > length - HELD_BACK ? ampersand : length;
  const [tail] = /(?:\]{1,2}|\r|[\uD800-\uDBFF])?$/.exec(text.slice(Math.max(at, cut - 2), cut)) ?? [''];
  return cut - tail.length;
}

/** Sends the text from the cursor to `end`. */
function sendText({ sink, source }: ScanState, cursor: Cursor, text: string, end: number): void {
  const start = cursor.startOf(cursor.at);
  cursor.at = end;
  sink({ kind: 'text', source, text, start, end: cursor.endOf(end) });
}

/** A text of so many characters is mended at one go: joining a million pieces would cost more. */
const LONG = 4096;

/** The text as it is told: each CR LF, and each CR, a line feed. In an entity, what is left of CR was a reference to it. */
function lineEnds(cursor: Cursor, start: number, end: number): string {
  const { text } = cursor;
  let at = cursor.carriageReturnFrom(start);
  if (at >= end || cursor.place !== undefined) return text.slice(start, end);
  if (end - start > LONG) return normalizeLineEnds(text.slice(start, end));
  let value = '';
  let from = start;
  for (; at < end; at = cursor.carriageReturnFrom(from)) {
    if (at > from) value += text.slice(from, at);
    if (text.charCodeAt(at + 1) !== LINE_FEED) value += '\n';
    from = at + 1;
  }
  // Most often a line end comes first and alone: then the text is one cut, without its CR.
  if (value === '') return text.slice(from, end);
  return from < end ? value + text.slice(from, end) : value;
}

/** Text with references. Characters and entities of mere text become part of it; markup in an entity parts it. */
function scanReferences(scan: ScanState, cursor: Cursor, end: number): void {
  let value = '';
  let from = cursor.at;
  for (let at = cursor.ampersandFrom(from); at < end; at = cursor.ampersandFrom(from)) {
    const reference = readReference(cursor, at);
    value += lineEnds(cursor, from, at);
    from = reference.end;
    if (reference.text !== undefined) {
      value += reference.text;
      continue;
    }
    const entity = findEntity(scan, cursor, reference, false);
    if (!entity) continue;
    const place = cursor.span(at, from);
    if (!/[<&]|\]\]>/.test(entity.text)) {
      value += expandEntity(scan, cursor, entity, place, (inner) => {
        inner.checkCharacters(inner.text.length);
        return inner.text;
      });
      continue;
    }
    if (value !== '') sendText(scan, cursor, value, at);
    value = '';
    cursor.at = from;
    expandEntity(scan, cursor, entity, place, (inner) => scanContent(scan, inner));
  }
  value += lineEnds(cursor, from, end);
  if (value !== '') sendText(scan, cursor, value, end);
  cursor.at = end;
}

/** Outside of the root there is white space alone. */
function scanOutside(cursor: Cursor, end: number): void {
  const at = skipXmlSpace(cursor.text, cursor.at);
  if (at < end) cursor.fail(xmlMessages['text-outside-root']({}, cursor.span(at, at + 1)), at);
  cursor.at = end;
}

/** A comment, a CDATA section, or the document type declaration. */
function scanDeclared(scan: ScanState, cursor: Cursor): void {
  const { text, at: start } = cursor;
  const { sink, source } = scan;
  if (text.startsWith('<!--', start)) {
    const end = commentAt(cursor, start);
    cursor.at = end;
    const comment = normalizeLineEnds(text.slice(start + 4, end - 3));
    sink({ kind: 'comment', source, text: comment, start: cursor.startOf(start), end: cursor.endOf(end) });
  } else if (text.startsWith(SECTION, start)) scanSection(scan, cursor);
  else if (text.startsWith('<!DOCTYPE', start)) cursor.at = scanDoctype(scan, cursor);
  else failDeclared(cursor);
}

function scanSection(scan: ScanState, cursor: Cursor): void {
  const { text, at: start } = cursor;
  if (scan.open.length === 0) {
    cursor.fail(xmlMessages['text-outside-root']({}, cursor.span(start, start + SECTION.length)), start);
  }
  const end = cursor.sectionEndFrom(start);
  if (end >= text.length) cursor.failAtEnd();
  cursor.checkCharacters(end);
  sendText(scan, cursor, lineEnds(cursor, start + SECTION.length, end), end + 3);
}

/** `<!` and what is neither of the three: what it was meant to be. */
function failDeclared(cursor: Cursor): never {
  const { text, at: start } = cursor;
  const place = cursor.span(start, start + 2);
  if (
    start + SECTION.length > text.length &&
    (SECTION.startsWith(text.slice(start)) || '<!DOCTYPE'.startsWith(text.slice(start)))
  ) {
    cursor.failAtEnd();
  }
  if (text.startsWith('<!-', start)) {
    cursor.fail(xmlMessages['malformed-comment']({ detail: 'it begins "<!--"' }, place), start);
  }
  if (/^<!doctype/i.test(text.slice(start, start + 9))) {
    const detail = '"DOCTYPE" is written in capital letters';
    cursor.fail(xmlMessages['malformed-doctype']({ detail }, place), start);
  }
  const detail = '"<!" begins neither a comment nor a CDATA section';
  cursor.fail(xmlMessages['malformed-tag']({ detail }, place), start);
}

function scanInstruction(scan: ScanState, cursor: Cursor): void {
  const { at } = cursor;
  const { target, data, end } = instructionAt(cursor, at);
  cursor.at = end;
  const { sink, source } = scan;
  sink({ kind: 'processingInstruction', source, target, data, start: cursor.startOf(at), end: cursor.endOf(end) });
}
