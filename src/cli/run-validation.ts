/** The arguments of `teiscribe validate` -> its reports and its exit status. */
import { gatherDiagnostics } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import type { Source } from '../source/index.js';
import type { BaselineFlags } from './baseline.js';
import { type Complaints, complaintsTo, PROGRAM } from './complaints.js';
import { runMessages } from './messages.js';
import { checkReports, present, reporterRequests } from './present.js';
import { keepLines } from './read-document.js';
import type { ResultCache } from './result-cache.js';
import type { ResultRecord } from './result-record.js';
import { severityFor } from './severity.js';
import { FAILED, PROBLEMS, type Status, statusOf } from './status.js';
import {
  isGrammarAlone,
  type PreparedRun,
  prepareRun,
  type ValidateFlags,
  type Verdict,
  wantsRules,
} from './validate-files.js';
import type { World } from './world.js';

export interface RunFlags extends ValidateFlags, BaselineFlags {
  /** More warnings than these fail the run. */
  readonly maxWarnings?: number;
  readonly changedSince?: string;
  readonly cache: boolean;
  /** What can be mended safely is mended. */
  readonly fix?: boolean;
  /** What would be mended is shown, and nothing is written. */
  readonly dryRun?: boolean;
}

/** In: the arguments and flags as they were given. Out: the exit status. */
export async function runValidation(names: readonly string[], flags: RunFlags, world: World): Promise<Status> {
  if (!flags.watch) return validateOnce(names, flags, world);
  if (names.includes('-')) {
    const detail = 'standard input cannot be watched; name files or folders';
    complaintsTo(world).report(PROGRAM, runMessages['bad-arguments']({ detail }));
    return FAILED;
  }
  const [{ watch }, { resultRecord }] = await Promise.all([import('./watch.js'), import('./result-record.js')]);
  const record = flags.cache ? resultRecord(world) : undefined;
  const { schema, against, catalog, authority, targets = [], decisions } = flags;
  // A built-in schema has no path.
  const schemas = schema !== undefined && /[./\\]/.test(schema) && !/^https?:/.test(schema) ? [schema] : [];
  const lists = [...catalog, ...authority, ...targets, ...(decisions ? [decisions] : [])];
  const paths = [...names, ...lists, ...schemas, ...(against ? [against] : [])];
  const reports = flags.reporter.flatMap((request) => /=(.*)/s.exec(request)?.[1] ?? []);
  const outputs = [...reports, ...(flags.updateBaseline && flags.baseline !== undefined ? [flags.baseline] : [])];
  return watch((see) => validateOnce(names, flags, world, record, see), paths, outputs, world);
}

async function validateOnce(
  names: readonly string[],
  flags: RunFlags,
  world: World,
  record?: ResultRecord,
  see: (path: string) => void = () => {},
): Promise<Status> {
  const begin = Date.now();
  const complaints = complaintsTo(world);
  const requests = await reporterRequests(flags.reporter, complaints);
  if (flags.updateBaseline && flags.baseline === undefined) {
    complaints.report(PROGRAM, runMessages['bad-arguments']({ detail: '--update-baseline needs --baseline FILE' }));
  }
  const run = await prepareRun(names, flags, world, complaints);
  const read = run?.jobs.flatMap(({ input, transcription = [] }) => [
    input.file,
    ...transcription.map(({ file }) => file),
  ]);
  checkReports(requests, read ?? [], [], world, complaints);
  if (complaints.failed()) return FAILED;
  const jobs = run && (await jobsToDo(run, flags, world, complaints));
  if (!run || !jobs) return FAILED;
  const mends = flags.fix || flags.dryRun;
  if (mends && jobs.some(run.isStandardInput)) {
    complaints.report(
      PROGRAM,
      runMessages['bad-arguments']({ detail: '--fix needs files; standard input cannot be mended' }),
    );
    return FAILED;
  }
  const cache = mends ? undefined : await cacheFor(run, jobs, flags, world, record);
  const found = mends
    ? await mendAll(run, jobs, flags, world, complaints)
    : await validateAll(run, jobs, cache, names, flags, world, see);
  const verdicts = untilBadSchema(run, found);
  cache?.keep();
  for (const path of cache?.paths() ?? []) see(path);
  for (const { questions = [] } of verdicts) for (const { path } of questions) if (path !== undefined) see(path);
  const all = await withSharedIds(
    run,
    jobs,
    verdicts.map(({ report }) => report),
    flags,
  );
  const reports =
    flags.baseline === undefined
      ? all
      : await (await import('./baseline.js')).withBaseline(all, flags, world, complaints);
  if (!reports) return FAILED;
  const facts = {
    get seconds() {
      return world.stdout.isTTY === true ? (Date.now() - begin) / 1000 : undefined;
    },
  };
  const stream = () => (flags.dryRun ? world.stderr : world.stdout);
  await present(reports, requests, 'validate', stream, world, complaints, facts);
  run.keepLearnt();
  if (complaints.failed() || verdicts.some(({ badSchema }) => badSchema)) return FAILED;
  const remaining = reports.flatMap(({ diagnostics }) => diagnostics);
  const warnings = remaining.filter(({ severity }) => severity === 'warning').length;
  const status = statusOf(remaining);
  if (flags.maxWarnings === undefined || warnings <= flags.maxWarnings) return status;
  complaints.report(PROGRAM, runMessages['too-many-warnings']({ count: warnings, most: flags.maxWarnings }));
  return status === FAILED ? FAILED : PROBLEMS;
}

/** The numbers of the documents that are to be looked at; undefined after an error. */
async function jobsToDo(
  run: PreparedRun,
  { changedSince: revision }: RunFlags,
  world: World,
  complaints: Complaints,
): Promise<readonly number[] | undefined> {
  const all = run.jobs.map((_, job) => job);
  if (revision === undefined) return all;
  const { changedSince } = await import('./changed-since.js');
  const hasChanged = await changedSince(revision, world.cwd, complaints);
  return (
    hasChanged &&
    all.filter((job) => {
      const { input, transcription, lists = [] } = run.jobs[job] ?? {};
      return input && hasChanged(input, ...(transcription ?? []).map(({ file }) => file), ...lists);
    })
  );
}

/** Looking up what was found in one small document would take longer than finding it again. */
const WORTH_IT = 256 * 1024;

async function cacheFor(
  run: PreparedRun,
  jobs: readonly number[],
  flags: RunFlags,
  world: World,
  record: ResultRecord | undefined,
): Promise<ResultCache | undefined> {
  if (!flags.cache) return undefined;
  if (!record && jobs.length < 2 && !jobs.some((job) => run.sizeOf(job) > WORTH_IT)) return undefined;
  const { resultCache } = await import('./result-cache.js');
  return resultCache(run, flags, record ?? (await import('./result-record.js')).resultRecord(world));
}

async function validateAll(
  run: PreparedRun,
  jobs: readonly number[],
  cache: ResultCache | undefined,
  names: readonly string[],
  flags: ValidateFlags,
  world: World,
  seePath: (path: string) => void,
): Promise<readonly (Verdict | undefined)[]> {
  const verdicts: (Verdict | undefined)[] = run.jobs.map(() => undefined);
  const left: number[] = [];
  for (const job of jobs) {
    const report = cache?.find(job);
    if (report) verdicts[job] = { report, badSchema: false };
    else left.push(job);
  }
  const see = (job: number, verdict: Verdict) => {
    cache?.see(job, verdict);
    const { report, badSchema, questions = [] } = verdict;
    for (const { path } of questions) if (path !== undefined) seePath(path);
    verdicts[job] = { report, badSchema };
  };
  const threads = Math.min(flags.threads, left.length, threadsWorthWhile(run, left, flags));
  if (threads > 1) {
    const { validateInThreads } = await import('./validate-threads.js');
    await validateInThreads(run, new Set(left), names, { ...flags, threads }, world, see);
    return verdicts;
  }
  for (const job of left) {
    const verdict = await run.validate(job);
    keepLines(verdict.report);
    see(job, verdict);
    if (verdict.badSchema && run.stopsAtBadSchema) break;
  }
  return verdicts;
}

/** A thread costs as much as the grammar of so many bytes. */
const BYTES_FOR_A_THREAD = 128 * 1024 * 1024;

/** More threads than these would take longer. */
function threadsWorthWhile(run: PreparedRun, jobs: readonly number[], flags: ValidateFlags): number {
  const isCheap = run.jobs.every(({ input }) => isGrammarAlone(input, flags));
  if (flags.threads === 1 || !isCheap) return flags.threads;
  return Math.ceil(jobs.reduce((bytes, job) => bytes + run.sizeOf(job), 0) / BYTES_FOR_A_THREAD);
}

/** One after another: each is looked at several times, and all that is mended is said together. */
async function mendAll(
  run: PreparedRun,
  jobs: readonly number[],
  { dryRun = false }: RunFlags,
  world: World,
  complaints: Complaints,
): Promise<readonly (Verdict | undefined)[]> {
  const { mendedSummary, mendFile } = await import('./mend-files.js');
  const verdicts: (Verdict | undefined)[] = run.jobs.map(() => undefined);
  const counts: number[] = [];
  for (const number of jobs) {
    const job = run.jobs[number];
    if (!job) continue;
    const check = (text?: Source) => run.validate(number, text);
    const findings = ({ report }: Verdict) => report.diagnostics;
    const { verdict, count } = await mendFile(job.input, check, findings, { dryRun }, world, complaints);
    verdicts[number] = verdict;
    counts.push(count);
    if (verdict.badSchema && run.stopsAtBadSchema) break;
  }
  world.stderr.write(mendedSummary(counts, dryRun));
  return verdicts;
}

/** What two files of the run have in common goes beside what each of them has. */
async function withSharedIds(
  run: PreparedRun,
  jobs: readonly number[],
  reports: readonly FileReport[],
  flags: ValidateFlags,
): Promise<readonly FileReport[]> {
  const inputs = jobs.flatMap((number) => run.jobs[number] ?? []).filter(({ input }) => /\.xml$/i.test(input.shown));
  if (inputs.length < 2 || !wantsRules(flags)) return reports;
  const [{ sharedIds }, { locatedIds }] = await Promise.all([
    import('../rules/shared-ids.js'),
    import('./surroundings.js'),
  ]);
  const shared = sharedIds(inputs.map(({ input }) => ({ path: input.shown, ids: locatedIds(input) })));
  if (shared.length === 0) return reports;
  return Promise.all(
    reports.map(async (report) => {
      const own = shared.filter(({ place }) => place?.source.path === report.path);
      const job = inputs.find(({ input }) => input.shown === report.path);
      if (own.length === 0 || !job) return report;
      const gathered = gatherDiagnostics(await severityFor(job, job.input.file));
      for (const diagnostic of own) gathered.report(diagnostic);
      const all = gatherDiagnostics();
      for (const diagnostic of [...report.diagnostics, ...gathered.list()]) all.report(diagnostic);
      return { ...report, diagnostics: all.list() };
    }),
  );
}

/** The documents up to the first whose schema cannot be used, whichever thread came to it first. */
function untilBadSchema(run: PreparedRun, verdicts: readonly (Verdict | undefined)[]): readonly Verdict[] {
  const known = verdicts.flatMap((verdict) => verdict ?? []);
  const last = run.stopsAtBadSchema ? known.findIndex(({ badSchema }) => badSchema) : -1;
  return last < 0 ? known : known.slice(0, last + 1);
}
