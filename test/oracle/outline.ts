/** The text of a well-formed document -> where its elements and attributes begin and end. */
import { createSource } from '../../src/source/index.js';
import { scanXml, writtenName } from '../../src/xml/index.js';

export interface OutlinedAttribute {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface OutlinedElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly OutlinedAttribute[];
  /** Of the start tag. */
  readonly start: number;
  readonly tagEnd: number;
  /** Of the end tag; where there is none, both are the end of the start tag. */
  readonly endStart: number;
  readonly end: number;
  /** Index in the list; -1 for the root. */
  readonly parent: number;
}

/** The elements in document order. */
export function outline(text: string): readonly OutlinedElement[] {
  const elements: (OutlinedElement & { endStart: number; end: number })[] = [];
  const open: number[] = [];
  const wellFormed = scanXml(
    createSource('document.xml', text),
    (event) => {
      if (event.kind === 'startTag') {
        const { start, end } = event;
        const attributes = event.attributes.map(({ name, value, start, end }) => {
          return { name: writtenName(name), value, start, end };
        });
        elements.push({
          name: writtenName(event.name),
          attributes,
          start,
          tagEnd: end,
          endStart: end,
          end,
          parent: open.at(-1) ?? -1,
        });
        open.push(elements.length - 1);
      } else if (event.kind === 'endTag') {
        const element = elements[open.pop() ?? -1];
        if (element && text[element.tagEnd - 2] !== '/') [element.endStart, element.end] = [event.start, event.end];
      }
    },
    () => undefined,
  );
  if (!wellFormed) throw new Error('not well-formed');
  return elements;
}
