/** The text of a schema -> its simple form, from where it was compiled before: shipped with the program, or kept in the cache folder. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileGrammar,
  decodeSchema,
  encodeSchema,
  loadGrammar,
  type Resolver,
  type SchemaFile,
  type SimpleGrammar,
} from '../relaxng/index.js';
import type { Source } from '../source/index.js';
import { SOFTWARE } from '../tei/software.js';
import type { LoadSchema } from '../validate.js';
import { keepFile, readKept } from './keep-file.js';
import { learntRecord } from './learnt-record.js';
import { packageFile } from './package-files.js';

/** Where `npm run build` puts the schemas that ship with the program. */
export const COMPILED_SCHEMAS = 'dist/schemas';

const MAKER = `${SOFTWARE.name} ${SOFTWARE.version}`;

/** How many schemas are kept; the oldest go. */
const MOST = 64;

export interface SchemaCache {
  readonly load: LoadSchema;
  /** Keeps what was learnt of the schemas while documents were held to them. */
  keepLearnt(): void;
}

/**
 * In: the cache folder, undefined for none, and how the checksum of a schema's text is had. Out: how to load a schema.
 * Nothing that is wrong with the folder or its files is said: the schema is read then.
 */
export function schemaCache(folder: string | undefined, checksumOf: (source: Source) => string): SchemaCache {
  const kept = folder === undefined ? undefined : join(folder, 'schemas');
  const learnt = learntRecord(folder);
  const load: LoadSchema = (source, resolve, report) => {
    const checksum = checksumOf(source);
    const name = `${checksum}.schema`;
    const open = (bytes: Uint8Array | undefined) => openCompiled(bytes, source, resolve, checksumOf);
    const find = () => open(shippedSchema(name)) ?? (kept === undefined ? undefined : open(readKept(join(kept, name))));
    // Of a schema in one file the checksum says all. What was learnt of it is all that most documents ask for.
    const whole = () => find()?.grammar ?? loadGrammar(source, resolve, report);
    const recalled = learnt.recall(readLater(whole), [checksum]);
    if (recalled) return recalled;
    const found = find();
    if (found) return learnt.compile(found.grammar, found.checksums);
    let silent = true;
    const { recorded, files, sources } = recorder(source, resolve, checksumOf);
    const grammar = loadGrammar(source, recorded, (diagnostic) => {
      silent = false;
      report(diagnostic);
    });
    // What there is to say of a schema is said of each document that is held to it: such a schema is read again.
    if (!grammar || !silent || kept === undefined) return grammar && compileGrammar(grammar);
    const bytes = encodeSchema({ maker: MAKER, files, grammar }, sources);
    if (bytes) keepFile(kept, name, bytes, MOST);
    return learnt.compile(
      grammar,
      files.map((file) => file.checksum),
    );
  };
  return { load, keepLearnt: learnt.keep };
}

/** In: a schema that ships with the program. Out: the name of its compiled file, and what is to be in it. */
export function compileSchema(
  source: Source,
  grammar: SimpleGrammar,
): { readonly name: string; readonly bytes: Uint8Array } {
  const checksum = checksumOfText(source.text);
  const bytes = encodeSchema({ maker: MAKER, files: [{ href: '', from: 0, checksum }], grammar }, [source]);
  if (!bytes) throw new Error(`${source.path} refers to other files`);
  return { name: `${checksum}.schema`, bytes };
}

/** Tells the text of a schema from any other. */
export function checksumOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

/** A grammar that is not read before something of it is asked for. */
function readLater(read: () => SimpleGrammar | undefined): SimpleGrammar {
  let grammar: SimpleGrammar | undefined;
  const whole = (): SimpleGrammar => {
    grammar ??= read();
    if (!grammar) throw new Error('a schema that could be read before cannot be read again');
    return grammar;
  };
  return {
    get start() {
      return whole().start;
    },
    get definitions() {
      return whole().definitions;
    },
    get nameClasses() {
      return whole().nameClasses;
    },
  };
}

interface FoundSchema {
  readonly grammar: SimpleGrammar;
  /** Of all its files. */
  readonly checksums: readonly string[];
}

/** The schema of a compiled file, if it was made by this program of these very texts. */
function openCompiled(
  bytes: Uint8Array | undefined,
  source: Source,
  resolve: Resolver,
  checksumOf: (source: Source) => string,
): FoundSchema | undefined {
  const opened = bytes && decodeSchema(bytes);
  if (opened?.maker !== MAKER || opened.files[0]?.checksum !== checksumOf(source)) return undefined;
  const sources = [source];
  for (const { href, from, checksum: expected } of opened.files.slice(1)) {
    const other = resolve(href, sources[from]?.path ?? '');
    if (other === undefined || checksumOf(other) !== expected) return undefined;
    sources.push(other);
  }
  return { grammar: opened.grammar(sources), checksums: opened.files.map((file) => file.checksum) };
}

/** A schema that ships with the program, as `npm run build` compiled it. */
function shippedSchema(name: string): Uint8Array | undefined {
  const file = packageFile(`${COMPILED_SCHEMAS}/${name}`);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** A resolver that takes down which file asked for which. */
function recorder(source: Source, resolve: Resolver, checksumOf: (source: Source) => string) {
  const sources = [source];
  const files: SchemaFile[] = [{ href: '', from: 0, checksum: checksumOf(source) }];
  const recorded: Resolver = (href, base) => {
    const found = resolve(href, base);
    if (found) {
      const from = sources.findIndex(({ path }) => path === base);
      sources.push(found);
      files.push({ href, from, checksum: checksumOf(found) });
    }
    return found;
  };
  return { recorded, files, sources };
}
