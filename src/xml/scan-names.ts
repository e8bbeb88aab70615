/** Names as they are written -> one object a name, so that the same name is read, split and resolved once (Namespaces in XML 1.0, section 4). */
import { ownCopy } from '../source/index.js';
import { beginsName, isInName } from './characters.js';
import { XML_NAMESPACE, type XmlName, xmlName } from './names.js';
import type { NamespaceScope } from './scan-scope.js';

/** A name of a document, and what is known of it; names are compared by identity. */
export class WrittenName {
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
  /** Has it one colon at most, and something on both sides of it? */
  readonly isQualified: boolean;
  /** The tag (by number) in which it was last the name of an attribute: a second time is an error. */
  lastTag = 0;
  /** What it stands for as an attribute, where that is the same everywhere: without prefix, and with `xml`. */
  readonly fixed: XmlName | undefined;
  /** What it stands for in `scope`. */
  scope: NamespaceScope | undefined;
  resolved: XmlName;
  /** In no namespace; in the first one that it was met in; in all others, which few names have. */
  #plain: XmlName | undefined;
  #first: XmlName | undefined;
  #others: Map<string, XmlName> | undefined;

  constructor(written: string) {
    const colon = written.indexOf(':');
    this.written = written;
    this.prefix = colon === -1 ? '' : written.slice(0, colon);
    this.local = written.slice(colon + 1);
    this.isQualified = colon === -1 || (colon > 0 && beginsName(this.local.charCodeAt(0)) && !this.local.includes(':'));
    this.resolved = this.inNamespace('');
    if (!this.isQualified) return;
    if (this.prefix === '') this.fixed = this.resolved;
    else if (this.prefix === 'xml') this.fixed = this.inNamespace(XML_NAMESPACE);
  }

  /** The expanded name: one object for each namespace. */
  inNamespace(namespace: string): XmlName {
    if (namespace === '') {
      this.#plain ??= xmlName('', this.local, this.prefix);
      return this.#plain;
    }
    this.#first ??= xmlName(namespace, this.local, this.prefix);
    if (this.#first.namespace === namespace) return this.#first;
    this.#others ??= new Map();
    const made = this.#others.get(namespace) ?? xmlName(namespace, this.local, this.prefix);
    this.#others.set(namespace, made);
    return made;
  }
}

const SLOTS = 1024;
/** How many names are kept: a document has some hundred. */
const MOST_NAMES = 100_000;

/** The names of a document. */
export class NameTable {
  /** Offset behind the name that was read last. */
  end = 0;
  #names = new Map<string, WrittenName>();
  readonly #slots: (WrittenName | undefined)[] = new Array<WrittenName | undefined>(SLOTS).fill(undefined);

  /** The name that begins at `from`; undefined where none does. */
  read(text: string, from: number): WrittenName | undefined {
    let unit = text.charCodeAt(from);
    let at = from;
    if (!beginsName(unit)) {
      this.end = from;
      return undefined;
    }
    let hash = 0;
    do {
      hash = (Math.imul(hash, 31) + unit) | 0;
      unit = text.charCodeAt(++at);
    } while ((unit > 0x60 && unit < 0x7b) || isInName(unit));
    this.end = at;
    const slot = (hash ^ (hash >>> 10)) & (SLOTS - 1);
    const likely = this.#slots[slot];
    if (likely !== undefined && isWrittenAt(likely.written, text, from, at)) return likely;
    const name = this.of(text.slice(from, at));
    this.#slots[slot] = name;
    return name;
  }

  of(written: string): WrittenName {
    const known = this.#names.get(written);
    if (known) return known;
    const made = new WrittenName(ownCopy(written));
    this.#names.set(made.written, made);
    return made;
  }

  /** To be called between two tags: forgets the names where there are too many. */
  bound(): void {
    if (this.#names.size <= MOST_NAMES) return;
    this.#names = new Map();
    this.#slots.fill(undefined);
  }
}

/** Is this the text `[from, to)`? */
export function isWrittenAt(written: string, text: string, from: number, to: number): boolean {
  const { length } = written;
  if (to - from !== length) return false;
  for (let i = 0; i < length; i++) {
    if (written.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  }
  return true;
}
