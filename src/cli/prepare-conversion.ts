/** Transcriptions that are to be converted -> jobs, each of which reads one file and writes the TEI of its documents. */
import { dirname, join, resolve } from 'node:path';
import type { ConvertedDocument, ConvertOptions } from '../convert.js';
import { type Diagnostic, gatherDiagnostics } from '../diagnostic/index.js';
import { type LineTable, lineTableOf, type Source } from '../source/index.js';
import type { Complaints } from './complaints.js';
import { type ConversionLists, conversionLists } from './conversion-lists.js';
import { conversionOptions, sourceDate } from './conversion-options.js';
import {
  type ConversionRecord,
  conversionRecord,
  type RecordedConversion,
  sumOfData,
  sumOfText,
} from './conversion-record.js';
import type { ConvertFlags } from './convert-files.js';
import { type Settings, settingsFinder } from './edition-file.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkNames } from './names.js';
import { type Planned, planOutputs } from './outputs.js';
import { packReport } from './pack-report.js';
import { programSum } from './program-sum.js';
import { readInput, TRANSCRIPTION } from './read-file.js';
import { errorMessage } from './reason.js';
import { ownWords } from './release-text.js';
import { severityFor } from './severity.js';
import { isFile } from './surroundings.js';
import type { Jobs } from './threads.js';
import { transcriptionInputs } from './transcription-inputs.js';
import { reportUnusedDecisions } from './unused-decisions.js';
import type { World } from './world.js';
import { writeFileLater } from './write-file.js';

/** What came of one file. */
export interface Converted {
  readonly conversion: RecordedConversion;
  /** The lines of the file, where something was found in it now. */
  readonly lines?: LineTable;
  /** How many documents there are in it. */
  readonly documents: number;
  /** It had been converted before, and nothing has changed since. */
  readonly unchanged: boolean;
  /** What went wrong with the run itself. */
  readonly complaints: readonly { readonly subject: string; readonly diagnostic: Diagnostic }[];
}

export interface PreparedConversion extends Jobs<Converted> {
  readonly atOnce: number;
  readonly inputs: readonly Input[];
  /** The absolute path of each planned output, with the input that it is made of, as it is shown. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly record: ConversionRecord;
}

/** While the disk takes the documents of some files, the next are converted. */
const AT_ONCE = 16;

interface Job extends Planned, Settings, ConversionLists {}

/** Undefined where there were complaints. */
export async function prepareConversion(
  names: readonly string[],
  flags: ConvertFlags,
  world: World,
  complaints: Complaints,
): Promise<PreparedConversion | undefined> {
  await checkNames(flags, complaints);
  const date = sourceDate(world, complaints);
  const inputs = await transcriptionInputs(names, flags, world, complaints);
  const plans = planOutputs(inputs, flags, world.cwd, complaints);
  const findSettings = settingsFinder(world.cwd, complaints.report);
  const readLists = conversionLists(flags, world, complaints);
  const jobs: Job[] = [];
  for (const plan of plans) {
    const settings = await findSettings(plan.input.folder);
    if (settings) jobs.push({ ...plan, ...settings, ...(await readLists(settings)) });
  }
  if (complaints.failed()) return undefined;
  const decided = jobs.map(({ decisions, input }) => ({ ...input, decisions }));
  reportUnusedDecisions(decided, world.cwd, complaints);
  const record = conversionRecord(resolve(world.cwd, flags.outDir ?? flags.output ?? '-'), world);
  const outputs = new Map(plans.flatMap(({ input, output }) => (output ? [[output.file, input.shown]] : [])));
  const program = programSum();
  const { convertDocuments } = await import('../convert.js');
  const { serializeXml } = await import('../xml/serialize.js');
  const make: Make = (source, options, report) =>
    convertDocuments(source, { ...options, segments: flags.outDir === undefined ? 'report' : 'split' }, report).map(
      (document) => ({ document, xml: serializeXml(document.tei) }),
    );
  return {
    inputs,
    outputs,
    record,
    count: jobs.length,
    atOnce: AT_ONCE,
    isStandardInput: (job) => jobs[job]?.input.file === undefined,
    isLast: () => false,
    async run(number) {
      const job = jobs[number];
      if (!job) throw new RangeError(`no job ${number}`);
      const options = conversionOptions(flags, job.values, date, job);
      return convertOne(job, options, { program, outputs, record, isForced: flags.force === true, make }, world);
    },
  };
}

type Make = (
  source: Source,
  options: ConvertOptions,
  report: (diagnostic: Diagnostic) => void,
) => readonly { readonly document: ConvertedDocument; readonly xml: string }[];

interface Run {
  readonly program: string;
  readonly outputs: PreparedConversion['outputs'];
  readonly record: ConversionRecord;
  readonly isForced: boolean;
  readonly make: Make;
}

async function convertOne(job: Job, options: ConvertOptions, run: Run, world: World): Promise<Converted> {
  const { input, output, values } = job;
  const found = gatherDiagnostics(await severityFor(job, input.file));
  const complaints: { subject: string; diagnostic: Diagnostic }[] = [];
  const source = await readInput(input, world, found.report, TRANSCRIPTION);
  const path = source?.path ?? input.shown;
  const key = source ? sumOfText([run.program, output?.shown, keyOf(options, values), source.text].join('\n')) : '';
  const before = source && input.file && output && !run.isForced ? run.record.find(input.file, key) : undefined;
  if (before) return { conversion: before, documents: before.outputs.length, unchanged: true, complaints };
  const outputs: { file: string; shown: string; sum: string }[] = [];
  let documents = 0;
  let written: string | undefined;
  if (source) {
    try {
      for (const { document, xml } of run.make(source, options, found.report)) {
        const target = output && (document.name === undefined ? output : below(output, document.name));
        if (!target) {
          world.stdout.write(xml);
          documents++;
          written = '-';
        } else if (document.name !== undefined && run.outputs.has(target.file)) {
          const inputs = [input.shown, run.outputs.get(target.file) ?? ''];
          complaints.push({
            subject: target.shown,
            diagnostic: runMessages['output-shared']({ output: target.shown, inputs }),
          });
        } else {
          const bytes = Buffer.from(xml);
          const complain = (diagnostic: Diagnostic) => complaints.push({ subject: target.shown, diagnostic });
          if (!(await writeFileLater(target.file, bytes, complain))) continue;
          documents++;
          outputs.push({ ...target, sum: sumOfText(bytes) });
          written = document.name === undefined ? target.shown : dirname(target.shown);
        }
      }
    } catch (error) {
      found.report(runMessages['internal-error']({ detail: errorMessage(error) }));
    }
  }
  const diagnostics = found.list().map(ownWords);
  const report = { path, ...(written !== undefined && { output: written }), diagnostics };
  // What is on standard input or comes through a pipe cannot be read again.
  const packed = packReport(report, input.file !== undefined && isFile(input.file) ? source : undefined);
  const lines = source && input.file !== undefined && diagnostics.some(({ place }) => place) && lineTableOf(source);
  const conversion = { key, outputs, report: packed };
  return { conversion, documents, unchanged: false, complaints, ...(lines && { lines }) };
}

type Output = Exclude<Planned['output'], undefined>;

/** `out/chapter.xml` and a document's name -> `out/chapter/d15.xml`. */
function below(output: Output, name: string): Output {
  const inside = (path: string) => join(path.replace(/\.xml$/, ''), `${name}.xml`);
  return { file: inside(output.file), shown: inside(output.shown) };
}

function keyOf(options: ConvertOptions, values: Settings['values']): string {
  const { edition, ...rest } = options;
  return [
    edition && JSON.stringify(edition),
    ...Object.entries(rest).map(([name, value]) => `${name} ${sumOfData(value)}`),
    sumOfData(values),
  ].join('\n');
}
