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

const FIRST = 64;

/** From an element on: the file that it stands in, and the prefixes in scope. */
interface Surroundings {
  readonly depth: number;
  readonly source: Source;
  readonly namespaces: Namespaces;
}

/** The elements that are open, root first. Of a start tag all is kept but its attributes. */
export class OpenElements {
  /** How many are open. */
  depth = 0;
  /** Behind the names of what is open stands that of the last child of the innermost, if it has one. */
  readonly #names: (XmlName | undefined)[] = [];
  readonly #surroundings: Surroundings[] = [];
  #starts = new Float64Array(FIRST);
  #lengths = new Uint32Array(FIRST);
  #openings = new Int32Array(FIRST);
  /** The state in which something in the element was refused: until it changes, what is missing was meant by that. */
  #excuses = new Int32Array(FIRST);

  /** By depth: what was said to be missing in the element. */
  readonly #awaited = new Map<number, Set<number>>();

  push(name: XmlName, opening: number, source: Source, namespaces: Namespaces, start: number, end: number): void {
    const depth = this.depth++;
    if (depth === this.#starts.length) this.#grow();
    this.#names[depth] = name;
    this.#names[depth + 1] = undefined;
    this.#starts[depth] = start;
    this.#lengths[depth] = end - start;
    this.#openings[depth] = opening;
    this.#excuses[depth] = -1;
    const around = this.#surroundings[this.#surroundings.length - 1];
    if (around?.namespaces !== namespaces || around.source !== source) {
      this.#surroundings.push({ depth, source, namespaces });
    }
  }

  pop(): void {
    if (this.#awaited.size > 0) this.#awaited.delete(this.depth);
    this.depth--;
    if (this.#surroundings[this.#surroundings.length - 1]?.depth === this.depth) this.#surroundings.pop();
  }

  /** Of the innermost element; undefined where there was none yet. */
  set lastChild(name: XmlName | undefined) {
    this.#names[this.depth] = name;
  }

  /** Of the innermost element; undefined where none is open. */
  get opening(): number | undefined {
    return this.depth === 0 ? undefined : this.#openings[this.depth - 1];
  }

  get source(): Source {
    return this.#surroundings[this.#surroundings.length - 1]?.source ?? NO_SOURCE;
  }

  get namespaces(): Namespaces {
    return this.#surroundings[this.#surroundings.length - 1]?.namespaces ?? NO_NAMESPACES;
  }

  /** States and openings have got other numbers. */
  renumber(state: (id: number) => number, opening: (id: number) => number): void {
    for (let at = 0; at < this.depth; at++) {
      this.#openings[at] = opening(this.#openings[at] ?? 0);
      const excused = this.#excuses[at] ?? -1;
      if (excused >= 0) this.#excuses[at] = state(excused);
    }
  }

  excuse(state: number): void {
    if (this.depth > 0) this.#excuses[this.depth - 1] = state;
  }

  isExcused(state: number): boolean {
    return this.depth > 0 && this.#excuses[this.depth - 1] === state;
  }

  /** These were said to be missing in the innermost element. */
  await(symbols: readonly number[]): void {
    const known = this.#awaited.get(this.depth) ?? [];
    this.#awaited.set(this.depth, new Set([...known, ...symbols]));
  }

  /** Was it said to be missing in the innermost element? It comes late once. */
  isLate(symbol: number): boolean {
    return this.#awaited.get(this.depth)?.delete(symbol) ?? false;
  }

  /** The innermost element, as messages speak of it. */
  current(): OpenElement | undefined {
    const { depth, opening } = this;
    if (opening === undefined) return undefined;
    const tags: StartTag[] = [];
    let around = this.#surroundings.length - 1;
    for (let at = depth - 1; at >= Math.max(0, depth - 1 - NEAR); at--) {
      while (around > 0 && (this.#surroundings[around]?.depth ?? 0) > at) around--;
      tags.push(this.#tagAt(at, this.#surroundings[around]));
    }
    const [tag, ...ancestors] = tags;
    return tag && { tag, opening, previous: this.#names[depth], ancestors };
  }

  #tagAt(depth: number, around: Surroundings | undefined): StartTag {
    const start = this.#starts[depth] ?? 0;
    return {
      kind: 'startTag',
      source: around?.source ?? NO_SOURCE,
      name: this.#names[depth] ?? NO_NAME,
      attributes: [],
      namespaces: around?.namespaces ?? NO_NAMESPACES,
      start,
      end: start + (this.#lengths[depth] ?? 0),
    };
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const [starts, lengths] = [new Float64Array(size), new Uint32Array(size)];
    const [openings, excuses] = [new Int32Array(size), new Int32Array(size)];
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    openings.set(this.#openings);
    excuses.set(this.#excuses);
    this.#starts = starts;
    this.#lengths = lengths;
    this.#openings = openings;
    this.#excuses = excuses;
  }
}
