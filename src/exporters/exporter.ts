/** Door 3: what a format made from TEI is. An exporter is a new file here, one line in `index.ts`, and a page. */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { Around } from './deposit/around.js';
import type { Division } from './division.js';
import type { Beside } from './pictures/picture.js';

/** A TEI file that is exported. */
export interface TeiFile {
  /** As the user named it. */
  readonly path: string;
  /** The path below the folder that was given, without the extension: what an exported file is named after. */
  readonly name: string;
  readonly tei: XmlDocument;
  /** The XML as it was written; it may be read anew each time that its text is asked for. */
  readonly source: Source;
}

/** What the settings (`edition.json`) say; what is not set is not invented. */
export interface ExportSettings {
  readonly title?: string;
  readonly publisher?: string;
  readonly licence?: { readonly name: string; readonly url: string };
  readonly editors?: readonly { readonly name: string; readonly email?: string }[];
  readonly url?: string;
  readonly language?: string;
  readonly date?: string;
  readonly rightsHolder?: string;
  readonly description?: string;
}

export interface ExportInput {
  /** One file where `scope` is `document`, all of the run where it is `corpus`; never none. */
  readonly files: readonly TeiFile[];
  /** Where `scope` is `document`: whether there are other files in the run. */
  readonly isAmongOthers?: boolean | undefined;
  readonly settings: ExportSettings;
  /** One file is wanted (`-o`, or standard output), rather than a folder. */
  readonly single: boolean;
  /** The conventions that a transcription is to be typed in; undefined for those that it came in. */
  readonly profile?: string | undefined;
  /** What there is at an address that a file names, such as a picture; undefined where nobody can look. */
  readonly readBeside?: ((address: string, from: TeiFile) => Beside) | undefined;
  /** Text of a file that the site or package has to hold, such as a script of a library: `minisearch/dist/umd/index.js`. */
  readonly readPackaged?: ((path: string) => string) | undefined;
  /** Of a deposit. */
  readonly deposit?: DepositInput | undefined;
}

/** What a deposit is made for, and of. */
export interface DepositInput {
  /** The name of a target. */
  readonly target: string;
  /** The ZIP, or the folder, as it is called, without extension. */
  readonly outputName: string;
  /** Asked when all has been looked at: whether anything is to be made. */
  readonly mayWrite: () => boolean;
  readonly around: Around;
}

/** A file that was made. Its path is relative, with `/`; `safeName` makes its parts from what stands in TEI. */
export interface ExportedFile {
  readonly path: string;
  /** What is long may come in pieces, which are made as they are asked for; that can be done once. */
  readonly content: string | Uint8Array | Iterable<string | Uint8Array>;
  /** Whether it goes behind what was made of the same path before: nobody has to hold all of it. */
  readonly isMore?: boolean;
}

/** One whose content is there. */
export interface WholeFile extends ExportedFile {
  readonly content: string | Uint8Array;
}

export type Exported = Iterable<ExportedFile> | AsyncIterable<ExportedFile>;

export interface Exporter {
  readonly name: string;
  /** One line for `--help` and `list`. */
  readonly summary: string;
  /** Of the file that it makes, or of the first page of a folder, with the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether each TEI file becomes a thing of its own, or all of them become one. */
  readonly scope: 'document' | 'corpus';
  /** What it can make: with `file` it makes exactly one when `single` is asked for. */
  readonly makes: readonly ('file' | 'folder')[];
  /** Settings without which it makes nothing. */
  readonly needs?: readonly (keyof ExportSettings)[];
  /** Whether the file may go to a terminal or pipe. */
  readonly isText: boolean;
  /** Reads what it keeps of a file, as plain data: asked while the tree is at hand, so that it need not be made again for that. */
  readonly look?: (file: TeiFile) => void | Promise<void>;
  /** Whether that is all that it reads of trees: none has to be held. */
  readonly looksOnce?: boolean;
  /** Of formats whose pages are made file by file, by several threads where that is asked for: `export` makes the same. Undefined where this input is not divided. */
  readonly divide?: (input: ExportInput) => Promise<Division | undefined>;
  /** Libraries are imported inside, when there is something to export. */
  export(input: ExportInput, report: Report): Promise<Exported>;
}
