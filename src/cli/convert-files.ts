/** Transcriptions -> TEI files, and what was found on the way: the work of `teiscribe convert`. */
import type { Authority } from '../authority/index.js';
import type { ConvertOptions } from '../convert.js';
import { type Diagnostic, gatherDiagnostics } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import { type AuthorityFlags, authorityReader } from './authority-files.js';
import { type Complaints, complaintsTo } from './complaints.js';
import { type ConversionFlags, conversionOptions, sourceDate } from './conversion-options.js';
import { type Settings, settingsFinder } from './edition-file.js';
import { findInputs } from './inputs.js';
import { runMessages } from './messages.js';
import { checkNames } from './names.js';
import { type OutputFlags, type Planned, planOutputs } from './outputs.js';
import { present, reporterRequests } from './present.js';
import { readInput, TRANSCRIPTION } from './read-file.js';
import { errorMessage } from './reason.js';
import { FAILED, type Status, statusOf } from './status.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

export interface ConvertFlags extends ConversionFlags, AuthorityFlags, OutputFlags {
  readonly stdinName?: string;
  readonly reporter: readonly string[];
}

/** In: the arguments and flags as they were given. Out: the exit status. */
export async function convertFiles(names: readonly string[], flags: ConvertFlags, world: World): Promise<Status> {
  const complaints = complaintsTo(world);
  const requests = await reporterRequests(flags.reporter, complaints);
  await checkNames(flags, complaints);
  const date = sourceDate(world, complaints);
  const question = { extensions: ['.txt'], cwd: world.cwd, stdinName: flags.stdinName };
  const inputs = await findInputs(names, question, complaints.report);
  for (const { shown, file } of inputs) {
    if (file && /\.xml$/i.test(file)) complaints.report(shown, runMessages['not-a-transcription']({}));
  }
  const plans = planOutputs(inputs, flags, world.cwd, complaints);
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const readAuthority = authorityReader(flags, world, complaints);
  const settled: (Planned & Settings & { readonly authority: Authority | undefined })[] = [];
  for (const plan of plans) {
    const settings = await findSettings(plan.input.folder);
    if (settings) settled.push({ ...plan, ...settings, authority: await readAuthority(settings) });
  }
  if (complaints.failed()) return FAILED;
  const reports: FileReport[] = [];
  for (const plan of settled) {
    const options = conversionOptions(flags, plan.values, date, plan.authority);
    reports.push(await convertOne(plan, options, world, complaints));
  }
  await present(reports, requests, 'convert', world.stderr, world, complaints);
  return complaints.failed() ? FAILED : statusOf(reports.flatMap(({ diagnostics }) => diagnostics));
}

async function convertOne(
  { input, output, values }: Planned & Settings,
  options: ConvertOptions,
  world: World,
  complaints: Complaints,
): Promise<FileReport> {
  const found = gatherDiagnostics(values.severity);
  const source = await readInput(input, world, found.report, TRANSCRIPTION);
  const path = source?.path ?? input.shown;
  let written: string | undefined;
  if (source) {
    try {
      const [{ convert }, { serializeXml }] = await Promise.all([
        import('../convert.js'),
        import('../xml/serialize.js'),
      ]);
      const xml = serializeXml(convert(source, options, found.report).tei);
      if (output) {
        const done = writeFile(output.file, xml, (diagnostic) => complaints.report(output.shown, diagnostic));
        if (done) written = output.shown;
      } else {
        world.stdout.write(xml);
        written = '-';
      }
    } catch (error) {
      found.report(internalError(error));
    }
  }
  return { path, ...(written !== undefined && { output: written }), diagnostics: found.list() };
}

function internalError(error: unknown): Diagnostic {
  return runMessages['internal-error']({ detail: errorMessage(error) });
}
