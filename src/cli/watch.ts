/** A run -> the same run again whenever something has changed that it reads, until it is interrupted. */
import { existsSync, lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { gnuLine } from '../reporters/gnu.js';
import { EDITION_FILE } from './edition-file.js';
import { runMessages } from './messages.js';
import { reasonOf } from './reason.js';
import { OK, type Status } from './status.js';
import { isFile } from './surroundings.js';
import type { World } from './world.js';

/** An editor may write a file in several steps. */
const DEBOUNCE = 100;
const SETTLED = 250;
const EVERY = 500;

/**
 * In: what to do, which is given a function to name files that it has read; the files, folders and patterns to look at; and
 * the files that it writes itself. Ends with 0 when the world is interrupted.
 */
export async function watch(
  again: (see: (path: string) => void) => Promise<Status>,
  names: readonly string[],
  outputs: readonly string[],
  { cwd, stderr, interrupted }: World,
): Promise<Status> {
  const [{ watch: watchFiles }, { default: picomatch }] = await Promise.all([import('chokidar'), import('picomatch')]);
  // Of a pattern, the folder that it begins with is looked at.
  const placeOf = (name: string) => resolve(cwd, existsSync(resolve(cwd, name)) ? name : picomatch.scan(name).base);
  const roots = [...new Set([...names.map(placeOf), resolve(cwd, EDITION_FILE)])];
  const isHidden = (path: string) => /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(path);
  const written = new Set(outputs.map((name) => resolve(cwd, name)));
  const watcher = watchFiles(roots, {
    ignoreInitial: true,
    // What is hidden below a folder is left out, not a folder that lies in a hidden one.
    ignored: (path) =>
      written.has(resolve(path)) ||
      (isLinkedFolder(path) && !roots.includes(path)) ||
      roots.every((root) => !path.startsWith(root) || isHidden(path.slice(root.length))),
  });
  const { wait, stop, wake } = alarm();
  let timer: NodeJS.Timeout | undefined;
  if (interrupted?.aborted) stop();
  interrupted?.addEventListener('abort', stop);
  const gone = new Set<string>();
  watcher.on('all', (event, path) => {
    const isGone = event === 'unlink' || event === 'unlinkDir';
    if (isGone && roots.includes(resolve(path))) gone.add(resolve(path));
    clearTimeout(timer);
    timer = setTimeout(wake, DEBOUNCE);
  });
  // What was to be looked at and has gone is not looked for when it comes back.
  const looking = setInterval(() => {
    for (const root of gone) {
      if (!existsSync(root)) continue;
      gone.delete(root);
      watcher.unwatch(root);
      watcher.add(root);
      wake();
    }
  }, EVERY);
  // What cannot be looked at any more does not end the run; without a listener it would.
  watcher.on('error', (error) =>
    stderr.write(`${gnuLine('watch', runMessages['file-unreadable']({ reason: reasonOf(error) }))}\n`),
  );
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  // A change in the moment in which the looking begins would not be seen.
  await new Promise<void>((ready) => setTimeout(ready, SETTLED));
  do {
    const read = new Set<string>();
    await again((path) => read.add(resolve(cwd, path)));
    for (const file of read) {
      if (!existsSync(file) || roots.some((root) => file === root || file.startsWith(`${root}${sep}`))) continue;
      roots.push(file);
      watcher.add(file);
    }
    stderr.write('watching for changes; Ctrl-C ends\n');
  } while (await wait());
  clearTimeout(timer);
  clearInterval(looking);
  interrupted?.removeEventListener('abort', stop);
  await watcher.close();
  return OK;
}

/** Documents are not looked for behind it, and it may lead back to where it stands. */
function isLinkedFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && !isFile(path);
}

/** `wait` ends with true when it is woken, at once if that was before, and with false when it is stopped. */
function alarm() {
  let rung = false;
  let stopped = false;
  let resume = () => {};
  return {
    wake() {
      rung = true;
      resume();
    },
    stop() {
      stopped = true;
      resume();
    },
    async wait(): Promise<boolean> {
      if (!rung && !stopped) {
        await new Promise<void>((ready) => {
          resume = ready;
        });
      }
      rung = false;
      return !stopped;
    },
  };
}
