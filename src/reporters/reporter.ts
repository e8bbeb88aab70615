/** Door 4: what a presentation of diagnostics is. A reporter is a new file here and one line in `index.ts`. */
import type { Code, Counts, Diagnostic } from '../diagnostic/index.js';

/** What was found in one input. A diagnostic may have its place in another file, such as a schema. */
export interface FileReport {
  /** As the user named it, or as it was found below a folder that the user named. */
  readonly path: string;
  /** The schema that was used, as a report names it. */
  readonly schema?: string;
  /** What was written from it: a path, or `-` for standard output. */
  readonly output?: string;
  /** In the order in which they are to be shown. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings are not among them, because a baseline knows them. */
  readonly known?: Counts;
}

/** What the documentation says of a code. */
export interface CodePage {
  /** Its first sentence. */
  readonly summary: string;
  /** The whole page, as Markdown. */
  readonly text: string;
  /** Where the page is to be read. */
  readonly url: string;
}

/** What a presentation may depend on beside the findings. */
export interface Style {
  readonly task: 'convert' | 'validate';
  /** Whether escape sequences for colours are welcome. */
  readonly colour: boolean;
  /** How many columns a line may have. */
  readonly columns: number;
  /** The version of the program. */
  readonly version: string;
  /** What is known of the run as a whole. */
  readonly run?: RunFacts;
  /** The page on a code; undefined for assertions of Schematron schemas, which explain themselves. */
  readonly explain?: ((code: Code) => CodePage | undefined) | undefined;
}

export interface RunFacts {
  /** The documents of all files, where a file may hold several. */
  readonly documents?: number;
  /** Files that had been converted before and have not changed. */
  readonly unchanged?: number;
  readonly seconds?: number | undefined;
}

export interface Reporter {
  readonly name: string;
  /** One line for `--help` and `list`. */
  readonly summary: string;
  /** Whether it shows what codes mean, so that `Style` needs `explain`. */
  readonly explains?: boolean;
  /**
   * In: the findings by file. Out: the whole report, which ends in a newline unless it is empty. A promise only for
   * the sake of libraries that are loaded when there is something to show.
   */
  format(reports: readonly FileReport[], style: Style): string | Promise<string>;
}
