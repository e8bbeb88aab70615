/** What the rules find: the wordings of stage `rule`. */
import { defineMessages, wording } from '../diagnostic/index.js';

interface Pointing {
  readonly pointer: string;
  readonly attribute: string;
  readonly element: string;
}

const pointerOf = ({ pointer, attribute, element }: Pointing) =>
  `pointer "${pointer}" in attribute "${attribute}" on "${element}"`;

/** How many more there are: `, and 3 more like it`. */
const more = (count: number) => (count > 1 ? `, and ${count - 1} more like it` : '');

export const ruleMessages = defineMessages('rule', {
  'not-checked': wording<{ reason: string }>(
    'error',
    ({ reason }) => `the document was not checked by rules: ${reason}`,
    () => 'split the document, or leave rules out: --checks grammar',
  ),
  'pointer-unresolved': wording<Pointing & { near: string | undefined }>(
    'error',
    (args) => `${pointerOf(args)} leads nowhere: no element of this file has that xml:id`,
    ({ near }) =>
      near === undefined ? 'correct the pointer, or give the xml:id to what it means' : `did you mean "#${near}"?`,
  ),
  'pointer-leaves-file': wording<Pointing & { count: number }>(
    'info',
    (args) => `${pointerOf(args)} leads out of this file, which does not say to which other${more(args.count)}`,
    ({ pointer }) => `write the name of the file before it: "FILE.xml${pointer}"`,
  ),
  'pointer-without-hash': wording<Pointing>(
    'error',
    (args) => `${pointerOf(args)} lacks its "#": an element of this file has that xml:id`,
    ({ pointer }) => `write "#${pointer}"; without "#" it is the name of a file`,
  ),
  'prefix-undeclared': wording<Pointing & { prefix: string }>(
    'warning',
    (args) => `${pointerOf(args)} has a prefix that no prefixDef declares: "${args.prefix}"`,
    ({ prefix }) => `declare it in the header: encodingDesc/listPrefixDef/prefixDef with ident="${prefix}"`,
  ),
  'file-not-found': wording<Pointing & { file: string }>(
    'warning',
    (args) => `${pointerOf(args)} names a file that is not there: "${args.file}"`,
    () => 'correct the address, which is relative to this file, or put the file in its place',
  ),
  'volume-not-found': wording<Pointing & { file: string }>(
    'info',
    (args) => `${pointerOf(args)} names a volume that is not in this run: "${args.file}"`,
    ({ file }) => `validate it together with ${file}.xml to have such pointers checked`,
  ),
  'id-not-in-file': wording<Pointing & { id: string; file: string }>(
    'error',
    (args) => `${pointerOf(args)} leads nowhere: no element of "${args.file}" has xml:id "${args.id}"`,
    () => 'correct the pointer, or give the xml:id to what it means',
  ),
  'id-in-other-file': wording<{ id: string; file: string; count: number }>(
    'info',
    ({ id, file, count }) =>
      `xml:id "${id}" is also given in "${file}"${count > 1 ? `, as are ${count - 1} more of this file` : ''}`,
    () => 'where files are joined or pointed into without their names, each xml:id may be given once',
  ),
  'person-unknown': wording<{ value: string; attribute: string; near: string | undefined }>(
    'error',
    ({ value, attribute }) => `"${value}" in attribute "${attribute}" on "persName" is no person that is known`,
    ({ near }) =>
      near === undefined
        ? 'add the person to a listPerson of this file or to the lists of edition.json ("authority"), or correct the key'
        : `did you mean "${near}"?`,
  ),
  'not-a-person': wording<{ value: string; attribute: string; target: string }>(
    'warning',
    ({ value, attribute, target }) =>
      `"${value}" in attribute "${attribute}" on "persName" leads to "${target}", which is no person`,
    () => 'correct the key: it should lead to "person" or to the name in a list of persons',
  ),
  'picture-missing': wording<{ file: string; attribute: string }>(
    'warning',
    ({ file, attribute }) => `picture "${file}" in attribute "${attribute}" is not there, though others are`,
    () => 'correct the name, which is relative to this file, or add the picture',
  ),
  'no-pictures': wording<{ first: string; count: number }>(
    'info',
    ({ first, count }) => `picture "${first}" is not beside this file${more(count)}`,
    () => 'they were not checked: put the pictures beside the file, or write their full addresses',
  ),
  'page-out-of-order': wording<{ n: string; before: string }>(
    'warning',
    ({ n, before }) => `page "${n}" begins after page "${before}"`,
    () => 'look at the numbers in the source: one of them is mistyped, or a page is missing or misplaced',
  ),
  'note-out-of-sequence': wording<{ n: string; before: string }>(
    'warning',
    ({ n, before }) => `note "${n}" follows note "${before}" of the same document`,
    () => 'look at the numbers in the source: one of them is mistyped, or a note is missing or misplaced',
  ),
  'note-of-other-document': wording<{ id: string; named: string; document: string }>(
    'warning',
    ({ id, named, document }) => `note "${id}" names document "${named}", but stands in "${document}"`,
    () => 'correct the xml:id, and what points to it, or move the note',
  ),
  'document-out-of-sequence': wording<{ n: string; before: string }>(
    'warning',
    ({ n, before }) => `document "${n}" follows document "${before}"`,
    () => 'look at the numbers in the source: one of them is mistyped, or a document is missing or misplaced',
  ),
  'date-differs': wording<{ attribute: string; value: string; words: string; said: string }>(
    'warning',
    ({ attribute, value, words, said }) =>
      `${attribute}="${value}" differs from the words "${words}", which say ${said}`,
    () => 'correct the value, or the words if the source has others',
  ),
  'date-without-value': wording<{ words: string; value: string }>(
    'info',
    ({ words }) => `date "${words}" has no value`,
    ({ value }) => `add when="${value}"`,
  ),
  'correspondence-date-differs': wording<{ value: string; dateline: string }>(
    'warning',
    ({ value, dateline }) => `correspDesc says that the letter was sent on "${value}", its dateline says "${dateline}"`,
    () => 'correct the one that is wrong',
  ),
  'correspondence-differs': wording<{ sender: string; signature: string }>(
    'warning',
    ({ sender, signature }) => `correspDesc names "${sender}" as sender, but the letter is signed by "${signature}"`,
    () => 'correct the one that is wrong; where both are right, key both names with the same person',
  ),
  'empty-element': wording<{ element: string }>(
    'warning',
    ({ element }) => `element "${element}" is empty`,
    ({ element }) => `write its words, or take "${element}" out`,
  ),
  'text-differs': wording<{ here: string; there: string }>(
    'error',
    ({ here, there }) => `the text differs from the transcription: ${here} stands here, ${there} there`,
    () => 'correct the encoding, or the transcription; only the amount of white space may differ',
  ),
  'replacement-character': wording<{ before: string }>(
    'error',
    ({ before }) =>
      `a character was lost here: U+FFFD stands in its place${before === '' ? '' : `, behind "${before}"`}`,
    () => 'type the character that the source has; the file was once read in a wrong encoding',
  ),
  'private-use-character': wording<{ code: string; count: number }>(
    'warning',
    ({ code, count }) => `character ${code} is for private use: nobody else can tell what it means${more(count)}`,
    () => 'type the character of Unicode that is meant, or declare it as "g" with "charDecl"',
  ),
  'soft-hyphen': wording<{ count: number }>(
    'warning',
    ({ count }) => `an invisible hyphen (U+00AD) stands here${more(count)}: the word is not found by searches`,
    () => 'take it out; where a line ends in a word, write <lb break="no"/>',
  ),
  'not-normalised': wording<{ shown: string; count: number }>(
    'warning',
    ({ shown, count }) => `the accents of "${shown}" are stored apart from their letters${more(count)}`,
    () => 'store the text in Unicode normalization form C: words that look the same are not found otherwise',
  ),
  'quotation-marks-mixed': wording<{ kind: string; count: number; others: string; most: number }>(
    'info',
    ({ kind, count, others, most }) =>
      `quotation marks are ${kind} ${count === 1 ? 'here' : `here and ${count === 2 ? 'once' : `${count - 1} times`} more`}, but ${others} ${most} times`,
    () => 'use one kind, unless the source has both',
  ),
  'words-run-together': wording<{ before: string; after: string }>(
    'warning',
    ({ before, after }) => `"${before}" and "${after}" run together at this page break`,
    () => 'put a space before or behind the page break; if they are one word, write break="no"',
  ),
  'word-split': wording<{ word: string }>(
    'info',
    ({ word }) => `"${word}" goes on over this page break, which does not say so`,
    () => 'write break="no", where the schema has it: the word is taken for two otherwise',
  ),
  'space-in-word': wording<{ element: string }>(
    'warning',
    ({ element }) => `white space stands in the word that this "${element}" with break="no" divides`,
    () => 'take the white space away, or break="no" if there are two words',
  ),
  'repeated-word': wording<{ word: string }>(
    'warning',
    ({ word }) => `"${word}" stands here twice`,
    () => 'take one out; if the source has both, write <sic>, and the rule passes it over',
  ),
  'doubled-word': wording<{ word: string }>(
    'info',
    ({ word }) => `"${word}" stands here twice, which may be right`,
    () => 'compare with the source',
  ),
  'leftover-page-marker': wording<{ marker: string }>(
    'warning',
    ({ marker }) => `"${marker}" is left in the text`,
    () => 'encode the page break: <pb n="..."/>',
  ),
  'leftover-note-marker': wording<{ word: string; digits: string }>(
    'warning',
    ({ word, digits }) => `"${digits}" behind "${word}" looks like the marker of a note`,
    () => 'encode the note in its place, and take the digits out of the text',
  ),
  'space-before-note': wording(
    'info',
    () => 'white space stands before this note, unlike before others of this file',
    () => 'take it away, unless the source has it',
  ),
  'id-missing': wording<{ element: string; n: string; id: string }>(
    'warning',
    ({ element, n }) => `"${element}" with n="${n}" has no xml:id, though others of its kind have one`,
    ({ id }) => `add xml:id="${id}"`,
  ),
  'final-newline-missing': wording(
    'info',
    () => 'the last line has no end',
    () => 'end the file with a line feed',
  ),
});
