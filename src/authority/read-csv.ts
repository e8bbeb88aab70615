/** A table in CSV (RFC 4180; comma, semicolon or tab) with a header line -> entries of an authority list. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import type { RawEntry } from './entries.js';
import { authorityMessages } from './messages.js';

interface Row {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
}

const FIELDS = [
  'id',
  'name',
  'surname',
  'forenames',
  'title',
  'term',
  'gloss',
  'description',
  'dates',
  'variants',
] as const;
type Field = (typeof FIELDS)[number];

/** What a column may be called. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'xml:id', 'identifier', 'key', 'ref'],
  name: ['name', 'person', 'persname'],
  surname: ['surname', 'last name', 'lastname', 'family name'],
  forenames: ['forenames', 'forename', 'first name', 'firstname', 'given name', 'given names'],
  title: ['title', 'titles', 'rank'],
  term: ['term', 'abbreviation'],
  gloss: ['gloss', 'expansion', 'definition', 'meaning'],
  description: ['description', 'office', 'offices', 'note', 'role'],
  dates: ['dates', 'years', 'life'],
  variants: ['variants', 'variant', 'variant names', 'other names', 'aliases', 'alias', 'also'],
};

/**
 * In: a table. Out: its entries, in order; one without an identifier or a name is for `toAuthority` to report. Columns that are missing,
 * cells that are in no column, and a quotation mark that is not closed are reported.
 */
export function readCsv(source: Source, report: Report): readonly RawEntry[] {
  const [header, ...rows] = rowsOf(source, report);
  if (!header) return [];
  const fields = header.cells.map((cell) => fieldOf(cell.trim().toLowerCase()));
  const column = (field: Field): number => fields.indexOf(field);
  const listed = (['name', 'surname', 'term'] as const).some((field) => fields.includes(field));
  const missing = fields.includes('id') ? (listed ? undefined : '"name" or "term"') : '"id"';
  if (missing !== undefined) {
    const place = placeAt(source, header.start, header.end);
    report(
      authorityMessages['authority-columns-missing'](
        { missing, found: header.cells.map((cell) => cell.trim()) },
        place,
      ),
    );
    return [];
  }
  return rows.map(({ cells, start, end }) => {
    const cell = (field: Field) => cells[column(field)]?.trim() || undefined;
    const place = placeAt(source, start, end);
    if (cells.slice(fields.length).some((one) => one.trim() !== ''))
      report(authorityMessages['authority-row-too-long']({ cells: cells.length, columns: fields.length }, place));
    const given = [cell('title'), cell('forenames')].filter(Boolean).join(' ');
    const surname = cell('surname');
    const name = cell('name') ?? (surname === undefined ? undefined : [surname, given].filter(Boolean).join(', '));
    const term = cell('term');
    return term !== undefined && name === undefined
      ? { kind: 'term', id: cell('id'), name: term, description: cell('gloss') ?? cell('description'), place }
      : {
          kind: 'person',
          id: cell('id'),
          name,
          variants: cell('variants')?.split(';'),
          description: cell('description'),
          dates: cell('dates'),
          place,
        };
  });
}

function fieldOf(column: string): Field | undefined {
  return FIELDS.find((field) => COLUMNS[field].includes(column));
}

/** Rows with text in them; the delimiter is what the header line has most of. */
function rowsOf(source: Source, report: Report): readonly Row[] {
  const { text } = source;
  const header = /^(?:[^\S\r\n]*[\r\n]+)*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const count = (sign: string) => header.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((a, b) => (count(b) > count(a) ? b : a));
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  const rows: Row[] = [];
  let cells: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const { cell, end, isOpen } = readCell(text, at, plain);
    if (isOpen) report(authorityMessages['authority-quote-not-closed']({}, placeAt(source, at, at + 1)));
    cells.push(cell);
    at = end;
    if (text.charAt(at) === delimiter) {
      at++;
      if (at === text.length) cells.push('');
      else continue;
    }
    if (cells.some((one) => one.trim() !== '')) rows.push({ cells, start, end: at });
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    start = at;
  }
  return rows;
}

interface Cell {
  readonly cell: string;
  readonly end: number;
  /** Its quotation mark is not closed: it runs to the end of the text. */
  readonly isOpen?: true;
}

/** The cell that begins at `at`; `plain` matches what may stand in one without quotation marks. */
function readCell(text: string, at: number, plain: RegExp): Cell {
  let cell = '';
  let i = at;
  // `p_RD1, "Rusk, Dean"`: a blank before the quotation mark is none of the cell.
  while (text.charAt(i) === ' ') i++;
  if (text.charAt(i) !== '"') i = at;
  else {
    for (i++; ; i += 2) {
      const quote = text.indexOf('"', i);
      if (quote === -1) return { cell: cell + text.slice(i), end: text.length, isOpen: true };
      cell += text.slice(i, quote);
      i = quote;
      if (text.charAt(quote + 1) !== '"') break;
      cell += '"';
    }
    i++;
  }
  // What stands behind the closing quotation mark belongs to the cell.
  plain.lastIndex = i;
  const rest = plain.exec(text)?.[0] ?? '';
  return { cell: cell + rest, end: i + rest.length };
}
