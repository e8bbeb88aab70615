/** What a deposit is made of, before it is written: TEI files with their new names, and all other files. */
import type { Report } from '../../diagnostic/index.js';
import type { Place } from '../../source/index.js';
import { sha256, utf8 } from '../archive/payload.js';
import type { EditionRecord } from '../archive/record.js';
import type { TeiFile } from '../exporter.js';
import type { Target } from '../targets/target.js';

/** What a TEI file is for others: lists of entities go before what points to them. */
export type Role = 'personography' | 'placeography' | 'orgography' | 'bibliography' | 'otherography' | 'document';

/** A TEI file of the deposit: one that was given, or a part of one that was split. */
export interface Member {
  readonly tei: TeiFile;
  /** The file that was given, and the place of its root. */
  readonly origin: TeiFile;
  readonly place: Place;
  /** Where that lies, below the folder of the edition. */
  readonly original: string;
  /** The path that it would have if every name were taken. */
  readonly wanted: string;
}

/** A member with its place in the deposit. */
export interface PlacedMember extends Member {
  readonly path: string;
  readonly role: Role;
}

export interface DepositFile {
  readonly path: string;
  /** What it is, in one word: a role, `schema`, `picture`, `record`. */
  readonly kind: Role | 'schema' | 'picture' | 'record';
  /** Where it comes from, below the folder of the edition; empty for what was made. */
  readonly original: string;
  /** Of pictures. */
  readonly mediaType?: string | undefined;
  readonly size: number;
  readonly sha256: string;
  /** Its bytes; undefined, and reported, where they cannot be had. Pictures are read when they are asked for. */
  readonly read: (report: Report) => Uint8Array | undefined;
}

export interface Deposit {
  readonly target: Target;
  /** The title of the edition as a name of a file. */
  readonly edition: string;
  readonly record: EditionRecord;
  /** In the order in which they are to be taken in. */
  readonly members: readonly PlacedMember[];
  readonly files: readonly DepositFile[];
  /** Pictures that are pointed to and not there, as they are called. */
  readonly missing: readonly string[];
}

export async function depositFile(
  path: string,
  kind: DepositFile['kind'],
  content: string | Uint8Array,
  original = '',
): Promise<DepositFile> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return { path, kind, original, size: bytes.length, sha256: await sha256(bytes), read: () => bytes };
}
