/** A document -> what is wrong with it: grammar and rules, on scanned XML or on the tree of a conversion. */
import type { ConvertOptions } from './convert.js';
import type { Report } from './diagnostic/index.js';
import type { Source } from './source/index.js';

export type Check = 'grammar' | 'schematron' | 'rules';

/** Reads what a schema or an `xml-model` instruction refers to; undefined where it cannot be had. */
export type ReadSource = (href: string, base: string) => Source | undefined;

export interface ValidateOptions {
  /** Name of a built-in schema or a path; else `xml-model`, else the built-in that fits. */
  readonly schema?: string;
  /** All by default. */
  readonly checks?: readonly Check[];
  /** The transcription that the encoding must be true to. */
  readonly against?: Source;
  /** How a transcription is converted before it is validated. */
  readonly conversion?: ConvertOptions;
  readonly read: ReadSource;
}

export interface Validated {
  /** The schema that was used, as a report names it; undefined if none was. */
  readonly schema?: string;
}

export function validate(source: Source, options: ValidateOptions, report: Report): Validated {
  throw new Error(`not yet: ${source.path} ${options.schema} ${report.length}`);
}
