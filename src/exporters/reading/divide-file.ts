/** The root of a TEI file -> the elements of its documents and sections: the same tree is always divided in the same way. */
import { attributeValue, descendants, type Element, outermost } from '../../xml/index.js';
import { elementsOf, findAll, plainName } from './plain-name.js';

/** A part as an element, with those inside it. */
export interface Division {
  readonly kind: 'document' | 'section';
  readonly element: Element;
  /** Its place among the elements of the file. */
  readonly at: number;
  readonly parts: readonly Division[];
}

/** A `TEI` of the file, or what is there in its place. */
export interface DividedText {
  readonly tei: Element;
  readonly parts: readonly Division[];
  /** How many documents are marked as such; where none is, all of it is one. */
  readonly marked: number;
}

export interface DividedFile {
  readonly texts: readonly DividedText[];
  /** The element of each part. */
  readonly elements: readonly Element[];
}

/** The types that this program's own encodings give to documents. */
const OWN_TYPES: ReadonlySet<string> = new Set(
  'letter telegram memorandum conversation report minutes message paper editorial-note'.split(' '),
);

const known = new WeakMap<Element, DividedFile>();

export function divideFile(root: Element): DividedFile {
  const before = known.get(root);
  if (before) return before;
  const elements: Element[] = [];
  const divide = (kind: Division['kind'], element: Element, parts: readonly Division[]): Division => ({
    kind,
    element,
    at: elements.push(element) - 1,
    parts,
  });
  const divided = { texts: textsOf(root).map((tei) => divideText(tei, divide)), elements };
  known.set(root, divided);
  return divided;
}

/** Each `TEI` of a corpus. */
function textsOf(root: Element): readonly Element[] {
  if (plainName(root) !== 'teiCorpus') return [root];
  return elementsOf(root).flatMap((child) => (/^(?:TEI|teiCorpus)$/.test(plainName(child)) ? textsOf(child) : []));
}

type Divide = (kind: Division['kind'], element: Element, parts: readonly Division[]) => Division;

function divideText(tei: Element, divide: Divide): DividedText {
  const called = (name: string) => elementsOf(tei).find((child) => plainName(child) === name);
  // A diplomatic transcription may be all there is.
  const own = called('text') ?? called('sourceDoc');
  // A file may hold nothing but a header, or a list of persons.
  if (!own && plainName(tei) === 'TEI') return { tei, parts: [], marked: 0 };
  const text = own ?? tei;
  const found = new Set(documentElements(text));
  if (found.size === 0) return { tei, parts: [divide('document', text, [])], marked: 0 };
  const divideSection = (element: Element): readonly Division[] => {
    const parts = elementsOf(element).flatMap(divideWithin);
    return /^div\d?$/.test(plainName(element)) ? [divide('section', element, parts)] : parts;
  };
  const divideWithin = (element: Element): readonly Division[] => {
    const name = plainName(element);
    if (found.has(element)) return [divide('document', element, [])];
    if ((HOLDERS.test(name) && isSplit(element, found)) || /^div\d?$/.test(name)) return divideSection(element);
    return name === 'titlePage' ? [divide('section', element, [])] : [];
  };
  return { tei, parts: elementsOf(text).flatMap(divideWithin), marked: found.size };
}

const HOLDERS = /^(?:text|group|front|body|back|div\d?)$/;

/** Front and back matter is split into its sections; a section without documents is whole. */
function isSplit(element: Element, found: ReadonlySet<Element>): boolean {
  if (!/^div/.test(plainName(element))) return true;
  for (const each of descendants(element)) if (found.has(each)) return true;
  return false;
}

/** `div type="document"`; else several `div`s of this program's types; else each `text` of a group; else none: all of it is one. */
function documentElements(text: Element): readonly Element[] {
  const divisions = findAll(text, 'div');
  const published = outermost(divisions.filter((div) => attributeValue(div, 'type') === 'document'));
  if (published.length > 0) return published;
  const own = outermost(divisions.filter((div) => OWN_TYPES.has(attributeValue(div, 'type') ?? '')));
  if (own.length > 0) return own;
  const group = elementsOf(text).find((child) => plainName(child) === 'group');
  return group ? findAll(group, 'text') : [];
}
