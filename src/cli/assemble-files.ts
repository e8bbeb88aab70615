/** Transcriptions -> the TEI of a whole volume in one file: `teiscribe convert --assemble`. */
import { basename, dirname, extname, resolve } from 'node:path';
import { assembleVolume, type ConvertedDocument, type ConvertOptions, convertDocuments } from '../convert.js';
import { type Gathered, gatherDiagnostics } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import type { Source } from '../source/index.js';
import { serializeXml } from '../xml/serialize.js';
import { type Complaints, PROGRAM } from './complaints.js';
import { conversionLists } from './conversion-lists.js';
import { conversionOptions, sourceDate } from './conversion-options.js';
import type { ConvertFlags } from './convert-files.js';
import { type Settings, settingsFinder } from './edition-file.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkNames, checkNotEmpty } from './names.js';
import { checkOthers } from './other-settings.js';
import { checkReports, type ReporterRequest } from './present.js';
import { progressOf } from './progress.js';
import { readInput, TRANSCRIPTION } from './read-file.js';
import { severityFor } from './severity.js';
import { transcriptionInputs } from './transcription-inputs.js';
import { reportUnusedDecisions } from './unused-decisions.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

export interface Assembled {
  readonly reports: readonly FileReport[];
  readonly documents: number;
}

/** A transcription, and what was found in it. */
interface ReadFile {
  readonly path: string;
  readonly source: Source | undefined;
  readonly found: Gathered;
}

type VolumePart = ConvertedDocument & { readonly chapter?: string; readonly file: string };

/**
 * In: the arguments and flags as they were given, and where findings go. Settings, lists and header are those of the first file. Undefined
 * where there were complaints before anything was done.
 */
export async function assembleFiles(
  names: readonly string[],
  flags: ConvertFlags,
  requests: readonly ReporterRequest[],
  world: World,
  complaints: Complaints,
): Promise<Assembled | undefined> {
  await checkNames(flags, complaints);
  const date = sourceDate(world, complaints);
  const inputs = await transcriptionInputs(names, flags, world, complaints);
  const output = outputOf(inputs, flags, world, complaints);
  checkReports(requests, filesOf(inputs), output.file === undefined ? [] : [output.file], world, complaints);
  const [first] = inputs;
  const settings = first && (await settingsFinder(world.cwd, complaints.report)(first.folder));
  const lists = settings && (await conversionLists(flags, world, complaints)(settings));
  if (!first || !settings || complaints.failed()) return undefined;
  checkOthers(inputs, settings, 'assemble', world, complaints);
  const decided = inputs.map((input) => ({ ...input, decisions: lists?.decisions }));
  reportUnusedDecisions(decided, world.cwd, complaints);
  const options = conversionOptions(flags, settings.values, date, lists);
  const { documents, files } = await readDocuments(inputs, settings, options, world);
  const title = basename(output.file === undefined ? first.below : output.shown).replace(/\.[^.]*$/, '');
  const found = new Map(files.flatMap(({ source, found }) => (source ? [[source, found]] : [])));
  const volume = assembleVolume(documents, title, options, (diagnostic) => {
    const of = diagnostic.place && found.get(diagnostic.place.source);
    (of ?? files[0]?.found)?.report(diagnostic);
  });
  if (!volume) complaints.report(PROGRAM, runMessages['nothing-to-assemble']({}));
  else if (output.file === undefined) world.stdout.write(serializeXml(volume));
  else writeFile(output.file, serializeXml(volume), (diagnostic) => complaints.report(output.shown, diagnostic));
  const reports = files.map(({ path, source, found }) => ({
    path,
    ...(source && { output: output.shown }),
    diagnostics: found.list(),
  }));
  return { reports, documents: documents.length };
}

/** Where the volume goes; without a file, to standard output. It takes the place of no input. */
function outputOf(
  inputs: readonly Input[],
  { output = '-' }: ConvertFlags,
  { cwd }: World,
  complaints: Complaints,
): { readonly file: string | undefined; readonly shown: string } {
  checkNotEmpty({ '--output': output }, complaints);
  const file = output === '-' ? undefined : resolve(cwd, output);
  if (file !== undefined && filesOf(inputs).includes(file))
    complaints.report(PROGRAM, runMessages['output-is-input']({ output }));
  return { file, shown: output };
}

function filesOf(inputs: readonly Input[]): readonly (string | undefined)[] {
  return inputs.map(({ file }) => file);
}

/** Converts each file; the rules are for the volume. */
async function readDocuments(
  inputs: readonly Input[],
  settings: Settings,
  options: ConvertOptions,
  world: World,
): Promise<{ readonly documents: readonly VolumePart[]; readonly files: readonly ReadFile[] }> {
  const progress = progressOf(inputs.length, 'converting', world);
  const documents: VolumePart[] = [];
  const files: ReadFile[] = [];
  for (const input of inputs) {
    const found = gatherDiagnostics(await severityFor(settings, input.file));
    const source = await readInput(input, world, found.report, TRANSCRIPTION);
    const converted = source
      ? convertDocuments(source, { ...options, segments: 'split', layout: false, rules: false }, found.report)
      : [];
    const chapter = chapterOf(input, converted.length > 1 && inputs.length > 1);
    for (const document of converted)
      documents.push({ ...document, file: input.below, ...(chapter !== undefined && { chapter }) });
    files.push({ path: source?.path ?? input.shown, source, found });
    progress.step();
  }
  progress.end();
  return { documents, files };
}

/** A folder inside the folder that was given is a chapter; so is one of several files that each hold several documents. */
function chapterOf({ below }: Input, isChapter: boolean): string | undefined {
  const folder = dirname(below);
  if (folder !== '.') return spoken(folder);
  return isChapter ? spoken(basename(below, extname(below))) : undefined;
}

function spoken(name: string): string {
  return name.replace(/[_\s]+/g, ' ').replaceAll('/', ': ');
}
