/** What is to be a link -> links around all but what is a link itself: a note, or the number of a page, that stands in a name. */
import { attributeValue } from '../../xml/index.js';
import type { Presented } from '../present.js';
import { html, type Markup } from './markup.js';

/** In: the nodes, how a run of them is written as a link, and how a node is that is no part of one. `isFirst` is said of the first link. */
export function linkAround(
  nodes: readonly Presented[],
  link: (run: readonly Presented[], isFirst: boolean) => Markup,
  plain: (node: Presented) => Markup,
): Markup {
  if (!nodes.some(holdsLink)) return link(nodes, true);
  const runs: { readonly isLink: boolean; readonly nodes: Presented[] }[] = [];
  for (const node of nodes) {
    const isLink = !holdsLink(node);
    const last = runs[runs.length - 1];
    if (last?.isLink === isLink) last.nodes.push(node);
    else runs.push({ isLink, nodes: [node] });
  }
  const first = runs.find(({ isLink }) => isLink);
  return html`${runs.map((run) => (run.isLink ? link(run.nodes, run === first) : html`${run.nodes.map(plain)}`))}`;
}

function holdsLink(node: Presented): boolean {
  if (node.kind === 'text') return false;
  const { behaviour, name, element } = node;
  if (behaviour === 'note' || (behaviour === 'break' && name === 'pb' && attributeValue(element, 'n') !== undefined))
    return true;
  return node.children.some(holdsLink);
}
