/** A transcription -> its TEI: parse, interpret, encode, serialise. */
import type { Report } from './diagnostic/index.js';
import { interpretDocument } from './document/index.js';
import { chooseProfile } from './profiles/index.js';
import type { Source } from './source/index.js';
import { type Edition, type Encoding, encodeTei, encodings, findEncoding, SOFTWARE, teiMessages } from './tei/index.js';
import { parseTranscript } from './transcript/index.js';
import { layoutDocument, type XmlDocument } from './xml/index.js';

export interface ConvertOptions {
  /** Name of a profile, or `auto` (the default). */
  readonly profile?: string;
  /** Name of an encoding; `tei-letter` is the default. */
  readonly encoding?: string;
  readonly edition?: Edition;
}

export interface Conversion {
  /** The tree, its places in the transcription. */
  readonly tei: XmlDocument;
  /** The profile that was used. */
  readonly profile: string;
  readonly encoding: Encoding;
}

/**
 * Converts one transcription. Bad input becomes diagnostics and the best guess; the tree is always there. Serialise it
 * with `serializeXml` from `teiscribe`.
 */
export function convert(source: Source, options: ConvertOptions, report: Report): Conversion {
  const edition = options.edition ?? {};
  const encoding = chooseEncoding(options.encoding, report);
  const conventions = chooseProfile(source, options.profile ?? 'auto', report);
  const transcript = parseTranscript(source, conventions, report);
  const document = interpretDocument(transcript, edition, report);
  const tei = layoutDocument(encodeTei(document, encoding, edition, SOFTWARE, report));
  return { tei, profile: conventions.name, encoding };
}

function chooseEncoding(name: string | undefined, report: Report): Encoding {
  const [standard] = encodings;
  const found = name === undefined ? standard : findEncoding(name);
  if (!found) report(teiMessages['unknown-encoding']({ name: name ?? '', known: encodings.map((e) => e.name) }));
  return found ?? standard;
}
