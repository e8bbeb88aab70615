/** TEI files -> a format whose pages are made file by file, by several threads: the same bytes, and the same said, as by one. */
import { resolve } from 'node:path';
import type { Report } from '../diagnostic/index.js';
import { isGoodPath } from '../export.js';
import type { Division } from '../exporters/division.js';
import type { ExportedFile, TeiFile } from '../exporters/exporter.js';
import { onceEach } from '../exporters/once.js';
import { namedPictures } from '../exporters/pictures/named-pictures.js';
import { fileFacts } from '../exporters/reading/index.js';
import type { Complaints } from './complaints.js';
import { type DividedPart, divideJobs } from './divide-jobs.js';
import type { Input } from './inputs.js';
import { INTERRUPTED, interruptionOf } from './interruption.js';
import { runMessages } from './messages.js';
import { unpackReport } from './pack-report.js';
import type { ExportFlags } from './prepare-export.js';
import { progressOf } from './progress.js';
import { rereadSource } from './reread.js';
import { stampOf } from './tei-files.js';
import { runInThreads } from './threads.js';
import type { World } from './world.js';
import { checkInputs, writeSingle } from './write-exports.js';
import { openFolder } from './write-folder.js';

export interface DividedRun {
  readonly division: Division;
  readonly files: readonly TeiFile[];
  readonly inputs: readonly Input[];
  readonly names: readonly string[];
  readonly flags: ExportFlags;
  readonly threads: number;
}

export async function exportDividedInThreads(
  run: DividedRun,
  world: World,
  report: Report,
  findings: Complaints,
  complaints: Complaints,
): Promise<void> {
  const { files, inputs, flags, division } = run;
  const { outDir } = flags;
  const once = onceEach(report);
  if (outDir === undefined) {
    const done = await makeParts(run, '', world);
    if (sayAll(done, inputs, '', once, complaints))
      await writeSingle(gathered(division, files, done, once), flags.output, world, findings, complaints);
    return;
  }
  const folder = openFolder(resolve(world.cwd, outDir), (diagnostic) => complaints.report(outDir, diagnostic));
  try {
    // Asked for first: what is begun is taken away.
    const interruption = interruptionOf(world);
    if (!folder.begin()) return;
    const done = await makeParts(run, folder.temporary, world, interruption.aborted);
    if (await interruption.isOver()) {
      complaints.report(outDir, INTERRUPTED);
      return;
    }
    if (!sayAll(done, inputs, outDir, once, complaints)) return;
    const taken = new Set<string>();
    for (const { paths } of done) folder.take(paths.filter((path) => isGoodPath({ path }, taken, report)));
    for await (const file of gathered(division, files, done, once))
      if (isGoodPath(file, taken, report) && !folder.write(file)) return;
    checkInputs(inputs, folder, complaints);
    if (!findings.failed() && !complaints.failed()) folder.finish();
  } finally {
    folder.close();
  }
}

async function makeParts(
  { division, files, inputs, names, flags, threads }: DividedRun,
  temporary: string,
  world: World,
  aborted: () => boolean = () => false,
): Promise<readonly DividedPart[]> {
  const made = divideJobs(division, files, inputs, temporary);
  const jobs = { ...made, isLast: (part: DividedPart) => made.isLast(part) || aborted() };
  const known = files.map((file, i) => {
    const input = inputs[i];
    return { stamp: input ? stampOf(input) : '', facts: fileFacts.of(file), pictures: namedPictures.of(file) };
  });
  const progress = progressOf(jobs.count, 'exporting', world);
  const done: DividedPart[] = [];
  const task = { command: 'divide' as const, names, flags, temporary, known };
  await runInThreads(jobs, task, threads, world, (job, part) => {
    done[job] = part;
    progress.step();
  });
  progress.end();
  return done.filter((each) => each !== undefined);
}

/** Answers whether all is there. */
function sayAll(
  done: readonly DividedPart[],
  inputs: readonly Input[],
  outDir: string,
  report: Report,
  complaints: Complaints,
): boolean {
  done.forEach(({ said, unwritten: [unwritten], isChanged }, i) => {
    const { file, shown = '' } = inputs[i] ?? {};
    if (unwritten) complaints.report(outDir, unwritten);
    if (isChanged) complaints.report(shown, runMessages['file-changed']({}));
    const source = file === undefined ? undefined : rereadSource(file, shown);
    if (!complaints.failed()) for (const diagnostic of unpackReport(said, source).diagnostics) report(diagnostic);
  });
  return !complaints.failed() && done.length === inputs.length;
}

async function* gathered(
  division: Division,
  files: readonly TeiFile[],
  done: readonly DividedPart[],
  report: Report,
): AsyncGenerator<ExportedFile> {
  const gatherer = division.gather(report);
  for (const [i, file] of files.entries()) {
    const part = done[i]?.part;
    if (part) yield* await gatherer.add(file, part);
  }
  yield* gatherer.end();
}
