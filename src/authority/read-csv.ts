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

export function readCsv(source: Source, report: Report): readonly RawEntry[] {
  const [header, ...rows] = rowsOf(source.text);
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
function rowsOf(text: string): readonly Row[] {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => header.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((a, b) => (count(b) > count(a) ? b : a));
  const rows: Row[] = [];
  let cells: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const { cell, end } = readCell(text, at, delimiter);
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

function readCell(text: string, at: number, delimiter: string): { readonly cell: string; readonly end: number } {
  if (text.charAt(at) !== '"') {
    let end = at;
    while (end < text.length && text.charAt(end) !== delimiter && !/[\r\n]/.test(text.charAt(end))) end++;
    return { cell: text.slice(at, end), end };
  }
  let cell = '';
  let i = at + 1;
  while (i < text.length) {
    const quote = text.indexOf('"', i);
    if (quote === -1) return { cell: cell + text.slice(i), end: text.length };
    cell += text.slice(i, quote);
    if (text.charAt(quote + 1) !== '"') {
      i = quote + 1;
      break;
    }
    cell += '"';
    i = quote + 2;
  }
  // What stands behind the closing quotation mark belongs to the cell.
  const rest = readPlain(text, i, delimiter);
  return { cell: cell + text.slice(i, rest), end: rest };
}

function readPlain(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length && text.charAt(end) !== delimiter && !/[\r\n]/.test(text.charAt(end))) end++;
  return end;
}
