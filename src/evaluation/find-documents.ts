/** An XML file -> the documents that it holds: a volume has many, a letter's file one (TEI P5, section 4.1.1, `div`). */
import { attributeValue, descendants, type Element, outermost } from '../xml/index.js';
import { plainName } from './reading.js';

export interface FoundDocument {
  /** Its `xml:id`; undefined where the whole file is the document. */
  readonly id: string | undefined;
  readonly element: Element;
}

export interface FoundDocuments {
  readonly documents: readonly FoundDocument[];
  /** So many are left out: a picture, a gap or a remark of the editors stands where a transcription has nothing. */
  readonly leftOut: number;
}

/** The types that this program's own encodings give to documents. */
const OWN_TYPES: ReadonlySet<string> = new Set([
  'letter',
  'telegram',
  'memorandum',
  'conversation',
  'report',
  'minutes',
  'message',
  'paper',
  'editorial-note',
]);

/** `div type="document"`; else several `div`s with types and IDs of this program's; else the whole text. */
export function findDocuments(root: Element): FoundDocuments {
  const divisions = [...descendants(root)].filter((element) => plainName(element) === 'div');
  const published = divisions.filter((div) => attributeValue(div, 'type') === 'document');
  if (published.length > 0) {
    const usable = published.filter(isTranscribable);
    const documents = usable.map((element, i) => ({ id: attributeValue(element, 'xml:id') || `x${i}`, element }));
    return { documents, leftOut: published.length - usable.length };
  }
  const own = outermost(divisions.filter(isOwn));
  if (own.length > 1) {
    return { documents: own.map((element) => ({ id: attributeValue(element, 'xml:id'), element })), leftOut: 0 };
  }
  return { documents: [{ id: undefined, element: wholeText(root) }], leftOut: 0 };
}

/** The text of a file, without its header; the root where it has none. */
export function wholeText(root: Element): Element {
  if (plainName(root) === 'text') return root;
  for (const element of descendants(root)) if (plainName(element) === 'text') return element;
  return root;
}

function isOwn(div: Element): boolean {
  return OWN_TYPES.has(attributeValue(div, 'type') ?? '') && attributeValue(div, 'xml:id') !== undefined;
}

const NOT_TRANSCRIBED: ReadonlySet<string> = new Set([
  'figure',
  'gap',
  'uh-oh',
  'frus:file',
  'frus:pdf',
  'frus:page-count-according-to-citation',
  'frus:problem',
]);

/** Whether a transcription can hold all that the document has: text in paragraphs, and no documents inside it. */
function isTranscribable(div: Element): boolean {
  if (div.children.some((child) => child.kind === 'element' && plainName(child) === 'div')) return false;
  let paragraphs = 0;
  for (const element of descendants(div)) {
    const name = plainName(element);
    if (NOT_TRANSCRIBED.has(name)) return false;
    if (name === 'p') paragraphs++;
  }
  return paragraphs > 0;
}
