/** What a format cannot carry -> one report for each kind, with the place of the first. */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { exportMessages } from './messages.js';

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
