/** Files as they are made -> one file, standard output, or a folder: whole, or not at all. */
import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/index.js';
import type { ExportedFile } from '../exporters/exporter.js';
import { type Complaints, PROGRAM } from './complaints.js';
import type { Input } from './inputs.js';
import { INTERRUPTED, interruptionOf } from './interruption.js';
import { runMessages } from './messages.js';
import type { Progress } from './progress.js';
import type { World } from './world.js';
import { piecesOf } from './write-content.js';
import { writeFileInPieces } from './write-file.js';
import { type FolderWriter, openFolder } from './write-folder.js';

/** One file, to where `-o` says, or to standard output. */
export async function writeSingle(
  made: AsyncIterable<ExportedFile>,
  output: string | undefined,
  world: World,
  findings: Complaints,
  complaints: Complaints,
): Promise<void> {
  const files: ExportedFile[] = [];
  for await (const file of made) files.push(file);
  const [file] = files;
  if (!file || findings.failed()) return;
  const { content } = file;
  if (output !== undefined && output !== '-') {
    const report = (diagnostic: Diagnostic) => complaints.report(output, diagnostic);
    const { isOver, aborted } = interruptionOf(world);
    await writeFileInPieces(resolve(world.cwd, output), content, report, isOver, () => !findings.failed());
    if (aborted()) report(INTERRUPTED);
    return;
  }
  for (const piece of piecesOf(content))
    world.stdout.write(typeof piece === 'string' ? piece : new TextDecoder().decode(piece));
}

/** All below a folder, or nothing. */
export async function writeAll(
  made: AsyncIterable<ExportedFile>,
  outDir: string,
  inputs: readonly Input[],
  world: World,
  progress: Progress,
  findings: Complaints,
  complaints: Complaints,
  isAlone = false,
): Promise<void> {
  const interruption = interruptionOf(world);
  const folder = openFolder(resolve(world.cwd, outDir), (diagnostic) => complaints.report(outDir, diagnostic));
  try {
    for await (const file of made) {
      if (!folder.write(file)) return;
      progress.step();
      if (!(await interruption.isOver())) continue;
      complaints.report(outDir, INTERRUPTED);
      return;
    }
    progress.end();
    checkInputs(inputs, folder, complaints);
    if (isAlone && !findings.failed()) checkAlone(resolve(world.cwd, outDir), folder, outDir, complaints);
    if (!findings.failed() && !complaints.failed()) folder.finish();
  } finally {
    progress.end();
    folder.close();
  }
}

/** No input is written over. */
export function checkInputs(inputs: readonly Input[], folder: FolderWriter, complaints: Complaints): void {
  const input = inputs.find(({ file }) => file !== undefined && folder.has(file));
  if (input) complaints.report(PROGRAM, runMessages['output-is-input']({ output: input.shown }));
}

/** What is there beside the files that are written would be taken for a part of them. */
function checkAlone(path: string, folder: FolderWriter, outDir: string, complaints: Complaints): void {
  const others = folder.others().map((file) => relative(path, file).replaceAll('\\', '/'));
  const [first] = others.sort();
  if (first !== undefined)
    complaints.report(outDir, runMessages['folder-holds-others']({ count: others.length, first }));
}
