/** The text of markup declarations -> their tokens (XML 1.0, 2.3 and 4.2.2). */
import { nameEnd, normalizeLineEnds, skipXmlSpace, tokenEnd } from './characters.js';
import { xmlMessages } from './messages.js';
import type { Cursor } from './scan-cursor.js';

export interface ExternalId {
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
}

/** Reads declarations of the document or of a parameter entity from left to right. */
export class DeclarationReader {
  readonly cursor: Cursor;
  at: number;

  constructor(cursor: Cursor, at: number) {
    this.cursor = cursor;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.cursor.text.length;
  }

  fail(detail: string, at: number = this.at): never {
    const { cursor } = this;
    if (at >= cursor.text.length && !cursor.place) cursor.failAtEnd();
    return cursor.fail(xmlMessages['malformed-doctype']({ detail }, cursor.span(at, at + 1)), at);
  }

  /** Skips white space; was there any? */
  space(): boolean {
    const from = this.at;
    this.at = skipXmlSpace(this.cursor.text, from);
    return this.at > from;
  }

  needSpace(before: string): void {
    if (!this.space()) this.fail(`white space was expected before ${before}`);
  }

  /** Takes the sign if it comes next. */
  take(sign: string): boolean {
    if (!this.cursor.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  need(sign: string): void {
    if (!this.take(sign)) this.fail(`expected "${sign}"`);
  }

  name(what: string): string {
    return this.#token(nameEnd(this.cursor.text, this.at), what);
  }

  /** The name of an entity, a notation or a processing instruction: it has no colon (Namespaces in XML 1.0, section 7). */
  plainName(what: string): string {
    const from = this.at;
    const name = this.name(what);
    if (name.includes(':')) this.fail(`${what} may have no colon`, from);
    return name;
  }

  nameToken(what: string): string {
    return this.#token(tokenEnd(this.cursor.text, this.at), what);
  }

  #token(end: number, what: string): string {
    if (end === this.at) this.fail(`${what} was expected`);
    const token = this.cursor.text.slice(this.at, end);
    this.at = end;
    return token;
  }

  isAtQuote(): boolean {
    const sign = this.cursor.text.charAt(this.at);
    return sign === '"' || sign === "'";
  }

  /** Where the text between the next quotes lies. */
  quoted(what: string): { readonly start: number; readonly end: number } {
    if (!this.isAtQuote()) this.fail(`${what} was expected, in quotes`);
    const { text } = this.cursor;
    const start = this.at + 1;
    const end = text.indexOf(text.charAt(this.at), start);
    if (end === -1) this.fail(`${what} has no closing quote`, text.length);
    this.at = end + 1;
    return { start, end };
  }

  /** `SYSTEM "..."` or `PUBLIC "..." "..."`; with `publicAlone`, the second of these may be missing. */
  externalId(publicAlone: boolean): ExternalId | undefined {
    let publicId: string | undefined;
    if (this.take('PUBLIC')) {
      this.needSpace('the public identifier');
      const { start, end } = this.quoted('the public identifier');
      publicId = this.cursor.text.slice(start, end);
      if (!/^[-'()+,./:=?;!*#@$_%A-Za-z0-9 \r\n]*$/.test(publicId)) {
        this.fail('a public identifier has a character that it may not have', start);
      }
      const before = this.at;
      const isApart = this.space();
      if (publicAlone && !this.isAtQuote()) {
        this.at = before;
        return { publicId, systemId: undefined };
      }
      if (!isApart) this.fail('white space was expected before the system identifier');
    } else if (this.take('SYSTEM')) this.needSpace('the system identifier');
    else return undefined;
    const { start, end } = this.quoted('the system identifier');
    return { publicId, systemId: normalizeLineEnds(this.cursor.text.slice(start, end)) };
  }
}
