/** Start tags as they are written -> the numbers of their shapes: an element with its attributes in order, whatever their values are (XML 1.0, 3.1). */
import type { BytePart } from './byte-part.js';
import { writtenName, type XmlName } from './names.js';
import type { WrittenName } from './scan-names.js';
import type { NamespaceScope } from './scan-scope.js';

/** A start tag without its values, its names settled. */
export interface TagShape {
  readonly written: WrittenName;
  readonly name: XmlName;
  readonly attributes: readonly XmlName[];
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;

const IN_NAME = 1;
const SPACE = 2;
const IN_VALUE = 4;

/** Of each byte: may it stand in a name of ASCII, is it white space, does it stand in a value for itself? */
const KIND = byteKinds();

function byteKinds(): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(IN_VALUE, 0x20);
  for (const sign of [QUOTE, APOSTROPHE, 0x26, 0x3c]) kinds[sign] = 0;
  for (let byte = 0; byte < 128; byte++) {
    if (/[A-Za-z0-9._:-]/.test(String.fromCharCode(byte))) kinds[byte] = IN_NAME | IN_VALUE;
  }
  for (const byte of [0x09, 0x0a, 0x0d]) kinds[byte] = SPACE;
  kinds[0x20] = SPACE | IN_VALUE;
  return kinds;
}

const NONE = -1;
/** A tag with more attributes is read in the ordinary way. */
const MOST_ATTRIBUTES = 16;
/** A document with ever new names is read in the ordinary way. */
const MOST_NODES = 10_000;
/** Longer names are read in the ordinary way. */
const LONGEST_NAME = 64;

/**
 * Reads start tags whose shape it has been taught, in the scope that they were taught in. Names are the edges of a tree:
 * from its root by the name of the element, and on by the name of each attribute.
 */
export class TagShapes {
  /** Of the tag that was read last: where it begins and ends, its attributes, where their values stand. */
  start = 0;
  end = 0;
  isEmpty = false;
  count = 0;
  /** Has any of the values a byte that is not ASCII? */
  isWide = false;
  readonly nameStarts = new Int32Array(MOST_ATTRIBUTES);
  readonly valueStarts = new Int32Array(MOST_ATTRIBUTES);
  readonly valueEnds = new Int32Array(MOST_ATTRIBUTES);
  readonly hashes = new Int32Array(MOST_ATTRIBUTES);
  /** Not zero where the value has such a byte. */
  readonly wide = new Uint8Array(MOST_ATTRIBUTES);
  readonly #shapes: TagShape[] = [];
  readonly #roots = new Map<NamespaceScope, number>();
  /** By node: the shape of a tag that ends there. */
  readonly #shapeOf: number[] = [];
  /** The name that leads to each node, in cells of `LONGEST_NAME` bytes. */
  #names = new Uint8Array(64 * LONGEST_NAME);
  readonly #lengths: number[] = [];
  /** Edges in an open table: the node that they come from + 1, the hash of the name, the node that they lead to. */
  #edges = new Int32Array(3 * 1024);
  #mask = 1023;
  #edgeCount = 0;

  at(shape: number): TagShape {
    const found = this.#shapes[shape];
    if (found === undefined) throw new RangeError(`no shape ${shape}`);
    return found;
  }

  /** The node to begin from in a scope: -1 where there is no more room. To be asked when the scope changes. */
  rootOf(scope: NamespaceScope): number {
    let root = this.#roots.get(scope);
    if (root === undefined) {
      if (this.#lengths.length > MOST_NODES) return NONE;
      root = this.#addNode();
      this.#roots.set(scope, root);
    }
    return root;
  }

  /** The shape of the tag whose "<" is at `at`; -1 where it is not known, not well-formed, or not plain. */
  read({ bytes }: BytePart, root: number, at: number): number {
    let p = at + 1;
    let from = p;
    let hash = 0;
    let byte = bytes[p] ?? 0;
    while (((KIND[byte] ?? 0) & IN_NAME) !== 0) {
      hash = (Math.imul(hash, 31) + byte) | 0;
      byte = bytes[++p] ?? 0;
    }
    let node = this.#follow(bytes, root, hash, from, p);
    let count = 0;
    let wide = 0;
    for (;;) {
      if (node === NONE) return NONE;
      if (byte === GREATER) {
        this.isEmpty = false;
        break;
      }
      if (byte === SLASH) {
        if (bytes[++p] !== GREATER) return NONE;
        this.isEmpty = true;
        break;
      }
      if (((KIND[byte] ?? 0) & SPACE) === 0) return NONE;
      do byte = bytes[++p] ?? 0;
      while (((KIND[byte] ?? 0) & SPACE) !== 0);
      if (byte === GREATER || byte === SLASH) continue;
      from = p;
      hash = 0;
      while (((KIND[byte] ?? 0) & IN_NAME) !== 0) {
        hash = (Math.imul(hash, 31) + byte) | 0;
        byte = bytes[++p] ?? 0;
      }
      if (byte !== EQUALS || count === MOST_ATTRIBUTES) return NONE;
      node = this.#follow(bytes, node, hash, from, p);
      this.nameStarts[count] = from;
      const quote = bytes[++p] ?? 0;
      if (quote !== QUOTE && quote !== APOSTROPHE) return NONE;
      from = ++p;
      hash = 0;
      let all = 0;
      for (;;) {
        byte = bytes[p] ?? 0;
        if (((KIND[byte] ?? 0) & IN_VALUE) === 0 && (byte === quote || (byte !== QUOTE && byte !== APOSTROPHE))) break;
        hash = (Math.imul(hash, 31) + byte) | 0;
        all |= byte;
        p++;
      }
      if (byte !== quote) return NONE;
      this.valueStarts[count] = from;
      this.valueEnds[count] = p;
      this.hashes[count] = hash;
      this.wide[count++] = all & 0x80;
      wide |= all & 0x80;
      byte = bytes[++p] ?? 0;
    }
    this.start = at;
    this.end = p + 1;
    this.count = count;
    this.isWide = wide !== 0;
    return this.#shapeOf[node] ?? NONE;
  }

  /** Remembers the shape of a tag that was read in the ordinary way in this scope and declares no namespace. */
  teach(scope: NamespaceScope, shape: TagShape): void {
    if (shape.attributes.length > MOST_ATTRIBUTES || this.#lengths.length > MOST_NODES) return;
    const path = [shape.written.written, ...shape.attributes.map(writtenName)];
    if (!path.every((name) => name.length <= LONGEST_NAME && /^[A-Za-z0-9._:-]+$/.test(name))) return;
    let node = this.rootOf(scope);
    for (const name of path) {
      const bytes = Buffer.from(name, 'latin1');
      let hash = 0;
      for (const byte of bytes) hash = (Math.imul(hash, 31) + byte) | 0;
      const next = this.#follow(bytes, node, hash, 0, bytes.length);
      node = next === NONE ? this.#addEdge(node, hash, bytes) : next;
    }
    if (this.#shapeOf[node] === NONE) this.#shapeOf[node] = this.#shapes.push(shape) - 1;
  }

  #follow(bytes: Uint8Array, node: number, hash: number, from: number, to: number): number {
    const edges = this.#edges;
    const mask = this.#mask;
    for (let slot = slotOf(node, hash) & mask; ; slot = (slot + 1) & mask) {
      const cell = slot * 3;
      const origin = edges[cell];
      if (origin === 0) return NONE;
      if (origin !== node + 1 || edges[cell + 1] !== hash) continue;
      const next = edges[cell + 2] ?? NONE;
      if (this.#isNamed(next, bytes, from, to)) return next;
    }
  }

  #isNamed(node: number, bytes: Uint8Array, from: number, to: number): boolean {
    const length = this.#lengths[node] ?? 0;
    if (to - from !== length) return false;
    const names = this.#names;
    const first = node * LONGEST_NAME;
    for (let i = 0; i < length; i++) if (names[first + i] !== bytes[from + i]) return false;
    return true;
  }

  #addNode(): number {
    this.#shapeOf.push(NONE);
    return this.#lengths.push(0) - 1;
  }

  #addEdge(node: number, hash: number, name: Uint8Array): number {
    const next = this.#addNode();
    this.#lengths[next] = name.length;
    const first = next * LONGEST_NAME;
    if (first + LONGEST_NAME > this.#names.length) {
      const grown = new Uint8Array((first + LONGEST_NAME) * 2);
      grown.set(this.#names);
      this.#names = grown;
    }
    this.#names.set(name, first);
    if (++this.#edgeCount * 2 > this.#mask) this.#grow();
    this.#put(node, hash, next);
    return next;
  }

  #put(node: number, hash: number, next: number): void {
    let slot = slotOf(node, hash) & this.#mask;
    while (this.#edges[slot * 3] !== 0) slot = (slot + 1) & this.#mask;
    this.#edges.set([node + 1, hash, next], slot * 3);
  }

  #grow(): void {
    const old = this.#edges;
    this.#mask = this.#mask * 2 + 1;
    this.#edges = new Int32Array((this.#mask + 1) * 3);
    for (let cell = 0; cell < old.length; cell += 3) {
      const node = old[cell] ?? 0;
      if (node !== 0) this.#put(node - 1, old[cell + 1] ?? 0, old[cell + 2] ?? 0);
    }
  }
}

function slotOf(node: number, hash: number): number {
  const mixed = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(hash, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
