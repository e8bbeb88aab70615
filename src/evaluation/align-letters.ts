/**
 * Two texts that are nearly the same -> for each offset of the second, the offset of the first that it stands for. Each
 * difference is bridged by the shortest step behind which both texts go on alike; time grows with the length of the texts,
 * however different they are.
 */

/** Behind a short step a few letters are enough to go on from, behind a long one more are asked for. */
const NEAR = { below: 40, letters: 8 } as const;
const FAR = { below: 400, letters: 16 } as const;

export interface Alignment {
  /** Offset into the first text of an offset into the second; one beyond its end is its end. */
  toFirst(offset: number): number;
  /** The first offset into the second text that stands for this one, or for a later one, of the first. */
  toSecond(offset: number): number;
}

/** In: two texts without white space. Out: which offsets of them stand for one another. */
export function alignLetters(first: string, second: string): Alignment {
  if (first === second) {
    const same = (offset: number) => Math.min(offset, first.length);
    return { toFirst: same, toSecond: same };
  }
  const map = new Uint32Array(second.length + 1);
  const near = followers(first, second, NEAR.letters);
  const far = followers(first, second, FAR.letters);
  let i = 0;
  let j = 0;
  while (j < second.length) {
    if (i < first.length && first.charCodeAt(i) === second.charCodeAt(j)) {
      map[j++] = i++;
      continue;
    }
    const step = shortestStep(near, i, j, NEAR.below) ?? shortestStep(far, i, j, FAR.below);
    if (step) {
      for (let k = 0; k < step.second; k++) map[j + k] = i + Math.min(k, step.first);
      i += step.first;
      j += step.second;
    } else {
      // Nothing in reach goes on alike: one letter stands for another.
      map[j++] = i;
      i = Math.min(i + 1, first.length);
    }
  }
  map[second.length] = first.length;
  return {
    toFirst: (offset) => map[Math.min(offset, second.length)] ?? first.length,
    toSecond: (offset) => firstAtLeast(map, offset),
  };
}

interface Step {
  readonly first: number;
  readonly second: number;
}

/**
 * The least number of letters to pass over in both texts, below a limit, so that the same letters follow; of two such
 * steps the one that passes over more of the first text.
 */
function shortestStep(next: Followers, i: number, j: number, below: number): Step | undefined {
  let best: Step | undefined;
  let limit = below;
  for (let to = next.shared(j); to - j < limit; to = next.shared(to + 1)) {
    const second = to - j;
    const at = next.after(i, to);
    if (at !== undefined && at - i + second < limit) {
      best = { first: at - i, second };
      limit = at - i + second;
    }
  }
  return best;
}

interface Followers {
  /** The first offset from `j` on in the second text whose letters stand anywhere in the first; infinite if there is none. */
  shared(j: number): number;
  /** The first offset from `i` on in the first text where the same letters follow as at `j` in the second. `i` never goes back. */
  after(i: number, j: number): number | undefined;
}

/** Where in the first text the letters stand that stand at each offset of the second; fewer where a text ends. */
function followers(first: string, second: string, letters: number): Followers {
  const numbers = new Map<string, number>();
  const offsets: number[][] = [];
  for (let i = 0; i <= first.length; i++) {
    const window = first.slice(i, i + letters);
    const number = numbers.get(window);
    if (number === undefined) {
      numbers.set(window, offsets.length);
      offsets.push([i]);
    } else offsets[number]?.push(i);
  }
  const numberAt = new Int32Array(second.length + 1);
  for (let j = 0; j <= second.length; j++) numberAt[j] = numbers.get(second.slice(j, j + letters)) ?? -1;
  const sharedFrom = new Float64Array(second.length + 2).fill(Number.POSITIVE_INFINITY);
  for (let j = second.length; j >= 0; j--) sharedFrom[j] = numberAt[j] === -1 ? (sharedFrom[j + 1] ?? 0) : j;
  const passed = new Uint32Array(offsets.length);
  return {
    shared: (j) => sharedFrom[j] ?? Number.POSITIVE_INFINITY,
    after(i, j) {
      const number = numberAt[j] ?? -1;
      const places = offsets[number];
      if (!places) return undefined;
      let index = passed[number] ?? 0;
      while ((places[index] ?? i) < i) index++;
      passed[number] = index;
      return places[index];
    },
  };
}

/** The map never falls, so that halving finds it. */
function firstAtLeast(map: Uint32Array, value: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
