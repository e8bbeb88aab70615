/** Lines that begin with the prefix of a quotation (`> As to SC Dept agrees`) -> the same lines without it. */
import type { Source } from '../../source/index.js';
import type { Conventions } from '../conventions.js';
import { type Line, trimLine } from '../lines.js';

/** In: a line. Out: what stands behind its prefix, or undefined where it has none. */
export function unquoteLine(source: Source, line: Line, conventions: Conventions): Line | undefined {
  const sign = conventions.quotePrefix.trim();
  if (sign === '' || !source.text.startsWith(sign, line.textStart)) return undefined;
  const behind = line.textStart + sign.length;
  if (behind > line.end) return undefined;
  const space = behind < line.end && /[ \t]/.test(source.text.charAt(behind)) ? 1 : 0;
  const nested = source.text.startsWith(sign, behind);
  if (space === 0 && !nested && behind < line.textEnd) return undefined;
  return trimLine(source.text, behind + space, line.end);
}
