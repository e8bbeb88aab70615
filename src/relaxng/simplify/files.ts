/** How simplification gets the schemas that a schema refers to (RELAX NG 1.0, sections 4.6 and 4.7). */
import type { ExternalReference, Pattern } from '../schema.js';

/** The files around a pattern: its own first, then the one that referred to it, and so on. */
export interface FileChain {
  readonly path: string;
  readonly outer?: FileChain;
}

export interface SchemaFile {
  readonly pattern: Pattern;
  readonly chain: FileChain;
}

/** The file that `reference`, which stands in the first file of `chain`, names; undefined after an error, which is reported. */
export type ReadReference = (reference: ExternalReference, chain: FileChain) => SchemaFile | undefined;
