/** Findings -> a SARIF log with one run (SARIF 2.1.0, sections 3.13 and 3.14). */
import type { Code, Diagnostic, Fix, Severity } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { fingerprintsOf } from './fingerprint.js';
import { regionOf } from './region.js';
import type { FileReport, Style } from './reporter.js';
import { uriOf } from './uri.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
const ORDER = ['error', 'warning', 'info'] as const;

export function sarifLog(reports: readonly FileReport[], style: Style): string {
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const indices = new Map(codes.map((code, index) => [code, index]));
  const fingerprints = fingerprintsOf(reports);
  const results = reports.flatMap(({ path, diagnostics }) =>
    diagnostics.map((diagnostic) => result(path, diagnostic, indices, fingerprints)),
  );
  const run = {
    tool: {
      driver: {
        name: 'teiscribe',
        version: style.version,
        semanticVersion: style.version,
        rules: codes.map((code) =>
          rule(
            code,
            all.filter((each) => each.code === code),
            style,
          ),
        ),
      },
    },
    invocations: [
      { executionSuccessful: !all.some(({ code, severity }) => severity === 'error' && code.startsWith('run/')) },
    ],
    columnKind: 'utf16CodeUnits',
    artifacts: [...new Set(reports.map(({ path }) => uriOf(path)))].map((uri) => ({
      location: { uri },
      roles: ['analysisTarget'],
    })),
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

/** What a code means. An assertion of a Schematron schema has no page: its first finding speaks for it. */
function rule(code: Code, findings: readonly Diagnostic[], { explain }: Style) {
  const page = explain?.(code);
  const [first] = findings;
  const summary = page?.summary ?? first?.message ?? code;
  const text = page?.text ?? first?.note ?? summary;
  const worst = ORDER.find((severity) => findings.some((each) => each.severity === severity)) ?? 'warning';
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: page ? { text, markdown: text } : { text },
    ...(page && { helpUri: page.url }),
    defaultConfiguration: { level: levels[worst] },
    properties: { tags: [code.slice(0, code.indexOf('/'))] },
  };
}

function result(
  path: string,
  diagnostic: Diagnostic,
  indices: ReadonlyMap<Code, number>,
  fingerprints: ReadonlyMap<Diagnostic, string>,
) {
  const { code, severity, message, note, place, related, fix, assertion } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: indices.get(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: place ? physicalLocation(place) : { artifactLocation: { uri: uriOf(path) } } }],
    ...(related &&
      related.length > 0 && {
        relatedLocations: related.map((other, id) => ({
          id,
          message: { text: other.message },
          physicalLocation: physicalLocation(other.place),
        })),
      }),
    partialFingerprints: { 'teiscribe/v1': fingerprints.get(diagnostic) },
    ...(fix && fix.edits.length > 0 && { fixes: [fixToSarif(fix)] }),
    ...((note !== undefined || assertion) && {
      properties: { ...(note !== undefined && { note }), ...(assertion && { assertion }) },
    }),
  };
}

function physicalLocation(place: Place) {
  return { artifactLocation: { uri: uriOf(place.source.path) }, region: regionOf(place) };
}

/** The edits of one file are one change. */
function fixToSarif({ message, edits }: Fix) {
  const paths = [...new Set(edits.map(({ place }) => place.source.path))];
  return {
    description: { text: message },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uriOf(path) },
      replacements: edits
        .filter(({ place }) => place.source.path === path)
        .map(({ place, text }) => ({ deletedRegion: regionOf(place), insertedContent: { text } })),
    })),
  };
}
