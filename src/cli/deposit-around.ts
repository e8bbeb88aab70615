/** The inputs of a run -> what lies around them, for a deposit: their schemas, and files below the folder of the edition. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import type { Around, FileAround, Found, SchemaFile } from '../exporters/deposit/around.js';
import { PICTURE_START } from '../exporters/deposit/picture-format.js';
import type { TeiFile } from '../exporters/exporter.js';
import type { Source } from '../source/index.js';
import { fileFinder, isBelow, realPath } from './find-beside.js';
import type { Input } from './inputs.js';
import { readBytes } from './read-file.js';
import type { SchemaReader } from './schema-reader.js';
import { PICTURE_ENDINGS } from './surroundings.js';

export interface DepositSources {
  readonly inputs: readonly Input[];
  /** The TEI of each input, in the same order. */
  readonly files: readonly TeiFile[];
  /** The folder of `edition.json`. */
  readonly folder: string | undefined;
  readonly schemas: SchemaReader;
  readonly builtIn: Readonly<Record<string, string>>;
  /** Holds a text, in the place of an input, to its schema. */
  readonly validate: (input: number, text: Source, report: Report) => Promise<readonly string[]>;
}

export function depositAround({ inputs, files, folder, schemas, builtIn, validate }: DepositSources): Around {
  const inputOf = new Map(files.map((file, i) => [file, inputs[i]] as const));
  const root = sharedFolder([...(folder === undefined ? [] : [folder]), ...inputs.map((input) => input.folder)]);
  const own = new Map<string, TeiFile>();
  const named = new Map<string, TeiFile>();
  for (const [file, input] of inputOf) {
    if (input?.file === undefined) continue;
    own.set(realPath(input.file) ?? input.file, file);
    if (!named.has(basename(input.file))) named.set(basename(input.file), file);
  }
  const find = finder(root, own);
  const asSchema = schemaFiles(schemas);
  return {
    validate: (file, text, report) => validate(files.indexOf(file), text, report),
    schema(name, from) {
      const file = from ?? files[0];
      return asSchema(builtIn[name] ?? name, from?.path ?? '', file && inputOf.get(file)?.folder);
    },
    below(file) {
      const input = inputOf.get(file);
      const path = input?.file === undefined ? (input?.below ?? file.path) : relative(root, input.file);
      return path.replaceAll('\\', '/');
    },
    writtenAs: (file) => encodingOf(inputOf.get(file)?.file, file),
    find(address, from, isPicture) {
      const found = find(address, inputOf.get(from)?.folder ?? root, isPicture);
      // Volumes of a series call one another by their names, wherever they are.
      const byName = found.kind === 'missing' && !isPicture && !/[/\\]/.test(address);
      const file = byName ? (named.get(address) ?? named.get(`${address}.xml`)) : undefined;
      return file ? { kind: 'tei', file } : found;
    },
  };
}

/** The innermost folder that holds all; where that is the root of the file system, the first. */
function sharedFolder(folders: readonly string[]): string {
  const [first = '.', ...others] = folders;
  let shared = first;
  while (others.some((folder) => !isBelow(folder, shared))) {
    const parent = dirname(shared);
    if (parent === shared || dirname(parent) === parent) return first;
    shared = parent;
  }
  return shared;
}

/** The same file is the same object. */
function finder(root: string, own: ReadonlyMap<string, TeiFile>) {
  const find = fileFinder(root);
  const known = new Map<string, FileAround>();
  return (address: string, folder: string, isPicture: boolean): Found => {
    const endings = isPicture ? PICTURE_ENDINGS : /\.xml$/i.test(address) ? [''] : ['', '.xml'];
    const found = find(address, folder, endings);
    const tei = found.kind === 'missing' ? undefined : own.get(found.real ?? '');
    if (tei) return { kind: 'tei', file: tei };
    if (found.kind !== 'file') return { kind: found.kind };
    const around = known.get(found.file) ?? fileAround(found.file, found.path);
    if (!around) return { kind: 'missing' };
    known.set(found.file, around);
    return { kind: 'file', file: around };
  };
}

function fileAround(file: string, path: string): FileAround | undefined {
  const start = startOf(file);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (!start || size === undefined) return undefined;
  return { path, size, start, read: (report) => readBytes(file, path, report) };
}

function startOf(file: string): Uint8Array | undefined {
  try {
    const handle = openSync(file, 'r');
    try {
      const bytes = new Uint8Array(PICTURE_START);
      return bytes.subarray(0, readSync(handle, bytes));
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** By its byte order mark, else by what it declares. */
function encodingOf(file: string | undefined, { source: { text } }: TeiFile): string | undefined {
  const [a, b, c] = (file === undefined ? undefined : startOf(file)) ?? [];
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8 with a byte order mark';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  return declared === undefined || /^utf-?8$/i.test(declared) ? undefined : declared;
}

/** What a schema calls other files by, in either syntax, and in Schematron. */
const INCLUDED =
  /<(?:[\w.-]+:)?(?:include|externalRef|extends)\b[^<>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')|\b(?:include|external)\s+(?:"([^"]*)"|'([^']*)')/g;

function schemaFiles(schemas: SchemaReader) {
  const known = new Map<Source, SchemaFile>();
  const silent: Report = () => undefined;
  const fileOf = (source: Source, folder: string): SchemaFile => {
    const before = known.get(source);
    if (before) return before;
    const references = new Map<string, SchemaFile>();
    const file = { source, references };
    known.set(source, file);
    for (const [, ...hrefs] of source.text.matchAll(INCLUDED)) {
      const href = hrefs.find((each) => each !== undefined) ?? '';
      const included = href === '' ? undefined : schemas.readFor(silent, folder).read(href, source.path);
      if (included) references.set(href, fileOf(included, folder));
    }
    return file;
  };
  return (name: string, base: string, folder = '.'): SchemaFile | undefined => {
    const source = schemas.readFor(silent, folder).read(name, base);
    return source && fileOf(source, folder);
  };
}
