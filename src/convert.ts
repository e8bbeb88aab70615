/** A transcription -> its TEI: parse, interpret, encode, serialise. */
import type { Report } from './diagnostic/index.js';
import type { Source } from './source/index.js';
import type { Edition } from './tei/edition.js';
import type { XmlDocument } from './xml/index.js';

export interface ConvertOptions {
  /** Name of a profile, or `auto` (the default). */
  readonly profile?: string;
  /** Name of an encoding; `tei-letter` is the default. */
  readonly encoding?: string;
  readonly edition?: Edition;
}

export interface Conversion {
  readonly tei: XmlDocument;
  readonly xml: string;
  /** The profile that was used. */
  readonly profile: string;
}

export function convert(source: Source, options: ConvertOptions, report: Report): Conversion {
  throw new Error(`not yet: ${source.path} ${options.encoding} ${report.length}`);
}
