/** Files that are exported each by itself -> all that they become in a folder, made by one thread or several: whole, or not at all. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import { exportMessages } from '../exporters/messages.js';
import type { Complaints } from './complaints.js';
import { type ExportedAlone, exportJobs } from './export-jobs.js';
import type { Input } from './inputs.js';
import { INTERRUPTED, interruptionOf } from './interruption.js';
import { unpackReport } from './pack-report.js';
import type { ExportFlags, PreparedExport } from './prepare-export.js';
import { progressOf } from './progress.js';
import { rereadSource } from './reread.js';
import type { World } from './world.js';
import { checkInputs } from './write-exports.js';
import { openFolder } from './write-folder.js';

/** A thread has to be begun, and to learn the program: what takes less is done by those that there are. */
const WORTH_A_THREAD = 3 * 1024 * 1024;

export function threadsWorth(wanted: number, inputs: readonly Input[]): number {
  return Math.min(wanted, inputs.length, 1 + Math.floor(sizeOf(inputs) / WORTH_A_THREAD));
}

/** `report` takes what the exporter has to say, in the order of the files. */
export async function exportAlone(
  prepared: PreparedExport,
  names: readonly string[],
  flags: ExportFlags,
  world: World,
  report: Report,
  findings: Complaints,
  complaints: Complaints,
): Promise<void> {
  const { inputs } = prepared;
  const outDir = flags.outDir ?? '';
  const folder = openFolder(resolve(world.cwd, outDir), (diagnostic) => complaints.report(outDir, diagnostic));
  try {
    const { temporary } = folder;
    // Asked for first: what is begun is taken away.
    const interruption = interruptionOf(world);
    if (!folder.begin()) return;
    const made = exportJobs(prepared, flags, temporary, world);
    const jobs = { ...made, isLast: (result: ExportedAlone) => made.isLast(result) || interruption.aborted() };
    const done: ExportedAlone[] = [];
    const progress = progressOf(jobs.count, 'exporting', world);
    const see = (job: number, result: ExportedAlone) => {
      done[job] = result;
      progress.step();
    };
    const threads = threadsWorth(flags.threads, inputs);
    if (threads > 1) {
      const { runInThreads } = await import('./threads.js');
      await runInThreads(jobs, { command: 'export', names, flags, temporary }, threads, world, see);
    } else
      for (let job = 0; job < jobs.count; job++) {
        const result = await jobs.run(job);
        see(job, result);
        if (jobs.isLast(result) || (await interruption.isOver())) break;
      }
    progress.end();
    if (await interruption.isOver()) {
      complaints.report(outDir, INTERRUPTED);
      return;
    }
    const [unwritten] = done.flatMap((result) => result.unwritten);
    if (unwritten) complaints.report(outDir, unwritten);
    else if (sayAll(done, inputs, report, findings)) {
      for (const { paths } of done) folder.take(paths);
      checkInputs(inputs, folder, complaints);
      if (!complaints.failed()) folder.finish();
    }
  } finally {
    folder.close();
  }
}

/** Answers whether what was made may be kept. Where a file could not be read, nothing else is said. */
function sayAll(
  done: readonly ExportedAlone[],
  inputs: readonly Input[],
  report: Report,
  findings: Complaints,
): boolean {
  const unpacked = (packed: ExportedAlone['read'], input: Input) => {
    const { file, shown } = input;
    return unpackReport(packed, file === undefined ? undefined : rereadSource(file, shown)).diagnostics;
  };
  const all = inputs.flatMap((input, job) => {
    const result = done[job];
    return result ? [{ input, result }] : [];
  });
  for (const { input, result } of all)
    for (const diagnostic of unpacked(result.read, input)) findings.report(input.shown, diagnostic);
  if (findings.failed()) return false;
  const taken = new Set<string>();
  for (const { input, result } of all) {
    for (const diagnostic of unpacked(result.said, input)) report(diagnostic);
    for (const path of result.paths) {
      if (taken.has(path.toLowerCase())) report(exportMessages['path-shared']({ path }));
      taken.add(path.toLowerCase());
    }
  }
  return !findings.failed();
}

function sizeOf(inputs: readonly Input[]): number {
  return inputs.reduce(
    (sum, { file }) => sum + (file === undefined ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)),
    0,
  );
}
