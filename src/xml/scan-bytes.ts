/** The bytes of a document -> the same events, but for markup and text whose receiver has no need of one: the way of a document without mistakes. */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { ByteLoop, TakeId } from './byte-loop.js';
import { NOWHERE } from './characters.js';
import type { XmlEvent, XmlSink } from './events.js';
import { writtenName, type XmlName } from './names.js';
import { scanPart } from './scan-content.js';
import { Cursor, Violation } from './scan-cursor.js';
import { declarationOf } from './scan-instruction.js';
import type { NamespaceScope } from './scan-scope.js';
import { ScanState } from './scan-state.js';

/** Who takes what needs no event: an automaton, by the loop that knows it. What the loop has done is told when an event comes. */
export interface PlainSink {
  readonly loop: ByteLoop;
  readonly takeId: TakeId;
  /** Before what comes next. */
  readonly state: number;
  /** Of the innermost element. */
  readonly opening: number;
  /** The innermost element was closed. */
  close(): void;
  open(name: XmlName, opening: number, start: number, end: number): void;
  /** All was told: the state now, the last child of the innermost element if it has changed, whether there was a tag. */
  settle(state: number, lastChild: XmlName | 'as before' | undefined, hadTag: boolean): void;
}

export interface ByteSink {
  readonly event: XmlSink;
  /** From the root on; undefined where events are wanted in any case. */
  plain(): PlainSink | undefined;
}

const BANG = 0x21;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** An XML declaration is not cut by the end of a part. */
const LONGEST_DECLARATION = 1000;
/** A tag, comment or text of so many bytes is left to the ordinary scanner. */
const LONGEST = 32_000_000;

/**
 * Scans the parts of a document: UTF-8, no byte order mark, each ending with a character. False: it is not well-formed,
 * or has what is rare (a document type, a very long text, more than an automaton can learn): then what was told is to be forgotten, and the ordinary
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
  readonly #scan: ScanState;
  #loop: ByteLoop | undefined;
  #isLast = false;
  /** Offset in the document, in characters, of what the ordinary scanner has scanned last. */
  #offset = 0;
  #scope: NamespaceScope | undefined;

  constructor(source: Source, parts: Iterator<Uint8Array>, sink: ByteSink, report: Report) {
    this.#sink = sink;
    this.#parts = parts;
    this.#scan = new ScanState(source, (event) => this.#learn(event), report);
  }

  run(): boolean {
    const rest = this.#scanProlog();
    const plain = this.#sink.plain();
    return rest !== undefined && plain !== undefined && this.#scanContent(rest, plain);
  }

  /** Up to behind the start tag of the root; the bytes behind it. Undefined where that is not the way. */
  #scanProlog(): Buffer | undefined {
    let bytes = this.#readOn(Buffer.alloc(0), LONGEST_DECLARATION);
    const start = bytes.toString('latin1', 0, LONGEST_DECLARATION);
    if (start.startsWith('<?xml')) {
      const end = declarationOf(new Cursor(this.#scan.source, start))?.end ?? 0;
      bytes = bytes.subarray(end);
      this.#offset = end;
    }
    while (!this.#scan.rootSeen) {
      if (bytes.toString('latin1', 0, 3) === '<!D') return undefined;
      const end = endOfPiece(bytes);
      if (end > bytes.length) {
        if (this.#isLast || bytes.length > LONGEST) return undefined;
        bytes = this.#readOn(bytes, Math.max(bytes.length * 2, 1));
        continue;
      }
      this.#scanOrdinary(bytes.subarray(0, end));
      bytes = bytes.subarray(end);
    }
    return bytes;
  }

  #readOn(bytes: Buffer, least: number): Buffer {
    const all: Uint8Array[] = [bytes];
    // The next part may be read into the memory of this one.
    this.#takeParts(least - bytes.length, (part) => all.push(Buffer.from(part)));
    return Buffer.concat(all);
  }

  /** Takes parts until they have so many bytes, or there are no more. A part is good until the next is taken. */
  #takeParts(least: number, take: (part: Uint8Array) => void): void {
    for (let left = least; left > 0 && !this.#isLast; ) {
      const next = this.#parts.next();
      if (next.done === true) this.#isLast = true;
      else {
        take(next.value);
        left -= next.value.length;
      }
    }
  }

  #scanContent(bytes: Buffer, plain: PlainSink): boolean {
    const { loop } = plain;
    this.#loop = loop;
    loop.begin(this.#offset, plain.takeId);
    loop.feed(bytes);
    this.#follow(plain, 0);
    for (;;) {
      switch (loop.run()) {
        case 'not-xml':
        case 'full':
          return false;
        case 'ordinary':
          if (this.#scanPiece(plain)) continue;
          break;
        case 'end':
          break;
      }
      const rest = loop.rest();
      if (this.#isLast) {
        this.#catchUp(plain);
        if (rest.length > 0) this.#scanOrdinary(bufferOf(rest));
        return this.#scan.open.length === 0;
      }
      if (rest.length > LONGEST) return false;
      this.#takeParts(Math.max(rest.length, 1), (part) => loop.feed(part));
    }
  }

  /** The markup or text that comes next, in the ordinary way; false where it is cut by the end of the part. */
  #scanPiece(plain: PlainSink): boolean {
    const { loop } = plain;
    const rest = bufferOf(loop.rest());
    const end = loop.ordinaryLength || endOfPiece(rest);
    if (end > rest.length) return false;
    this.#catchUp(plain);
    this.#scanOrdinary(rest.subarray(0, end));
    this.#follow(plain, end);
    return true;
  }

  /** Tells what has gone through the loop. */
  #catchUp(plain: PlainSink): void {
    const { loop } = plain;
    const { open, opened, outer, names, namespaces } = this.#scan;
    const { lowest, depth } = loop;
    while (open.length > lowest) {
      open.pop();
      opened.pop();
      outer.pop();
      plain.close();
    }
    for (let index = lowest; index < depth; index++) {
      const { name, opening, start, end } = loop.frame(index);
      open.push(names.of(writtenName(name)));
      opened.push(name);
      outer.push(namespaces.scope);
      plain.open(name, opening, start, end);
    }
    plain.settle(loop.state, loop.lastChild, loop.hadTag);
    this.#offset = loop.offset;
  }

  /** Tells the loop what the ordinary scanner has done with so many bytes. */
  #follow(plain: PlainSink, bytes: number): void {
    const { loop } = plain;
    const { open, outer, namespaces } = this.#scan;
    const { scope } = namespaces;
    if (scope !== this.#scope) loop.enter(scope);
    this.#scope = scope;
    const last = open.length - 1;
    // Where namespaces go out of scope, the ordinary scanner has to see it.
    const written = outer[last] === scope ? open[last]?.written : undefined;
    loop.moveBy(bytes, open.length, plain.state, plain.opening, written);
  }

  #scanOrdinary(bytes: Buffer): void {
    const text = bytes.toString('utf8');
    const cursor = new Cursor(this.#scan.source, text);
    cursor.base = this.#offset;
    this.#offset += text.length;
    scanPart(this.#scan, cursor, 0);
  }

  /** Sends an event on; the shape of a start tag is known from now on. */
  #learn(event: XmlEvent): void {
    this.#sink.event(event);
    if (event.kind !== 'startTag') return;
    const loop = this.#loop ?? this.#sink.plain()?.loop;
    const attributes = event.attributes.map((attribute) => attribute.name);
    loop?.teach(this.#scan.namespaces.scope, { name: event.name, attributes });
  }
}

/** How long the markup or text is that the bytes begin with; NOWHERE where it is cut. */
function endOfPiece(bytes: Buffer): number {
  if (bytes[0] !== LESS) return behind(bytes.indexOf(LESS), 0);
  if (bytes[1] === QUESTION) return behind(bytes.indexOf('?>'), 2);
  if (bytes[1] === BANG) {
    if (bytes.length < 4) return NOWHERE;
    const isComment = bytes.toString('latin1', 0, 4) === '<!--';
    return behind(isComment ? bytes.indexOf('-->', 4) : bytes.indexOf(']]>'), 3);
  }
  let quote = 0;
  for (let end = 0; end < bytes.length; end++) {
    const byte = bytes[end] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return end + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return NOWHERE;
}

function bufferOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

function behind(found: number, length: number): number {
  return found === -1 ? NOWHERE : found + length;
}
