/** A place -> lines and columns as other programs count them: columns in UTF-16 code units, both from 1. */
import { type Place, type Point, pointAt, type Source, textBetween } from '../source/index.js';

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** The column behind the last character. */
  readonly endColumn: number;
}

export function regionOf({ source, start, end }: Place): Region {
  const from = unitPointAt(source, start);
  const to = unitPointAt(source, Math.max(start, end));
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** How much is looked at in one go for the beginning of a line, where the text is not held. */
const STEP = 4096;

function unitPointAt(source: Source, offset: number): Point {
  const { line } = pointAt(source, offset);
  if (source.parts) return { line, column: offset - lineStartBefore(source, offset) + 1 };
  const at = Math.max(0, Math.min(offset, source.text.length));
  return { line, column: at - (source.lineStarts[line - 1] ?? 0) + 1 };
}

function lineStartBefore(source: Source, offset: number): number {
  for (let end = offset; end > 0; end -= STEP) {
    const start = Math.max(0, end - STEP);
    const text = textBetween(source, start, end);
    const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    if (last >= 0) return start + last + 1;
  }
  return 0;
}
