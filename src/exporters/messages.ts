/** What cannot be exported, or not as it stands: the wordings of stage `export`. */
import { defineMessages, wording } from '../diagnostic/index.js';

const WHY = {
  outside: 'it leads out of the folder',
  missing: 'there is no such file',
  name: 'its name is none that every system takes',
} as const;

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const exportMessages = defineMessages('export', {
  'element-not-known': wording<{ name: string }>(
    'warning',
    ({ name }) => `element "${name}" is shown as plain text: no behaviour is known for it`,
    () => 'its words are in what was exported; how they were set apart is not',
  ),
  'element-omitted': wording<{ name: string }>(
    'info',
    ({ name }) => `element "${name}" is no text for readers, and is not shown`,
    () => 'said once for each kind; the TEI still has it',
  ),
  'not-tei': wording<{ root?: string }>(
    'error',
    ({ root }) => (root === undefined ? 'this is no XML; expected TEI' : `root element "${root}" is none of TEI`),
    () => 'a transcription becomes TEI first: teiscribe convert',
  ),
  'text-missing': wording(
    'warning',
    () => 'there is no text in this TEI, only its header',
    () => 'its text may be in another file: export that one, or the file that includes it',
  ),
  dropped: wording<{ format: string; what: string }>(
    'info',
    ({ format, what }) => `"${format}" cannot carry ${what}: left out`,
    () => 'said once for each kind; the TEI still has it',
  ),
  'picture-not-copied': wording<{ address: string; why: 'outside' | 'missing' | 'name'; others: number }>(
    'warning',
    ({ address, why, others }) =>
      others === 0
        ? `picture "${address}" is not copied: ${WHY[why]}`
        : `picture "${address}" is not copied: ${WHY[why]}; nor ${others} ${others === 1 ? 'other' : 'others'}`,
    () => 'pictures are looked for in the folder that was given, or that of the file, and below it',
  ),
  'pictures-copied': wording<{ count: number; size: number }>(
    'info',
    ({ count, size }) => `${count} ${count === 1 ? 'picture' : 'pictures'}, ${sizeOf(size)}, copied`,
  ),
  'setting-missing': wording<{ format: string; settings: readonly string[] }>(
    'error',
    ({ format, settings }) => `"${format}" needs ${settings.map((name) => `"${name}"`).join(', ')} in edition.json`,
  ),
  'several-documents': wording<{ format: string; count: number }>(
    'error',
    ({ format, count }) => `"${format}" of ${count} documents is a folder; expected --out-dir`,
  ),
  'licence-not-allowed': wording<{ format: string; allowed: readonly string[] }>(
    'error',
    ({ format, allowed }) => `"${format}" cannot have the licence of edition.json; expected ${allowed.join(' or ')}`,
  ),
  'no-letters': wording(
    'error',
    () => 'no document has a sender or an addressee',
    () => 'they are read from "correspDesc", or from a head that names them',
  ),
  'path-unsafe': wording<{ path: string }>('error', ({ path }) => `"${path}" is no safe name for a file to be written`),
  'path-shared': wording<{ path: string }>('error', ({ path }) => `two files would be written to "${path}"`),
  // Deposits: what a target would refuse, and what it advises
  'field-advised': wording<{ target: string; fields: readonly string[] }>(
    'warning',
    ({ target, fields }) => `"${target}" is better described with ${fields.map((name) => `"${name}"`).join(', ')}`,
    () => 'settings stand in edition.json, the rest in the headers of the files; what is not said is not invented',
  ),
  'record-left-out': wording<{ record: string; why: string }>(
    'warning',
    ({ record, why }) => `the record "${record}" is left out: ${why}`,
    () => 'the archive takes the deposit without it; add the settings to have it as well',
  ),
  'header-missing': wording<{ root: string }>(
    'error',
    ({ root }) => (root === '' ? 'the file has no "teiHeader"' : `root element "${root}" is no "TEI" of its namespace`),
    () => 'archives take whole TEI documents, with a header',
  ),
  'header-field-advised': wording<{ target: string; what: string; count: number; total: number }>(
    'warning',
    ({ target, what, count, total }) => `"${target}" expects ${what}; ${count} of ${total} headers have none`,
  ),
  'licence-not-open': wording<{ target: string; url: string }>(
    'warning',
    ({ target, url }) => `"${url}" is not known as an open licence; "${target}" takes others in special cases alone`,
    () => 'ask the archive first, or choose a licence of Creative Commons',
  ),
  'schema-of-target': wording<{ target: string; schema: string; used: string }>(
    'warning',
    ({ target, schema, used }) => `"${target}" expects ${schema}; the file was held to "${used}"`,
    ({ schema }) => `give the schema of ${schema} with --schema, or as "schema" in edition.json`,
  ),
  'schema-not-included': wording<{ name: string }>(
    'error',
    ({ name }) => `schema "${name}" was used, but a file of it cannot be had, so it cannot be included`,
  ),
  'file-too-large': wording<{ target: string; path: string; size: number; limit: number }>(
    'error',
    ({ target, path, size, limit }) => `"${path}" has ${size} bytes; "${target}" takes at most ${limit}`,
    () => 'a file of several documents is split by itself; one document, or a picture, has to be made smaller',
  ),
  'volume-split': wording<{ target: string; size: number; limit: number; count: number; frame: string }>(
    'info',
    ({ target, size, limit, count, frame }) =>
      `${size} bytes are more than the ${limit} of "${target}": ${count} documents become files of their own, "${frame}" keeps the rest`,
  ),
  'too-many-files': wording<{ target: string; count: number; limit: number }>(
    'warning',
    ({ target, count, limit }) => `the deposit has ${count} files; "${target}" takes ${limit} in one record`,
    () => 'write a ZIP: -o NAME.zip',
  ),
  'zip-too-large': wording<{ size: number; limit: number }>(
    'error',
    ({ size, limit }) => `a ZIP of ${size} bytes would have to be held in memory; at most ${limit} are`,
    () => 'write a folder with --out-dir, and pack it with another program',
  ),
  'zip-name': wording<{ target: string; name: string; better: string }>(
    'error',
    ({ target, name, better }) => `"${target}" takes no file of the name "${name}"; expected "${better}"`,
  ),
  'picture-missing': wording<{ file: string; attribute: string }>(
    'warning',
    ({ file, attribute }) => `no picture "${file}", which "${attribute}" names, is there to be included`,
    () => 'the README says what is missing',
  ),
  'pictures-missing': wording<{ first: string; count: number }>(
    'warning',
    ({ first, count }) => `none of ${count} pictures is there to be included; the first is "${first}"`,
    () => 'pictures are looked for where the pointer leads; the README says that they are missing',
  ),
  'picture-on-network': wording<{ first: string; count: number }>(
    'info',
    ({ first, count }) =>
      `${count === 1 ? 'a picture is' : `${count} pictures are`} on the network, and not included; the first is "${first}"`,
  ),
  'not-a-picture': wording<{ file: string }>(
    'error',
    ({ file }) => `"${file}" is pointed to as a picture, and is none that is known`,
    () => 'known are PNG, JPEG, TIFF, GIF, WebP, JPEG 2000 and SVG',
  ),
  'picture-unlike-its-name': wording<{ file: string; format: string }>(
    'warning',
    ({ file, format }) => `"${file}" is a picture of the format ${format}, which its name does not say`,
  ),
  'picture-not-accepted': wording<{ target: string; file: string; accepted: readonly string[] }>(
    'error',
    ({ target, file, accepted }) => `"${target}" takes no picture such as "${file}"; expected ${accepted.join(', ')}`,
  ),
  'pointer-outside': wording<{ pointer: string }>(
    'warning',
    ({ pointer }) => `"${pointer}" leads out of the folder of the edition; nothing from there is included`,
    () => 'put the file below the folder of edition.json, and point to it from there',
  ),
  'pointer-leaves-deposit': wording<{ pointer: string; file: string; count: number; isThere: boolean }>(
    'warning',
    ({ pointer, file, count, isThere }) =>
      `"${pointer}" leads to "${file}", which is ${isThere ? 'not in the deposit' : 'not there'}${count > 1 ? `, as ${count - 1} more do` : ''}`,
    ({ isThere }) => (isThere ? 'name the file among those that are exported' : 'the pointer stays as it is'),
  ),
  'pointer-not-rewritten': wording<{ pointer: string; now: string }>(
    'warning',
    ({ pointer, now }) => `"${pointer}" should become "${now}", and cannot: it is not written in the file itself`,
    () => 'it comes from an entity or a document type: write the pointer in full',
  ),
  'base-not-followed': wording(
    'warning',
    () => 'addresses are seen from "xml:base", which is not followed: pointers to other files stay as they are',
    () => 'take "xml:base" away, and write pointers as they are seen from the file',
  ),
  'file-renamed': wording<{ count: number; total: number; first: string; now: string }>(
    'info',
    ({ count, total, first, now }) =>
      `${count} of ${total} files ${count === 1 ? 'has another name' : 'have other names'}: "${first}" is "${now}"`,
    () => 'names.csv has all names, old and new; pointers are rewritten',
  ),
  'written-as-utf-8': wording<{ encoding: string }>(
    'info',
    ({ encoding }) => `the file is in ${encoding}; in the deposit it is in UTF-8 alone`,
  ),
  'text-normalized': wording<{ count: number }>(
    'info',
    ({ count }) =>
      `${count === 1 ? 'a character sequence is' : `${count} character sequences are`} not in Unicode normalization form C; in the deposit ${count === 1 ? 'it is' : 'they are'}`,
  ),
});
