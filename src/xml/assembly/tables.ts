/** What the automaton has said so far -> tables: which state comes behind a tag, which values are good. */
import { LONGEST_NAME, MOST_ATTRIBUTES } from './shapes';

/** What was not asked yet. */
export const UNKNOWN: i32 = -2;

/** A table of transitions: pairs of small integers -> an integer. Cells: first + 1 (0 is a free place), second, value. */
class Pairs {
  mask: i32 = 1023;
  size: i32 = 0;
  cells: usize = 0;

  constructor() {
    this.cells = clearCells(1024);
  }

  @inline
  place(first: i32, second: i32): usize {
    let at: i32 = ((first * <i32>0x9e3779b1) ^ (second * <i32>0x85ebca6b)) >>> 7;
    while (true) {
      at &= this.mask;
      const cell = this.cells + <usize>at * 12;
      const found = load<i32>(cell);
      if (found === 0 || (found === first + 1 && load<i32>(cell, 4) === second)) return cell;
      at++;
    }
  }

  get(first: i32, second: i32): i32 {
    const cell = this.place(first, second);
    return load<i32>(cell) === 0 ? UNKNOWN : load<i32>(cell, 8);
  }

  /** Each pair is set once. */
  set(first: i32, second: i32, value: i32): void {
    if (++this.size * 2 > this.mask) this.grow();
    this.put(first, second, value);
  }

  clear(): void {
    this.size = 0;
    memory.fill(this.cells, 0, (<usize>this.mask + 1) * 12);
  }

  private put(first: i32, second: i32, value: i32): void {
    const cell = this.place(first, second);
    store<i32>(cell, first + 1);
    store<i32>(cell, second, 4);
    store<i32>(cell, value, 8);
  }

  private grow(): void {
    const old = this.cells;
    const end = old + (<usize>this.mask + 1) * 12;
    this.mask = this.mask * 2 + 1;
    this.cells = clearCells(this.mask + 1);
    for (let cell = old; cell < end; cell += 12) {
      const first = load<i32>(cell);
      if (first !== 0) this.put(first - 1, load<i32>(cell, 4), load<i32>(cell, 8));
    }
  }
}

function clearCells(count: i32): usize {
  const size = <usize>count * 12;
  const cells = heap.alloc(size);
  memory.fill(cells, 0, size);
  return cells;
}

/** State, shape -> how a tag is taken: its number; 0 where the automaton wants to see it. */
export const tags = new Pairs();
/** State, opening -> the state behind the end tag; -1 where the automaton wants to see it. */
export const ends = new Pairs();

/** For each way to take a tag: the opening, the state of the content, which attribute is the ID (-1: none), and for each attribute the number of what its value has to match, -1 where any will do. */
const WAY: usize = 12 + 4 * <usize>MOST_ATTRIBUTES;
/** Added to the number of what a value has to match, where that is an ID: it comes once, and is an ASCII name nearly always. */
export const IS_ID: i32 = 0x40000000;
let wayCount: i32 = 1;
let wayRoom: i32 = 256;
let ways: usize = heap.alloc(WAY * <usize>wayRoom);

export function addWay(): i32 {
  if (wayCount === wayRoom) {
    const old = ways;
    ways = heap.alloc(WAY * <usize>wayRoom * 2);
    memory.copy(ways, old, WAY * <usize>wayRoom);
    wayRoom *= 2;
  }
  return wayCount++;
}

/** Where the way is written: opening, content, ID, values; 32 bits each. */
export function wayAt(way: i32): usize {
  return ways + <usize>way * WAY;
}

/** State -> what text does in it: not known, nothing, ask where it is not blank, always ask; or another state. */
export const TEXT_UNKNOWN: i32 = 0;
export const TEXT_PASSES: i32 = -1;
export const TEXT_MAY_FAIL: i32 = -2;
export const TEXT_ASKS: i32 = -3;
let textRoom: i32 = 1024;
let texts: usize = clearTexts();

function clearTexts(): usize {
  const size = <usize>(4 * textRoom);
  const table = heap.alloc(size);
  memory.fill(table, 0, size);
  return table;
}

/** Another state is written as its number + 1. */
export function textIn(state: i32): i32 {
  return state < textRoom ? load<i32>(texts + 4 * <usize>state) : TEXT_UNKNOWN;
}

export function setText(state: i32, value: i32): void {
  if (state >= textRoom) {
    const old = texts;
    const size = <usize>(4 * textRoom);
    while (state >= textRoom) textRoom *= 2;
    texts = clearTexts();
    memory.copy(texts, old, size);
  }
  store<i32>(texts + 4 * <usize>state, value);
}

/** Values that were found good: the last one for each slot. A cell has what it matched + 1, its length, its bytes. */
const SLOTS: i32 = 4096;
const CELL: usize = 56;
const LONGEST: i32 = 48;
const values: usize = heap.alloc(CELL * <usize>SLOTS);

function cellOf(pattern: i32, hash: i32): usize {
  const mixed = (hash + pattern) * <i32>0x9e3779b1;
  return values + CELL * <usize>((mixed >>> 16) & (SLOTS - 1));
}

export function isKnownGood(pattern: i32, hash: i32, from: usize, length: i32): bool {
  const cell = cellOf(pattern, hash);
  if (load<i32>(cell) !== pattern + 1 || load<i32>(cell, 4) !== length) return false;
  for (let i: i32 = 0; i < length; i++) {
    if (load<u8>(cell + 8 + <usize>i) !== load<u8>(from + <usize>i)) return false;
  }
  return true;
}

export function keepGood(pattern: i32, hash: i32, from: usize, length: i32): void {
  if (length > LONGEST) return;
  const cell = cellOf(pattern, hash);
  store<i32>(cell, pattern + 1);
  store<i32>(cell, length, 4);
  memory.copy(cell + 8, from, <usize>length);
}

/** Forgets all. */
export function forgetTables(): void {
  tags.clear();
  ends.clear();
  wayCount = 1;
  memory.fill(texts, 0, <usize>(4 * textRoom));
  memory.fill(values, 0, CELL * <usize>SLOTS);
}

/** Where JavaScript writes a name that it teaches. */
export const scratch: usize = heap.alloc(<usize>LONGEST_NAME);
