/** A long work -> whether Ctrl-C has ended it: asked now and then, so that what was begun is taken away and not left. */
import { runMessages } from './messages.js';
import type { World } from './world.js';

const EVERY = 100;

export interface Interruption {
  /** Lets the signal come in, if that was long ago. */
  isOver(): Promise<boolean>;
  readonly aborted: () => boolean;
}

export function interruptionOf(world: World): Interruption {
  // To ask for it is to take care of the end.
  const { interrupted } = world;
  let heard = performance.now();
  const aborted = () => interrupted?.aborted === true;
  return {
    aborted,
    async isOver() {
      if (performance.now() - heard > EVERY) {
        await new Promise(setImmediate);
        heard = performance.now();
      }
      return aborted();
    },
  };
}

export const INTERRUPTED = runMessages['output-unwritable']({ reason: 'interrupted' });
