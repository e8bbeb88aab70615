/** The characters of a compact schema with `\x{...}` replaced, and where each came from (RELAX NG compact syntax, section 3 and A.2.4). */
import type { Report } from '../../diagnostic/index.js';
import { placeAt, type Source } from '../../source/index.js';
import { isXmlCharacter } from '../../xml/index.js';
import { schemaMessages } from '../messages.js';

/** Line ends written as escapes are no line ends: until a literal is read, these characters, which no schema can hold, stand for them. */
export const ESCAPED_LINE_FEED = '\uFFFE';
export const ESCAPED_RETURN = '\uFFFF';

export interface Characters {
  readonly text: string;
  /** The offset in the source of an offset in `text`. */
  origin(offset: number): number;
}

const NO_XML_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** What begins like an escape is one, or a mistake. */
const ESCAPE = /\\x+\{(?:([0-9a-fA-F]+)\})?/g;

/** Undefined after an error, which is reported. */
export function interpretEscapes(source: Source, report: Report): Characters | undefined {
  const { text } = source;
  const wrong = NO_XML_CHARACTER.exec(text);
  if (wrong) {
    const code = (wrong[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const place = placeAt(source, wrong.index, wrong.index + wrong[0].length);
    report(schemaMessages['character-invalid']({ character: `character U+${code}` }, place));
    return undefined;
  }
  if (!text.includes('\\x')) return { text, origin: (offset) => offset };

  const pieces: string[] = [];
  /** Where in the result a piece of the source begins that is as long in both. */
  const starts: { readonly at: number; readonly from: number }[] = [{ at: 0, from: 0 }];
  let length = 0;
  let end = 0;
  let failed = false;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const match of text.matchAll(ESCAPE)) {
    const [written, digits] = match;
    const code = digits === undefined || digits.replace(/^0+/, '').length > 6 ? -1 : Number.parseInt(digits, 16);
    if (!isXmlCharacter(code)) {
      failed = true;
      const whole = /^\\x+\{[^}\s]{0,9}\}/.exec(text.slice(match.index, match.index + 30))?.[0] ?? written;
      const place = placeAt(source, match.index, match.index + whole.length);
      report(schemaMessages['escape-invalid']({ written: whole }, place));
      continue;
    }
    add(text.slice(end, match.index));
    starts.push({ at: length, from: match.index });
    add(code === 10 ? ESCAPED_LINE_FEED : code === 13 ? ESCAPED_RETURN : String.fromCodePoint(code));
    end = match.index + written.length;
    starts.push({ at: length, from: end });
  }
  add(text.slice(end));
  return failed ? undefined : { text: pieces.join(''), origin: (offset) => originOf(offset, starts) };
}

function originOf(offset: number, starts: readonly { readonly at: number; readonly from: number }[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low];
  return start ? start.from + offset - start.at : offset;
}
