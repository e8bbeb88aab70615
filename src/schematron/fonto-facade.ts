/** Our nodes, as FontoXPath asks for them (its `IDomFacade`). */
import type { Attr, Element, IDomFacade, Node } from 'fontoxpath';
import { ATTRIBUTE, ELEMENT, TreeNode } from './tree-node.js';

export const facade: IDomFacade = {
  getAllAttributes: (element, bucket) => {
    const { attributes } = nodeOf(element);
    return narrowed(attributes, bucket);
  },
  getAttribute: (element, name) =>
    nodeOf(element).attributes.find(({ nodeName, prefix }) => prefix === null && nodeName === name)?.data ?? null,
  getChildNodes: (node, bucket) => narrowed(nodeOf(node).children, bucket),
  getData: (node) => nodeOf(node).data,
  getFirstChild: (node, bucket) => firstFrom(nodeOf(node).children, 0, 1, bucket),
  getLastChild: (node, bucket) => {
    const { children } = nodeOf(node);
    return firstFrom(children, children.length - 1, -1, bucket);
  },
  getNextSibling: (node, bucket) => siblingOf(nodeOf(node), 1, bucket),
  getPreviousSibling: (node, bucket) => siblingOf(nodeOf(node), -1, bucket),
  getParentNode: (node) => nodeOf(node).parent,
};

function nodeOf(node: Node | Element | Attr): TreeNode {
  if (node instanceof TreeNode) return node;
  throw new TypeError('a node that is not of the document');
}

function siblingOf(node: TreeNode, step: number, bucket: string | null | undefined): TreeNode | null {
  if (node.parent === null || node.nodeType === ATTRIBUTE) return null;
  return firstFrom(node.parent.children, node.index + step, step, bucket);
}

function firstFrom(
  nodes: readonly TreeNode[],
  from: number,
  step: number,
  bucket: string | null | undefined,
): TreeNode | null {
  for (let at = from; ; at += step) {
    const node = nodes[at];
    if (!node) return null;
    if (isIn(node, bucket)) return node;
  }
}

function narrowed(nodes: TreeNode[], bucket: string | null | undefined): TreeNode[] {
  return bucket === undefined || bucket === null ? nodes : nodes.filter((node) => isIn(node, bucket));
}

/** A bucket is a hint: what may be left out without changing the answer. */
function isIn({ nodeType, localName }: TreeNode, bucket: string | null | undefined): boolean {
  if (bucket === undefined || bucket === null) return true;
  if (bucket.startsWith('name-'))
    return localName === bucket.slice(5) && (nodeType === ELEMENT || nodeType === ATTRIBUTE);
  if (bucket === 'type-1') return nodeType === ELEMENT;
  return true;
}
