/** What is open in a document that is being validated: lists instead of objects, as a document may open a million elements. */
import { createSource, type Source } from '../source/index.js';
import { type XmlName, xmlName } from '../xml/index.js';
import type { OpenElement, StartTag } from './element-mistakes.js';

/** How many ancestors a message may speak of. */
const NEAR = 32;

const NO_NAME = xmlName('', '');
const NO_SOURCE = createSource('', '');
const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

type Namespaces = ReadonlyMap<string, string>;

/** The elements that are open, root first. Of a start tag all is kept but its attributes. */
export class OpenElements {
  /** How many are open. What lies above in the lists is of elements that are closed. */
  depth = 0;
  readonly #names: XmlName[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #sources: Source[] = [];
  readonly #namespaces: Namespaces[] = [];
  readonly #openings: number[] = [];
  /** Of each, the last child so far. */
  readonly #children: (XmlName | undefined)[] = [];
  /** The state in which something in the element was refused: until it changes, what is missing was meant by that. */
  readonly #excuses: number[] = [];

  push(name: XmlName, opening: number, source: Source, namespaces: Namespaces, start: number, end: number): void {
    const depth = this.depth++;
    if (depth > 0) this.#children[depth - 1] = name;
    this.#names[depth] = name;
    this.#starts[depth] = start;
    this.#ends[depth] = end;
    this.#sources[depth] = source;
    this.#namespaces[depth] = namespaces;
    this.#openings[depth] = opening;
    this.#children[depth] = undefined;
    this.#excuses[depth] = -1;
  }

  pop(): void {
    this.depth--;
  }

  /** Of the innermost element; undefined where none is open. */
  get opening(): number | undefined {
    return this.depth === 0 ? undefined : this.#openings[this.depth - 1];
  }

  get source(): Source {
    return this.#sources[this.depth - 1] ?? NO_SOURCE;
  }

  get namespaces(): Namespaces {
    return this.#namespaces[this.depth - 1] ?? NO_NAMESPACES;
  }

  excuse(state: number): void {
    if (this.depth > 0) this.#excuses[this.depth - 1] = state;
  }

  isExcused(state: number): boolean {
    return this.depth > 0 && this.#excuses[this.depth - 1] === state;
  }

  /** The innermost element, as messages speak of it. */
  current(): OpenElement | undefined {
    const { depth, opening } = this;
    if (opening === undefined) return undefined;
    const ancestors: StartTag[] = [];
    for (let at = depth - 2; at >= Math.max(0, depth - 1 - NEAR); at--) ancestors.push(this.#tagAt(at));
    return { tag: this.#tagAt(depth - 1), opening, previous: this.#children[depth - 1], ancestors };
  }

  #tagAt(depth: number): StartTag {
    return {
      kind: 'startTag',
      source: this.#sources[depth] ?? NO_SOURCE,
      name: this.#names[depth] ?? NO_NAME,
      attributes: [],
      namespaces: this.#namespaces[depth] ?? NO_NAMESPACES,
      start: this.#starts[depth] ?? 0,
      end: this.#ends[depth] ?? 0,
    };
  }
}
