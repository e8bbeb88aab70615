/** A code -> what its page says, for reports that explain what they show. */
import { existsSync } from 'node:fs';
import type { Code } from '../diagnostic/index.js';
import type { CodePage } from '../reporters/reporter.js';
import { SOFTWARE } from '../tei/software.js';
import { packageFile } from './package-files.js';
import { diagnosticPage, firstSentence } from './registries.js';

/** Pages are part of the package, and packages are shown there by name and version. */
const PAGES = `https://unpkg.com/${SOFTWARE.name}@${SOFTWARE.version}/docs/diagnostics`;

export function codePages(): (code: Code) => CodePage | undefined {
  const known = new Map<Code, CodePage | undefined>();
  return (code) => {
    if (!known.has(code)) known.set(code, pageOf(code));
    return known.get(code);
  };
}

function pageOf(code: Code): CodePage | undefined {
  // Whatever a Schematron schema calls its assertions, it is no path.
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(code) || !existsSync(packageFile(`docs/diagnostics/${code}.md`))) return undefined;
  const text = diagnosticPage(code);
  return { summary: firstSentence(text), text, url: `${PAGES}/${code}.md` };
}
