/** Door 5: what an archive takes. A target is a new file here, one line in `index.ts`, and a section of the page on deposits. */
import type { Report } from '../../diagnostic/index.js';
import type { Element } from '../../xml/index.js';
import type { SettableField } from '../archive/record.js';
import type { Deposit } from '../deposit/deposit-files.js';
import type { Exporter, WholeFile } from '../exporter.js';

export type RecordField = SettableField | 'sources' | 'subjects';

export const MEGABYTE = 1024 * 1024;

export interface Target {
  readonly name: string;
  /** One line for `list`. */
  readonly summary: string;
  /** What names of files may hold beside ASCII letters and digits. */
  readonly nameCharacters: string;
  /** Whether the ZIP has to be called as the folder in it, whose name is one of those above. */
  readonly namesZip?: boolean;
  /** Without these it would be refused. */
  readonly needs: readonly RecordField[];
  /** These are asked for, or make it of more use. */
  readonly advises: readonly RecordField[];
  /** Whether it takes licences that restrict use in special cases alone. */
  readonly wantsOpenLicence?: boolean;
  readonly limits?: Limits;
  /** Formats of pictures that are taken, by extension; all that are known where it is not said. */
  readonly pictures?: readonly string[];
  /** What a header should have; each is said once. */
  readonly header?: readonly HeaderFact[];
  /** The schema that documents should be held to: by a part of its name. */
  readonly schema?: { readonly name: string; readonly part: RegExp };
  /** Where files are put. */
  readonly layout: Layout;
  readonly records: readonly TargetRecord[];
  /** Files of its own. */
  readonly describe?: (deposit: Deposit, report: Report) => readonly WholeFile[];
  /** Whether all of it becomes the payload of a bag (RFC 8493). */
  readonly isBag?: boolean;
  /** What is to be done with the deposit, for the README. */
  readonly steps: readonly string[];
}

export interface Limits {
  /** Bytes of one TEI file: longer ones are split into their documents. */
  readonly tei?: number;
  readonly picture?: number;
  /** Files of a folder. */
  readonly files?: number;
}

export interface HeaderFact {
  readonly what: string;
  readonly has: (header: Element) => boolean;
}

export interface Layout {
  /** In: the name of a TEI file, without extension. Out: its path without extension. */
  readonly tei: (name: string, edition: string) => string;
  /** In: `schema` or `pictures`. */
  readonly folder: (kind: 'schema' | 'pictures', edition: string) => string;
}

export interface TargetRecord {
  readonly exporter: Exporter;
  /** The folder that it is put into; none for the top. */
  readonly folder?: string;
  /** All files of the exporter, rather than the first one alone. */
  readonly isWhole?: boolean;
}

/** `tei/NAME.xml`, `schema/`, `pictures/`. */
export const PLAIN_LAYOUT: Layout = { tei: (name) => `tei/${name}`, folder: (kind) => kind };
