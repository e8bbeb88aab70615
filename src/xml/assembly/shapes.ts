/** Start tags as they are written -> the numbers of their shapes: an element with its attributes in order, whatever their values are (XML 1.0, 3.1). */

const QUOTE: u8 = 0x22;
const APOSTROPHE: u8 = 0x27;
const SLASH: u8 = 0x2f;
const EQUALS: u8 = 0x3d;
const GREATER: u8 = 0x3e;

const IN_NAME: u8 = 1;
const SPACE: u8 = 2;
const IN_VALUE: u8 = 4;

export const NONE: i32 = -1;
/** A tag with more attributes is read in the ordinary way. */
export const MOST_ATTRIBUTES: i32 = 16;
/** Longer names are read in the ordinary way. */
export const LONGEST_NAME: i32 = 64;

/** Of each byte: may it stand in a name of ASCII, is it white space, does it stand in a value for itself? */
const kinds: usize = heap.alloc(256);

/** Of the tag that was read last. */
export let tagEnd: usize = 0;
export let tagIsEmpty: bool = false;
export let tagIsWide: bool = false;
export let tagAttributes: i32 = 0;
/** The node that the name of the element leads to. */
export let tagName: i32 = 0;

/** For each attribute: where its name begins, where its value begins and ends, its hash, whether it has a byte that is not ASCII. */
const ATTRIBUTE: usize = 20;
const attributes: usize = heap.alloc(ATTRIBUTE * <usize>MOST_ATTRIBUTES);

export function nameStart(index: i32): usize {
  return <usize>load<u32>(attributes + <usize>index * ATTRIBUTE, 0);
}
export function valueStart(index: i32): usize {
  return <usize>load<u32>(attributes + <usize>index * ATTRIBUTE, 4);
}
export function valueEnd(index: i32): usize {
  return <usize>load<u32>(attributes + <usize>index * ATTRIBUTE, 8);
}
export function valueHash(index: i32): i32 {
  return load<i32>(attributes + <usize>index * ATTRIBUTE, 12);
}
export function valueIsWide(index: i32): i32 {
  return load<i32>(attributes + <usize>index * ATTRIBUTE, 16);
}

/** Names are the edges of a tree: from a root by the name of the element, and on by the name of each attribute. */
let nodeCount: i32 = 0;
let nodeRoom: i32 = 256;
/** For each node: the length of the name that leads to it, the shape of a tag that ends there, the name. */
const NODE: usize = 8 + <usize>LONGEST_NAME;
let nodes: usize = heap.alloc(NODE * <usize>nodeRoom);

/** Edges in an open table: the node that they come from + 1, the hash of the name, the node that they lead to. */
let edgeMask: i32 = 1023;
let edgeCount: i32 = 0;
let edges: usize = newEdges();

function newEdges(): usize {
  const size = (<usize>edgeMask + 1) * 12;
  const table = heap.alloc(size);
  memory.fill(table, 0, size);
  return table;
}

export function prepareShapes(): void {
  memory.fill(kinds, 0, 256);
  memory.fill(kinds + 0x20, IN_VALUE, 224);
  store<u8>(kinds + 0x22, 0);
  store<u8>(kinds + 0x27, 0);
  store<u8>(kinds + 0x26, 0);
  store<u8>(kinds + 0x3c, 0);
  // U+FFFE and U+FFFF begin with EF: a value with such a byte is left to the ordinary way.
  store<u8>(kinds + 0xef, 0);
  for (let byte: i32 = 0x30; byte <= 0x7a; byte++) {
    const isName = byte <= 0x3a || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || byte >= 0x61;
    if (isName) store<u8>(kinds + <usize>byte, IN_NAME | IN_VALUE);
  }
  store<u8>(kinds + 0x2d, IN_NAME | IN_VALUE);
  store<u8>(kinds + 0x2e, IN_NAME | IN_VALUE);
  store<u8>(kinds + 0x09, SPACE);
  store<u8>(kinds + 0x0a, SPACE);
  store<u8>(kinds + 0x0d, SPACE);
  store<u8>(kinds + 0x20, SPACE | IN_VALUE);
}

/** Forgets all that was taught. */
export function forgetShapes(): void {
  nodeCount = 0;
  edgeCount = 0;
  memory.fill(edges, 0, (<usize>edgeMask + 1) * 12);
}

export function shapeOf(node: i32): i32 {
  return load<i32>(nodes + <usize>node * NODE, 4);
}
export function lengthOf(node: i32): i32 {
  return load<i32>(nodes + <usize>node * NODE);
}
export function nameOf(node: i32): usize {
  return nodes + <usize>node * NODE + 8;
}

/** How many nodes there are. */
export function countNodes(): i32 {
  return nodeCount;
}

/** A node that no name leads to: the root of a tree. */
export function addNode(): i32 {
  if (nodeCount === nodeRoom) {
    const old = nodes;
    nodes = heap.alloc(NODE * <usize>nodeRoom * 2);
    memory.copy(nodes, old, NODE * <usize>nodeRoom);
    nodeRoom *= 2;
  }
  store<i32>(nodes + <usize>nodeCount * NODE, 0);
  store<i32>(nodes + <usize>nodeCount * NODE, NONE, 4);
  return nodeCount++;
}

/** The node that this name leads to, made where there is none. It is no longer than LONGEST_NAME, and holds what may stand in a name here. */
export function addName(node: i32, from: usize, length: i32): i32 {
  let hash: i32 = 0;
  for (let i: i32 = 0; i < length; i++) hash = hash * 31 + <i32>load<u8>(from + <usize>i);
  const known = follow(node, hash, from, from + <usize>length);
  if (known !== NONE) return known;
  const next = addNode();
  store<i32>(nodes + <usize>next * NODE, length);
  memory.copy(nameOf(next), from, <usize>length);
  if (++edgeCount * 2 > edgeMask) growEdges();
  putEdge(node, hash, next);
  return next;
}

export function setShape(node: i32, shape: i32): void {
  store<i32>(nodes + <usize>node * NODE, shape, 4);
}

function putEdge(node: i32, hash: i32, next: i32): void {
  let slot = slotOf(node, hash) & edgeMask;
  while (load<i32>(edges + <usize>slot * 12) !== 0) slot = (slot + 1) & edgeMask;
  const cell = edges + <usize>slot * 12;
  store<i32>(cell, node + 1);
  store<i32>(cell, hash, 4);
  store<i32>(cell, next, 8);
}

function growEdges(): void {
  const old = edges;
  const end = old + (<usize>edgeMask + 1) * 12;
  edgeMask = edgeMask * 2 + 1;
  edges = newEdges();
  for (let cell = old; cell < end; cell += 12) {
    const node = load<i32>(cell);
    if (node !== 0) putEdge(node - 1, load<i32>(cell, 4), load<i32>(cell, 8));
  }
}

function slotOf(node: i32, hash: i32): i32 {
  const mixed = ((node + 1) * <i32>0x9e3779b1) ^ (hash * <i32>0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function follow(node: i32, hash: i32, from: usize, to: usize): i32 {
  let slot = slotOf(node, hash);
  while (true) {
    slot &= edgeMask;
    const cell = edges + <usize>slot * 12;
    const origin = load<i32>(cell);
    if (origin === 0) return NONE;
    if (origin === node + 1 && load<i32>(cell, 4) === hash) {
      const next = load<i32>(cell, 8);
      if (isWritten(next, from, to)) return next;
    }
    slot++;
  }
}

function isWritten(node: i32, from: usize, to: usize): bool {
  const length = to - from;
  return <usize>lengthOf(node) === length && isSame(nameOf(node), from, length);
}

export function isSame(a: usize, b: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(a + i) !== load<u8>(b + i)) return false;
  return true;
}

function kindOf(byte: u8): u8 {
  return load<u8>(kinds + <usize>byte);
}

/** The shape of the tag whose "<" is at `from`; NONE where it is not known, not well-formed, or not plain. */
export function readTag(root: i32, from: usize): i32 {
  let at = from + 1;
  let start = at;
  let hash: i32 = 0;
  let byte = load<u8>(at);
  while ((kindOf(byte) & IN_NAME) !== 0) {
    hash = hash * 31 + <i32>byte;
    byte = load<u8>(++at);
  }
  let node = follow(root, hash, start, at);
  tagName = node;
  let count: i32 = 0;
  let wide: u8 = 0;
  while (true) {
    if (node === NONE) return NONE;
    if (byte === GREATER) {
      tagIsEmpty = false;
      break;
    }
    if (byte === SLASH) {
      if (load<u8>(++at) !== GREATER) return NONE;
      tagIsEmpty = true;
      break;
    }
    if ((kindOf(byte) & SPACE) === 0) return NONE;
    do byte = load<u8>(++at);
    while ((kindOf(byte) & SPACE) !== 0);
    if (byte === GREATER || byte === SLASH) continue;
    start = at;
    hash = 0;
    while ((kindOf(byte) & IN_NAME) !== 0) {
      hash = hash * 31 + <i32>byte;
      byte = load<u8>(++at);
    }
    if (byte !== EQUALS || count === MOST_ATTRIBUTES) return NONE;
    node = follow(node, hash, start, at);
    const cell = attributes + <usize>count * ATTRIBUTE;
    store<u32>(cell, <u32>start);
    const quote = load<u8>(++at);
    if (quote !== QUOTE && quote !== APOSTROPHE) return NONE;
    start = ++at;
    hash = 0;
    let all: u8 = 0;
    while (true) {
      byte = load<u8>(at);
      if ((kindOf(byte) & IN_VALUE) === 0 && (byte === quote || (byte !== QUOTE && byte !== APOSTROPHE))) break;
      hash = hash * 31 + <i32>byte;
      all |= byte;
      at++;
    }
    if (byte !== quote) return NONE;
    store<u32>(cell, <u32>start, 4);
    store<u32>(cell, <u32>at, 8);
    store<i32>(cell, hash, 12);
    store<i32>(cell, <i32>(all & 0x80), 16);
    wide |= all & 0x80;
    count++;
    byte = load<u8>(++at);
  }
  tagEnd = at + 1;
  tagAttributes = count;
  tagIsWide = wide !== 0;
  return shapeOf(node);
}
