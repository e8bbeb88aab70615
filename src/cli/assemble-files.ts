/** Transcriptions -> the TEI of a whole volume in one file: `teiscribe convert --assemble`. */
import { basename, dirname, extname, resolve } from 'node:path';
import type { Authority } from '../authority/index.js';
import { assembleVolume, type ConvertedDocument, convertDocuments } from '../convert.js';
import { type Gathered, gatherDiagnostics } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import type { Source } from '../source/index.js';
import { serializeXml } from '../xml/serialize.js';
import { authorityReader } from './authority-files.js';
import { type Complaints, PROGRAM } from './complaints.js';
import { conversionOptions, sourceDate } from './conversion-options.js';
import type { ConvertFlags } from './convert-files.js';
import { decisionsReader } from './decisions-file.js';
import { settingsFinder } from './edition-file.js';
import { findInputs, type Input } from './inputs.js';
import { runMessages } from './messages.js';
import { checkNames } from './names.js';
import { progressOf } from './progress.js';
import { readInput, TRANSCRIPTION } from './read-file.js';
import { targetsReader } from './targets-files.js';
import type { World } from './world.js';
import { writeFile } from './write-file.js';

export interface Assembled {
  readonly reports: readonly FileReport[];
  readonly documents: number;
}

/** Settings, lists and header are those of the first file. Undefined where there were complaints. */
export async function assembleFiles(
  names: readonly string[],
  flags: ConvertFlags,
  world: World,
  complaints: Complaints,
): Promise<Assembled | undefined> {
  await checkNames(flags, complaints);
  const date = sourceDate(world, complaints);
  const question = { extensions: ['.txt'], cwd: world.cwd, stdinName: flags.stdinName };
  const inputs = await findInputs(names, question, complaints.report);
  const [first] = inputs;
  const settings = first && (await settingsFinder(world.cwd, complaints.report)(first.folder));
  const authority: Authority | undefined = settings && (await authorityReader(flags, world, complaints)(settings));
  const targets = settings && (await targetsReader(flags, world, complaints)(settings));
  if (!first || !settings || complaints.failed()) return undefined;
  const decisions = await decisionsReader(flags, world, complaints)(settings);
  if (complaints.failed()) return undefined;
  const base = conversionOptions(flags, settings.values, date, authority, targets);
  const options = decisions ? { ...base, decisions } : base;
  const progress = progressOf(inputs.length, 'converting', world);
  const documents: (ConvertedDocument & { readonly chapter?: string; readonly file: string })[] = [];
  const files: { readonly path: string; readonly source: Source | undefined; readonly found: Gathered }[] = [];
  const shown = flags.output ?? '-';
  for (const input of inputs) {
    const gathered = gatherDiagnostics(settings.values.severity);
    const { report } = gathered;
    const source = await readInput(input, world, report, TRANSCRIPTION);
    const found = source
      ? convertDocuments(source, { ...options, segments: 'split', layout: false, rules: false }, report)
      : [];
    const chapter = chapterOf(input, found.length > 1 && inputs.length > 1);
    for (const document of found) {
      documents.push({ ...document, file: input.below, ...(chapter !== undefined && { chapter }) });
    }
    files.push({ path: source?.path ?? input.shown, source, found: gathered });
    progress.step();
  }
  progress.end();
  const title = basename(shown === '-' ? first.below : shown).replace(/\.[^.]*$/, '');
  const volume = assembleVolume(documents, title, options, (diagnostic) => {
    const file = files.find(({ source }) => source === diagnostic.place?.source) ?? files[0];
    file?.found.report(diagnostic);
  });
  if (!volume) complaints.report(PROGRAM, runMessages['nothing-to-assemble']({}));
  else if (shown === '-') world.stdout.write(serializeXml(volume));
  else {
    const file = resolve(world.cwd, shown);
    const inputFile = inputs.find((input) => input.file === file);
    if (inputFile) complaints.report(PROGRAM, runMessages['output-is-input']({ output: shown }));
    else writeFile(file, serializeXml(volume), (diagnostic) => complaints.report(shown, diagnostic));
  }
  const reports = files.map(({ path, source, found }) => ({
    path,
    ...(source && { output: shown }),
    diagnostics: found.list(),
  }));
  return { reports, documents: documents.length };
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
