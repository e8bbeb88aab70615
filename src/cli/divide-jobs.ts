/** The TEI files of a format whose pages are made file by file -> jobs: one makes the pages of a file, and writes them below a folder. */
import type { Diagnostic } from '../diagnostic/index.js';
import type { Division, FilePart } from '../exporters/division.js';
import type { ExportInput, TeiFile } from '../exporters/exporter.js';
import { onceEach } from '../exporters/once.js';
import { type NamedPicture, namedPictures } from '../exporters/pictures/named-pictures.js';
import { readTeiFile } from '../exporters/read-tei-file.js';
import { type FileFacts, fileFacts } from '../exporters/reading/index.js';
import { complaintsTo } from './complaints.js';
import { besideReader } from './find-beside.js';
import type { Input } from './inputs.js';
import { type PackedReport, packReport } from './pack-report.js';
import type { ExportFlags, PreparedExport } from './prepare-export.js';
import { readPackaged } from './read-packaged.js';
import { FileChanged, HELD, treeShelf } from './tei-files.js';
import type { Jobs } from './threads.js';
import { unwritable } from './unwritable.js';
import type { World } from './world.js';
import { writeBelow } from './write-folder.js';

/** What a thread is told of a file that another has read. */
export interface KnownFile {
  readonly stamp: string;
  readonly facts: FileFacts;
  readonly pictures: readonly NamedPicture[];
}

/** What came of one file. */
export interface DividedPart {
  /** Undefined where something went wrong. */
  readonly part: FilePart | undefined;
  /** What was written. */
  readonly paths: readonly string[];
  readonly said: PackedReport;
  readonly unwritten: readonly Diagnostic[];
  /** Whether the file is no longer what it was. */
  readonly isChanged: boolean;
}

/** In: the files and their inputs in the same order, and the folder that is written below. */
export function divideJobs(
  { pages }: Division,
  files: readonly TeiFile[],
  inputs: readonly Input[],
  temporary: string,
): Jobs<DividedPart> {
  return {
    count: files.length,
    isStandardInput: (job) => inputs[job]?.file === undefined,
    isLast: ({ part }) => part === undefined,
    async run(job) {
      const [file, input] = [files[job], inputs[job]];
      if (!file || !input) throw new RangeError(`no job ${job}`);
      const said: Diagnostic[] = [];
      const paths: string[] = [];
      const unwritten: Diagnostic[] = [];
      let part: FilePart | undefined;
      let isChanged = false;
      try {
        const made = pages(
          file,
          onceEach((diagnostic) => said.push(diagnostic)),
        );
        for (const each of made.files) {
          try {
            writeBelow(temporary, each);
          } catch (error) {
            unwritten.push(unwritable(error));
            break;
          }
          paths.push(each.path);
        }
        if (unwritten.length === 0) part = made.part();
      } catch (error) {
        if (!(error instanceof FileChanged)) throw error;
        isChanged = true;
      }
      const atHand = input.file === undefined ? undefined : file.source;
      return {
        part,
        paths,
        said: packReport({ path: input.shown, diagnostics: said }, atHand),
        unwritten,
        isChanged,
      };
    },
  };
}

/** What another thread prepares of the same arguments: no tree is read before its pages are made. */
export async function divideInThread(
  prepared: PreparedExport | undefined,
  { profile, outDir }: ExportFlags,
  known: readonly KnownFile[],
  temporary: string,
  world: World,
): Promise<Jobs<DividedPart> | undefined> {
  if (!prepared) return undefined;
  const { exporter, inputs, settings } = prepared;
  const shelf = treeShelf(HELD, (source, say) => readTeiFile(source, say), complaintsTo(world));
  const files = inputs.flatMap((input, i) => {
    const { stamp = '', facts, pictures } = known[i] ?? {};
    const file = shelf.add(input, stamp, undefined, () => undefined);
    if (!file || !facts || !pictures) return [];
    fileFacts.keep(file, facts);
    namedPictures.keep(file, pictures);
    return [file];
  });
  const readBeside = besideReader(files, inputs);
  const single = outDir === undefined;
  const input: ExportInput = { files, settings: settings.values, single, readPackaged, readBeside, profile };
  const division = await exporter.divide?.(input);
  return division && divideJobs(division, files, inputs, temporary);
}
