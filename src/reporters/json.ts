/** Findings -> JSON as `schemas/report.schema.json` describes it. */
import type { Diagnostic } from '../diagnostic/index.js';
import { type Place, pointAt } from '../source/index.js';
import type { Reporter } from './reporter.js';
import { isValid, summarise } from './summary.js';

/** Rises when a field changes its meaning or goes; new fields may come without it. */
const REPORT_VERSION = 1;

export const json: Reporter = {
  name: 'json',
  summary: 'for programs: all that is known of each finding (schemas/report.schema.json)',
  format(reports, style) {
    const whole = {
      reportVersion: REPORT_VERSION,
      tool: { name: 'teiscribe', version: style.version },
      task: style.task,
      summary: summarise(reports),
      files: reports.map((report) => ({
        path: report.path,
        valid: isValid(report),
        schema: report.schema,
        output: report.output,
        known: report.known && { errors: report.known.error, warnings: report.known.warning, infos: report.known.info },
        diagnostics: report.diagnostics.map(diagnosticToJson),
      })),
    };
    return `${JSON.stringify(whole, undefined, 2)}\n`;
  },
};

function diagnosticToJson({ code, severity, message, place, expected, note, related, fix, assertion }: Diagnostic) {
  return {
    code,
    severity,
    message,
    ...(place && { place: placeToJson(place) }),
    expected,
    note,
    related: related?.map((other) => ({ message: other.message, place: placeToJson(other.place) })),
    fix: fix && {
      message: fix.message,
      edits: fix.edits.map((edit) => ({ place: placeToJson(edit.place), text: edit.text })),
    },
    assertion,
  };
}

/** Lines and columns (in characters) count from 1, offsets (in UTF-16 code units, without byte order mark) from 0. */
function placeToJson({ source, start, end }: Place) {
  return {
    path: source.path,
    start: { ...pointAt(source, start), offset: start },
    end: { ...pointAt(source, end), offset: end },
  };
}
