/** Findings, and those that are known -> which are new, and which have been mended. The file is described by `schemas/baseline.schema.json`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { countSeverities, type Diagnostic } from '../diagnostic/index.js';
import { contextOf } from '../reporters/fingerprint.js';
import type { FileReport } from '../reporters/reporter.js';
import type { Complaints } from './complaints.js';
import { runMessages } from './messages.js';
import { packageFile } from './package-files.js';
import { reasonOf } from './reason.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

/** So many findings of one kind that look the same. A line number would not outlive the next edit. */
interface KnownFinding {
  /** Seen from the folder of the baseline, with slashes. */
  readonly path: string;
  readonly code: string;
  /** The words of the line around the place. */
  readonly context: string;
  readonly count: number;
}

export interface BaselineFlags {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

const VERSION = 1;
/** So many are named; the others are counted. */
const NAMED = 5;

/** In: what was found. Out: the same without what the baseline knows, or undefined after an error, which was reported. Writes the baseline where that was asked for. */
export async function withBaseline(
  reports: readonly FileReport[],
  { baseline, updateBaseline }: BaselineFlags,
  world: World,
  complaints: Complaints,
): Promise<readonly FileReport[] | undefined> {
  if (baseline === undefined) return reports;
  const file = resolve(world.cwd, baseline);
  const folder = dirname(file);
  const isMade = updateBaseline && !existsSync(file);
  const before = isMade ? [] : await readBaseline(file, baseline, complaints);
  if (!before) return undefined;
  const pathOf = (shown: string) => relative(folder, resolve(world.cwd, shown)).replaceAll('\\', '/');
  const looked = new Set(reports.filter(wasLookedAt).map(({ path }) => pathOf(path)));
  if (updateBaseline) {
    const unseen = before.filter(({ path }) => !looked.has(path) && existsSync(resolve(folder, path)));
    const now = [...unseen, ...summed(reports.filter(wasLookedAt), pathOf)];
    writeFile(file, baselineText(now), (diagnostic) => complaints.report(baseline, diagnostic));
    return knownIn(reports, now, pathOf).reports;
  }
  const { reports: unknown, left } = knownIn(reports, before, pathOf);
  const mended = left.filter(
    ({ path, count }) => count > 0 && (looked.has(path) || !existsSync(resolve(folder, path))),
  );
  if (mended.length > 0) complaints.report(baseline, runMessages['baseline-mended'](inWords(mended)));
  return unknown;
}

/** What says that a document could not be looked at is no finding in it. */
function isOfDocument({ code }: Diagnostic): boolean {
  return !code.startsWith('run/') && !code.startsWith('schema/');
}

function wasLookedAt({ diagnostics }: FileReport): boolean {
  return diagnostics.every((diagnostic) => diagnostic.severity !== 'error' || isOfDocument(diagnostic));
}

type PathOf = (shown: string) => string;

function keyOf(path: string, code: string, context: string): string {
  return `${path}\n${code}\n${context}`;
}

function summed(reports: readonly FileReport[], pathOf: PathOf): readonly KnownFinding[] {
  const sums = new Map<string, KnownFinding>();
  for (const report of reports) {
    for (const { code, place } of report.diagnostics.filter(isOfDocument)) {
      const path = pathOf(report.path);
      const context = contextOf(place);
      const key = keyOf(path, code, context);
      sums.set(key, { path, code, context, count: (sums.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...sums.values()];
}

/** Takes out what is known, as often as it is known; what is left of the known has been mended. */
function knownIn(reports: readonly FileReport[], known: readonly KnownFinding[], pathOf: PathOf) {
  const left = new Map(known.map((each) => [keyOf(each.path, each.code, each.context), each]));
  const unknown = reports.map((report): FileReport => {
    const found: Diagnostic[] = [];
    const isNew = (diagnostic: Diagnostic): boolean => {
      if (!isOfDocument(diagnostic)) return true;
      const key = keyOf(pathOf(report.path), diagnostic.code, contextOf(diagnostic.place));
      const entry = left.get(key);
      if (!entry || entry.count === 0) return true;
      left.set(key, { ...entry, count: entry.count - 1 });
      found.push(diagnostic);
      return false;
    };
    const diagnostics = report.diagnostics.filter(isNew);
    return found.length === 0 ? report : { ...report, diagnostics, known: countSeverities(found) };
  });
  return { reports: unknown, left: [...left.values()] };
}

function inWords(mended: readonly KnownFinding[]) {
  const named = mended
    .slice(0, NAMED)
    .map(({ path, code, count }) => `${code} in ${path}${count > 1 ? ` (${count})` : ''}`);
  const more = mended.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  const count = mended.reduce((sum, each) => sum + each.count, 0);
  return { count, named: more > 0 ? [...named, `${more} more`] : named };
}

/** A line for each, in the order of paths, so that what changes in it is what has changed. */
function baselineText(findings: readonly KnownFinding[]): string {
  const order = ({ path, code, context }: KnownFinding) => keyOf(path, code, context);
  const lines = [...findings]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ path, code, context, count }) => `    ${JSON.stringify({ path, code, context, count })}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "baselineVersion": ${VERSION},\n  "findings": ${list}\n}\n`;
}

async function readBaseline(
  file: string,
  shown: string,
  complaints: Complaints,
): Promise<readonly KnownFinding[] | undefined> {
  if (!existsSync(file)) {
    complaints.report(shown, runMessages['baseline-missing']({}));
    return undefined;
  }
  try {
    const value: { readonly baselineVersion?: unknown; readonly findings: readonly KnownFinding[] } | null = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const version = value?.baselineVersion;
    if (typeof version === 'number' && version !== VERSION) {
      const detail = `it is of version ${version}, and this program reads version ${VERSION}; delete it and write it again`;
      complaints.report(shown, runMessages['baseline-invalid']({ detail }));
      return undefined;
    }
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const ajv = new Ajv2020();
    const check = ajv.compile(Object(JSON.parse(readFileSync(packageFile('schemas/baseline.schema.json'), 'utf8'))));
    if (value && check(value)) return value.findings;
    complaints.report(
      shown,
      runMessages['baseline-invalid']({ detail: ajv.errorsText(check.errors, { dataVar: '' }) }),
    );
  } catch (error) {
    complaints.report(shown, runMessages['baseline-invalid']({ detail: reasonOf(error) }));
  }
  return undefined;
}
