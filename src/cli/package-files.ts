/** Where this package is installed -> the files it ships beside the program. */
import { fileURLToPath } from 'node:url';

/** The absolute path of a file of the package, such as `schemas/letter.rng`. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
