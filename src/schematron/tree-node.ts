/** An XML tree -> nodes that know their parents, their order and their siblings: what XPath walks on (XPath and XQuery Data Model 3.1, section 6). */
import type { Place } from '../source/index.js';
import { type Attribute, type Element, type XmlDocument, type XmlName, type XmlNode, xmlName } from '../xml/index.js';

export const ELEMENT = 1;
export const ATTRIBUTE = 2;
export const TEXT = 3;
export const INSTRUCTION = 7;
export const COMMENT = 8;
export const DOCUMENT = 9;

const NAMELESS = xmlName('', '');

interface Made {
  readonly name: XmlName;
  readonly data: string;
  readonly place: Place | undefined;
}

/** A node, with the fields by which an XPath processor knows it. */
export class TreeNode {
  readonly attributes: TreeNode[] = [];
  readonly children: TreeNode[] = [];
  readonly nodeName: string;
  readonly name: string;
  readonly target: string;

  readonly nodeType: number;
  readonly tree: Tree;
  readonly parent: TreeNode | null;
  /** In document order; attributes follow their element. */
  readonly order: number;
  /** Among the children, or the attributes, of the parent. */
  readonly index: number;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly prefix: string | null;
  /** The text of a text, comment, instruction or attribute. */
  readonly data: string;
  readonly place: Place | undefined;

  constructor(nodeType: number, tree: Tree, parent: TreeNode | null, order: number, index: number, made: Made) {
    const { name, data, place } = made;
    this.nodeType = nodeType;
    this.tree = tree;
    this.parent = parent;
    this.order = order;
    this.index = index;
    this.localName = name.local;
    this.namespaceURI = name.namespace === '' ? null : name.namespace;
    this.prefix = name.prefix === '' ? null : name.prefix;
    this.data = data;
    this.place = place;
    this.nodeName = this.prefix === null ? this.localName : `${this.prefix}:${this.localName}`;
    this.name = this.nodeName;
    this.target = this.localName;
  }

  get value(): string {
    return this.data;
  }
}

/** A document as nodes, and where to find them by name. */
export interface Tree {
  readonly root: TreeNode;
  /** The path of the file. */
  readonly path: string;
  /** All nodes in document order. */
  readonly nodes: readonly TreeNode[];
  /** Elements by local name, in document order. */
  readonly elements: ReadonlyMap<string, readonly TreeNode[]>;
  readonly allElements: readonly TreeNode[];
  /** The order of the last node below an element, or of its own last attribute. */
  endOf(node: TreeNode): number;
  /** The first element with an `xml:id`. */
  byId(id: string): TreeNode | undefined;
}

/** In: a document. Out: its nodes. Pieces of text that touch are one node. */
export function treeOf(document: XmlDocument): Tree {
  const nodes: TreeNode[] = [];
  const ends: number[] = [];
  const elements = new Map<string, TreeNode[]>();
  const allElements: TreeNode[] = [];
  let ids: Map<string, TreeNode> | undefined;
  const { source } = document.root.place;

  const make = (nodeType: number, parent: TreeNode | null, index: number, made: Made): TreeNode => {
    const node = new TreeNode(nodeType, tree, parent, nodes.length, index, made);
    nodes.push(node);
    ends.push(node.order);
    return node;
  };

  const addElement = (element: Element, parent: TreeNode, index: number): TreeNode => {
    const node = make(ELEMENT, parent, index, { name: element.name, data: '', place: element.place });
    allElements.push(node);
    const named = elements.get(element.name.local);
    if (named) named.push(node);
    else elements.set(element.name.local, [node]);
    for (const attribute of element.attributes) addAttribute(attribute, node);
    let text = '';
    let textPlace: Place | undefined;
    const flush = () => {
      if (text !== '')
        node.children.push(make(TEXT, node, node.children.length, { name: NAMELESS, data: text, place: textPlace }));
      text = '';
      textPlace = undefined;
    };
    for (const child of element.children) {
      if (child.kind === 'text') {
        text += child.text;
        textPlace ??= child.place;
        continue;
      }
      flush();
      node.children.push(addNode(child, node, node.children.length));
    }
    flush();
    ends[node.order] = nodes.length - 1;
    return node;
  };

  const addAttribute = ({ name, value, place }: Attribute, element: TreeNode) => {
    const made = { name, data: value, place: place ?? element.place };
    element.attributes.push(make(ATTRIBUTE, element, element.attributes.length, made));
  };

  const addNode = (node: Exclude<XmlNode, { readonly kind: 'text' }>, parent: TreeNode, index: number): TreeNode => {
    if (node.kind === 'element') return addElement(node, parent, index);
    const { place } = node;
    if (node.kind === 'comment') return make(COMMENT, parent, index, { name: NAMELESS, data: node.text, place });
    return make(INSTRUCTION, parent, index, { name: xmlName('', node.target), data: node.data, place });
  };

  const tree: Tree = {
    path: source.path,
    nodes,
    elements,
    allElements,
    get root() {
      return root;
    },
    endOf: (node) => ends[node.order] ?? node.order,
    byId(id) {
      ids ??= collectIds(allElements);
      return ids.get(id);
    },
  };
  const root = make(DOCUMENT, null, 0, { name: NAMELESS, data: '', place: document.root.place });
  for (const node of document.prolog) root.children.push(addNode(node, root, root.children.length));
  root.children.push(addElement(document.root, root, root.children.length));
  ends[root.order] = nodes.length - 1;
  return tree;
}

function collectIds(elements: readonly TreeNode[]): Map<string, TreeNode> {
  const ids = new Map<string, TreeNode>();
  for (const element of elements) {
    for (const { nodeName, data } of element.attributes) {
      const id = data.trim();
      if (nodeName === 'xml:id' && !ids.has(id)) ids.set(id, element);
    }
  }
  return ids;
}

/** A text that belongs to no document: what a function or a variable of XSLT makes. */
export function textNode(text: string): TreeNode {
  const nodes: TreeNode[] = [];
  const tree: Tree = {
    path: '',
    nodes,
    elements: new Map(),
    allElements: [],
    get root() {
      return node;
    },
    endOf: ({ order }) => order,
    byId: () => undefined,
  };
  const node = new TreeNode(TEXT, tree, null, 0, 0, { name: NAMELESS, data: text, place: undefined });
  nodes.push(node);
  return node;
}

/** The string value (XDM, `dm:string-value`): of a document or an element, all its text. */
export function stringValue(node: TreeNode): string {
  if (node.nodeType !== ELEMENT && node.nodeType !== DOCUMENT) return node.data;
  const [only] = node.children;
  if (node.children.length === 1 && only?.nodeType === TEXT) return only.data;
  let text = '';
  const { nodes } = node.tree;
  const end = node.tree.endOf(node);
  for (let at = node.order + 1; at <= end; at++) {
    const below = nodes[at];
    if (below?.nodeType === TEXT) text += below.data;
  }
  return text;
}
