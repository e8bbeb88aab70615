/** What may be wrong with an authority list, and doubtful about names in a text: their wordings, of stage `document`. */
import { defineMessages, wording } from '../diagnostic/index.js';

export const authorityMessages = defineMessages('document', {
  'authority-not-read': wording<{ reason: string }>(
    'error',
    ({ reason }) => `the authority list cannot be read: ${reason}`,
    () => 'expected a CSV table with a header line, JSON with "persons" and "terms", or TEI',
  ),
  'authority-empty': wording(
    'warning',
    () => 'the authority list has neither persons nor terms',
    () => 'in TEI, what is listed has an xml:id: "person", or "persName" and "term" in a list',
  ),
  'authority-columns-missing': wording<{ missing: string; found: readonly string[] }>(
    'error',
    ({ missing, found }) =>
      `the header line has no column ${missing}; found ${found.map((name) => `"${name}"`).join(', ')}`,
    () => 'columns are "id" and "name" (or "surname" and "forenames") for persons, "id" and "term" for terms',
  ),
  'authority-row-too-long': wording<{ cells: number; columns: number }>(
    'warning',
    ({ cells, columns }) => `the row has ${cells} cells, and the header line ${columns}; what is left over is not read`,
    () => 'put quotation marks around a cell that holds what sets cells apart, such as "Rusk, Dean"',
  ),
  'authority-quote-not-closed': wording(
    'error',
    () => 'the quotation mark that begins this cell is not closed: all that follows is taken for the cell',
    () => 'close it at the end of the cell, or double it where it is a character of the cell',
  ),
  'authority-entry-incomplete': wording<{ missing: string }>(
    'warning',
    ({ missing }) => `an entry of the authority list has no ${missing}; it is left out`,
  ),
  'authority-id-invalid': wording<{ id: string }>(
    'warning',
    ({ id }) => `"${id}" is no identifier that can be pointed to; the entry is left out`,
    () =>
      'an identifier is a name in XML, such as "p_RD1", or the address of the person, such as "https://viaf.org/viaf/1"',
  ),
  'authority-id-twice': wording<{ id: string }>(
    'warning',
    ({ id }) => `identifier "${id}" is given twice; the first entry is kept`,
  ),
  'targets-not-read': wording<{ reason: string }>(
    'error',
    ({ reason }) => `the list of targets cannot be read: ${reason}`,
    () => 'expected a JSON array of identifiers, lines that begin with one, or TEI',
  ),
  'targets-empty': wording('warning', () => 'the list of targets has no identifiers'),
  'ambiguous-name': wording<{ name: string; among: readonly string[]; count: number }>(
    'info',
    ({ name, among, count }) =>
      `"${name}" may be any of ${among.map((one) => `"${one}"`).join(', ')}; left without a key${count > 1 ? ` ${count} times` : ''}`,
    () =>
      'it is decided where forenames or the office stand with the name, or one of them is named so elsewhere in the document',
  ),
  'unlisted-name': wording<{ name: string; among: readonly string[]; count: number }>(
    'info',
    ({ name, among, count }) =>
      `"${name}" may be someone else than ${among.map((one) => `"${one}"`).join(', ')}; left without a key${count > 1 ? ` ${count} times` : ''}`,
    () => 'the list has nobody of this surname with the forename that stands with it, here or before',
  ),
});
