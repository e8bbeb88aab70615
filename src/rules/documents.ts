/** Which divisions of a file are documents, and what their numbers are. */
import { attributeValue, type Element } from '../xml/index.js';

/** Kinds of division that are parts of a volume, not documents. */
const SECTIONS: ReadonlySet<string> = new Set(
  `abbreviations abstract acknowledgements appendix bibliography book chapter compilation contents document-group
  front_matter index introduction part persons preface section sources subchapter subsection terms titlepage toc volume`.split(
    /\s+/,
  ),
);

/** A `div` whose type names a kind of document. */
export function isDocument(element: Element): boolean {
  if (element.name.local !== 'div') return false;
  const type = attributeValue(element, 'type');
  return type !== undefined && !SECTIONS.has(type) && attributeValue(element, 'xml:id') !== undefined;
}

/** A printed number: what it counts, and letters behind (`60a`). */
export interface PrintedNumber {
  readonly value: number;
  readonly rest: string;
}

/** `60a`, `[12]`; undefined for what is no number. */
export function printedNumber(n: string): PrintedNumber | undefined {
  const [, digits, rest = ''] = /^\[?(\d{1,6})([a-z]?)\]?$/.exec(n.trim()) ?? [];
  return digits === undefined ? undefined : { value: Number(digits), rest };
}
