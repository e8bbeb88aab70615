/** The text of a RELAX NG schema, in either syntax and with all files that it refers to -> its simple form (RELAX NG 1.0, sections 3, 4 and 7). */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import { schemaMessages } from './messages.js';
import { readCompactSchema } from './read-compact.js';
import { readXmlSchema } from './read-xml.js';
import { checkIdTypes } from './restrictions/id-types.js';
import { checkRestrictions } from './restrictions/restrictions.js';
import type { Pattern } from './schema.js';
import type { SimpleGrammar } from './simple.js';
import type { FileChain, ReadReference } from './simplify/files.js';
import { simplifySchema } from './simplify/simplify.js';

/** The schema that `href` names as seen from the file at `base`; undefined if it cannot be had. */
export type Resolver = (href: string, base: string) => Source | undefined;

/** Files that refer to one another in a chain longer than this one do so without end. */
const MAX_FILES = 100;

/** In: a schema, and how to get the ones that it refers to. Out: its simple form, or undefined after errors, which are reported. */
export function loadGrammar(source: Source, resolve: Resolver, report: Report): SimpleGrammar | undefined {
  let failed = false;
  const fail: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') failed = true;
    report(diagnostic);
  };
  const pattern = readSchema(source, '', fail);
  if (!pattern) return undefined;
  const grammar = simplifySchema({ pattern, chain: { path: source.path } }, createReader(resolve, fail), fail);
  if (failed || !checkRestrictions(grammar, fail)) return undefined;
  checkIdTypes(grammar, report);
  return grammar;
}

/** No compact schema begins with "<", and every XML one does. */
function readSchema(source: Source, ns: string, report: Report): Pattern | undefined {
  if (/^\s*</.test(source.text)) return readXmlSchema(source, ns, report);
  if (source.path.endsWith('.rnc')) return readCompactSchema(source, ns, report);
  const note = 'the file does not begin with "<", so it was read as RELAX NG compact syntax';
  return readCompactSchema(source, ns, (diagnostic) => report({ note, ...diagnostic }));
}

function createReader(resolve: Resolver, report: Report): ReadReference {
  const known = new Map<string, Pattern | undefined>();
  return ({ href, ns, place }, chain) => {
    const source = resolve(href, place.source.path);
    if (!source) {
      report(schemaMessages['file-missing']({ href }, place));
      return undefined;
    }
    if (isLoop(source.path, chain)) {
      report(schemaMessages['file-loop']({ href }, place));
      return undefined;
    }
    const key = `${ns}\n${source.path}`;
    const pattern = known.has(key) ? known.get(key) : readSchema(source, ns, report);
    known.set(key, pattern);
    return pattern && { pattern, chain: { path: source.path, outer: chain } };
  };
}

function isLoop(path: string, chain: FileChain): boolean {
  let length = 0;
  for (let file: FileChain | undefined = chain; file; file = file.outer)
    if (file.path === path || ++length > MAX_FILES) return true;
  return false;
}
