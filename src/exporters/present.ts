/** A TEI element -> a tree that is ready to be written in any format: a behaviour for each element, white space settled. */
import type { Report } from '../diagnostic/index.js';
import { attributeValue, type Element, type XmlNode } from '../xml/index.js';
import { type Behaviour, behaviourOf } from './behaviours.js';
import { exportMessages } from './messages.js';
import { mathText } from './reading/math-text.js';
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

/**
 * Elements are shown whether known or not; what is not known is reported, as is what is no text for readers (give
 * `onceEach(report)`). An element that nobody thought of is set apart where it stands among others without words between them.
 */
export function present(element: Element, report: Report, isAmongBlocks = true): PresentedElement {
  const name = plainName(element);
  const known = behaviourOf(element);
  if (known === undefined) report(exportMessages['element-not-known']({ name }, element.place));
  if (known === 'omit') report(exportMessages['element-omitted']({ name }, element.place));
  const shown = shownOf(element, name, known);
  const hasWords = shown.some((child) => child.kind === 'text' && child.text.trim() !== '');
  const isHolder = known === undefined ? isAmongBlocks : HOLDERS.has(known);
  const presented = presentAll(shown, report, isHolder && !hasWords);
  const children = known === undefined || !WRAPPED.has(known) ? presented : wrapped(presented, element, known);
  const hasBlocks = children.some(isBlock);
  const isSetApart = known === undefined && isAmongBlocks;
  const behaviour =
    known === 'block' && !isAmongBlocks && !hasBlocks && IN_LINES.has(name)
      ? 'inline'
      : (known ?? (hasBlocks || isSetApart ? 'block' : 'inline'));
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

/** `isAmongBlocks`: what holds the nodes has no words of its own. */
export function presentAll(nodes: readonly XmlNode[], report: Report, isAmongBlocks = false): readonly Presented[] {
  const presented: Presented[] = [];
  for (const [i, node] of nodes.entries()) {
    if (node.kind === 'text') pushText(node.text, presented);
    else if (node.kind === 'element') {
      const each = present(node, report, isAmongBlocks);
      if (each.behaviour === 'omit') continue;
      const isPoint = each.behaviour === 'break' || each.behaviour === 'anchor' || isSaid(each, nodes[i + 1]);
      // What is a point holds no words; where it does, they follow it.
      presented.push(
        isPoint ? { ...each, behaviour: each.behaviour === 'break' ? 'break' : 'anchor', children: [] } : each,
      );
      if (isPoint) presented.push(...each.children);
      if (each.name === 'caesura') pushText(' ', presented);
    }
  }
  return presented;
}

function pushText(written: string, presented: Presented[]): void {
  const text = written.replace(/[ \t\r\n]+/g, ' ');
  const last = presented[presented.length - 1];
  if (last?.kind === 'text') presented.splice(-1, 1, { kind: 'text', text: `${last.text}${text}`.replace(/ +/g, ' ') });
  else presented.push({ kind: 'text', text });
}

/** A gap before words in brackets that say what is missing: `[2 lines not declassified]`. */
function isSaid({ name, children }: PresentedElement, next: XmlNode | undefined): boolean {
  return name === 'gap' && children.length === 0 && next?.kind === 'text' && /^\s*\[/.test(next.text);
}

function shownOf(element: Element, name: string, known: Behaviour | undefined): readonly XmlNode[] {
  switch (known) {
    case 'omit':
      return [];
    case 'alternate':
      return preferred(element);
    case 'graphic':
      // What else is in it are the bytes of the picture.
      return name === 'binaryObject'
        ? elementsOf(element).filter((child) => plainName(child) === 'desc')
        : element.children;
    default:
      if (name === 'mml:math') return [{ kind: 'text', text: mathText(element), place: element.place }];
      if (name === 'eg:egXML') return [{ kind: 'text', text: markupIn(element), place: element.place }];
      return SEPARATED.has(name) ? withCommas(element.children) : element.children;
  }
}

/** Examples of markup are read as they are written. */
function markupIn({ children }: Element): string {
  return children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      if (child.kind !== 'element') return '';
      const plain = { ...child, name: { ...child.name, namespace: '', prefix: '' } };
      const attributes = child.attributes.map(
        ({ name, value }) => ` ${name.prefix ? `${name.prefix}:` : ''}${name.local}="${value}"`,
      );
      const inner = markupIn(plain);
      const start = `<${child.name.local}${attributes.join('')}`;
      return inner === '' ? `${start}/>` : `${start}>${inner}</${child.name.local}>`;
    })
    .join('');
}

/** Parts of a reference that have no punctuation of their own. */
const SEPARATED: ReadonlySet<string> = new Set(['biblStruct', 'analytic', 'monogr', 'imprint', 'msIdentifier']);

function withCommas(children: readonly XmlNode[]): readonly XmlNode[] {
  if (children.some((child) => child.kind === 'text' && child.text.trim() !== '')) return children;
  return children.flatMap((child, i): readonly XmlNode[] => {
    if (child.kind !== 'element') return [];
    const isFirst = children.slice(0, i).every(({ kind }) => kind !== 'element');
    return isFirst ? [child] : [{ kind: 'text', text: ', ', place: child.place }, child];
  });
}

/** Elements that hold elements: where there are no words, each of them stands by itself. */
const HOLDERS: ReadonlySet<Behaviour> = new Set(['block', 'document', 'section']);

/** Blocks that are written in the line where words are around them. */
const IN_LINES: ReadonlySet<string> = new Set(
  'docAuthor docEdition docTitle titlePart stage address addrLine eg eg:egXML camera sound tech writing person org place event zone'.split(
    ' ',
  ),
);

/** Words that stand where the format has elements alone. */
const WRAPPED: ReadonlySet<Behaviour> = new Set(['list', 'table', 'row']);

function wrapped(children: readonly Presented[], element: Element, behaviour: Behaviour): readonly Presented[] {
  return children.map((child) => {
    if (child.kind !== 'text' || child.text.trim() === '') return child;
    const holder = { ...element, attributes: [], children: [] };
    const [name, kind] = behaviour === 'row' ? (['cell', 'cell'] as const) : (['head', 'heading'] as const);
    return { kind: 'element', behaviour: kind, name, element: holder, isBlock: true, children: [child] } as const;
  });
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
  const hasWords = element.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
  if (hasWords || plainName(element) === 'subst') return element.children;
  const wanted = ['corr', 'reg', 'expan', 'lem'];
  const found = children.find((child) => wanted.includes(plainName(child))) ?? children[0];
  return found ? [found] : element.children;
}
