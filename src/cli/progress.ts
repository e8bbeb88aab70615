/** How far a run is -> a line on standard error that is written over and over, on a terminal only. */
import type { World } from './world.js';

export interface Progress {
  /** One more is done. */
  step(): void;
  /** The line goes away, until the next step: before anything else is written there, and at the end. */
  end(): void;
}

/** Shorter runs show nothing. */
const FIRST_AFTER = 300;
const EVERY = 100;
const WIDTH = 30;

/** `total`: how many there will be, where that is known; else they are counted. */
export function progressOf(total: number | undefined, verb: string, { stderr, env }: World): Progress {
  if (stderr.isTTY !== true || env['TERM'] === 'dumb' || (total !== undefined && total < 2))
    return { step() {}, end() {} };
  const begin = performance.now();
  let done = 0;
  let shown = begin + FIRST_AFTER - EVERY;
  let isShown = false;
  return {
    step() {
      done++;
      const now = performance.now();
      if (now - shown < EVERY) return;
      shown = now;
      isShown = true;
      if (total === undefined) {
        stderr.write(`\r\u001b[K${verb} … ${done}`);
        return;
      }
      const filled = Math.round((done / total) * WIDTH);
      const left = Math.ceil(((now - begin) / done / 1000) * (total - done));
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
      stderr.write(`\r\u001b[K${verb} ${bar} ${done}/${total}, ${left} s left`.slice(0, (stderr.columns ?? 100) + 4));
    },
    end() {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
