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
/** The longest bar, and the shortest that is worth its place. */
const WIDTH = 30;
const SHORTEST = 5;

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
      // In the last column some terminals begin a new line; one that was never told its size says 0.
      const room = (stderr.columns || 80) - 1;
      const write = (line: string) => stderr.write(`\r\u001b[K${line.slice(0, room)}`);
      if (total === undefined) {
        write(`${verb} … ${done}`);
        return;
      }
      const left = Math.ceil(((now - begin) / done / 1000) * (total - done));
      const words = `${done}/${total}, ${left} s left`;
      const width = Math.min(WIDTH, room - verb.length - words.length - 2);
      const filled = Math.round((done / total) * width);
      const bar = width < SHORTEST ? '' : `${'█'.repeat(filled)}${'░'.repeat(width - filled)} `;
      write(`${verb} ${bar}${words}`);
    },
    end() {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
