/** Programs and functions -> how long they take: runs in turn, medians, and ratios pair by pair. */
import { spawnSync } from 'node:child_process';

/**
 * @typedef {{ readonly name: string, readonly command: string, readonly args: readonly string[] }} Program
 * @typedef {{ readonly name: string, readonly seconds: readonly number[] }} Timed
 */

/** Wall time of whole processes, start-up included, in turn: A B C A B C ... The first round warms the disk's cache. */
export function timeInTurn(/** @type {readonly Program[]} */ programs, /** @type {number} */ rounds) {
  /** @type {(Timed & { seconds: number[] })[]} */
  const timed = programs.map(({ name }) => ({ name, seconds: [] }));
  for (let round = -1; round < rounds; round++) {
    programs.forEach(({ command, args }, i) => {
      const start = process.hrtime.bigint();
      spawnSync(command, args, { stdio: 'ignore' });
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (round >= 0) timed[i]?.seconds.push(seconds);
    });
  }
  return timed;
}

/** Exit status of a program: its verdict. */
export function verdict(/** @type {Program} */ { command, args }) {
  return spawnSync(command, args, { stdio: 'ignore' }).status;
}

export function median(/** @type {readonly number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** The median of the ratios of runs that stood side by side, with the smallest and the largest. */
export function ratio(/** @type {Timed} */ a, /** @type {Timed} */ b) {
  const ratios = a.seconds.map((seconds, i) => seconds / (b.seconds[i] ?? NaN));
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** Megabytes (10^6 bytes) a second of a function, once it is warm: the median of `rounds` passes. */
export function throughput(/** @type {() => void} */ pass, /** @type {number} */ bytes, /** @type {number} */ rounds) {
  for (let i = 0; i < 5; i++) pass();
  /** @type {number[]} */
  const rates = [];
  for (let i = 0; i < rounds; i++) {
    const start = process.hrtime.bigint();
    pass();
    rates.push(bytes / 1e6 / (Number(process.hrtime.bigint() - start) / 1e9));
  }
  return median(rates);
}
