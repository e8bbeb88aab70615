/** A text that is being scanned, how far the scan has come, and where its offsets lie in the document. */
import type { Diagnostic } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { findIllegalCharacter, NOWHERE } from './characters.js';
import { xmlMessages } from './messages.js';

/** The first violation of well-formedness: it ends the scan. */
export class Violation {
  readonly diagnostic: Diagnostic;
  /** Offset in the cursor's text at which it shows: where that is the end of a part, the next part may mend it. */
  readonly at: number;

  constructor(diagnostic: Diagnostic, at: number) {
    this.diagnostic = diagnostic;
    this.at = at;
  }
}

/** How near to the end of a part markup may seem wrong because it is cut: longer than `<![CDATA[`. */
const CUT = 16;

/** Characters that one tag, comment or section of a document in parts may have: it must be held at one time. */
const LONGEST_MARKUP = 32_000_000;

/** The document or a part of it, or the text of an entity. */
export class Cursor {
  readonly source: Source;
  /** Where all of an entity's text is placed: at its reference. */
  readonly place: Place | undefined;
  text: string;
  /** Offset in the document of the text's first character. */
  base = 0;
  /** Offset of the token in hand. */
  at = 0;
  #illegal: number;
  #ampersand = -1;
  #carriageReturn = -1;
  #sectionEnd = -1;
  readonly #parts: Iterator<string> | undefined;
  #isLast: boolean;

  constructor(source: Source, text: string, place?: Place, parts?: Iterator<string>) {
    this.source = source;
    this.text = text;
    this.place = place;
    this.#parts = parts;
    this.#isLast = parts === undefined;
    this.#illegal = findIllegalCharacter(text, 0);
  }

  /** Offset of the next `&` from `from` on; NOWHERE where there is none. */
  ampersandFrom(from: number): number {
    if (this.#ampersand < from) this.#ampersand = this.#find('&', from);
    return this.#ampersand;
  }

  carriageReturnFrom(from: number): number {
    if (this.#carriageReturn < from) this.#carriageReturn = this.#find('\r', from);
    return this.#carriageReturn;
  }

  /** Of the next `]]>`. */
  sectionEndFrom(from: number): number {
    if (this.#sectionEnd < from) this.#sectionEnd = this.#find(']]>', from);
    return this.#sectionEnd;
  }

  #find(sign: string, from: number): number {
    const found = this.text.indexOf(sign, from);
    return found === -1 ? NOWHERE : found;
  }

  /** Where a span of the text lies in the document. */
  span(start: number, end: number = start): Place {
    return this.place ?? placeAt(this.source, this.base + start, this.base + end);
  }

  startOf(start: number): number {
    return this.place ? this.place.start : this.base + start;
  }

  endOf(end: number): number {
    return this.place ? this.place.end : this.base + end;
  }

  /** To be asked before anything is told of the text up to `end`: XML cannot hold every character. */
  checkCharacters(end: number): void {
    if (this.#illegal < end) this.failAtCharacter(this.#illegal);
  }

  failAtCharacter(at: number): never {
    const code = this.text.charCodeAt(at);
    const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const character = code > 32 && code < 127 ? `"${String.fromCharCode(code)}"` : number;
    throw new Violation(xmlMessages['illegal-character']({ character }, this.span(at, at + 1)), at);
  }

  /** What shows at `at` is wrong; a character before it that XML cannot hold comes first. */
  fail(diagnostic: Diagnostic, at: number): never {
    if (this.#illegal <= at && this.#illegal < this.text.length) this.failAtCharacter(this.#illegal);
    throw new Violation(diagnostic, at);
  }

  failAtEnd(): never {
    const { length } = this.text;
    this.fail(xmlMessages['unexpected-end']({}, this.span(length)), length);
  }

  /** Is the text but a part of the document, so that it may go on behind its end? */
  get isPart(): boolean {
    return !this.#isLast;
  }

  /** May a violation come of the end of the part? */
  isCut({ at }: Violation): boolean {
    return this.isPart && this.text.length - at < CUT;
  }

  /** Drops what lies before the token in hand, and takes parts until there is twice as much. */
  readOn(): void {
    const texts = [this.text.slice(this.at)];
    const wanted = this.text.length - this.at;
    if (wanted > LONGEST_MARKUP) {
      throw new Violation(xmlMessages['markup-too-long']({ limit: LONGEST_MARKUP }, this.span(this.at)), this.at);
    }
    for (let added = 0; added <= wanted && !this.#isLast; ) {
      const next = this.#parts?.next();
      if (!next || next.done) this.#isLast = true;
      else {
        texts.push(next.value);
        added += next.value.length;
      }
    }
    this.base += this.at;
    this.at = 0;
    this.text = texts.join('');
    this.#illegal = findIllegalCharacter(this.text, 0);
    this.#ampersand = -1;
    this.#carriageReturn = -1;
    this.#sectionEnd = -1;
  }
}
