/** TEI files -> files of another format: the work of `teiscribe export`. What is written is whole, or nothing is. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { type Diagnostic, gatherDiagnostics, type Report } from '../diagnostic/index.js';
import type { Exporter } from '../exporters/exporter.js';
import type { FileReport } from '../reporters/reporter.js';
import { type Complaints, complaintsTo, PROGRAM } from './complaints.js';
import { EDITION_FILE, type Settings, settingsFinder } from './edition-file.js';
import { besideReader } from './find-beside.js';
import { findInputs, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkName, namesOf } from './names.js';
import { present, reporterRequests } from './present.js';
import { progressOf } from './progress.js';
import { checkSchemaName } from './schemas.js';
import { severityFor } from './severity.js';
import { FAILED, OK, PROBLEMS, type Status } from './status.js';
import { FileChanged, readTeiFiles } from './tei-files.js';
import type { World } from './world.js';
import { writeAll, writeSingle } from './write-exports.js';

export interface ExportFlags {
  readonly to?: string;
  readonly output?: string;
  readonly outDir?: string;
  readonly profile?: string;
  readonly stdinName?: string;
  /** Of a deposit: the archive, the schema that TEI is held to, and whether nothing is to be written. */
  readonly target?: string;
  readonly schema?: string;
  readonly catalog?: readonly string[];
  readonly preflight?: boolean;
  readonly reporter?: readonly string[];
}

/** In: the arguments and flags as they were given. Out: the exit status. */
export async function exportFiles(names: readonly string[], flags: ExportFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const exporter = await chosenExporter(flags, world, complaints);
  const requests = flags.preflight ? await reporterRequests(flags.reporter ?? [], complaints) : [];
  const question = { extensions: ['.xml'], cwd: world.cwd, stdinName: flags.stdinName };
  const inputs = await findInputs(names, question, complaints.report);
  if (exporter) checkOutput(exporter, inputs, flags, world, complaints);
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const settings = inputs[0] && (await findSettings(inputs[0].folder));
  if (complaints.failed() || !exporter || !settings) return FAILED;
  /** What is wrong with documents is a result, not a failure. */
  const gathered = flags.preflight ? gatheredFindings(inputs) : undefined;
  const findings = gathered ?? complaintsTo(world);
  const done = await exportInputs(exporter, inputs, settings, flags, world, findings, complaints);
  if (gathered && !complaints.failed())
    await present(gathered.reports(), requests, 'validate', () => world.stdout, world, complaints);
  if (!done || complaints.failed()) return FAILED;
  return findings.failed() ? PROBLEMS : OK;
}

/** The exporter that the flags name; what is wrong with them is complained of. */
async function chosenExporter(
  flags: ExportFlags,
  { cwd }: World,
  complaints: Complaints,
): Promise<Exporter | undefined> {
  const exporters: Readonly<Record<string, Exporter>> = { ...(await import('../exporters/index.js')) };
  const exporter = Object.values(exporters).find(({ name }) => name === flags.to);
  const known = Object.values(exporters).map(({ name }) => name);
  const bad = (detail: string) => complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
  if (flags.to === undefined) bad(`no format is named; expected --to with one of: ${known.join(', ')}`);
  else if (!exporter) checkName('format', flags.to, known, complaints);
  // What a text is typed in has to be known; there is nothing to detect.
  const profileNames = (await namesOf('profiles')).filter((name) => name !== 'auto');
  if (flags.profile !== undefined) checkName('profile', flags.profile, profileNames, complaints);
  if (flags.to === 'deposit') {
    const archives = await namesOf('targets');
    if (flags.target === undefined) bad(`no archive is named; expected --target with one of: ${archives.join(', ')}`);
    else checkName('target', flags.target, archives, complaints);
    if (flags.schema !== undefined) await checkSchemaName(flags.schema, cwd, complaints);
    return exporter;
  }
  for (const flag of ['target', 'schema', 'preflight'] as const)
    if (flags[flag] !== undefined) bad(`--${flag} is for --to deposit`);
  return exporter;
}

/** Answers whether the run could be done. */
async function exportInputs(
  exporter: Exporter,
  inputs: readonly Input[],
  settings: Settings,
  flags: ExportFlags,
  world: World,
  findings: Complaints,
  complaints: Complaints,
): Promise<boolean> {
  const isDeposit = exporter.name === 'deposit';
  // A deposit follows pointers from each file to all others.
  const most = isDeposit ? Number.POSITIVE_INFINITY : undefined;
  const read = await readTeiFiles(inputs, world, findings.report, complaints, most);
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
  const severity = await severityFor(settings, inputs[0]?.file);
  // What an archive wants to know is for the settings to say.
  const edition = deposit && settings.folder !== undefined ? editionPath(settings.folder, world) : PROGRAM;
  const progress = progressOf(undefined, 'writing files', world);
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
  const made = exportInPieces(
    exporter,
    {
      files,
      settings: settings.values,
      single,
      readPackaged,
      readBeside: besideReader(files, own),
      profile: flags.profile,
      deposit,
    },
    report,
  );
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

function editionPath(folder: string, { cwd }: World): string {
  const path = relative(cwd, join(folder, EDITION_FILE));
  return path.startsWith('..') ? join(folder, EDITION_FILE) : path;
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

/** Where to write is settled before anything is read. */
function checkOutput(
  exporter: Exporter,
  inputs: readonly Input[],
  flags: ExportFlags,
  world: World,
  complaints: Complaints,
): void {
  const { output, outDir } = flags;
  const bad = (detail: string) => complaints.report(PROGRAM, runMessages['bad-arguments']({ detail }));
  if (outDir !== undefined || flags.preflight) return;
  if (!exporter.makes.includes('file')) bad(`"${exporter.name}" is a folder of files; expected --out-dir`);
  else if (exporter.scope === 'document' && inputs.length > 1) {
    complaints.report(PROGRAM, runMessages['output-missing']({ count: inputs.length }));
  } else if ((output === undefined || output === '-') && !exporter.isText) {
    bad(`"${exporter.name}" is no text for standard output; expected -o or --out-dir`);
  } else if (output !== undefined && inputs.some(({ file }) => file === resolve(world.cwd, output))) {
    complaints.report(PROGRAM, runMessages['output-is-input']({ output }));
  }
}

/** In: `package/path/of/file` of a package that is installed with this one, which need not export the file. */
function readPackaged(path: string): string {
  const [, name = '', below = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(path) ?? [];
  const main = createRequire(import.meta.url).resolve(name);
  const folder = join('node_modules', name);
  return readFileSync(join(main.slice(0, main.lastIndexOf(folder)), folder, below), 'utf8');
}
