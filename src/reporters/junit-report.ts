/** Findings -> `testsuites` (the form that Jenkins and GitLab read): a suite for each file, a case for each finding. */
import type { Diagnostic } from '../diagnostic/index.js';
import { pointAt } from '../source/index.js';
import type { Element } from '../xml/index.js';
import { gnuLine } from './gnu.js';
import type { FileReport } from './reporter.js';
import { element, xmlReport } from './xml-report.js';

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

export function junitReport(reports: readonly FileReport[]): string {
  const counts = reports.map(countsOf);
  const sum = (of: (each: Counts) => number) => counts.reduce((all, each) => all + of(each), 0);
  const totals = {
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
  };
  return xmlReport(element('testsuites', { name: 'teiscribe', ...totals }, reports.map(suite)));
}

/** What kept a document from being looked at is an error of the test, not of the document. */
function outcome({ code, severity }: Diagnostic): 'failure' | 'error' | 'skipped' {
  if (severity !== 'error') return 'skipped';
  return code.startsWith('run/') ? 'error' : 'failure';
}

function countsOf({ diagnostics }: FileReport): Counts & { readonly skipped: number } {
  const number = (kind: ReturnType<typeof outcome>) => diagnostics.filter((each) => outcome(each) === kind).length;
  return {
    tests: Math.max(1, diagnostics.length),
    failures: number('failure'),
    errors: number('error'),
    skipped: number('skipped'),
  };
}

function suite(report: FileReport): Element {
  const { path, diagnostics } = report;
  // Two cases of one name are taken for one.
  const times = new Map<string, number>();
  const cases = diagnostics.map((diagnostic) => {
    const name = nameOf(diagnostic);
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return testCase(path, before === 0 ? name : `${name} (${before + 1})`, diagnostic);
  });
  const all = cases.length > 0 ? cases : [element('testcase', { classname: path, name: 'nothing found' })];
  return element('testsuite', { name: path, file: path, ...countsOf(report) }, all);
}

function nameOf({ code, place }: Diagnostic): string {
  const point = place && pointAt(place.source, place.start);
  return point ? `${point.line}:${point.column} ${code}` : code;
}

function testCase(path: string, name: string, diagnostic: Diagnostic): Element {
  const { code, message, note } = diagnostic;
  const text = `${gnuLine(path, diagnostic)}${note === undefined ? '' : `\n${note.replaceAll('\n', ' ')}`}`;
  const result = element(outcome(diagnostic), { type: code, message }, text);
  return element('testcase', { classname: path, name }, [result]);
}
