/** Documents -> what is wrong with them: the work of `teiscribe validate`. */
import type { Authority } from '../authority/index.js';
import { type Diagnostic, gatherDiagnostics } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import type { LoadSchema, ValidateOptions } from '../validate.js';
import { findTranscriptions, isTranscription, type Transcription } from './against.js';
import { type AuthorityFlags, authorityReader } from './authority-files.js';
import { cacheFolder } from './cache-folder.js';
import { checks } from './checks.js';
import { type Complaints, complaintsTo } from './complaints.js';
import { type ConversionFlags, conversionOptions, sourceDate } from './conversion-options.js';
import { type Settings, settingsFinder } from './edition-file.js';
import { findInputs, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkName, checkNames } from './names.js';
import { present, reporterRequests } from './present.js';
import { readDocument } from './read-document.js';
import { readFile, readInput, TRANSCRIPTION } from './read-file.js';
import { includedReader } from './read-included.js';
import { errorMessage } from './reason.js';
import { schemaCache } from './schema-cache.js';
import { readCatalogs } from './schema-catalogs.js';
import { type SchemaReader, schemaReader } from './schema-reader.js';
import { schemaStamps } from './schema-stamps.js';
import { schemaStore } from './schema-store.js';
import { checkSchemaName, settledSchema } from './schemas.js';
import { FAILED, type Status, statusOf } from './status.js';
import type { World } from './world.js';

interface Schemas {
  readonly schemas: SchemaReader;
  readonly load: LoadSchema;
}

interface Job extends Settings {
  readonly input: Input;
  readonly transcription: Transcription | undefined;
  readonly authority: Authority | undefined;
}

export interface ValidateFlags extends ConversionFlags, AuthorityFlags {
  readonly schema?: string;
  readonly catalog: readonly string[];
  readonly checks: readonly string[];
  readonly against?: string;
  readonly xinclude?: boolean;
  /** How many documents are validated at the same time. */
  readonly threads: number;
  readonly stdinName?: string;
  readonly reporter: readonly string[];
}

/** What was found in one document, and whether its schema can be used at all. */
export interface Verdict {
  readonly report: FileReport;
  readonly badSchema: boolean;
}

/** A run in which all is known but what is wrong with the documents. */
export interface PreparedRun {
  readonly count: number;
  /** Every other document would be held to the same schema, and say the same. */
  readonly stopsAtBadSchema: boolean;
  isStandardInput(job: number): boolean;
  validate(job: number): Promise<Verdict>;
}

/** In: the arguments and flags as they were given. Out: the exit status. */
export async function validateFiles(names: readonly string[], flags: ValidateFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const requests = await reporterRequests(flags.reporter, complaints);
  const run = await prepareRun(names, flags, world, complaints);
  if (!run) return FAILED;
  const verdicts = untilBadSchema(run, await validateAll(run, names, flags, world));
  const reports = verdicts.map(({ report }) => report);
  await present(reports, requests, 'validate', world.stdout, world, complaints);
  const found = reports.flatMap(({ diagnostics }) => diagnostics);
  return complaints.failed() || verdicts.some(({ badSchema }) => badSchema) ? FAILED : statusOf(found);
}

/** Undefined where there were complaints. */
export async function prepareRun(
  names: readonly string[],
  flags: ValidateFlags,
  world: World,
  complaints: Complaints,
): Promise<PreparedRun | undefined> {
  await checkNames(flags, complaints);
  for (const name of flags.checks) checkName('check', name, checks, complaints);
  if (flags.schema !== undefined) await checkSchemaName(flags.schema, world.cwd, complaints);
  const date = sourceDate(world, complaints);
  const question = { extensions: ['.xml', '.txt'], cwd: world.cwd, stdinName: flags.stdinName };
  const inputs = await findInputs(names, question, complaints.report);
  const transcriptions = await findTranscriptions(flags.against, inputs, world.cwd, complaints);
  const jobs = await settle(inputs, transcriptions, flags, world, complaints);
  if (complaints.failed()) return undefined;
  const cache = cacheFolder(world.env);
  const catalogs = await readCatalogs(flags.catalog, world, complaints);
  if (complaints.failed()) return undefined;
  const schemas = schemaReader({ cwd: world.cwd, catalogs, store: schemaStore(cache), stamps: schemaStamps(cache) });
  const load = schemaCache(cache, schemas.checksumOf);
  return {
    count: jobs.length,
    stopsAtBadSchema: flags.schema !== undefined,
    isStandardInput: (job) => jobs[job]?.input.file === undefined,
    async validate(number) {
      const job = jobs[number];
      if (!job) throw new RangeError(`no job ${number}`);
      const report = await validateOne(job, flags, date, { schemas, load }, world);
      return { report, badSchema: report.diagnostics.some((diagnostic) => isOfSchema(diagnostic, schemas)) };
    },
  };
}

async function validateAll(
  run: PreparedRun,
  names: readonly string[],
  flags: ValidateFlags,
  world: World,
): Promise<readonly (Verdict | undefined)[]> {
  if (flags.threads > 1 && run.count > 1) {
    const { validateInThreads } = await import('./validate-threads.js');
    return validateInThreads(run, names, flags, world);
  }
  const verdicts: Verdict[] = [];
  for (let job = 0; job < run.count; job++) {
    const verdict = await run.validate(job);
    verdicts.push(verdict);
    if (verdict.badSchema && run.stopsAtBadSchema) break;
  }
  return verdicts;
}

/** The documents up to the first whose schema cannot be used, whichever thread came to it first. */
function untilBadSchema(run: PreparedRun, verdicts: readonly (Verdict | undefined)[]): readonly Verdict[] {
  const known = verdicts.flatMap((verdict) => verdict ?? []);
  const last = run.stopsAtBadSchema ? known.findIndex(({ badSchema }) => badSchema) : -1;
  return last < 0 ? known : known.slice(0, last + 1);
}

/** What stops a run though the document that names the schema is without fault. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set([
  'schema/not-cached',
  'schema/cache-changed',
  'schema/lock-invalid',
]);

/** Whether it is an error of a schema, not of a document: placed in a schema, or about one that cannot be had. */
function isOfSchema({ severity, code, place }: Diagnostic, schemas: SchemaReader): boolean {
  if (severity !== 'error') return false;
  return place && !OF_THE_MACHINE.has(code) ? schemas.isSchema(place.source) : code.startsWith('schema/');
}

async function settle(
  inputs: readonly Input[],
  transcriptions: ReadonlyMap<Input, Transcription>,
  flags: AuthorityFlags,
  world: World,
  complaints: Complaints,
): Promise<readonly Job[]> {
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const readAuthority = authorityReader(flags, world, complaints);
  const jobs: Job[] = [];
  for (const input of inputs) {
    const settings = await findSettings(input.folder);
    if (!settings) continue;
    // TEI is validated as it is: lists are for transcriptions.
    const authority = /\.xml$/i.test(input.below) ? undefined : await readAuthority(settings);
    jobs.push({ ...settings, input, transcription: transcriptions.get(input), authority });
  }
  return jobs;
}

/** Then a document need not be held. */
function isGrammarAlone({ below }: Input, { checks }: ValidateFlags): boolean {
  return !isTranscription(below) && checks.length > 0 && checks.every((check) => check === 'grammar');
}

async function validateOne(
  job: Job,
  flags: ValidateFlags,
  date: string | undefined,
  { schemas, load }: Schemas,
  world: World,
): Promise<FileReport> {
  const { input, transcription, values } = job;
  const { report, list } = gatherDiagnostics(values.severity);
  const source = isGrammarAlone(input, flags)
    ? await readDocument(input, world, report)
    : await readInput(input, world, report, isTranscription(input.below) ? TRANSCRIPTION : undefined);
  const path = source?.path ?? input.shown;
  const against = transcription && readFile(transcription.file, transcription.shown, report);
  if (!source || (transcription && !against)) return { path, diagnostics: list() };
  const schema =
    flags.schema ?? (values.schema && (await settledSchema(values.schema, job.folder ?? world.cwd, world.cwd)));
  const options: ValidateOptions = {
    ...(schema !== undefined && { schema }),
    ...(flags.checks.length > 0 && { checks: checks.filter((check) => flags.checks.includes(check)) }),
    ...(against && { against }),
    ...(flags.xinclude && { include: includedReader(world.cwd, report) }),
    conversion: conversionOptions(flags, values, date, job.authority),
    ...schemas.readFor(report, input.folder),
    load,
  };
  try {
    const { validate } = await import('../validate.js');
    const validated = await validate(source, options, report);
    return { path, ...validated, diagnostics: list() };
  } catch (error) {
    report(runMessages['internal-error']({ detail: errorMessage(error) }));
    return { path, diagnostics: list() };
  }
}
