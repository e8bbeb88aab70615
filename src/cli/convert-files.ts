/** Transcriptions -> TEI files, and what was found on the way: the work of `teiscribe convert`. */
import type { FileReport, Style } from '../reporters/reporter.js';
import { eachAtOnce } from './at-once.js';
import type { AuthorityFlags } from './authority-files.js';
import { type Complaints, complaintsTo, PROGRAM } from './complaints.js';
import type { ConversionFlags } from './conversion-options.js';
import type { RecordedConversion } from './conversion-record.js';
import { type Interruption, interruptionOf } from './interruption.js';
import { runMessages } from './messages.js';
import type { OutputFlags } from './outputs.js';
import { unpackReport } from './pack-report.js';
import { type Converted, type PreparedConversion, prepareConversion } from './prepare-conversion.js';
import { checkReports, present, type ReporterRequest, reporterRequests } from './present.js';
import { progressOf } from './progress.js';
import { rereadSource } from './reread.js';
import { shownPath } from './shown-path.js';
import { FAILED, type Status, statusOf } from './status.js';
import type { TargetFlags } from './targets-files.js';
import type { World } from './world.js';

export interface ConvertFlags extends ConversionFlags, AuthorityFlags, TargetFlags, OutputFlags {
  /** A file of decisions on markers and beginnings of documents. */
  readonly decisions?: string;
  readonly stdinName?: string;
  readonly reporter: readonly string[];
  /** How many documents are converted at the same time. */
  readonly threads: number;
  /** Writes all documents into one file. */
  readonly assemble?: boolean;
  /** Converts what has not changed as well. */
  readonly force?: boolean;
}

/** What is to be said of a run: what was found in each file, and how much there was. */
interface Outcome {
  readonly reports: readonly FileReport[];
  readonly facts: Exclude<Style['run'], undefined>;
}

/** In: the arguments and flags as they were given. Out: the exit status. */
export async function convertFiles(names: readonly string[], flags: ConvertFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const requests = await reporterRequests(flags.reporter, complaints);
  const convert = flags.assemble ? convertWhole : convertEach;
  const outcome = await convert(names, flags, requests, world, complaints);
  if (!outcome) return FAILED;
  const { reports, facts } = outcome;
  await present(reports, requests, 'convert', () => world.stderr, world, complaints, facts);
  return complaints.failed() ? FAILED : statusOf(reports.flatMap(({ diagnostics }) => diagnostics));
}

/** All documents into one file. Undefined where nothing was done. */
async function convertWhole(
  names: readonly string[],
  flags: ConvertFlags,
  requests: readonly ReporterRequest[],
  world: World,
  complaints: Complaints,
): Promise<Outcome | undefined> {
  const begin = Date.now();
  const { assembleFiles } = await import('./assemble-files.js');
  const assembled = await assembleFiles(names, flags, requests, world, complaints);
  if (!assembled) return undefined;
  const { reports, documents } = assembled;
  return { reports, facts: { documents, seconds: secondsSince(begin) } };
}

/** Each document into a file of its own. Undefined where nothing was done. */
async function convertEach(
  names: readonly string[],
  flags: ConvertFlags,
  requests: readonly ReporterRequest[],
  world: World,
  complaints: Complaints,
): Promise<Outcome | undefined> {
  const begin = Date.now();
  const run = await prepareConversion(names, flags, world, complaints);
  if (run) {
    const files = run.inputs.map(({ file }) => file);
    checkReports(requests, files, run.outputs.keys(), world, complaints);
  }
  if (!run || complaints.failed()) return undefined;
  const interruption = interruptionOf(world);
  const all = await convertAll(run, names, flags, world, interruption);
  const converted = all.filter((each) => each !== undefined);
  const made = new Map<string, RecordedConversion>();
  const reports = all.flatMap((each, job): FileReport[] => {
    if (!each) return [];
    const { shown = '', file } = run.inputs[job] ?? {};
    for (const { subject, diagnostic } of each.complaints) complaints.report(subject, diagnostic);
    const isWhole = each.complaints.length === 0 && each.conversion.outputs.length > 0;
    if (file !== undefined && !each.unchanged && isWhole) made.set(file, each.conversion);
    const { lines } = each;
    const source = file === undefined ? undefined : rereadSource(file, shown, lines && { lines: () => lines });
    return [unpackReport(each.conversion.report, source)];
  });
  if (interruption.aborted())
    complaints.report(PROGRAM, runMessages.interrupted({ done: converted.filter(isDone).length, count: run.count }));
  for (const { file } of run.record.keep(made))
    complaints.report(shownPath(world.cwd, file), runMessages['output-left']({}));
  const facts = {
    documents: sum(converted, ({ documents }) => documents),
    unchanged: sum(converted, ({ unchanged }) => Number(unchanged)),
    ...(converted.length > 1 && { seconds: secondsSince(begin) }),
  };
  return { reports, facts };
}

function secondsSince(begin: number): number {
  return (Date.now() - begin) / 1000;
}

/** What came of each file, in the order of the files. */
async function convertAll(
  run: PreparedConversion,
  names: readonly string[],
  flags: ConvertFlags,
  world: World,
  { isOver, aborted }: Interruption,
): Promise<readonly (Converted | undefined)[]> {
  const progress = progressOf(run.count, 'converting', world);
  const converted: Converted[] = [];
  const see = (job: number, result: Converted) => {
    converted[job] = result;
    progress.step();
  };
  if (flags.threads > 1 && run.count > 1) {
    const { runInThreads } = await import('./threads.js');
    await runInThreads({ ...run, isLast: aborted }, { command: 'convert', names, flags }, flags.threads, world, see);
  } else {
    await eachAtOnce(jobsOf(run.count, aborted), run.atOnce, async (job) => {
      see(job, await run.run(job));
      await isOver();
    });
  }
  progress.end();
  return converted;
}

function isDone({ unchanged, conversion }: Converted): boolean {
  return unchanged || conversion.outputs.length > 0;
}

function* jobsOf(count: number, aborted: () => boolean): Generator<number> {
  for (let job = 0; job < count && !aborted(); job++) yield job;
}

function sum(converted: readonly Converted[], count: (each: Converted) => number): number {
  return converted.reduce((total, each) => total + count(each), 0);
}
