/** A TEI element -> a tree that is ready to be written in any format: a behaviour for each element, white space settled. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, type Element, type XmlNode } from '../xml/index.js';
import { type Behaviour, behaviourOf } from './behaviours.js';
import { exportMessages } from './messages.js';
import { elementsOf, plainName } from './reading/plain-name.js';

export interface PresentedElement {
  readonly kind: 'element';
  readonly behaviour: Behaviour;
  readonly name: string;
  /** The element itself, for its attributes and place. */
  readonly element: Element;
  /** Stands by itself, or holds what does; a note and a page break stand in the line. */
  readonly isBlock: boolean;
  readonly children: readonly Presented[];
}

export interface PresentedText {
  readonly kind: 'text';
  /** Each run of white space is one space; between blocks there is none. */
  readonly text: string;
}

export type Presented = PresentedElement | PresentedText;

/** Elements are shown whether known or not; what is not known is reported (give `onceEach(report)`). */
export function present(element: Element, report: Report): PresentedElement {
  const name = plainName(element);
  const known = behaviourOf(element);
  if (known === undefined) report(exportMessages['element-not-known']({ name }, element.place));
  const shown = known === 'alternate' ? preferred(element) : element.children;
  const children = known === 'omit' ? [] : presentAll(shown, report);
  const hasBlocks = children.some(isBlock);
  const behaviour = known ?? (hasBlocks ? 'block' : 'inline');
  const settled =
    hasBlocks || STRUCTURAL.has(behaviour)
      ? children.filter((child) => child.kind !== 'text' || child.text.trim() !== '')
      : children;
  return {
    kind: 'element',
    behaviour,
    name,
    element,
    isBlock: standsAlone(behaviour, name, hasBlocks, element),
    children: settled,
  };
}

export function presentAll(nodes: readonly XmlNode[], report: Report): readonly Presented[] {
  const presented: Presented[] = [];
  for (const node of nodes) {
    if (node.kind === 'text') {
      const text = node.text.replace(/[ \t\r\n]+/g, ' ');
      const last = presented[presented.length - 1];
      if (last?.kind === 'text')
        presented.splice(-1, 1, { kind: 'text', text: `${last.text}${text}`.replace(/ +/g, ' ') });
      else presented.push({ kind: 'text', text });
    } else if (node.kind === 'element') {
      const each = present(node, report);
      if (each.behaviour !== 'omit') presented.push(each);
    }
  }
  return presented;
}

/** White space in these is layout. */
const STRUCTURAL: ReadonlySet<Behaviour> = new Set(['list', 'table', 'row', 'section', 'document']);
const BLOCKS: ReadonlySet<Behaviour> = new Set([
  'block',
  'document',
  'heading',
  'list',
  'listItem',
  'paragraph',
  'row',
  'section',
  'table',
  'cell',
]);

function isBlock(node: Presented): boolean {
  return node.kind === 'element' && node.isBlock;
}

/** `quote` and others are set apart where they hold blocks or say so, else they stand in the line. */
function standsAlone(behaviour: Behaviour, name: string, hasBlocks: boolean, element: Element): boolean {
  if (name === 'quote' || name === 'cit') return hasBlocks || attributeValue(element, 'rend') === 'blockquote';
  if (behaviour === 'note' || behaviour === 'break' || behaviour === 'anchor') return false;
  return hasBlocks || BLOCKS.has(behaviour);
}

/** Of `choice` what a reader wants: corrected, regularised, expanded; of `subst` what was added; of `app` the lemma. */
function preferred(element: Element): readonly XmlNode[] {
  const children = elementsOf(element);
  if (plainName(element) === 'subst') return element.children;
  const wanted = ['corr', 'reg', 'expan', 'lem'];
  const found = children.find((child) => wanted.includes(plainName(child))) ?? children[0];
  return found ? [found] : [];
}
