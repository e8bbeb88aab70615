/** A `graphic` -> the picture, or words that say what it shows. */
import { attributeValue } from '../../xml/index.js';
import type { PresentedElement } from '../present.js';
import { elementsOf, lineOf, plainName } from '../reading/index.js';
import { html, type Markup } from './markup.js';
import { commonAttributes, type PageContent } from './write-content.js';

export function writePicture({ name, element }: PresentedElement, page: PageContent): Markup {
  const url = attributeValue(element, 'url') ?? '';
  const described = elementsOf(element).filter((child) => plainName(child) === 'desc');
  const description = lineOf({ ...element, children: described });
  const words = name === 'binaryObject' || description !== '' ? description : lineOf(element);
  const placed = name === 'graphic' ? page.shelf.place(element) : undefined;
  if (placed) {
    const { src, width, height } = placed;
    const size = width !== undefined && height !== undefined && html` width="${width}" height="${height}"`;
    return html`<img src="${src}" alt="${words === '' ? 'Picture' : words}"${size} loading="lazy"${commonAttributes(element, page)}>`;
  }
  page.drop('a picture', element.place);
  const shown = words !== '' ? words : url.replace(/^.*[/\\]/, '');
  const text = html`[Picture${shown !== '' && `: ${shown}`}]`;
  return /^https?:\/\//i.test(url)
    ? html`<a class="picture" href="${url}">${text}</a>`
    : html`<span class="picture">${text}</span>`;
}
