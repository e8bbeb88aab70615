/** The name of a file of a package that is installed with this one, which need not export it -> its text. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** In: `package/path/of/file` of a package that is installed with this one, which need not export the file. */
export function readPackaged(path: string): string {
  const [, name = '', below = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? [];
  const main = createRequire(import.meta.url).resolve(name);
  const folder = join('node_modules', name);
  return readFileSync(join(main.slice(0, main.lastIndexOf(folder)), folder, below), 'utf8');
}
