/** Lists and tables -> HTML, where only items and cells may hold anything: page breaks between them go into the next. */
import { attributeValue } from '../../xml/index.js';
import type { Presented, PresentedElement } from '../present.js';
import { html, joined, type Markup } from './markup.js';
import {
  classOf,
  commonAttributes,
  type PageContent,
  rendOf,
  type Spot,
  writeAll,
  writeNode,
} from './write-content.js';

export function writeList(node: PresentedElement, page: PageContent, spot: Spot): Markup {
  const attributes = commonAttributes(node.element, page);
  const children = node.children.filter((child) => child.kind === 'element');
  const heads = children.filter(({ behaviour }) => behaviour === 'heading');
  const heading = joined(
    heads.map((head) => html`<p class="heading">${writeAll(head.children, page, { ...spot, phrasing: true })}</p>`),
  );
  const rest = children.filter(({ behaviour }) => behaviour !== 'heading');
  if (spot.phrasing)
    return html`<span${attributes}>${writeAll(
      rest.flatMap((each) => each.children),
      page,
      spot,
    )}</span>`;
  const isGlossary = rest.some(({ name }) => name === 'label');
  const isOrdered = /\b(?:ordered|numbered)\b/.test(
    `${attributeValue(node.element, 'rend')} ${attributeValue(node.element, 'type')}`,
  );
  const type = (attributeValue(node.element, 'type') ?? 'plain').replace(/[^A-Za-z-]/g, '');
  const items = withBreaks(rest, ({ name }) => name === 'item' || name === 'label').map(([breaks, item]) => {
    const tag = isGlossary ? (item.name === 'label' ? 'dt' : 'dd') : 'li';
    const inner =
      item.name === 'item' || item.name === 'label' ? writeAll(item.children, page, spot) : writeNode(item, page, spot);
    return html`${{ html: `<${tag}` }}${commonAttributes(item.element, page)}>${writeAll(breaks, page, spot)}${inner}${{ html: `</${tag}>\n` }}`;
  });
  const tag = isGlossary ? 'dl' : isOrdered ? 'ol' : 'ul';
  if (items.length === 0) return heading;
  return html`${heading}${{ html: `<${tag}` }}${classOf(`list-${type}`, rendOf(node))}${attributes}>\n${items}${{ html: `</${tag}>\n` }}`;
}

export function writeTable(node: PresentedElement, page: PageContent, spot: Spot): Markup {
  const attributes = commonAttributes(node.element, page);
  const heads = node.children.filter((child) => child.kind === 'element' && child.behaviour === 'heading');
  const caption = writeAll(
    heads.flatMap((head) => (head.kind === 'element' ? head.children : [])),
    page,
    { ...spot, phrasing: true },
  );
  const rest = node.children.filter((child) => child.kind === 'element' && child.behaviour !== 'heading');
  const rows = withBreaks(rest, ({ behaviour }) => behaviour === 'row').map(([breaks, row]) => {
    const isLabel = attributeValue(row.element, 'role') === 'label';
    const cells = row.behaviour === 'row' ? row.children : [row];
    const written = withBreaks(cells, ({ behaviour }) => behaviour === 'cell').map(([between, cell], i) => {
      const tag = isLabel || attributeValue(cell.element, 'role') === 'label' ? 'th' : 'td';
      const spans = ['cols', 'rows'].map((name) => {
        const count = attributeValue(cell.element, name) ?? '';
        return /^[2-9]\d?$/.test(count) && html` ${{ html: name === 'cols' ? 'colspan' : 'rowspan' }}="${count}"`;
      });
      const inner = cell.behaviour === 'cell' ? writeAll(cell.children, page, spot) : writeNode(cell, page, spot);
      const before = writeAll([...(i === 0 ? breaks : []), ...between], page, spot);
      return html`${{ html: `<${tag}` }}${classOf(rendOf(cell))}${spans[0]}${spans[1]}>${before}${inner}${{ html: `</${tag}>` }}`;
    });
    return html`<tr>${written}</tr>\n`;
  });
  const shown = caption.html.trim() === '' ? undefined : html`<caption>${caption}</caption>`;
  return html`<div class="table" role="group" tabindex="0" aria-label="Table"><table${attributes}>${shown}<tbody>\n${rows}</tbody></table></div>\n`;
}

/** Each element that is wanted, and what else there is; breaks join what follows. */
function withBreaks(
  nodes: readonly Presented[],
  isWanted: (node: PresentedElement) => boolean,
): readonly (readonly [readonly PresentedElement[], PresentedElement])[] {
  const found: (readonly [readonly PresentedElement[], PresentedElement])[] = [];
  let breaks: PresentedElement[] = [];
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    if (!isWanted(node) && (node.behaviour === 'break' || node.behaviour === 'anchor')) breaks.push(node);
    else {
      found.push([breaks, node]);
      breaks = [];
    }
  }
  // Behind the last one they stand by themselves.
  return [...found, ...breaks.map((each) => [[], each] as const)];
}
