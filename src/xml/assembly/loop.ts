/** The bytes of a document, and tables of an automaton -> the state behind them: the loop that markup and text without surprises go through. */

import {
  addName as addNameTo,
  addNode,
  countNodes,
  forgetShapes,
  isSame,
  lengthOf,
  NONE,
  nameOf,
  nameStart,
  prepareShapes,
  readTag,
  setShape,
  tagAttributes,
  tagEnd,
  tagIsEmpty,
  tagIsWide,
  tagName,
  valueEnd,
  valueHash,
  valueIsWide,
  valueStart,
} from './shapes';
import {
  addWay,
  ends,
  forgetTables,
  IS_ID,
  isKnownGood,
  keepGood,
  scratch,
  setText,
  TEXT_ASKS,
  TEXT_MAY_FAIL,
  TEXT_PASSES,
  TEXT_UNKNOWN,
  tags,
  textIn,
  UNKNOWN,
  wayAt,
} from './tables';
import { CUT, countExcess as countExcessOf, excessOfText, ILLEGAL, isBlank, kindOfText, PLAIN, scanText } from './text';

export { addNode, addWay, countNodes, setShape, setText };

/** Does the value match what has this number? */
declare function matches(pattern: i32, from: u32, to: u32, isWide: i32): i32;
/** Takes the ID in these bytes, whose attribute stands at these offsets of the document; 0 where it was there before. */
declare function takeId(from: u32, to: u32, hash: i32, start: f64, end: f64): i32;

/** Why the loop stops. */
const END: i32 = 0;
/** What comes next is for the ordinary scanner: from `at` to `to`; to the end of the markup where `to` is 0. */
const ORDINARY: i32 = 1;
/** The automaton has to be asked, then it goes on: about a start tag (state, shape), an end tag (state, opening), text (state). */
const ASK_START: i32 = 2;
const ASK_END: i32 = 3;
const ASK_TEXT: i32 = 4;
/** There is what XML cannot hold. */
const NOT_XML: i32 = 5;

/** What is known of the document between two runs. */
export let at: i32 = 0;
export let length: i32 = 0;
export let state: i32 = 0;
export let depth: i32 = 0;
/** The least depth since JavaScript was here, and whether there was a tag. */
export let lowest: i32 = 0;
export let hadTag: i32 = 0;
/** The root of the names of tags in the namespaces that are in scope. */
export let root: i32 = 0;
/** Offset in the document of the first byte of the window, and what an offset in bytes from there has more than one in characters. */
export let base: f64 = 0;
export let delta: f64 = 0;
export let to: i32 = 0;
export let askedState: i32 = 0;
export let asked: i32 = 0;

/** The bytes that are scanned, with zeros behind them. */
let window: usize = 0;
let windowRoom: i32 = 0;
const BEHIND: i32 = 32;

/** What is open: the name's node (-1: JavaScript closes it), the opening, the shape, the length of the tag, its offset in the document. */
const FRAME: usize = 24;
let frameRoom: i32 = 64;
let frames: usize = heap.alloc(FRAME * <usize>frameRoom);

prepareShapes();
forgetTables();

export function setRoot(value: i32): void {
  root = value;
}

/** Where JavaScript writes names that it teaches, how tags are taken, and what it opens. */
export function scratchAt(): u32 {
  return <u32>scratch;
}
export function wayPointer(way: i32): u32 {
  return <u32>wayAt(way);
}
export function windowAt(): u32 {
  return <u32>window;
}
export function framePointer(index: i32): u32 {
  return <u32>(frames + FRAME * <usize>index);
}

/** The node that the name in the scratch leads to from `node`. */
export function addName(node: i32, size: i32): i32 {
  return addNameTo(node, scratch, size);
}
export function setTag(from: i32, shape: i32, way: i32): void {
  tags.set(from, shape, way);
}
export function setEnd(from: i32, opening: i32, next: i32): void {
  ends.set(from, opening, next);
}

/** Forgets all that was taught. */
export function forget(): void {
  forgetShapes();
  forgetTables();
}

/** Begins a document, whose bytes in the window come so many characters behind its start. */
export function begin(offset: f64): void {
  at = 0;
  length = 0;
  depth = 0;
  lowest = 0;
  base = offset;
  delta = 0;
}

/** Drops the bytes that were scanned and makes room for `more`; they are to be written at the offset that is answered, in memory, and then to be told of by `added`. */
export function makeRoom(more: i32): u32 {
  const left = length - at;
  base = base + <f64>at - delta;
  delta = 0;
  const from = window + <usize>at;
  if (left + more + BEHIND > windowRoom) {
    windowRoom = (left + more) * 2 + BEHIND;
    const larger = heap.alloc(<usize>windowRoom);
    memory.copy(larger, from, <usize>left);
    window = larger;
  } else if (at > 0) {
    memory.copy(window, from, <usize>left);
  }
  at = 0;
  length = left;
  return <u32>(window + <usize>left);
}

export function added(more: i32): void {
  length += more;
  memory.fill(window + <usize>length, 0, BEHIND);
}

/** JavaScript has scanned up to `next`; so many elements are open there, the last one by this name and opening. */
export function moveTo(next: i32, open: i32, now: i32, name: i32, opening: i32): void {
  delta += <f64>countExcessOf(window + <usize>at, window + <usize>next);
  at = next;
  if (open + 2 > frameRoom) growFrames();
  if (open > depth) {
    store<i32>(frameAt(open - 1), name);
    store<i32>(frameAt(open - 1), opening, 4);
    store<i32>(frameAt(open - 1), UNKNOWN, 8);
  }
  store<i32>(frameAt(open), UNKNOWN, 8);
  state = now;
  depth = open;
  lowest = open;
  hadTag = 0;
}

function growFrames(): void {
  const old = frames;
  frames = heap.alloc(FRAME * <usize>frameRoom * 2);
  memory.copy(frames, old, FRAME * <usize>frameRoom);
  frameRoom *= 2;
}

function frameAt(index: i32): usize {
  return frames + FRAME * <usize>index;
}

/** Goes on until the bytes end, or until somebody has to be asked. */
export function run(): i32 {
  const end = window + <usize>length;
  let here = window + <usize>at;
  while (true) {
    if (here >= end) return stop(here, END);
    if (depth === 0) return leave(here, 0);
    if (load<u8>(here) !== 0x3c) {
      const next = scanText(here, end);
      if (kindOfText === CUT) return stop(here, END);
      if (kindOfText === ILLEGAL) return stop(here, NOT_XML);
      if (kindOfText !== PLAIN) return leave(here, next);
      const rule = textIn(state);
      if (rule === TEXT_UNKNOWN) return ask(here, ASK_TEXT, 0);
      if (rule !== TEXT_PASSES) {
        if (rule === TEXT_ASKS) return leave(here, next);
        if (!isBlank(here, next)) {
          if (rule === TEXT_MAY_FAIL) return leave(here, next);
          state = rule - 1;
        }
      }
      delta += <f64>excessOfText;
      here = next;
      continue;
    }
    const second = load<u8>(here, 1);
    if (second === 0x2f) {
      const open = frameAt(depth - 1);
      const name = load<i32>(open);
      if (name < 0) return leave(here, 0);
      const size = <usize>lengthOf(name);
      if (!isSame(nameOf(name), here + 2, size) || load<u8>(here + 2 + size) !== 0x3e) return leave(here, 0);
      const opening = load<i32>(open, 4);
      const back = ends.get(state, opening);
      if (back < 0) return back === UNKNOWN ? ask(here, ASK_END, opening) : leave(here, 0);
      state = back;
      depth--;
      if (depth < lowest) lowest = depth;
      hadTag = 1;
      here += 3 + size;
      continue;
    }
    if (second === 0x21 || second === 0x3f) return leave(here, 0);
    const shape = readTag(root, here);
    if (shape === NONE) return leave(here, 0);
    const way = tags.get(state, shape);
    if (way <= 0) return way === UNKNOWN ? ask(here, ASK_START, shape) : leave(here, 0);
    const taken = wayAt(way);
    const opening = load<i32>(taken);
    const content = load<i32>(taken, 4);
    const id = load<i32>(taken, 8);
    let back: i32 = 0;
    if (tagIsEmpty) {
      back = ends.get(content, opening);
      if (back < 0) {
        if (back !== UNKNOWN) return leave(here, 0);
        ask(here, ASK_END, opening);
        askedState = content;
        return ASK_END;
      }
    }
    if (!areGood(taken)) return leave(here, 0);
    const start = base + <f64>(here - window) - delta;
    if (id >= 0) {
      const name = nameStart(id);
      const excess = tagIsWide ? countExcessOf(here, name) : 0;
      const first = start + <f64>(name - here) - <f64>excess;
      const last = first + <f64>(valueEnd(id) + 1 - name);
      if (takeId(<u32>valueStart(id), <u32>valueEnd(id), valueHash(id), first, last) === 0) return leave(here, 0);
    }
    const excess = tagIsWide ? countExcessOf(here, tagEnd) : 0;
    hadTag = 1;
    const frame = frameAt(depth);
    store<i32>(frame, shape, 8);
    if (tagIsEmpty) state = back;
    else {
      store<i32>(frame, tagName);
      store<i32>(frame, opening, 4);
      store<i32>(frame, <i32>(tagEnd - here) - excess, 12);
      store<f64>(frame, start, 16);
      state = content;
      depth++;
      if (depth + 2 > frameRoom) growFrames();
      // Nothing is known of children yet.
      store<i32>(frameAt(depth), NONE, 8);
    }
    delta += <f64>excess;
    here = tagEnd;
  }
}

/** Are the values of the tag good? An ID has to be a name of ASCII. */
function areGood(taken: usize): bool {
  const id = load<i32>(taken, 8);
  for (let i: i32 = 0; i < tagAttributes; i++) {
    const pattern = load<i32>(taken + 12 + 4 * <usize>i);
    const from = valueStart(i);
    const end = valueEnd(i);
    if ((i === id || (pattern >= 0 && (pattern & IS_ID) !== 0)) && !isName(from, end)) return false;
    if (pattern < 0 || (pattern & IS_ID) !== 0) continue;
    const hash = valueHash(i);
    const size = <i32>(end - from);
    if (isKnownGood(pattern, hash, from, size)) continue;
    if (matches(pattern, <u32>from, <u32>end, valueIsWide(i)) === 0) return false;
    keepGood(pattern, hash, from, size);
  }
  return true;
}

/** A letter or "_", then letters, digits, ".", "-" and "_": an NCName of ASCII. */
function isName(from: usize, end: usize): bool {
  if (end === from) return false;
  for (let p = from; p < end; p++) {
    const byte = load<u8>(p);
    const letter = byte | 0x20;
    if ((letter >= 0x61 && letter <= 0x7a) || byte === 0x5f) continue;
    const isOther = (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
    if (!isOther || p === from) return false;
  }
  return true;
}

function stop(here: usize, why: i32): i32 {
  at = <i32>(here - window);
  return why;
}

function leave(here: usize, next: usize): i32 {
  to = next === 0 ? 0 : <i32>(next - window);
  return stop(here, ORDINARY);
}

function ask(here: usize, why: i32, what: i32): i32 {
  to = 0;
  askedState = state;
  asked = what;
  return stop(here, why);
}
