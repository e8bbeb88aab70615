/** `teiscribe convert`: transcriptions -> TEI files. */
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { ConvertOptions } from '../../convert.js';
import { type Diagnostic, gatherDiagnostics } from '../../diagnostic/index.js';
import type { FileReport } from '../../reporters/reporter.js';
import { type Complaints, complaintsTo } from '../complaints.js';
import { type ConversionFlags, conversionOptions, sourceDate } from '../conversion-options.js';
import { type Settings, settingsFinder } from '../edition-file.js';
import { findInputs } from '../inputs.js';
import { runMessages } from '../messages.js';
import { checkNames } from '../names.js';
import { type OutputFlags, type Planned, planOutputs } from '../outputs.js';
import { present, reporterRequests } from '../present.js';
import { readFile, readStandardInput } from '../read-file.js';
import { errorMessage } from '../reason.js';
import { FAILED, type Status, statusOf } from '../status.js';
import type { World } from '../world.js';
import { writeFile } from '../write-file.js';
import { collect } from './options.js';

interface ConvertFlags extends ConversionFlags, OutputFlags {
  readonly stdinName?: string;
  readonly reporter: readonly string[];
}

export function convertCommand(program: Command, world: World, finish: (status: Status) => void): void {
  program
    .command('convert')
    .summary('turn transcriptions into TEI')
    .description(
      'Turns transcriptions (plain text) into TEI. One document goes to standard output unless -o or --out-dir is given.',
    )
    .argument('<file...>', 'transcriptions: files, folders (every .txt in them), patterns, or - for standard input')
    .option('-o, --output <file>', 'write the TEI of one document to this file')
    .option('-d, --out-dir <dir>', 'write each document below this folder, under its own name, as .xml')
    .option('-e, --encoding <name>', 'how the TEI is written (see "teiscribe list encodings"; default: tei-letter)')
    .option('-p, --profile <name>', 'conventions of the transcription (see "teiscribe list profiles"; default: auto)')
    .option('--stdin-name <name>', 'what to call standard input in messages')
    .option(
      '-r, --reporter <name[=file]>',
      'how problems are shown, on standard error or in a file; may be repeated',
      collect,
      [],
    )
    .addHelpText(
      'after',
      `
Settings come from the nearest edition.json upwards from each document; flags go before them.
Exit status: 0 no errors, 1 errors in a document (its TEI is written all the same), 2 the run failed.

Examples:
  teiscribe convert letter.txt > letter.xml
  teiscribe convert letter.txt -o tei/letter.xml
  teiscribe convert transcriptions --out-dir tei
  teiscribe convert 'transcriptions/1961-*.txt' --out-dir tei --encoding frus
  cat letter.txt | teiscribe convert - --stdin-name letter.txt`,
    )
    .action(async (names: readonly string[], flags: ConvertFlags) => finish(await convertFiles(names, flags, world)));
}

async function convertFiles(names: readonly string[], flags: ConvertFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const requests = await reporterRequests(flags.reporter, complaints);
  await checkNames(flags, complaints);
  const date = sourceDate(world, complaints);
  const inputs = await findInputs(names, ['.txt'], world.cwd, complaints.report);
  for (const { shown, file } of inputs) {
    if (file && /\.xml$/i.test(file)) complaints.report(shown, runMessages['not-a-transcription']({}));
  }
  const plans = planOutputs(inputs, flags, world.cwd, complaints);
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const settled: (Planned & Settings)[] = [];
  for (const plan of plans) {
    const settings = await findSettings(plan.input.file === undefined ? world.cwd : dirname(plan.input.file));
    if (settings) settled.push({ ...plan, ...settings });
  }
  for (const { values } of settled) await checkNames(values, complaints);
  if (complaints.failed()) return FAILED;
  const reports: FileReport[] = [];
  for (const plan of settled) {
    const options = conversionOptions(flags, plan.values, date);
    reports.push(await convertOne(plan, options, flags, world, complaints));
  }
  await present(reports, requests, 'convert', world.stderr, world, complaints);
  return complaints.failed() ? FAILED : statusOf(reports.flatMap(({ diagnostics }) => diagnostics));
}

async function convertOne(
  { input, output, values }: Planned & Settings,
  options: ConvertOptions,
  flags: ConvertFlags,
  world: World,
  complaints: Complaints,
): Promise<FileReport> {
  const found = gatherDiagnostics(values.severity);
  const source =
    input.file === undefined
      ? await readStandardInput(world, flags.stdinName, found.report)
      : readFile(input.file, input.shown, found.report);
  const path = source?.path ?? flags.stdinName ?? input.shown;
  if (source) {
    try {
      const [{ convert }, { serializeXml }] = await Promise.all([
        import('../../convert.js'),
        import('../../xml/serialize.js'),
      ]);
      const xml = serializeXml(convert(source, options, found.report).tei);
      if (!output) world.stdout.write(xml);
      else writeFile(output.file, xml, (diagnostic) => complaints.report(output.shown, diagnostic));
    } catch (error) {
      found.report(internalError(error));
    }
  }
  return { path, diagnostics: found.list() };
}

function internalError(error: unknown): Diagnostic {
  return runMessages['internal-error']({ detail: errorMessage(error) });
}
