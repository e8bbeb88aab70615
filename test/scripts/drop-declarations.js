/**
 * dist as tsc left it -> without the declarations that dist/index.d.ts does not reach: nobody can import the modules that
 * they describe, and they are a tenth of the package. A part of `npm run build`.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Paths of declarations that are reached. @type {Set<string>} */
const reached = new Set([resolve('dist/index.d.ts')]);
for (const path of reached)
  for (const [, name] of readFileSync(path, 'utf8').matchAll(/(?:\bfrom |\bimport[ (])['"](\.[^'"]+)\.js['"]/g))
    reached.add(resolve(path, '..', `${name}.d.ts`));

for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const path = resolve(join('dist', name));
  if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(path);
}
