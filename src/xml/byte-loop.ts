/** The loop in WebAssembly (`assembly/loop.ts`) and who answers what it does not know: tags and text without surprises go through it, byte by byte. */
import { BYTE_LOOP } from './byte-loop-code.js';
import { writtenName, type XmlName } from './names.js';
import type { NamespaceScope } from './scan-scope.js';

/** A start tag without its values, its names settled: how it is written, but for the values. */
export interface TagShape {
  readonly name: XmlName;
  readonly attributes: readonly XmlName[];
}

/** How a tag is taken in a state. */
export interface TagWay {
  /** Of the element; it comes back with the end tag. */
  readonly opening: number;
  /** The state behind the tag. */
  readonly content: number;
  /** Which attribute is the ID; -1 if none is. */
  readonly id: number;
  /** For each attribute, the number of what its value has to match, `ANY_ID` for an ID, -1 where any value will do. */
  readonly values: readonly number[];
}

/** What any ID matches: a name of ASCII, or the automaton is asked. */
export const ANY_ID = 0x40000000;

/** What text does in a state: nothing; it is refused if it is not blank; it has to be seen; or, unless it is blank, it leads to another state. */
export type TextRule = 'passes' | 'refused' | 'seen' | number;

/** Answers of an automaton whose states are numbers. What it says once holds for every document. */
export interface LoopAnswers {
  /** Undefined where it wants to see the tag. */
  startTag(state: number, shape: TagShape): TagWay | undefined;
  /** The state behind the end tag; undefined where it wants to see it. */
  endTag(state: number, opening: number): number | undefined;
  text(state: number): TextRule;
  /** Does the value match what has this number? */
  matches(wanted: number, value: string): boolean;
  /** Has the automaton learnt so much that it has to begin anew? Its states are other numbers then. */
  isFull(): boolean;
}

/** Takes an ID that is written in these bytes, of an attribute from `start` to `end` of the document; false, and nothing is done, where it was there before. */
export type TakeId = (bytes: Uint8Array, from: number, to: number, hash: number, start: number, end: number) => boolean;

/** An element that was opened in the loop. */
export interface LoopFrame {
  readonly name: XmlName;
  readonly opening: number;
  readonly start: number;
  readonly end: number;
}

/** Why the loop stops: the bytes are at their end; what comes next has to be scanned in the ordinary way; there is what XML cannot hold; the automaton is full. */
export type LoopStop = 'end' | 'ordinary' | 'not-xml' | 'full';

const STOPS: readonly LoopStop[] = ['end', 'ordinary'];
const ASK_START = 2;
const ASK_END = 3;
const ASK_TEXT = 4;

const MOST_ATTRIBUTES = 16;
const LONGEST_NAME = 64;
/** Ever new names, and ever new ways, are read in the ordinary way. */
const MOST_NODES = 10_000;
const MOST_ANSWERS = 200_000;
/** Nor is anything learnt of tags where so many namespaces are declared one in another, or in so many ways. */
const MOST_BINDINGS = 100;
const MOST_SCOPES = 1000;
/** What stands for the bindings of all scopes of which nothing is learnt: no tag is ever taught there. */
const RARE = '';
const TEXT = { passes: -1, refused: -2, seen: -3 } as const;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly at: Cell;
  readonly length: Cell;
  readonly state: Cell;
  readonly depth: Cell;
  readonly lowest: Cell;
  readonly hadTag: Cell;
  readonly to: Cell;
  readonly base: Cell;
  readonly delta: Cell;
  readonly asked: Cell;
  readonly askedState: Cell;
  begin(offset: number): void;
  forget(): void;
  makeRoom(more: number): number;
  added(more: number): void;
  moveTo(next: number, depth: number, state: number, name: number, opening: number): void;
  run(): number;
  windowAt(): number;
  scratchAt(): number;
  framePointer(index: number): number;
  wayPointer(way: number): number;
  addNode(): number;
  addName(node: number, size: number): number;
  countNodes(): number;
  setShape(node: number, shape: number): void;
  setRoot(node: number): void;
  setText(state: number, rule: number): void;
  addWay(): number;
  setTag(state: number, shape: number, way: number): void;
  setEnd(state: number, opening: number, next: number): void;
}

interface Cell {
  readonly value: number;
}

function isLoop(exports: object): exports is Exports {
  return 'run' in exports;
}

let compiled: WebAssembly.Module | undefined;

/** One for each automaton: what it has learnt is of use for every document. It scans one document at a time. */
export class ByteLoop {
  readonly #loop: Exports;
  readonly #answers: LoopAnswers;
  #takeId: TakeId = () => false;
  #shapes: TagShape[] = [];
  #roots = new Map<string, number>();
  #rootOf = new WeakMap<NamespaceScope, number>();
  #taught = new Set<string>();
  #answered = 0;
  #root = 0;
  #memory: Buffer;
  #cells: DataView;

  constructor(answers: LoopAnswers) {
    this.#answers = answers;
    compiled ??= new WebAssembly.Module(Buffer.from(BYTE_LOOP, 'base64'));
    const loop = {
      matches: (wanted: number, from: number, to: number, isWide: number) =>
        answers.matches(wanted, this.#bytes().toString(isWide === 0 ? 'latin1' : 'utf8', from, to)) ? 1 : 0,
      takeId: (from: number, to: number, hash: number, start: number, end: number) =>
        this.#takeId(this.#bytes(), from, to, hash, start, end) ? 1 : 0,
    };
    const abort = () => {
      throw new RangeError('out of memory');
    };
    const { exports } = new WebAssembly.Instance(compiled, { loop, env: { abort } });
    if (!isLoop(exports)) throw new TypeError('not the loop');
    this.#loop = exports;
    this.#memory = Buffer.from(exports.memory.buffer);
    this.#cells = new DataView(exports.memory.buffer);
  }

  /** Begins a document: its bytes to come begin so many characters behind its start. */
  begin(offset: number, takeId: TakeId): void {
    const loop = this.#loop;
    if (loop.countNodes() > MOST_NODES || this.#answered > MOST_ANSWERS) {
      loop.forget();
      this.#shapes = [];
      this.#roots = new Map();
      this.#rootOf = new WeakMap();
      this.#taught = new Set();
      this.#answered = 0;
    }
    this.#takeId = takeId;
    loop.begin(offset);
  }

  /** The bytes to come. The loop drops what it has scanned. */
  feed(bytes: Uint8Array): void {
    const to = this.#loop.makeRoom(bytes.length);
    this.#bytes().set(bytes, to);
    this.#loop.added(bytes.length);
  }

  /** The bytes that have not been scanned. */
  rest(): Uint8Array {
    const { at, length, windowAt } = this.#loop;
    return this.#bytes().subarray(windowAt() + at.value, windowAt() + length.value);
  }

  /** Goes on as far as it can. */
  run(): LoopStop {
    const loop = this.#loop;
    for (;;) {
      if (this.#answers.isFull()) return 'full';
      const why = loop.run();
      if (why < ASK_START) return STOPS[why] ?? 'not-xml';
      if (why > ASK_TEXT) return 'not-xml';
      if (++this.#answered > MOST_ANSWERS) return 'ordinary';
      const state = loop.askedState.value;
      const asked = loop.asked.value;
      if (why === ASK_START) this.#askStart(state, asked);
      else if (why === ASK_END) loop.setEnd(state, asked, this.#answers.endTag(state, asked) ?? -1);
      else this.#askText(state);
    }
  }

  #askStart(state: number, shape: number): void {
    const loop = this.#loop;
    const known = this.#shapes[shape];
    const way = known && this.#answers.startTag(state, known);
    if (!way) {
      loop.setTag(state, shape, 0);
      return;
    }
    const number = loop.addWay();
    loop.setTag(state, shape, number);
    const pointer = loop.wayPointer(number);
    const cells = this.#view();
    for (const [index, value] of [way.opening, way.content, way.id, ...way.values].entries()) {
      cells.setInt32(pointer + 4 * index, value, true);
    }
  }

  #askText(state: number): void {
    const rule = this.#answers.text(state);
    this.#loop.setText(state, typeof rule === 'number' ? rule + 1 : TEXT[rule]);
  }

  /** How many of what is scanned next are for the ordinary scanner, where that is known: a text; else 0. */
  get ordinaryLength(): number {
    const { to, at } = this.#loop;
    return to.value === 0 ? 0 : to.value - at.value;
  }

  get state(): number {
    return this.#loop.state.value;
  }

  /** Offset in the document, in characters, of what comes next. */
  get offset(): number {
    const { base, at, delta } = this.#loop;
    return base.value + at.value - delta.value;
  }

  /** How many elements are open, and how many there were at the least since the last `moveBy`. */
  get depth(): number {
    return this.#loop.depth.value;
  }
  get lowest(): number {
    return this.#loop.lowest.value;
  }

  /** Was there a tag since the last `moveBy`? */
  get hadTag(): boolean {
    return this.#loop.hadTag.value !== 0;
  }

  /** An open element that was not there at the last `moveBy`; the root has index 0. */
  frame(index: number): LoopFrame {
    const pointer = this.#loop.framePointer(index);
    const cells = this.#view();
    const start = cells.getFloat64(pointer + 16, true);
    return {
      name: this.#shapeAt(cells.getInt32(pointer + 8, true)).name,
      opening: cells.getInt32(pointer + 4, true),
      start,
      end: start + cells.getInt32(pointer + 12, true),
    };
  }

  /** The last child of the innermost element: `as before` where the loop has seen none since the last `moveBy`. */
  get lastChild(): XmlName | 'as before' | undefined {
    const shape = this.#view().getInt32(this.#loop.framePointer(this.depth) + 8, true);
    if (shape < -1) return 'as before';
    return shape < 0 ? undefined : this.#shapeAt(shape).name;
  }

  #shapeAt(shape: number): TagShape {
    const found = this.#shapes[shape];
    if (found === undefined) throw new RangeError(`no shape ${shape}`);
    return found;
  }

  /** So many bytes were scanned elsewhere; what is open now, in which state. `written` is the name of an element that was opened, if the loop may close it. */
  moveBy(bytes: number, depth: number, state: number, opening: number, written: string | undefined): void {
    const loop = this.#loop;
    const isOpened = depth > loop.depth.value;
    const name = isOpened && written !== undefined ? this.#nodeOf(this.#root, written) : -1;
    loop.moveTo(loop.at.value + bytes, depth, state, name, opening);
  }

  /** The namespaces that are in scope from here on. */
  enter(scope: NamespaceScope): void {
    let root = this.#rootOf.get(scope);
    if (root === undefined) {
      const bindings = this.#isRare(scope) ? RARE : JSON.stringify([...scope].sort(([a], [b]) => (a < b ? -1 : 1)));
      root = this.#roots.get(bindings) ?? this.#loop.addNode();
      this.#roots.set(bindings, root);
      this.#rootOf.set(scope, root);
    }
    this.#root = root;
    this.#loop.setRoot(root);
  }

  #isRare(scope: NamespaceScope): boolean {
    return scope.most > MOST_BINDINGS || this.#roots.size > MOST_SCOPES;
  }

  /** Remembers the shape of a tag that was read in the ordinary way in these namespaces. */
  teach(scope: NamespaceScope, shape: TagShape): void {
    const loop = this.#loop;
    if (shape.attributes.length > MOST_ATTRIBUTES || loop.countNodes() > MOST_NODES) return;
    this.enter(scope);
    if (this.#root === this.#roots.get(RARE)) return;
    const names = [shape.name, ...shape.attributes].map(writtenName);
    // A tag with a mistake comes here each time.
    const key = `${this.#root} ${names.join(' ')}`;
    if (this.#taught.has(key)) return;
    this.#taught.add(key);
    let node = this.#root;
    for (const name of names) {
      node = this.#nodeOf(node, name);
      if (node < 0) return;
    }
    loop.setShape(node, this.#shapes.push(shape) - 1);
  }

  #nodeOf(node: number, written: string): number {
    if (written.length > LONGEST_NAME || !/^[A-Za-z0-9._:-]+$/.test(written)) return -1;
    if (this.#loop.countNodes() > MOST_NODES) return -1;
    this.#bytes().write(written, this.#loop.scratchAt(), 'latin1');
    return this.#loop.addName(node, written.length);
  }

  /** The memory: another one when it has grown. */
  #bytes(): Buffer {
    if (this.#memory.length === 0) this.#memory = Buffer.from(this.#loop.memory.buffer);
    return this.#memory;
  }

  #view(): DataView {
    if (this.#cells.buffer !== this.#loop.memory.buffer) this.#cells = new DataView(this.#loop.memory.buffer);
    return this.#cells;
  }
}
