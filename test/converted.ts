/** A transcription -> its TEI as text, and the codes of what is said of it, for tests. */
import { type ConvertOptions, convert } from '../src/convert.js';
import { createSource } from '../src/source/index.js';
import { serializeXml } from '../src/xml/serialize.js';

export interface Converted {
  readonly codes: readonly string[];
  readonly tei: string;
}

export function converted(text: string, options: ConvertOptions): Converted {
  const codes: string[] = [];
  const { tei } = convert(createSource('letter.txt', text), options, ({ code }) => codes.push(code));
  return { codes, tei: serializeXml(tei) };
}
