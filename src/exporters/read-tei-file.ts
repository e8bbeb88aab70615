/** A file that is to be exported -> its XML, where that is TEI: of anything else nothing useful could be made. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import { type Element, parseXml, type XmlDocument } from '../xml/index.js';
import { behaviourOf } from './behaviours.js';
import { exportMessages } from './messages.js';
import { elementsOf, plainName } from './reading/index.js';

/** Out: undefined where it is no TEI or not well-formed, which is reported. A part of TEI (`div`) will do, in no namespace, too. */
export function readTeiFile(source: Source, report: Report): XmlDocument | undefined {
  const start = source.text.search(/\S/);
  if (start >= 0 && source.text[start] !== '<') {
    report(exportMessages['not-tei']({}, placeAt(source, start, start + 1)));
    return undefined;
  }
  const document = parseXml(source, report);
  if (!document) return undefined;
  const { root } = document;
  if (behaviourOf(root) !== undefined || OLD_ROOTS.has(plainName(root))) {
    if (isHeaderAlone(root)) report(exportMessages['text-missing']({}, root.place));
    return document;
  }
  report(exportMessages['not-tei']({ root: plainName(root) }, root.place));
  return undefined;
}

function isHeaderAlone(root: Element): boolean {
  const parts = elementsOf(root).map(plainName);
  return WHOLE.has(plainName(root)) && parts.every((name) => name === 'teiHeader');
}

const WHOLE: ReadonlySet<string> = new Set(['TEI', 'teiCorpus', 'TEI.2', 'teiCorpus.2']);

/** Of TEI P4. */
const OLD_ROOTS: ReadonlySet<string> = new Set(['TEI.2', 'teiCorpus.2']);
