/** A RELAX NG schema -> the Schematron rules in it, from where they were found before: kept in the cache folder by the checksum of its text, also that there are none. */
import { join } from 'node:path';
import type { LoadRules } from '../check-schematron.js';
import type { ReadSource } from '../relaxng/index.js';
import type { Source } from '../source/index.js';
import { SOFTWARE } from '../tei/software.js';
import type { Element } from '../xml/index.js';
import { keepFile, readKept } from './keep-file.js';
import { packTree, parseJson, unpackTree } from './pack-tree.js';

/** The number of the form goes up with it. */
const MAKER = `${SOFTWARE.name} ${SOFTWARE.version} 1`;

/** For how many schemas rules are kept; the oldest go. */
const MOST = 64;

/** A file that was read, and the number of the file that asked for it. */
interface Part {
  readonly href: string;
  readonly from: number;
  readonly checksum: string;
}

/** In: the cache folder, undefined for none, and how the checksum of a schema's text is had. What is wrong with the folder or its files is not said: the schema is read then. */
export function schemaRules(folder: string | undefined, checksumOf: (source: Source) => string): LoadRules {
  if (folder === undefined) return (_, read, extract, report) => extract(read, report);
  const kept = join(folder, 'rules');
  return async (source, read, extract, report) => {
    const checksum = checksumOf(source);
    const name = `${checksum}.rules`;
    const found = open(readKept(join(kept, name)), source, read, checksumOf);
    if (found) return found.rules;
    const sources = [source];
    const parts: Part[] = [{ href: '', from: 0, checksum }];
    let silent = true;
    const recorded: ReadSource = (href, base) => {
      const other = read(href, base);
      if (!other) silent = false;
      else {
        parts.push({ href, from: sources.findIndex(({ path }) => path === base), checksum: checksumOf(other) });
        sources.push(other);
      }
      return other;
    };
    const rules = await extract(recorded, (diagnostic) => {
      silent = false;
      report(diagnostic);
    });
    const packed = silent ? packTree(rules, sources) : undefined;
    if (packed !== undefined) {
      keepFile(kept, name, Buffer.from(`${MAKER}\n${JSON.stringify(parts)}\n${packed}`), MOST);
    }
    return rules;
  };
}

/** The rules, if they were found by this program in these very texts. */
function open(
  bytes: Buffer | undefined,
  source: Source,
  read: ReadSource,
  checksumOf: (source: Source) => string,
): { readonly rules: Element | undefined } | undefined {
  const [maker, list, packed] = bytes?.toString().split('\n') ?? [];
  if (maker !== MAKER || list === undefined || packed === undefined) return undefined;
  const sources = [source];
  const parts = parseJson(list);
  if (!Array.isArray(parts) || !parts.every(isPart) || parts[0]?.checksum !== checksumOf(source)) return undefined;
  for (const { href, from, checksum } of parts.slice(1)) {
    const other = read(href, sources[from]?.path ?? '');
    if (!other || checksumOf(other) !== checksum) return undefined;
    sources.push(other);
  }
  return unpackTree(packed, sources);
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'href' in value && 'from' in value && 'checksum' in value;
}
