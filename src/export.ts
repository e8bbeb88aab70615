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
  for await (const file of exportInPieces(exporter, input, report)) yield wholeFile(file);
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
    for await (const file of await exporter.export({ ...input, files, isAmongOthers }, report)) {
      if (!isSafePath(file.path)) report(exportMessages['path-unsafe']({ path: file.path }));
      else if (taken.has(file.path.toLowerCase())) report(exportMessages['path-shared']({ path: file.path }));
      else {
        taken.add(file.path.toLowerCase());
        yield file;
      }
    }
  }
}
