/** A phrase of TEI -> HTML: typography, names with their entries, terms explained, dates, editorial signs. */
import { attributeValue } from '../../xml/index.js';
import type { PresentedElement } from '../present.js';
import { linkAround } from './link-around.js';
import { html, type Markup } from './markup.js';
import { keyOf, type PageContent, type Spot, writeAll, writeNode } from './write-content.js';
import { writeMath } from './write-math.js';

type Inner = (spot: Spot) => Markup;

/** Elements of HTML that say the same. */
const TAGS: Readonly<Record<string, string>> = { emph: 'em', foreign: 'i', title: 'cite', del: 'del', add: 'ins' };

const RENDERED: readonly (readonly [RegExp, string, string])[] = [
  [/\b(?:strong|bold)\b/, 'b', ''],
  [/\bitalics?\b/, 'i', ''],
  [/\bsuper(?:script)?\b|\bsup\b/, 'sup', ''],
  [/\bsub(?:script)?\b/, 'sub', ''],
  [/\bstrikethrough\b/, 's', ''],
  [/\bunderlined?\b/, 'u', ''],
  [/\bsmall-?caps\b/, 'span', 'smallcaps'],
  [/\broman\b/, 'span', 'roman'],
];

export function inlineTags(
  node: PresentedElement,
  page: PageContent,
  spot: Spot,
  inner: Inner,
  attributes: () => Markup,
): Markup {
  const { name, element } = node;
  if (name === 'mml:math') return writeMath(element, attributes());
  const key = keyOf(element);
  const { volume, has } = page.site;
  const linked = (link: (text: Markup, isFirst: boolean) => Markup) =>
    linkAround(
      node.children,
      (run, isFirst) => link(writeAll(run, page, { ...spot, inLink: true }), isFirst),
      (other) => writeNode(other, page, spot),
    );
  const person = name === 'persName' || name === 'orgName' || name === 'rs' ? volume.persons.get(key ?? '') : undefined;
  if (person && !spot.inLink) {
    const at = attributes();
    if (!has.persons) return html`<span class="person" title="${person.name}"${at}>${inner(spot)}</span>`;
    const href = `../persons.html#${encodeURIComponent(person.id)}`;
    return linked((text, own) => html`<a class="person" href="${href}"${own && at}>${text}</a>`);
  }
  const term = name === 'gloss' || name === 'term' ? volume.terms.get(key ?? '') : undefined;
  if (term && !spot.inLink) {
    const at = attributes();
    const meaning = `${term.name}: ${term.description}`;
    if (!has.terms) return html`<span class="term" title="${meaning}"${at}>${inner(spot)}</span>`;
    const href = `../terms.html#${encodeURIComponent(term.id)}`;
    return linked((text, own) => html`<a class="term" href="${href}" title="${meaning}"${own && at}>${text}</a>`);
  }
  const at = attributes();
  const text = inner(spot);
  const tagged = (tag: string, classes = '') =>
    html`${{ html: `<${tag}` }}${classes !== '' && html` class="${classes}"`}${at}>${text}${{ html: `</${tag}>` }}`;
  switch (name) {
    case 'hi': {
      const rend = `${attributeValue(element, 'rend') ?? ''} ${attributeValue(element, 'rendition') ?? ''}`;
      const [, tag = 'span', classes = ''] = RENDERED.find(([pattern]) => pattern.test(rend)) ?? [];
      return tagged(tag, classes);
    }
    case 'date': {
      const when = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.exec((attributeValue(element, 'when') ?? '').slice(0, 10))?.[0];
      return when === undefined ? tagged('span') : html`<time datetime="${when}"${at}>${text}</time>`;
    }
    case 'gap':
      return html`<span class="gap" title="${gapTitle(node)}"${at}>[…]</span>${text}`;
    case 'unclear':
      return html`<span class="unclear" title="unclear reading"${at}>${text}</span>`;
    case 'supplied':
      return html`<span class="supplied" title="supplied by the editors"${at}>[${text}]</span>`;
    case 'space':
      return html`<span class="gap" title="left blank"${at}>[blank]</span>${text}`;
    default:
      return tagged(Object.hasOwn(TAGS, name) ? (TAGS[name] ?? 'span') : 'span', name.replace(/[^A-Za-z0-9-]+/g, '-'));
  }
}

function gapTitle({ element }: PresentedElement): string {
  const facts = ['reason', 'extent', 'quantity', 'unit'].flatMap((name) => attributeValue(element, name) ?? []);
  return facts.length === 0 ? 'gap in the text' : `gap in the text: ${facts.join(', ')}`;
}
