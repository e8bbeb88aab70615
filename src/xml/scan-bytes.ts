/** The bytes of a document -> the same events, but for markup and text whose receiver has no need of one: the way of a document without mistakes. */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import { BytePart } from './byte-part.js';
import { NOWHERE } from './characters.js';
import type { XmlEvent, XmlSink } from './events.js';
import { writtenName } from './names.js';
import { scanPart } from './scan-content.js';
import { Cursor, Violation } from './scan-cursor.js';
import { declarationOf } from './scan-instruction.js';
import { ScanState } from './scan-state.js';
import { TagShapes } from './tag-shapes.js';

/** Takes what needs no event. Each answers false, and has changed nothing, where it wants the event after all. */
export interface PlainSink {
  /** The tag was read into `shapes`; its offsets are those of the document. */
  startTag(shapes: TagShapes, shape: number, part: BytePart, start: number, end: number): boolean;
  endTag(): boolean;
  /** Text without references, by its place in the part. */
  text(part: BytePart, from: number, to: number): boolean;
}

export interface ByteSink {
  readonly event: XmlSink;
  /** From the root on; undefined where events are wanted in any case. */
  plain(): PlainSink | undefined;
}

const BANG = 0x21;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** An XML declaration is not cut by the end of a part. */
const LONGEST_DECLARATION = 1000;
/** A tag, comment or text of so many bytes is left to the ordinary scanner. */
const LONGEST = 32_000_000;

/**
 * Scans the parts of a document: UTF-8, no byte order mark, each ending with a character. False: it is not well-formed,
 * or has what is rare (a document type, a very long text): then what was told is to be forgotten, and the ordinary
 * scanner has to be asked.
 */
export function scanBytes(source: Source, parts: Iterator<Uint8Array>, sink: ByteSink, report: Report): boolean {
  try {
    return new ByteScan(source, parts, sink, report).run();
  } catch (violation) {
    if (!(violation instanceof Violation)) throw violation;
    return false;
  }
}

class ByteScan {
  readonly #sink: ByteSink;
  readonly #parts: Iterator<Uint8Array>;
  readonly #part = new BytePart();
  readonly #shapes = new TagShapes();
  readonly #scan: ScanState;
  #at = 0;
  #isLast = false;
  #root = -1;

  constructor(source: Source, parts: Iterator<Uint8Array>, sink: ByteSink, report: Report) {
    this.#sink = sink;
    this.#parts = parts;
    this.#scan = new ScanState(source, (event) => this.#learn(event), report);
  }

  run(): boolean {
    const part = this.#part;
    const { open } = this.#scan;
    if (!this.#readOn() || !this.#scanDeclaration()) return false;
    for (;;) {
      if (!this.#scanMarkup()) return false;
      // What is left is cut by the end of the part, or is the end of the document.
      if (this.#isLast) {
        if (this.#at < part.length) this.#scanOrdinary(part.length);
        return open.length === 0 && this.#scan.rootSeen;
      }
      if (part.length - this.#at > LONGEST || !this.#readOn()) return false;
    }
  }

  /** Drops what has been scanned, and takes as many bytes as are left at least. */
  #readOn(): boolean {
    const part = this.#part;
    part.drop(this.#at);
    this.#at = 0;
    const wanted = part.length * 2;
    do {
      const next = this.#parts.next();
      if (next.done === true) this.#isLast = true;
      else part.append(next.value);
    } while (!this.#isLast && part.length < wanted);
    return part.look();
  }

  #scanDeclaration(): boolean {
    const part = this.#part;
    while (!this.#isLast && part.length < LONGEST_DECLARATION && !part.text.includes('>')) {
      if (!this.#readOn()) return false;
    }
    if (!part.text.startsWith('<?xml')) return true;
    const cursor = new Cursor(this.#scan.source, part.text.slice(0, LONGEST_DECLARATION));
    this.#at = declarationOf(cursor)?.end ?? 0;
    return true;
  }

  /** To the end of the part; false where that is not the way. */
  #scanMarkup(): boolean {
    const part = this.#part;
    const { bytes, length } = part;
    const { open } = this.#scan;
    let plain = this.#sink.plain();
    while (this.#at < length) {
      const at = this.#at;
      const isPlain = plain !== undefined && open.length > 0;
      if (bytes[at] !== LESS) {
        const end = part.find('<', at);
        if (end === NOWHERE) return true;
        const hasSigns = part.ampersandFrom(at) < end || part.sectionEndFrom(at) < end;
        if (isPlain && !hasSigns && plain?.text(part, at, end)) this.#at = end;
        else this.#scanOrdinary(end);
        continue;
      }
      const next = bytes[at + 1] ?? 0;
      if (next === SLASH) {
        if (isPlain && this.#scanEndTag(at, plain)) continue;
      } else if (next === BANG || next === QUESTION) {
        if (part.text.startsWith('<!D', at)) return false;
      } else if (isPlain && this.#scanStartTag(at, plain)) continue;
      const end = markupEnd(part, at);
      if (end > length) return true;
      this.#scanOrdinary(end);
      plain = this.#sink.plain();
      // What begins without an end is not looked at by anybody here.
      if (plain === undefined && this.#scan.rootSeen) return false;
    }
    return true;
  }

  #scanStartTag(at: number, plain: PlainSink | undefined): boolean {
    const part = this.#part;
    const shapes = this.#shapes;
    const shape = shapes.read(part, this.#root, at);
    if (shape < 0) return false;
    const start = part.offsetOf(at);
    const end = start + part.unitsBetween(at, shapes.end, shapes.isWide);
    if (!plain?.startTag(shapes, shape, part, start, end)) return false;
    this.#at = shapes.end;
    if (shapes.isEmpty) {
      if (!plain.endTag()) this.#scan.sink(this.#emptyEnd(shape, end));
      return true;
    }
    const { written, name } = shapes.at(shape);
    const { open, opened, outer, namespaces } = this.#scan;
    open.push(written);
    opened.push(name);
    outer.push(namespaces.scope);
    return true;
  }

  #emptyEnd(shape: number, end: number): XmlEvent {
    const { source } = this.#scan;
    return { kind: 'endTag', source, name: this.#shapes.at(shape).name, start: end, end };
  }

  #scanEndTag(at: number, plain: PlainSink | undefined): boolean {
    const { bytes } = this.#part;
    const { open, opened, outer, namespaces } = this.#scan;
    const last = open.length - 1;
    const written = open[last]?.written ?? '';
    const { length } = written;
    const from = at + 2;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== written.charCodeAt(i)) return false;
    if (bytes[from + length] !== GREATER || outer[last] !== namespaces.scope) return false;
    if (!plain?.endTag()) return false;
    open.pop();
    opened.pop();
    outer.pop();
    this.#at = from + length + 1;
    return true;
  }

  /** Leaves what stands up to `end` to the ordinary scanner. */
  #scanOrdinary(end: number): void {
    const at = this.#at;
    const cursor = new Cursor(this.#scan.source, this.#part.decode(at, end));
    cursor.base = this.#part.offsetOf(at);
    scanPart(this.#scan, cursor, 0);
    this.#at = end;
    this.#root = this.#shapes.rootOf(this.#scan.namespaces.scope);
  }

  /** Sends an event on; the shape of a start tag is known from now on. */
  #learn(event: XmlEvent): void {
    this.#sink.event(event);
    if (event.kind !== 'startTag') return;
    const { name } = event;
    const attributes = event.attributes.map((attribute) => attribute.name);
    const shape = { written: this.#scan.names.of(writtenName(name)), name, attributes };
    this.#shapes.teach(this.#scan.namespaces.scope, shape);
  }
}

/** Offset behind the markup at `at`; behind the part where it is cut. */
function markupEnd(part: BytePart, at: number): number {
  const { text } = part;
  if (text.startsWith('<!--', at)) return part.find('-->', at + 4) + 3;
  if (text.startsWith('<!', at)) return part.find(']]>', at) + 3;
  if (text.startsWith('<?', at)) return part.find('?>', at) + 2;
  for (let from = at; ; ) {
    const end = part.find('>', from);
    const quote = /["']/.exec(text.slice(from, Math.min(end, text.length)));
    if (!quote || end === NOWHERE) return end + 1;
    const close = part.find(quote[0], from + quote.index + 1);
    if (close === NOWHERE) return NOWHERE;
    from = close + 1;
  }
}
