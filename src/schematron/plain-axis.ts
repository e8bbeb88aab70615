/** A node and an axis -> the nodes along it, by the index of names where there is one (XPath 3.1, section 3.3.2). */
import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, TEXT, type Tree, type TreeNode } from './tree-node.js';
import type { Axis, NodeTest } from './xpath-expression.js';

/** Looks at a node; true ends the walk. */
export type Visit = (node: TreeNode) => boolean;

export interface Test {
  readonly matches: (node: TreeNode) => boolean;
  /** Where only elements of one local name match. */
  readonly local: string | undefined;
  /** Where only elements match. */
  readonly isElement: boolean;
}

/** In: a node test, and the kind of node that a name stands for on its axis. Undefined where it is not a plain one, or its prefix is unknown. */
export function nodeTest(test: NodeTest, axis: Axis, namespaces: ReadonlyMap<string, string>): Test | undefined {
  const principal = axis === 'attribute' ? ATTRIBUTE : ELEMENT;
  const ofKind = (nodeType: number): Test => ({
    matches: (node) => node.nodeType === nodeType,
    local: undefined,
    isElement: nodeType === ELEMENT,
  });
  switch (test.kind) {
    case 'name':
      return nameTest(test.name, principal, namespaces);
    case 'node':
      return { matches: () => true, local: undefined, isElement: false };
    case 'text':
      return ofKind(TEXT);
    case 'comment':
      return ofKind(COMMENT);
    case 'element':
      return ofKind(ELEMENT);
    case 'attribute':
      return ofKind(ATTRIBUTE);
    case 'document-node':
      return ofKind(DOCUMENT);
    case 'other':
      return undefined;
  }
}

function nameTest(name: string, kind: number, namespaces: ReadonlyMap<string, string>): Test | undefined {
  const isElement = kind === ELEMENT;
  if (name === '*') return { matches: ({ nodeType }) => nodeType === kind, local: undefined, isElement };
  const [, braced, prefix = '', local = ''] = /^(?:Q\{([^}]*)\}|([^:]*):)?(.*)$/s.exec(name) ?? [];
  if (prefix === '*') {
    return {
      matches: (node) => node.nodeType === kind && node.localName === local,
      local: isElement ? local : undefined,
      isElement,
    };
  }
  const found = braced ?? (prefix === '' ? '' : prefix === 'xml' ? XML : namespaces.get(prefix));
  if (found === undefined) return undefined;
  const namespace = found === '' ? null : found;
  if (local === '*') {
    return { matches: (n) => n.nodeType === kind && n.namespaceURI === namespace, local: undefined, isElement };
  }
  return {
    matches: (n) => n.nodeType === kind && n.localName === local && n.namespaceURI === namespace,
    local: isElement ? local : undefined,
    isElement,
  };
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Whether positions are counted against the order of the document. */
export function isReverse(axis: Axis): boolean {
  return axis === 'parent' || axis.startsWith('ancestor') || axis.startsWith('preceding');
}

/** Visits what matches along an axis, in the order of the axis; returns whether the walk was ended. */
export function walkAxis(axis: Axis, test: Test, node: TreeNode, visit: Visit): boolean {
  const offer: Visit = (found) => test.matches(found) && visit(found);
  switch (axis) {
    case 'self':
      return offer(node);
    case 'child':
      return node.children.some(offer);
    case 'attribute':
      return node.attributes.some(offer);
    case 'parent':
      return node.parent !== null && offer(node.parent);
    case 'ancestor':
      return walkUp(node.parent, offer);
    case 'ancestor-or-self':
      return walkUp(node, offer);
    case 'descendant':
      return node.nodeType !== ATTRIBUTE && walkRange(node.tree, test, node.order + 1, node.tree.endOf(node), offer);
    case 'descendant-or-self':
      return offer(node) || walkAxis('descendant', test, node, visit);
    case 'following':
      return walkRange(node.tree, test, node.tree.endOf(node) + 1, node.tree.nodes.length - 1, offer);
    case 'preceding':
      return walkBack(node, test, offer);
    case 'following-sibling':
    case 'preceding-sibling':
      return walkSiblings(node, axis === 'following-sibling' ? 1 : -1, offer);
  }
}

function walkUp(from: TreeNode | null, offer: Visit): boolean {
  for (let node = from; node !== null; node = node.parent) if (offer(node)) return true;
  return false;
}

function walkSiblings(node: TreeNode, step: number, offer: Visit): boolean {
  if (node.nodeType === ATTRIBUTE || node.parent === null) return false;
  const { children } = node.parent;
  for (let at = node.index + step; ; at += step) {
    const sibling = children[at];
    if (!sibling) return false;
    if (offer(sibling)) return true;
  }
}

function listOf(tree: Tree, { local, isElement }: Test): readonly TreeNode[] {
  if (local !== undefined) return tree.elements.get(local) ?? [];
  return isElement ? tree.allElements : tree.nodes;
}

/** Nodes whose order is from `first` to `last`, without attributes. */
function walkRange(tree: Tree, test: Test, first: number, last: number, offer: Visit): boolean {
  const list = listOf(tree, test);
  for (let at = firstAt(list, first); ; at++) {
    const node = list[at];
    if (!node || node.order > last) return false;
    if (node.nodeType !== ATTRIBUTE && offer(node)) return true;
  }
}

function walkBack(node: TreeNode, test: Test, offer: Visit): boolean {
  const { tree, order } = node;
  const list = listOf(tree, test);
  for (let at = firstAt(list, order) - 1; at >= 0; at--) {
    const before = list[at];
    // What has not ended yet is an ancestor.
    if (!before || before.nodeType === ATTRIBUTE || tree.endOf(before) >= order) continue;
    if (offer(before)) return true;
  }
  return false;
}

/** The index of the first node that does not come before `order`. */
function firstAt(list: readonly TreeNode[], order: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}
