/** Files that are exported each by itself -> jobs: one reads a file, makes what comes of it, and writes that below a folder. */
import type { Diagnostic } from '../diagnostic/index.js';
import { besideReader } from './find-beside.js';
import { type PackedReport, packReport } from './pack-report.js';
import type { ExportFlags, PreparedExport } from './prepare-export.js';
import { readInput } from './read-file.js';
import { readPackaged } from './read-packaged.js';
import { errorCode } from './reason.js';
import { exportedName } from './tei-files.js';
import type { Jobs } from './threads.js';
import { unwritable } from './unwritable.js';
import type { World } from './world.js';
import { writeBelow } from './write-folder.js';

/** What came of one file. */
export interface ExportedAlone {
  /** What was written. */
  readonly paths: readonly string[];
  /** What is wrong with the file as it was read. */
  readonly read: PackedReport;
  /** What the exporter has to say. */
  readonly said: PackedReport;
  /** Why something could not be written. */
  readonly unwritten: readonly Diagnostic[];
}

/** `folder` is that which is written below. */
export function exportJobs(
  { exporter, inputs, settings }: PreparedExport,
  { profile }: ExportFlags,
  folder: string,
  world: World,
): Jobs<ExportedAlone> {
  return {
    count: inputs.length,
    isStandardInput: (job) => inputs[job]?.file === undefined,
    isLast: ({ unwritten }) => unwritten.length > 0,
    async run(job) {
      const input = inputs[job];
      if (!input) throw new RangeError(`no job ${job}`);
      const [{ readTeiFile }, { exportInPieces }] = await Promise.all([
        import('../exporters/read-tei-file.js'),
        import('../export.js'),
      ]);
      const read: Diagnostic[] = [];
      const said: Diagnostic[] = [];
      const unwritten: Diagnostic[] = [];
      const paths: string[] = [];
      const source = await readInput(input, world, (diagnostic) => read.push(diagnostic));
      const tei = source && readTeiFile(source, (diagnostic) => read.push(diagnostic));
      if (tei) {
        const file = { path: input.shown, name: exportedName(input), tei, source };
        const readBeside = besideReader([file], [input]);
        const { values } = settings;
        const isAmongOthers = inputs.length > 1;
        const asked = {
          files: [file],
          isAmongOthers,
          settings: values,
          single: false,
          readPackaged,
          readBeside,
          profile,
        };
        for await (const made of exportInPieces(exporter, asked, (diagnostic) => said.push(diagnostic))) {
          try {
            writeBelow(folder, made);
          } catch (error) {
            // That two files make one of the same path is seen when all is there.
            if (errorCode(error) !== 'EEXIST') unwritten.push(unwritable(error));
          }
          paths.push(made.path);
          if (unwritten.length > 0) break;
        }
      }
      // What is in a file can be read again.
      const atHand = input.file === undefined ? undefined : source;
      const packed = (diagnostics: readonly Diagnostic[]) => packReport({ path: input.shown, diagnostics }, atHand);
      return { paths, read: packed(read), said: packed(said), unwritten };
    },
  };
}
