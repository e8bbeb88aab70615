/** A presented tree -> HTML; notes are kept for the foot of the page. */
import { attributeValue, type Element } from '../../xml/index.js';
import { type dropReporter, typographyOf } from '../once.js';
import type { PictureShelf } from '../pictures/picture-shelf.js';
import type { Presented, PresentedElement } from '../present.js';
import type { ReadPart } from '../reading/index.js';
import { elementsOf, lineOf, plainName, pointed } from '../reading/index.js';
import { isRightToLeft } from './direction.js';
import { inlineTags } from './inline-tags.js';
import { linkAround } from './link-around.js';
import { html, joined, type Markup, NOTHING } from './markup.js';
import { resolveTarget, type Site } from './site.js';
import { writeList, writeTable } from './write-lists.js';
import { writePicture } from './write-picture.js';

/** What holds for a whole page. */
export interface PageContent {
  readonly part: ReadPart;
  readonly site: Site;
  readonly notes: PresentedElement[];
  /** A note that stands apart, and a head that is the title of the page: neither is written in its place. */
  readonly apart: ReadonlySet<Element>;
  readonly drop: ReturnType<typeof dropReporter>;
  readonly shelf: PictureShelf;
  /** IDs that the page has. */
  readonly ids: Set<string>;
}

/** Where in the page something is written. */
export interface Spot {
  /** Of the heading of what this stands in. */
  readonly level: number;
  /** Only phrases may stand here, as in a heading. */
  readonly phrasing?: boolean;
  readonly inLink?: boolean;
}

export function writeAll(nodes: readonly Presented[], page: PageContent, spot: Spot): Markup {
  const isAmongBlocks =
    !spot.phrasing && nodes.every((node) => node.kind === 'element' && (node.isBlock || isMark(node)));
  return joined(
    nodes.map((node, i) => {
      if (isAmongBlocks && node.kind === 'element' && node.behaviour === 'break' && node.name === 'pb') {
        return html`<div class="between">${writeBreak(node, page)}</div>\n`;
      }
      const next = nodes[i + 1];
      // A marker stands close to its word.
      const isMarked = node.kind === 'text' && next?.kind === 'element' && next.behaviour === 'note';
      return isMarked ? html`${node.text.trimEnd()}` : writeNode(node, page, spot);
    }),
  );
}

function isMark({ behaviour }: PresentedElement): boolean {
  return behaviour === 'break' || behaviour === 'anchor' || behaviour === 'note';
}

export function writeNode(node: Presented, page: PageContent, spot: Spot): Markup {
  if (node.kind === 'text') return html`${node.text}`;
  if (page.apart.has(node.element)) return NOTHING;
  const looks = typographyOf(node.element);
  if (looks !== '' && !SHOWN.test(looks)) page.drop('typography that the pages have no form for', node.element.place);
  const inner = (inside: Spot = spot) => writeAll(node.children, page, inside);
  const attributes = () => commonAttributes(node.element, page);
  const name = className(node);
  switch (node.behaviour) {
    case 'omit':
      return NOTHING;
    case 'paragraph':
      if (spot.phrasing) return html`<span class="p"${attributes()}>${inner()}</span>`;
      return node.children.some((child) => child.kind === 'element' && child.isBlock)
        ? html`<div${classOf('p', rendOf(node))}${attributes()}>${inner()}</div>\n`
        : html`<p${classOf(rendOf(node))}${attributes()}>${inner()}</p>\n`;
    case 'heading':
      return writeHeading(node, page, spot);
    case 'note':
      return writeMarker(node, page);
    case 'break':
      return writeBreak(node, page);
    case 'anchor':
      return html`<span${attributes()}></span>`;
    case 'graphic':
      return writePicture(node, page);
    case 'link':
      return writeLink(node, page, spot);
    case 'list':
      return writeList(node, page, spot);
    case 'table':
      return writeTable(node, page, spot);
    case 'document':
      return html`<article class="letter"${attributes()}>${inner()}</article>\n`;
    case 'section': {
      const isHead = (child: Presented) =>
        child.kind === 'element' && child.behaviour === 'heading' && !page.apart.has(child.element);
      const hasHead = node.children.some(isHead);
      const content = inner({ ...spot, level: spot.level + (hasHead ? 1 : 0) });
      return html`<section class="${name}"${attributes()}>${content}</section>\n`;
    }
    case 'listItem':
    case 'row':
    case 'cell':
    case 'block':
      if (spot.phrasing || !node.isBlock) return html`<span class="${name}"${attributes()}>${inner()}</span>`;
      if (node.name === 'quote' || node.name === 'cit')
        return html`<blockquote${attributes()}>${inner()}</blockquote>\n`;
      return html`<div${classOf(name, rendOf(node))}${verseNumber(node)}${attributes()}>${inner()}</div>\n`;
    case 'alternate':
      return html`<span class="choice" title="${otherForms(node)}"${attributes()}>${inner()}</span>`;
    case 'inline':
      if (node.isBlock && !spot.phrasing) return html`<div class="${name}"${attributes()}>${inner()}</div>\n`;
      return inlineTags(node, page, spot, inner, attributes);
  }
}

/** Each fifth verse has its number beside it. */
function verseNumber({ name, element }: PresentedElement): Markup | false {
  const n = name === 'l' && /^\d*[05]$/.exec(attributeValue(element, 'n') ?? '')?.[0];
  return n !== false && n !== undefined && html` data-n="${n}"`;
}

/** What the pages know of `@rend`, `@rendition`: by their letters, by where they stand, or as a matter of course. */
const SHOWN =
  /\b(?:strong|bold|italics?|super(?:script)?|sup|sub(?:script)?|strikethrough|underlined?|small-?caps|roman|center|right|left|flush\w*|hanging|indent|sectiontitleital|run-in|block(?:quote)?|inline|plain|simple|bulleted|numbered|ordered)\b/;

/** IDs that pages have of their own. */
const RESERVED = /^_(?:arrow|[nr]\d+|main|q|said|found|more|notes|page-.*)$/;

/** Its `xml:id`, where HTML can have it. */
export function idOf(element: Element): string | undefined {
  const id = attributeValue(element, 'xml:id')?.trim();
  return id === undefined || id === '' || /\s/.test(id) ? undefined : id;
}

/** Its `xml:id`, once, and its language. */
export function commonAttributes(element: Element, { ids }: PageContent): Markup {
  const id = idOf(element);
  const language = attributeValue(element, 'xml:lang');
  const isNew = id !== undefined && !RESERVED.test(id) && !ids.has(id);
  if (isNew) ids.add(id);
  const isLanguage = language !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language);
  return html`${isNew && html` id="${id}"`}${isLanguage && languageOf(language)}`;
}

/** A direction is said where a language has one of its own. */
export function languageOf(language: string): Markup {
  return html` lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}"`;
}

/** The TEI name as a class: `tei-opener` would be longer, and no other names are used for these. */
function className(node: PresentedElement): string {
  return node.name.replace(/^frus:/, '').replace(/[^A-Za-z0-9-]+/g, '-');
}

export function classOf(...names: readonly string[]): Markup {
  const written = names.filter((name) => name !== '').join(' ');
  return written === '' ? NOTHING : html` class="${written}"`;
}

/** What the style sheet knows of `@rend` and `@rendition`. */
export function rendOf({ element }: PresentedElement): string {
  const written = `${attributeValue(element, 'rend') ?? ''} ${attributeValue(element, 'rendition') ?? ''}`;
  const found = written.match(/\b(?:center|right|flushleft|hanging|indent|sectiontitleital|run-in)\b/g) ?? [];
  return found.map((name) => `r-${name}`).join(' ');
}

function writeHeading(node: PresentedElement, page: PageContent, spot: Spot): Markup {
  const inner = writeAll(node.children, page, { ...spot, phrasing: true });
  const attributes = commonAttributes(node.element, page);
  if (spot.phrasing) return html`<span class="heading"${attributes}>${inner}</span>`;
  const level = Math.max(2, spot.level);
  if (level > 6) return html`<p class="heading"${attributes}>${inner}</p>\n`;
  return html`${{ html: `<h${level}` }}${attributes}>${inner}${{ html: `</h${level}>\n` }}`;
}

const PREVIEW = 400;

function writeMarker(node: PresentedElement, page: PageContent): Markup {
  const number = page.notes.push(node);
  const label = noteLabel(node, number);
  const text = lineOf({ ...node.element, name: { ...node.element.name, local: 'seg' } });
  const preview = text.length > PREVIEW ? `${text.slice(0, PREVIEW)} …` : text;
  const id = `_r${number}`;
  return html`<span class="noteref"><a id="${id}" href="#_n${number}" role="doc-noteref" aria-label="Note ${label}">${label}</a><span class="preview" aria-hidden="true">${preview}</span></span>`;
}

export function noteLabel({ element }: PresentedElement, number: number): string {
  return attributeValue(element, 'n')?.trim() || String(number);
}

function writeBreak(node: PresentedElement, page: PageContent): Markup {
  if (node.name === 'lb') return { html: '<br>' };
  const n = attributeValue(node.element, 'n')?.trim();
  if (node.name !== 'pb' || !n) return html`<span${commonAttributes(node.element, page)}></span>`;
  const id = idOf(node.element);
  const attributes = commonAttributes(node.element, page);
  const target =
    attributes.html.includes(' id=') && id !== undefined ? id : `_page-${page.ids.size}-${n}`.replace(/\s+/g, '-');
  if (target !== id) page.ids.add(target);
  const href = page.shelf.link(node.element);
  const image =
    href !== undefined && html`<a class="facs" href="${href}">image<span class="hidden"> of page ${n}</span></a>`;
  return html`<span class="pb"${target === id ? attributes : html` id="${target}"`}><a href="#${encodeURIComponent(target)}" title="Page ${n} begins here"><span class="hidden">page </span>${n}</a>${image}</span>`;
}

function writeLink(node: PresentedElement, page: PageContent, spot: Spot): Markup {
  const target = pointedRaw(node.element);
  const href = target === undefined || spot.inLink ? undefined : resolveTarget(target, page.part, page.site);
  const attributes = commonAttributes(node.element, page);
  if (href !== undefined && !node.isBlock) {
    return linkAround(
      node.children,
      (run, isFirst) => {
        const inner = writeAll(run, page, { ...spot, inLink: true });
        return html`<a href="${href}"${isFirst && attributes}>${inner.html.trim() === '' ? html`${target}` : inner}</a>`;
      },
      (node) => writeNode(node, page, spot),
    );
  }
  const inner = writeAll(node.children, page, spot);
  const text = inner.html.trim() === '' ? html`${target}` : inner;
  if (target !== undefined && !spot.inLink) page.drop('a pointer to what is not in the export', node.element.place);
  return html`<span class="ref"${attributes}>${text}</span>`;
}

function pointedRaw(element: Element): string | undefined {
  return attributeValue(element, 'target')?.trim().split(/ +/)[0];
}

/** `sic: hte`, for a tooltip. */
function otherForms({ element, children }: PresentedElement): string {
  const shown = new Set(children.flatMap((child) => (child.kind === 'element' ? [child.element] : [])));
  return elementsOf(element)
    .filter((child) => !shown.has(child))
    .map((child) => `${plainName(child)}: ${lineOf(child)}`)
    .join('; ');
}

/** The entry that an element names. */
export function keyOf(element: Element): string | undefined {
  return pointed(element, 'corresp', 'ref', 'target', 'key');
}
