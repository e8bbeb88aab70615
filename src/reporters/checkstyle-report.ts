/** Findings -> `checkstyle`, with a `file` for each file and an `error` for each finding in it. */
import type { Diagnostic } from '../diagnostic/index.js';
import { pointAt } from '../source/index.js';
import type { Element } from '../xml/index.js';
import type { FileReport, Style } from './reporter.js';
import { element, xmlReport } from './xml-report.js';

/** A finding stands in the file that it is placed in, which may be a schema. */
export function checkstyleReport(reports: readonly FileReport[], { version }: Style): string {
  const files = new Map<string, Element[]>(reports.map(({ path }) => [path, []]));
  for (const { path, diagnostics } of reports) {
    for (const diagnostic of diagnostics) {
      const name = diagnostic.place?.source.path ?? path;
      const errors = files.get(name) ?? [];
      errors.push(error(diagnostic));
      files.set(name, errors);
    }
  }
  const children = [...files].map(([name, errors]) => element('file', { name }, errors));
  return xmlReport(element('checkstyle', { version: `teiscribe-${version}` }, children));
}

function error({ code, severity, message, place }: Diagnostic): Element {
  const point = place && pointAt(place.source, place.start);
  return element('error', { line: point?.line, column: point?.column, severity, message, source: code });
}
