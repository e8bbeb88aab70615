/** The program as it is installed -> what tells this build from every other, so that nothing is taken from what another has kept. */
import { statSync } from 'node:fs';
import { SOFTWARE } from '../tei/software.js';
import { packageFile } from './package-files.js';

export function programSum(): string {
  const file = packageFile('dist/command/main.cjs');
  const built = statSync(file, { throwIfNoEntry: false });
  return `${SOFTWARE.version} ${built ? `${built.size} ${built.mtimeMs}` : ''}`;
}
