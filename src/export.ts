/** TEI files -> files of another format: settings that are needed, the exporter, and names that are safe to write. */
import type { Report } from './diagnostic/index.js';
import type { ExportedFile, Exporter, ExportInput, WholeFile } from './exporters/exporter.js';
import { exportMessages } from './exporters/messages.js';
import { isSafePath } from './exporters/safe-name.js';
import { wholeFile } from './exporters/whole-file.js';

/**
 * In: an exporter, and what it is to export. Out: the files, one after another as they are made. What a format cannot
 * carry is reported; where an error is reported, what was made is not to be kept.
 */
export async function* exportTei(exporter: Exporter, input: ExportInput, report: Report): AsyncGenerator<WholeFile> {
  const pieces = new Map<string, (string | Uint8Array)[]>();
  for await (const { path, content, isMore } of exportInPieces(exporter, input, report)) {
    const whole = wholeFile({ path, content });
    const begun = pieces.get(path);
    if (isMore === undefined) yield whole;
    else if (begun) begun.push(whole.content);
    else pieces.set(path, [whole.content]);
  }
  for (const [path, content] of pieces) yield wholeFile({ path, content });
}

/** The same, with long texts in pieces. */
export async function* exportInPieces(
  exporter: Exporter,
  input: ExportInput,
  report: Report,
): AsyncGenerator<ExportedFile> {
  const missing = (exporter.needs ?? []).filter((name) => {
    const value = input.settings[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  if (missing.length > 0) {
    report(exportMessages['setting-missing']({ format: exporter.name, settings: missing }));
    return;
  }
  const taken = new Set<string>();
  const groups = exporter.scope === 'corpus' ? [input.files] : input.files.map((file) => [file]);
  const isAmongOthers = input.isAmongOthers ?? input.files.length > 1;
  for (const files of groups) {
    for await (const file of await exporter.export({ ...input, files, isAmongOthers }, report))
      if (isGoodPath(file, taken, report)) yield file;
  }
}

/** In: a file that was made, and the paths of those that were made before, which it joins. */
export function isGoodPath(
  { path, isMore }: Pick<ExportedFile, 'path' | 'isMore'>,
  taken: Set<string>,
  report: Report,
): boolean {
  const isSafe = isSafePath(path);
  if (!isSafe) report(exportMessages['path-unsafe']({ path }));
  else if (taken.has(path.toLowerCase()) && isMore !== true) report(exportMessages['path-shared']({ path }));
  else {
    taken.add(path.toLowerCase());
    return true;
  }
  return false;
}
