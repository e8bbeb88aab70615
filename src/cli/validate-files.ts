/** Documents and what they are held to -> what is wrong with each: the work of `teiscribe validate`. */
import { statSync } from 'node:fs';
import type { Authority } from '../authority/index.js';
import type { LoadRules } from '../check-schematron.js';
import { type Diagnostic, gatherDiagnostics, type Report } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import type { Source } from '../source/index.js';
import type { LoadSchema, ValidateOptions } from '../validate.js';
import type { Transcription } from './against.js';
import { type AuthorityFlags, authorityPaths, authorityReader } from './authority-files.js';
import { cacheFolder } from './cache-folder.js';
import { checks } from './checks.js';
import type { Complaints } from './complaints.js';
import type { ConversionLists } from './conversion-lists.js';
import { type ConversionFlags, conversionOptions, sourceDate } from './conversion-options.js';
import { type DecisionFlags, decisionPath, decisionsReader } from './decisions-file.js';
import { type Settings, settingsFinder } from './edition-file.js';
import { findInputs, type Input } from './inputs.js';
import { isTranscription } from './is-transcription.js';
import { joinTranscription } from './joined-transcription.js';
import { runMessages } from './messages.js';
import { checkName, checkNames } from './names.js';
import { readDocument } from './read-document.js';
import { readInput, TRANSCRIPTION } from './read-file.js';
import { includedReader } from './read-included.js';
import { errorMessage } from './reason.js';
import { type Outside, type Question, type QuestionLog, questionLog } from './recorded-questions.js';
import { releaseText } from './release-text.js';
import { schemaCache } from './schema-cache.js';
import { readCatalogs } from './schema-catalogs.js';
import { type SchemaReader, schemaReader } from './schema-reader.js';
import { schemaRules } from './schema-rules.js';
import { schemaStamps } from './schema-stamps.js';
import { schemaStore } from './schema-store.js';
import { checkSchemaName, settledSchema } from './schemas.js';
import { severityFor } from './severity.js';
import { type IdIndex, idIndex } from './surroundings.js';
import { type TargetFlags, targetPaths, targetsReader } from './targets-files.js';
import { reportUnusedDecisions } from './unused-decisions.js';
import type { World } from './world.js';

interface Schemas {
  readonly schemas: SchemaReader;
  readonly load: LoadSchema;
  readonly loadRules: LoadRules;
  readonly log: QuestionLog;
  readonly index: IdIndex;
}

/** A document, and what holds for it. */
export interface Job extends Settings, ConversionLists {
  readonly input: Input;
  readonly transcription: Transcription | undefined;
  /** The files of the authority, of the targets and of the decisions. */
  readonly lists: readonly string[];
}

export interface ValidateFlags extends ConversionFlags, AuthorityFlags, TargetFlags, DecisionFlags {
  readonly schema?: string;
  readonly catalog: readonly string[];
  readonly schematron: readonly string[];
  readonly phase?: string;
  readonly checks: readonly string[];
  readonly against?: string;
  readonly xinclude?: boolean;
  /** How many documents are validated at the same time. */
  readonly threads: number;
  readonly stdinName?: string;
  readonly reporter: readonly string[];
  /** False where nothing is taken from earlier runs, and nothing kept for later ones. */
  readonly cache?: boolean;
  readonly watch?: boolean;
}

/** What was found in one document, and whether its schema can be used at all. */
export interface Verdict {
  readonly report: FileReport;
  readonly badSchema: boolean;
  /** What was asked beside the document; unknown where it could not be read. */
  readonly questions?: readonly Question[];
}

/** A run in which all is known but what is wrong with the documents. */
export interface PreparedRun {
  readonly jobs: readonly Job[];
  /** The day that `SOURCE_DATE_EPOCH` names. */
  readonly date: string | undefined;
  /** Every other document would be held to the same schema, and say the same. */
  readonly stopsAtBadSchema: boolean;
  isStandardInput(job: number): boolean;
  /** In bytes; 0 where it is not known. */
  sizeOf(job: number): number;
  /** With a text, as if the file held that. */
  validate(job: number, text?: Source): Promise<Verdict>;
  /** What lies beside a document, to be asked without anything being reported. */
  outsideNow(job: number): Outside;
  /** The checksum of a schema that was had from there. */
  checksumNow(source: Source): string;
  /** Keeps what was learnt of the schemas, for later runs. */
  keepLearnt(): void;
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
  const transcriptions =
    flags.against === undefined
      ? new Map<Input, Transcription>()
      : await (await import('./against.js')).findTranscriptions(flags.against, inputs, world.cwd, complaints);
  const jobs = await settle(inputs, transcriptions, flags, world, complaints);
  if (complaints.failed()) return undefined;
  const cache = cacheFolder(world.env);
  const catalogs = await readCatalogs(flags.catalog, world, complaints);
  if (complaints.failed()) return undefined;
  const origins = { cwd: world.cwd, catalogs, store: schemaStore(cache), stamps: schemaStamps(cache) };
  const schemas = schemaReader(origins);
  const { load, keepLearnt } = schemaCache(cache, schemas.checksumOf);
  const loadRules = schemaRules(cache, schemas.checksumOf);
  const log = questionLog(schemas.checksumOf);
  const index = idIndex(inputs);
  let later: SchemaReader | undefined;
  const readerNow = () => {
    later ??= schemaReader(origins);
    return later;
  };
  return {
    jobs,
    date,
    stopsAtBadSchema: flags.schema !== undefined,
    isStandardInput: (job) => jobs[job]?.input.file === undefined,
    async validate(number, text) {
      const job = jobs[number];
      if (!job) throw new RangeError(`no job ${number}`);
      const { report, questions } = await validateOne(
        job,
        flags,
        date,
        { schemas, load, loadRules, log, index },
        world,
        text,
      );
      const badSchema = report.diagnostics.some((diagnostic) => isOfSchema(diagnostic, schemas));
      return { report, badSchema, ...(questions && { questions }) };
    },
    sizeOf: (job) => sizeOf(jobs[job]?.input.file),
    outsideNow(number) {
      const job = jobs[number];
      if (!job) throw new RangeError(`no job ${number}`);
      return outsideOf(readerNow(), job, index, flags, world, () => {});
    },
    checksumNow: (source) => readerNow().checksumOf(source),
    keepLearnt,
  };
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
  if (place && !OF_THE_MACHINE.has(code)) return schemas.isSchema(place.source);
  return code.startsWith('schema/') || code === 'sch/schema-missing' || code === 'sch/phase-unknown';
}

async function settle(
  inputs: readonly Input[],
  transcriptions: ReadonlyMap<Input, Transcription>,
  flags: ValidateFlags,
  world: World,
  complaints: Complaints,
): Promise<readonly Job[]> {
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const readAuthority = authorityReader(flags, world, complaints);
  const readTargets = targetsReader(flags, world, complaints);
  const readDecisions = decisionsReader(flags, world, complaints);
  const jobs: Job[] = [];
  for (const input of inputs) {
    const settings = await findSettings(input.folder);
    if (!settings) continue;
    // TEI is validated as it is: of the lists, the rules want to know who is in them.
    const needsLists = !/\.xml$/i.test(input.below) || wantsRules(flags);
    const authority = needsLists ? await readAuthority(settings) : undefined;
    const targets = needsLists ? await readTargets(settings) : undefined;
    const transcription = transcriptions.get(input);
    const isPart = transcription?.some(({ part }) => part !== undefined) === true;
    const decisions = isPart || isTranscription(input.below) ? await readDecisions(settings) : undefined;
    const lists = [
      ...(authority ? authorityPaths(flags, settings, world) : []),
      ...(targets ? targetPaths(flags, settings, world) : []),
      ...(decisions ? decisionPath(flags, settings, world) : []),
    ];
    jobs.push({ ...settings, input, transcription, authority, targets, decisions, lists });
  }
  const decided = jobs.flatMap(({ decisions, input, transcription = [input] }) =>
    transcription.map(({ shown }) => ({ decisions, shown, folder: input.folder })),
  );
  reportUnusedDecisions(decided, world.cwd, complaints);
  return jobs;
}

/** Whether the documents are looked at by rules. */
export function wantsRules({ checks }: Pick<ValidateFlags, 'checks'>): boolean {
  return checks.length === 0 || checks.includes('rules');
}

/** The identifiers of all persons and terms of the lists. */
function listedIds(authority: Authority | undefined): ReadonlySet<string> | undefined {
  return authority && new Set([...authority.persons, ...authority.terms].map(({ id }) => id));
}

/** Then a document need not be held. */
export function isGrammarAlone({ below }: Input, { checks }: ValidateFlags): boolean {
  return !isTranscription(below) && checks.length > 0 && checks.every((check) => check === 'grammar');
}

async function validateOne(
  job: Job,
  flags: ValidateFlags,
  date: string | undefined,
  { schemas, load, loadRules, log, index }: Schemas,
  world: World,
  text?: Source,
): Promise<{ readonly report: FileReport; readonly questions?: readonly Question[] }> {
  const { input, transcription, values } = job;
  const { report: gather, list } = gatherDiagnostics(await severityFor(job, input.file));
  const joined = transcription && (await joinTranscription(transcription, input.file, job.decisions ?? [], gather));
  const report: Report = (diagnostic) => gather(joined ? joined.restate(diagnostic) : diagnostic);
  const source =
    text ??
    (isGrammarAlone(input, flags)
      ? await readDocument(input, world, report)
      : await readInput(input, world, report, isTranscription(input.below) ? TRANSCRIPTION : undefined));
  const path = source?.path ?? input.shown;
  if (!source || (transcription && !joined)) return { report: { path, diagnostics: list() } };
  // Whatever else a check may look at has to be recorded here, or results are kept that are no longer right.
  const said = untilDone(report);
  const asked = outsideOf(schemas, job, index, flags, world, said.report);
  const isRecorded = flags.cache !== false || flags.watch === true;
  const { outside, questions } = isRecorded ? log.record(asked) : { outside: asked, questions: () => undefined };
  const schema =
    flags.schema ?? (values.schema && (await settledSchema(values.schema, job.folder ?? world.cwd, world.cwd)));
  const ofSettings = values.schematron ?? [];
  const settled = ofSettings.map((name) => settledSchema(name, job.folder ?? world.cwd, world.cwd));
  const schematron = [...flags.schematron, ...(await Promise.all(settled))];
  const options: ValidateOptions = {
    ...(schema !== undefined && { schema }),
    ...(schematron.length > 0 && { schematron }),
    ...(flags.phase !== undefined && { phase: flags.phase }),
    ...(flags.checks.length > 0 && { checks: checks.filter((check) => flags.checks.includes(check)) }),
    ...(joined && { against: joined.source }),
    conversion: conversionOptions(flags, values, date, job),
    ...outside,
    load,
    loadRules,
  };
  try {
    const { validate } = await import('../validate.js');
    const validated = await validate(source, options, report);
    const found = list();
    const isReleased = input.file !== undefined && text === undefined && isTranscription(input.below);
    const diagnostics = isReleased ? releaseText(found, source, input.file) : found;
    const answered = questions();
    return { report: { path, ...validated, diagnostics }, ...(answered && { questions: answered }) };
  } catch (error) {
    report(runMessages['internal-error']({ detail: errorMessage(error) }));
    return { report: { path, diagnostics: list() } };
  } finally {
    said.done();
  }
}

/** What was asked is kept for a run, and whoever answered holds who reported it: from then on, not the findings and their text. */
function untilDone(report: Report): { readonly report: Report; readonly done: () => void } {
  let hears: Report | undefined = report;
  return {
    report: (diagnostic) => hears?.(diagnostic),
    done() {
      hears = undefined;
    },
  };
}

function outsideOf(
  schemas: SchemaReader,
  { input: { folder }, authority, targets }: Job,
  index: IdIndex,
  flags: ValidateFlags,
  world: World,
  report: Report,
): Outside {
  return {
    ...schemas.readFor(report, folder),
    ...(flags.xinclude && { include: includedReader(world.cwd, report) }),
    ...(wantsRules(flags) && {
      surroundings: {
        ...index.around(folder, listedIds(authority)),
        ...(targets && { targets }),
      },
    }),
  };
}

function sizeOf(file: string | undefined): number {
  return (file !== undefined && statSync(file, { throwIfNoEntry: false })?.size) || 0;
}
