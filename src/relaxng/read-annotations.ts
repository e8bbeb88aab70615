/** RELAX NG in compact syntax -> what the grammar leaves out: its annotation elements (RELAX NG compact syntax, section 5). */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import type { Element } from '../xml/index.js';
import { readCompactSchema } from './read-compact.js';

export interface CompactAnnotations {
  /** Those that stand in no other, in the order of the text, as they would be in XML; each has its place in the text. */
  readonly elements: readonly Element[];
  /** The schemas that it includes or that stand in it. */
  readonly hrefs: readonly string[];
}

/** In: the text of one schema in compact syntax. Out: its annotations, as far as it could be read; what is wrong is reported. */
export function readAnnotations(source: Source, report: Report): CompactAnnotations {
  const elements: Element[] = [];
  const hrefs: string[] = [];
  readCompactSchema(source, '', report, {
    annotation: (element) => elements.push(element),
    reference: (href) => hrefs.push(href),
  });
  return { elements, hrefs };
}
