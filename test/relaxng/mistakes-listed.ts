/** The mistakes that encoders of letters make most, and what is to be said of each. */
import { letterWith } from './pages.js';

export interface ListedMistake {
  readonly name: string;
  readonly document: string;
  /** `code: message`, in the order of the document. */
  readonly said: readonly string[];
  /** Of the first. */
  readonly note: string;
  /** What the first one points at. */
  readonly at: string;
}

const div = (content: string) => letterWith(`<div type="letter" xml:id="d1">${content}</div>`);
const P = '<p>Text.</p>';
const plain = div(P);
const ENCLOSURE = `<floatingText type="enclosure" xml:id="e1"><body>${P}</body></floatingText>`;
const LIST = '<list type="simple"><item>x</item></list>';

/** The same by the letter schema and by TEI All, but for the lists of what is expected: of these only the beginning is held. */
export const listedMistakes: readonly ListedMistake[] = [
  {
    name: 'an element that TEI does not have',
    document: div(`<salutation>Dear Sir</salutation>${P}`),
    said: ['unknown-element: the schema has no element "salutation"; did you mean "salute"?'],
    note: 'change the name to "salute"',
    at: '<salutation>',
  },
  {
    name: 'an element in the wrong place',
    document: div(`<item>x</item>${P}`),
    said: [
      'element-not-allowed-here: element "item" not allowed in "div"; expected "p", "div", "head", "list", "note" or',
    ],
    note: 'put "item" into "list"',
    at: '<item>',
  },
  {
    name: 'an element before which another is missing',
    document: plain.replace(/<publicationStmt>.*<\/publicationStmt>/, ''),
    said: [
      'element-not-allowed-yet: element "sourceDesc" not allowed yet in "fileDesc"; "publicationStmt" must come first',
    ],
    note: 'put "publicationStmt" before "sourceDesc"',
    at: '<sourceDesc>',
  },
  {
    name: 'an element that comes too early',
    document: letterWith(
      '<publicationStmt><date when="1961"/><publisher>P</publisher><availability status="unknown"><p>U.</p></availability></publicationStmt>',
    ),
    said: [
      'element-not-allowed-yet: element "date" not allowed yet in "publicationStmt"; expected "publisher", "authority" or "distributor" first',
    ],
    note: 'put "publisher", "authority" or "distributor" before "date"',
    at: '<date when="1961"/>',
  },
  {
    name: 'an element that comes too late',
    document: div(`${P}<head>x</head>`),
    said: ['element-not-allowed-any-more: element "head" not allowed in "div" after "p"; expected "p", "div", "list",'],
    note: 'move "head" before "p"',
    at: '<head>',
  },
  {
    name: 'a child that is missing',
    document: plain.replace(/<sourceDesc>.*<\/sourceDesc>/, ''),
    said: ['required-element-missing: element "fileDesc" is not complete; "sourceDesc" missing at the end'],
    note: 'add "sourceDesc" at the end of "fileDesc"',
    at: '</fileDesc>',
  },
  {
    name: 'an attribute that is missing',
    document: div('<figure><graphic/></figure>'),
    said: ['required-attribute-missing: element "graphic" lacks the required attribute "url"'],
    note: 'add "url" to the start tag',
    at: '<graphic/>',
  },
  {
    name: 'an attribute that is misspelt',
    document: div(`<note xml:id="d1fn1" n="1" palce="bottom">x</note>${P}`),
    said: ['attribute-not-allowed: attribute "palce" not allowed on "note"; did you mean "place"?'],
    note: 'change the name to "place"',
    at: 'palce="bottom"',
  },
  {
    name: 'a value of the wrong form',
    document: div('<p><date when="12 May 1961">x</date></p>'),
    said: [
      'attribute-value-invalid: value "12 May 1961" of attribute "when" on "date" is not valid; expected date (1961-05-12), gYear (1961), gMonth (--05),',
    ],
    note: 'write "1961-05-12"',
    at: 'when="12 May 1961"',
  },
  {
    name: 'an ID that begins with a digit',
    document: div('<p xml:id="7fn1">x</p>'),
    said: ['attribute-value-invalid: value "7fn1" of attribute "xml:id" on "p" is not valid; expected ID (d15)'],
    note: 'begin with a letter or "_"',
    at: 'xml:id="7fn1"',
  },
  {
    name: 'a value that is not in the list',
    document: plain.replace('status="unknown"', 'status="open"'),
    said: [
      'attribute-value-not-listed: value "open" of attribute "status" on "availability" is not in the list; expected "free", "restricted" or "unknown"',
    ],
    note: 'choose one of the listed values',
    at: 'status="open"',
  },
  {
    name: 'text where none may stand',
    document: div(`Dear Sir, ${P}`),
    said: ['text-not-allowed: text "Dear Sir," not allowed in "div"; expected "p", "div", "head", "list", "note" or'],
    note: '"div" holds elements only: put the text into one of them, such as "p", or take it out',
    at: 'Dear Sir,',
  },
  {
    name: 'an empty element that needs content',
    document: div(`<list></list>${P}`),
    said: ['required-element-missing: element "list" is not complete; "item" missing at the end'],
    note: 'add "item" at the end of "list"',
    at: '</list>',
  },
  {
    name: 'an empty element that needs content, in one tag',
    document: div('<table><row n="1"/></table>'),
    said: ['required-element-missing: element "row" is not complete; "cell" missing at the end'],
    note: 'add "cell" at the end of "row"',
    at: '<row n="1"/>',
  },
  {
    name: 'no namespace',
    document: plain.replace(/ xmlns="[^"]*"/, ''),
    said: ['wrong-namespace: element "TEI" is in no namespace; expected namespace "http://www.tei-c.org/ns/1.0"'],
    note: 'write xmlns="http://www.tei-c.org/ns/1.0" in the root\'s start tag; a file for TEI P4 has to be converted to P5 first',
    at: '<TEI xml:lang="en">',
  },
  {
    name: 'TEI P4',
    document: '<TEI.2><teiHeader/><text><body><p>x</p></body></text></TEI.2>',
    said: ['root-not-allowed: "TEI.2" cannot be the root of a document; expected "TEI" or "teiCorpus"'],
    note: 'a file for TEI P4 has to be converted to P5 first',
    at: '<TEI.2>',
  },
  {
    name: 'an ID that is used twice',
    document: div('<p xml:id="a">x</p><p xml:id="a" n="2">x</p>'),
    said: ['duplicate-id: ID "a" is used twice'],
    note: 'each ID may be given to one element only: change this one, and what refers to it',
    at: 'xml:id="a"',
  },
  {
    name: 'an enclosure after the closer',
    document: div(`${P}<closer><salute>x</salute></closer>${ENCLOSURE}`),
    said: [
      'element-not-allowed-any-more: element "floatingText" not allowed in "div" after "closer"; expected "note", "dateline", "salute", "closer", "signed" or',
    ],
    note: 'move "floatingText" before "closer", or put it into "postscript"',
    at: '<floatingText type="enclosure" xml:id="e1">',
  },
  {
    name: 'an enclosure in the postscript, where it may stand',
    document: div(`${P}<closer>x</closer><postscript><label>Enclosure</label>${ENCLOSURE}</postscript>`),
    said: [],
    note: '',
    at: '',
  },
  {
    name: 'a paragraph after the closer',
    document: div(`${P}<closer><salute>x</salute></closer><p n="2">x</p>`),
    said: [
      'element-not-allowed-any-more: element "p" not allowed in "div" after "closer"; expected "note", "dateline", "salute", "closer", "signed" or',
    ],
    note: 'move "p" before "closer"',
    at: '<p n="2">',
  },
  {
    name: 'a paragraph in a head',
    document: div(`<head><p n="2">x</p></head>${P}`),
    said: ['element-not-allowed-here: element "p" not allowed in "head"; expected "list", "note",'],
    note: 'end "head" before it: "p" may stand in "div"',
    at: '<p n="2">',
  },
  {
    name: 'a list before the opener',
    document: div(`${LIST}<opener><salute>x</salute></opener>${P}`),
    said: [
      'element-not-allowed-any-more: element "opener" not allowed in "div" after "list"; expected "p", "div", "list",',
    ],
    note: 'move "opener" before "list"',
    at: '<opener>',
  },
];

/** By TEI All alone: the letter schema has no paragraphs there. */
export const ofTeiAll: readonly ListedMistake[] = [
  {
    name: 'the availability after a paragraph',
    document: letterWith(
      '<publicationStmt><p>Unpublished.</p><availability status="unknown"><p>U.</p></availability></publicationStmt>',
    ),
    said: [
      'element-not-allowed-any-more: element "availability" not allowed in "publicationStmt" after "p"; expected "p" or "ab"',
    ],
    note: '"publicationStmt" cannot have both "availability" and "p": take one out',
    at: '<availability status="unknown">',
  },
];
