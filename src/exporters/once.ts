/** What a format cannot carry -> one report for each kind, with the place of the first. */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { attributeValue, descendants, type Element } from '../xml/index.js';
import type { TeiFile } from './exporter.js';
import { exportMessages } from './messages.js';
import { elementsOf, plainName } from './reading/plain-name.js';

/** A report that takes each fact of its kind (code and message) once. */
export function onceEach(report: Report): Report {
  const said = new Set<string>();
  return (diagnostic: Diagnostic) => {
    const key = `${diagnostic.code} ${diagnostic.message}`;
    if (said.has(key)) return;
    said.add(key);
    report(diagnostic);
  };
}

/** Says what is left out: `drop('page breaks', place)`. */
export function dropReporter(format: string, report: Report): (what: string, place?: Place) => void {
  const once = onceEach(report);
  return (what, place) => once(exportMessages.dropped({ format, what }, place));
}

/** What `dropReporter` says of MathML that becomes a line of text. */
export const FORMULA = 'the layout of formulas';

/** What `dropReporter` says of the readings that are not shown. */
export const REPLACED = 'what an editor replaced ("choice", "app")';

const TYPOGRAPHY = ['rend', 'rendition', 'style'];

/** `@rend`, `@rendition` and `@style`: how an element looked, in whatever way that is said. */
export function typographyOf(element: Element): string {
  if (element.attributes.length === 0) return '';
  return TYPOGRAPHY.flatMap((name) => attributeValue(element, name)?.trim() || []).join(' ');
}

/** What stands beside the text and is no text for readers; lists of persons are read. Give `onceEach(report)`. */
export function reportBeside(files: readonly TeiFile[], report: Report): void {
  const say = (element: Element) => {
    const name = plainName(element);
    if (name === 'listPerson' || name === 'listOrg') return;
    report(exportMessages['element-omitted']({ name }, element.place));
  };
  for (const { tei } of files) {
    for (const holder of descendants(tei.root)) {
      const name = plainName(holder);
      if (name !== 'TEI' && name !== 'teiCorpus') continue;
      const beside = elementsOf(holder);
      const hasText = beside.some((each) => plainName(each) === 'text');
      for (const each of beside) {
        const called = plainName(each);
        if (called === 'standOff') elementsOf(each).forEach(say);
        else if (called === 'facsimile' || (called === 'sourceDoc' && hasText)) say(each);
      }
    }
  }
}
