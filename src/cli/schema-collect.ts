/** The address of a schema -> its files: itself, and all that it includes or refers to, each fetched once. */
import type { Report } from '../diagnostic/index.js';
import { loadGrammar } from '../relaxng/index.js';
import { decodeSource, type Source } from '../source/index.js';
import { fetchFile } from './schema-fetch.js';
import type { LockedFile } from './schema-lock.js';
import { schemaCommandMessages } from './schema-messages.js';
import { checksumOf } from './schema-store.js';
import { networkUrl } from './schema-url.js';

export interface CollectedFile extends LockedFile {
  readonly content: Uint8Array;
}

/** A schema that refers to more files than this refers to files without end. */
const MOST_FILES = 300;

/** Takes what goes wrong with a file of the network. */
export type ReportFile = (url: string, ...diagnostic: Parameters<Report>) => void;

/** In: the normal form of an http or https address. Out: the files, the schema first; undefined after errors, which are reported. */
export async function collectSchema(url: string, report: ReportFile): Promise<readonly CollectedFile[] | undefined> {
  const files = new Map<string, CollectedFile>();
  const sources = new Map<string, Source>();
  let wanted: readonly string[] = [url];
  while (wanted.length > 0) {
    for (const next of wanted) {
      const fetched = await fetchSchemaFile(next, report);
      if (!fetched) return undefined;
      files.set(next, fetched.file);
      sources.set(next, fetched.source);
    }
    if (files.size > MOST_FILES) {
      report(url, schemaCommandMessages['fetch-failed']({ reason: `it refers to more than ${MOST_FILES} files` }));
      return undefined;
    }
    const missing = load(url, sources, report);
    if (!missing) return undefined;
    wanted = missing;
  }
  const [first, ...others] = files.values();
  return first && [first, ...others.sort((a, b) => (a.url < b.url ? -1 : 1))];
}

async function fetchSchemaFile(url: string, report: ReportFile) {
  const fetched = await fetchFile(url);
  if ('reason' in fetched) {
    report(url, schemaCommandMessages['fetch-failed'](fetched));
    return undefined;
  }
  const { bytes, location, mediaType } = fetched;
  const source = decodeSource(location, bytes, (diagnostic) => report(url, diagnostic));
  if (!source) return undefined;
  if (mediaType === 'text/html' || /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(source.text)) {
    report(url, schemaCommandMessages['fetched-not-a-schema']({ what: 'a web page (HTML)' }));
    return undefined;
  }
  const where = location === url ? {} : { location };
  return { source, file: { url, ...where, sha256: checksumOf(bytes), bytes: bytes.length, content: bytes } };
}

/** The addresses that the schema refers to and that are not there yet; undefined where it is no schema, which is reported. */
function load(url: string, sources: ReadonlyMap<string, Source>, report: ReportFile): readonly string[] | undefined {
  const main = sources.get(url);
  if (!main) return undefined;
  const missing = new Set<string>();
  const mistakes: Parameters<Report>[0][] = [];
  const resolve = (href: string, base: string) => {
    const target = networkUrl(href, base);
    const source = target === undefined ? undefined : sources.get(target);
    if (!source && target !== undefined) missing.add(target);
    return source;
  };
  const grammar = loadGrammar(main, resolve, (diagnostic) => mistakes.push(diagnostic));
  if (missing.size > 0) return [...missing];
  if (grammar) return [];
  const [mistake] = mistakes.filter(({ severity }) => severity === 'error');
  const what = looksLikeRelaxNg(main.text) ? 'a schema with mistakes' : 'something else';
  report(url, schemaCommandMessages['fetched-not-a-schema']({ what }));
  if (mistake) report(mistake.place?.source.path ?? url, mistake);
  return undefined;
}

function looksLikeRelaxNg(text: string): boolean {
  return (
    text.includes('http://relaxng.org/ns/structure/1.0') ||
    /^\s*(?:grammar|element|start|default|namespace|datatypes|include)\b/m.test(text)
  );
}
