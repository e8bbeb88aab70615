/** The environment -> the folder where what can be made again is kept (XDG Base Directory Specification; `LOCALAPPDATA` on Windows). */
import { isAbsolute, join } from 'node:path';

/** Undefined where the environment names none, or says `TEISCRIBE_CACHE=off`. `TEISCRIBE_CACHE` may name the folder itself. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const own = env['TEISCRIBE_CACHE'];
  if (own === 'off' || own === '0') return undefined;
  if (own !== undefined && isAbsolute(own)) return own;
  const home = env['HOME'];
  const base =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : (absolute(env['XDG_CACHE_HOME']) ?? (absolute(home) && join(home ?? '', '.cache')));
  return base ? join(base, 'teiscribe') : undefined;
}

/** The specification has relative paths ignored. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
