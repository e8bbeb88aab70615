/** What lies around the files of a run: schemas, pictures, other files. Whoever runs a deposit answers; no exporter reads a file. */
import type { Report } from '../../diagnostic/index.js';
import type { Source } from '../../source/index.js';
import type { TeiFile } from '../exporter.js';

export interface Around {
  /** Holds a text, read from a file or made of it, to its schema; what is wrong is reported. Out: names of the schemas that were used. */
  readonly validate: (file: TeiFile, text: Source, report: Report) => Promise<readonly string[]>;
  /** A schema, by a name that `validate` gave, or by what a file calls it; undefined where it cannot be had. */
  readonly schema: (name: string, from: TeiFile | undefined) => SchemaFile | undefined;
  /** The path of a file below the folder of the edition, or its name where it is not there. */
  readonly below: (file: TeiFile) => string;
  /** How a file was written, where that is not UTF-8 alone: `UTF-16LE`, `UTF-8 with a byte order mark`. */
  readonly writtenAs: (file: TeiFile) => string | undefined;
  /** Where an address without fragment leads, seen from a file; that of a picture may lack its extension. */
  readonly find: (address: string, from: TeiFile, isPicture: boolean) => Found;
}

/** A file of a schema. The same file is the same object. */
export interface SchemaFile {
  readonly source: Source;
  /** What it includes, by what it calls it. */
  readonly references: ReadonlyMap<string, SchemaFile>;
}

export type Found =
  | { readonly kind: 'tei'; readonly file: TeiFile }
  | { readonly kind: 'file'; readonly file: FileAround }
  | { readonly kind: 'missing' }
  /** It leads out of the folder of the edition, whether by `..`, from the root, or by a symbolic link. */
  | { readonly kind: 'outside' };

/** A file beside those of the run. The same file is the same object. */
export interface FileAround {
  /** Below the folder of the edition, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Its first bytes. */
  readonly start: Uint8Array;
  /** All of it; undefined, and reported, where it cannot be read. */
  readonly read: (report: Report) => Uint8Array | undefined;
}
