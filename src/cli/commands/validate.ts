/** `teiscribe validate`: documents -> what is wrong with them. */
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { gatherDiagnostics, type Report } from '../../diagnostic/index.js';
import type { FileReport } from '../../reporters/reporter.js';
import type { Source } from '../../source/index.js';
import type { Check, ValidateOptions } from '../../validate.js';
import { findTranscriptions, type Transcription } from '../against.js';
import { type Complaints, complaintsTo } from '../complaints.js';
import { type ConversionFlags, conversionOptions, sourceDate } from '../conversion-options.js';
import { type Settings, settingsFinder } from '../edition-file.js';
import { findInputs, type Input } from '../inputs.js';
import { runMessages } from '../messages.js';
import { checkName, checkNames } from '../names.js';
import { present, reporterRequests } from '../present.js';
import { readFile, readStandardInput } from '../read-file.js';
import { errorMessage } from '../reason.js';
import { type SchemaReader, schemaReader } from '../schema-reader.js';
import { checkSchemaName, settledSchema } from '../schemas.js';
import { FAILED, type Status, statusOf } from '../status.js';
import type { World } from '../world.js';
import { collect, collectList } from './options.js';

interface ValidateFlags extends ConversionFlags {
  readonly schema?: string;
  readonly checks: readonly string[];
  readonly against?: string;
  readonly stdinName?: string;
  readonly reporter: readonly string[];
}

interface Job extends Settings {
  readonly input: Input;
  readonly transcription: Transcription | undefined;
}

const checks: readonly Check[] = ['grammar', 'schematron', 'rules'];

export function validateCommand(program: Command, world: World, finish: (status: Status) => void): void {
  program
    .command('validate')
    .summary('check TEI documents, and transcriptions as the TEI they become')
    .description(
      'Checks documents against a schema and rules. A transcription (.txt) is converted first; what is wrong is then\nreported at its place in the transcription.',
    )
    .argument('<file...>', 'documents: files, folders (every .xml and .txt in them), patterns, or - for standard input')
    .option(
      '-s, --schema <name|file>',
      'a built-in schema (see "teiscribe list schemas") or a schema file (.rng, .rnc);\ndefault: the one that the document names, else the built-in one that fits',
    )
    .option(
      '-c, --checks <names>',
      `which checks to make: ${checks.join(', ')} (default: all); may be repeated`,
      collectList,
      [],
    )
    .option('-a, --against <file|dir>', 'the transcription, or the folder of them, that nothing may be lost from')
    .option(
      '-r, --reporter <name[=file]>',
      'how problems are shown, on standard output or in a file; may be repeated',
      collect,
      [],
    )
    .option('-e, --encoding <name>', 'how the TEI of a transcription is written')
    .option('-p, --profile <name>', 'conventions of the transcription')
    .option('--stdin-name <name>', 'what to call standard input in messages')
    .addHelpText(
      'after',
      `
Settings come from the nearest edition.json upwards from each document; flags go before them.
Exit status: 0 no errors, 1 errors in a document, 2 the run failed (a bad option, file, schema or setting).

Examples:
  teiscribe validate letter.xml
  teiscribe validate letter.txt
  teiscribe validate tei --against transcriptions
  teiscribe validate volume.xml --schema schemas/tei_all.rng --checks grammar
  teiscribe validate tei --reporter gnu --reporter json=report.json`,
    )
    .action(async (names: readonly string[], flags: ValidateFlags) => finish(await validateFiles(names, flags, world)));
}

async function validateFiles(names: readonly string[], flags: ValidateFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const requests = await reporterRequests(flags.reporter, complaints);
  await checkNames(flags, complaints);
  for (const name of flags.checks)
    checkName(
      'check',
      name,
      checks.map((check) => ({ name: check })),
      complaints,
    );
  if (flags.schema !== undefined) checkSchemaName(flags.schema, world.cwd, complaints);
  const date = sourceDate(world, complaints);
  const inputs = await findInputs(names, ['.xml', '.txt'], world.cwd, complaints.report);
  const transcriptions = await findTranscriptions(flags.against, inputs, world.cwd, complaints);
  const jobs = await settle(inputs, transcriptions, world, complaints);
  if (complaints.failed()) return FAILED;
  const schemas = schemaReader(world.cwd);
  const reports: FileReport[] = [];
  for (const job of jobs) reports.push(await validateOne(job, flags, date, schemas, world));
  await present(reports, requests, 'validate', world.stdout, world, complaints);
  const found = reports.flatMap(({ diagnostics }) => diagnostics);
  const badSchema = found.some(
    ({ severity, place }) => severity === 'error' && place && schemas.isSchema(place.source),
  );
  return complaints.failed() || badSchema ? FAILED : statusOf(found);
}

async function settle(
  inputs: readonly Input[],
  transcriptions: ReadonlyMap<Input, Transcription>,
  world: World,
  complaints: Complaints,
): Promise<readonly Job[]> {
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const jobs: Job[] = [];
  for (const input of inputs) {
    const settings = await findSettings(input.file === undefined ? world.cwd : dirname(input.file));
    if (!settings) continue;
    await checkNames(settings.values, complaints);
    const { schema } = settings.values;
    if (schema !== undefined) checkSchemaName(schema, settings.folder ?? world.cwd, complaints);
    jobs.push({ ...settings, input, transcription: transcriptions.get(input) });
  }
  return jobs;
}

async function validateOne(
  job: Job,
  flags: ValidateFlags,
  date: string | undefined,
  schemas: SchemaReader,
  world: World,
): Promise<FileReport> {
  const { input, transcription, values } = job;
  const { report, list } = gatherDiagnostics(values.severity);
  const source = await readInput(input, flags, world, report);
  const path = source?.path ?? flags.stdinName ?? input.shown;
  const against = transcription && readFile(transcription.file, transcription.shown, report);
  if (!source || (transcription && !against)) return { path, diagnostics: list() };
  const schema =
    settledSchema(flags.schema, world.cwd, world.cwd) ??
    settledSchema(values.schema, job.folder ?? world.cwd, world.cwd);
  const options: ValidateOptions = {
    ...(schema !== undefined && { schema }),
    ...(flags.checks.length > 0 && { checks: checks.filter((check) => flags.checks.includes(check)) }),
    ...(against && { against }),
    conversion: conversionOptions(flags, values, date),
    read: schemas.readFor(report),
  };
  try {
    const { validate } = await import('../../validate.js');
    const validated = validate(source, options, report);
    return { path, ...validated, diagnostics: list() };
  } catch (error) {
    report(runMessages['internal-error']({ detail: errorMessage(error) }));
    return { path, diagnostics: list() };
  }
}

function readInput(
  { file, shown }: Input,
  { stdinName }: ValidateFlags,
  world: World,
  report: Report,
): Promise<Source | undefined> | Source | undefined {
  return file === undefined ? readStandardInput(world, stdinName, report) : readFile(file, shown, report);
}
