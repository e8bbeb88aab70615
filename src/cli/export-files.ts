/** TEI files -> files of another format: the work of `teiscribe export`. What is written is whole, or nothing is. */
import { join } from 'node:path';
import { type Diagnostic, gatherDiagnostics, type Report } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import { type Complaints, complaintsTo, PROGRAM } from './complaints.js';
import { EDITION_FILE } from './edition-file.js';
import { exportAlone, threadsWorth } from './export-alone.js';
import { besideReader } from './find-beside.js';
import type { Input } from './inputs.js';
import { type ExportFlags, type PreparedExport, prepareExport } from './prepare-export.js';
import { checkReports, present, reporterRequests } from './present.js';
import { progressOf } from './progress.js';
import { readPackaged } from './read-packaged.js';
import { severityFor } from './severity.js';
import { shownPath } from './shown-path.js';
import { FAILED, OK, PROBLEMS, type Status } from './status.js';
import { FileChanged, readTeiFiles } from './tei-files.js';
import type { World } from './world.js';
import { writeAll, writeSingle } from './write-exports.js';

/** In: the arguments and flags as they were given. Out: the exit status. */
export async function exportFiles(names: readonly string[], flags: ExportFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const prepared = await prepareExport(names, flags, world, complaints);
  const requests = flags.preflight ? await reporterRequests(flags.reporter ?? [], complaints) : [];
  if (prepared) {
    const files = prepared.inputs.map(({ file }) => file);
    checkReports(requests, files, [], world, complaints);
  }
  if (complaints.failed() || !prepared) return FAILED;
  const { inputs } = prepared;
  /** What is wrong with documents is a result, not a failure. */
  const gathered = flags.preflight ? gatheredFindings(inputs) : undefined;
  const findings = gathered ?? complaintsTo(world);
  const done = await exportInputs(prepared, names, flags, world, findings, complaints);
  if (gathered && !complaints.failed())
    await present(gathered.reports(), requests, 'validate', () => world.stdout, world, complaints);
  if (!done || complaints.failed()) return FAILED;
  return findings.failed() ? PROBLEMS : OK;
}

/** Answers whether the run could be done. */
async function exportInputs(
  prepared: PreparedExport,
  names: readonly string[],
  flags: ExportFlags,
  world: World,
  findings: Complaints,
  complaints: Complaints,
): Promise<boolean> {
  const { exporter, inputs, settings } = prepared;
  const isDeposit = exporter.name === 'deposit';
  // What an archive wants to know is for the settings to say.
  const edition =
    isDeposit && settings.folder !== undefined ? shownPath(world.cwd, join(settings.folder, EDITION_FILE)) : PROGRAM;
  const progress = progressOf(undefined, 'writing files', world);
  const severity = await severityFor(settings, inputs[0]?.file);
  const report: Report = (diagnostic) => {
    progress.end();
    const subject = diagnostic.place?.source.path ?? edition;
    // What validation has found has its severity by the settings of its own file.
    if (!diagnostic.code.startsWith('export/')) {
      findings.report(subject, diagnostic);
      return;
    }
    const gathered = gatherDiagnostics(severity);
    gathered.report(diagnostic);
    for (const each of gathered.list()) findings.report(subject, each);
  };
  const single = flags.outDir === undefined;
  if (!single && exporter.scope === 'document') {
    await exportAlone(prepared, names, flags, world, report, findings, complaints);
    return true;
  }
  const read = await readTeiFiles(inputs, world, findings.report, complaints, exporter);
  const files = read.map(({ file }) => file);
  const own = read.map(({ input }) => input);
  // An archive is to say all that it would refuse, whatever else is wrong.
  if (findings.failed() && (!isDeposit || files.length === 0)) return true;
  const mayWrite = () => !flags.preflight && !findings.failed();
  const deposit = isDeposit
    ? await (await import('./prepare-deposit.js')).prepareDeposit(
        own,
        files,
        settings,
        flags,
        mayWrite,
        world,
        complaints,
      )
    : undefined;
  if (complaints.failed()) return false;
  const { exportInPieces } = await import('../export.js');
  const readBeside = besideReader(files, own);
  const { values } = settings;
  const { profile } = flags;
  const asked = { files, settings: values, single, readPackaged, readBeside, profile, deposit };
  const threads = threadsWorth(flags.threads, inputs);
  const division = threads > 1 ? await exporter.divide?.(asked) : undefined;
  if (division) {
    const { exportDividedInThreads } = await import('./export-divided.js');
    const run = { division, files, inputs: own, names, flags, threads };
    await exportDividedInThreads(run, world, report, findings, complaints);
    return true;
  }
  const made = exportInPieces(exporter, asked, report);
  const isAlone = isDeposit && !flags.preflight;
  try {
    if (single) await writeSingle(made, flags.output, world, findings, complaints);
    else await writeAll(made, flags.outDir ?? '', inputs, world, progress, findings, complaints, isAlone);
  } catch (error) {
    if (!(error instanceof FileChanged)) throw error;
    return false;
  }
  return true;
}

/** Findings by file, to be shown together. */
function gatheredFindings(inputs: readonly Input[]): Complaints & { reports(): readonly FileReport[] } {
  const found = new Map<string, Diagnostic[]>(inputs.map(({ shown }) => [shown, []]));
  return {
    report(subject, diagnostic) {
      found.set(subject, [...(found.get(subject) ?? []), diagnostic]);
    },
    failed: () => [...found.values()].some((all) => all.some(({ severity }) => severity === 'error')),
    reports: () =>
      [...found].map(([path, all]) => {
        const { report, list } = gatherDiagnostics();
        for (const diagnostic of all) report(diagnostic);
        return { path, diagnostics: list() };
      }),
  };
}
