/** Programs -> how long they take and how much memory: runs in turn, medians, and ratios pair by pair. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * @typedef {{ readonly name: string, readonly command: string, readonly args: readonly string[] }} Program
 * `cpu` is the time that all cores of the machine spent on it; empty where `/usr/bin/time` is not installed.
 * @typedef {{ readonly name: string, readonly seconds: readonly number[], readonly cpu: readonly number[] }} Timed
 */

/** Whole processes, start-up included, in turn: A B C A B C ... The first round warms the disk's cache, and ours. */
export function timeInTurn(/** @type {readonly Program[]} */ programs, /** @type {number} */ rounds) {
  /** @type {(Timed & { seconds: number[], cpu: number[] })[]} */
  const timed = programs.map(({ name }) => ({ name, seconds: [], cpu: [] }));
  for (let round = -1; round < rounds; round++) {
    programs.forEach(({ command, args }, i) => {
      const start = process.hrtime.bigint();
      spawnSync(command, args, { stdio: 'ignore' });
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (round >= 0) timed[i]?.seconds.push(seconds);
    });
    for (const [i, program] of programs.entries()) {
      const cpu = round < 0 ? undefined : cpuTime(program);
      if (cpu !== undefined) timed[i]?.cpu.push(cpu);
    }
  }
  return timed;
}

/** In hundredths of a second at best. @param {Program} program */
function cpuTime({ command, args }) {
  if (!existsSync('/usr/bin/time')) return undefined;
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const [, user, system] = /(\d+\.\d+) (\d+\.\d+)\s*$/.exec(stderr) ?? [];
  return user === undefined ? undefined : Number(user) + Number(system);
}

/** What a program finds wrong: its exit status, and the files in which there is an error, by their lines `file:line:column: ...`. */
export function verdict(/** @type {Program} */ { command, args }) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const files = `${stdout}${stderr}`.matchAll(/^(.+?\.xml):\d+:\d+: (?:fatal )?error\b/gm);
  const names = [...new Set(Array.from(files, ([, path = '']) => path.replace(/^.*[\\/]/, '')))].sort();
  return `${status === 0 ? 'valid' : 'not valid'}${names.length === 0 ? '' : `: ${names.join(', ')}`}`;
}

/** The most memory that a program held, in MB; undefined where `/usr/bin/time` is not installed. */
export function peakMemory(/** @type {Program} */ { command, args }) {
  if (!existsSync('/usr/bin/time')) return undefined;
  const { stderr } = spawnSync('/usr/bin/time', ['-v', command, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const kilobytes = /Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)?.[1];
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
}

/** The last number that a program prints. */
export function numberFrom(/** @type {Program} */ { command, args }) {
  const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return Number(stdout.trim().split('\n').at(-1));
}

export function isInstalled(/** @type {string} */ command) {
  return spawnSync(command, ['-version'], { stdio: 'ignore' }).error === undefined;
}

export function median(/** @type {readonly number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** The median of the ratios of runs that stood side by side, with the smallest and the largest. */
export function ratio(/** @type {readonly number[]} */ a, /** @type {readonly number[]} */ b) {
  const ratios = a.map((value, i) => value / (b[i] ?? NaN));
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
