/** A line whose cells are set apart (`Participants: | Mr. Alexander`) -> one row of a table. */
import { placeAt, type Source } from '../../source/index.js';
import type { Conventions } from '../conventions.js';
import { type Marks, parseInlines } from '../inlines.js';
import { pushLayout } from '../layout.js';
import { type Line, trimLine } from '../lines.js';
import type { Layout, TableCell, TableRow } from '../transcript.js';

/** Where the separators of a line stand; a separator at the line's end may lack its last space. */
export function findSeparators(source: Source, line: Line, conventions: Conventions): readonly number[] {
  const separator = conventions.cellSeparator;
  const found: number[] = [];
  const text = source.text.slice(line.start, line.end);
  let at = text.indexOf(separator);
  while (at >= 0) {
    found.push(line.start + at);
    at = text.indexOf(separator, at + separator.length);
  }
  const cut = separator.trimEnd();
  const last = found.at(-1);
  const tail = line.end - cut.length;
  if (
    cut !== separator &&
    text.endsWith(cut) &&
    tail > line.start &&
    (last === undefined || last + separator.length <= tail)
  ) {
    found.push(tail);
  }
  return found;
}

/** Most texts have no tables: then no line has to be looked at. */
export function mayHaveCells({ text }: Source, { cellSeparator }: Conventions): boolean {
  return text.includes(cellSeparator.trim());
}

/** In: a line of a table. Out: its row; a line without separator is a row of one cell. */
export function parseTableRow(source: Source, line: Line, conventions: Conventions, marks: Marks): TableRow {
  const separators = findSeparators(source, line, conventions);
  const children: (TableCell | Layout)[] = [];
  const first = separators[0];
  let at = first === line.start ? line.start : line.textStart;
  const end = separators.length > 0 ? line.end : line.textEnd;
  const start = at;
  for (const separator of [...separators, end]) {
    const cell = trimLine(source.text, at, Math.max(at, separator));
    pushLayout(children, source, at, cell.textStart);
    children.push({
      kind: 'tableCell',
      children: parseInlines(source, [cell], marks),
      place: placeAt(source, cell.textStart, cell.textEnd),
    });
    at = Math.min(end, separator + conventions.cellSeparator.length);
    pushLayout(children, source, cell.textEnd, at);
  }
  return { kind: 'tableRow', children, place: placeAt(source, start, end) };
}
