/** A run -> the same run again whenever something has changed that it reads, until it is interrupted. */
import { resolve } from 'node:path';
import { EDITION_FILE } from './edition-file.js';
import { OK, type Status } from './status.js';
import type { World } from './world.js';

/** An editor may write a file in several steps. */
const DEBOUNCE = 100;

/** In: what to do, and the files and folders to look at. Ends with 0 when the world is interrupted. */
export async function watch(
  again: () => Promise<Status>,
  paths: readonly string[],
  { cwd, stderr, interrupted }: World,
): Promise<Status> {
  const { watch: watchFiles } = await import('chokidar');
  const ignored = (path: string) => /[\\/](?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(path.slice(cwd.length));
  const watcher = watchFiles([...new Set([...paths.map((path) => resolve(cwd, path)), resolve(cwd, EDITION_FILE)])], {
    ignoreInitial: true,
    ignored,
  });
  let wake: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let changed = false;
  let stopped = interrupted?.aborted ?? false;
  const stop = () => {
    stopped = true;
    wake?.();
  };
  interrupted?.addEventListener('abort', stop);
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake?.();
    }, DEBOUNCE);
  });
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  await again();
  while (!stopped) {
    stderr.write('watching for changes; Ctrl-C ends\n');
    if (!changed) {
      await new Promise<void>((resume) => {
        wake = resume;
      });
    }
    changed = false;
    if (!stopped) await again();
  }
  clearTimeout(timer);
  interrupted?.removeEventListener('abort', stop);
  await watcher.close();
  return OK;
}
