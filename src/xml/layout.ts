/** Lays a tree out for readers: white space only where the content is elements alone, never added in mixed content. */
import { placeAt } from '../source/index.js';
import type { Element, XmlDocument, XmlNode } from './tree.js';

const INDENT = '  ';

/** Elements whose content model has no character data, so that white space between their children means nothing. */
const ELEMENT_CONTENT: ReadonlySet<string> = new Set(
  `TEI teiCorpus teiHeader fileDesc titleStmt editionStmt extent publicationStmt availability licence seriesStmt notesStmt
  sourceDesc respStmt msDesc msIdentifier altIdentifier msContents physDesc additions history origin provenance acquisition additional surrogates encodingDesc projectDesc
  editorialDecl correction hyphenation interpretation normalization punctuation quotation segmentation stdVals appInfo
  application tagsDecl namespace refsDecl listPrefixDef prefixDef classDecl taxonomy category profileDesc langUsage
  correspDesc correspAction correspContext textClass keywords particDesc settingDesc abstract revisionDesc listChange
  standOff listPerson person listPlace place listOrg org listBibl text front body back group div floatingText postscript
  list table row lg attachment figure`.split(/\s+/),
);

/** Mixed content in which a line end of the text itself may be followed by indentation. */
const LINE_ENDS_INDENTED: ReadonlySet<string> = new Set(['opener', 'closer', 'dateline', 'salute', 'signed']);

/** The same document with line ends and indentation; character data stays as it is. */
export function layoutDocument(document: XmlDocument): XmlDocument {
  return { prolog: document.prolog, root: layoutElement(document.root, 0) };
}

function layoutElement(element: Element, depth: number): Element {
  const { local } = element.name;
  if (LINE_ENDS_INDENTED.has(local)) return { ...element, children: indentLineEnds(element.children, depth) };
  if (!hasElementContent(element)) return element;
  const children: XmlNode[] = [];
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    children.push(whiteSpace(child, depth + 1));
    children.push(child.kind === 'element' ? layoutElement(child, depth + 1) : child);
  }
  const last = children[children.length - 1];
  if (last) children.push(whiteSpace(last, depth));
  return { ...element, children };
}

/** By its name, and by what it really holds: an element with text of its own is left alone. */
function hasElementContent(element: Element): boolean {
  return (
    ELEMENT_CONTENT.has(element.name.local) &&
    element.children.some((child) => child.kind === 'element') &&
    element.children.every((child) => child.kind !== 'text' || /^[ \t\r\n]*$/.test(child.text))
  );
}

function indentLineEnds(children: readonly XmlNode[], depth: number): readonly XmlNode[] {
  return children.map((child) => {
    if (child.kind === 'element')
      return LINE_ENDS_INDENTED.has(child.name.local) ? layoutElement(child, depth + 1) : child;
    const isLineEnd = child.kind === 'text' && /^[ \t]*\n[ \t\n]*$/.test(child.text);
    return isLineEnd ? { ...child, text: `\n${INDENT.repeat(depth + 1)}` } : child;
  });
}

function whiteSpace(beside: XmlNode, depth: number): XmlNode {
  const { source, start } = beside.place;
  return { kind: 'text', text: `\n${INDENT.repeat(depth)}`, place: placeAt(source, start) };
}
