/** Pairs of small integers -> an integer: a hash table in two flat arrays, for the transitions of an automaton. */

/** What `get` answers for a pair that is not there. */
export const UNKNOWN = -2;

/** How many places there are at first: a power of two. */
const FIRST = 1024;

export interface TransitionTable {
  get(state: number, symbol: number): number;
  /** Each pair is set once. */
  set(state: number, symbol: number, value: number): void;
  /** How many pairs are set. */
  readonly size: number;
  /** All that is in it, for another table to begin with. */
  cells(): Int32Array;
}

/** A table, empty or with the cells of another, which it takes for its own, and how many pairs are set in them. */
export function createTransitionTable(kept?: Int32Array<ArrayBuffer>, pairs = 0): TransitionTable {
  /** Triples: state + 1 (0 is a free place), symbol, value. */
  let cells = kept ?? new Int32Array(FIRST * 3);
  let mask = cells.length / 3 - 1;
  let size = pairs;

  const placeOf = (state: number, symbol: number): number => {
    let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;
    for (;;) {
      at &= mask;
      const cell = at * 3;
      if (cells[cell] === 0 || (cells[cell] === state + 1 && cells[cell + 1] === symbol)) return cell;
      at++;
    }
  };
  const put = (state: number, symbol: number, value: number): void => {
    const cell = placeOf(state, symbol);
    cells[cell] = state + 1;
    cells[cell + 1] = symbol;
    cells[cell + 2] = value;
  };
  const grow = (): void => {
    const old = cells;
    mask = mask * 2 + 1;
    cells = new Int32Array((mask + 1) * 3);
    for (let cell = 0; cell < old.length; cell += 3) {
      const state = old[cell] ?? 0;
      if (state !== 0) put(state - 1, old[cell + 1] ?? 0, old[cell + 2] ?? 0);
    }
  };
  return {
    get(state, symbol) {
      const cell = placeOf(state, symbol);
      return cells[cell] === 0 ? UNKNOWN : (cells[cell + 2] ?? UNKNOWN);
    },
    set(state, symbol, value) {
      if (++size * 2 > mask) grow();
      put(state, symbol, value);
    },
    get size() {
      return size;
    },
    cells: () => cells,
  };
}
