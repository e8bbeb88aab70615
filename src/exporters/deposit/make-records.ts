/** A deposit -> the records that its target reads, each by the exporter of that name. */
import type { Diagnostic, Report } from '../../diagnostic/index.js';
import type { EditionRecord } from '../archive/record.js';
import type { ExportSettings, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import type { Target } from '../targets/target.js';
import { wholeFile } from '../whole-file.js';
import { type DepositFile, depositFile } from './deposit-files.js';

/** A record that lacks a setting which the target does not need is left out, and that is said. */
export async function makeRecords(
  files: readonly TeiFile[],
  settings: ExportSettings,
  record: EditionRecord,
  { records }: Target,
  report: Report,
): Promise<readonly DepositFile[]> {
  const made: DepositFile[] = [];
  // What was read from all files holds for the records of their parts, too.
  const known: ExportSettings = { ...settings, ...settled(record) };
  for (const { exporter, folder, isWhole = false } of records) {
    const exported = await exporter.export({ files, settings: known, single: !isWhole }, (diagnostic: Diagnostic) => {
      // That the text is not in a record goes without saying: it is beside it.
      if (diagnostic.code === 'export/dropped') return;
      if (diagnostic.code !== 'export/setting-missing') report(diagnostic);
      else report(exportMessages['record-left-out']({ record: exporter.name, why: diagnostic.message }));
    });
    for await (const file of exported) {
      const { path, content } = wholeFile(file);
      made.push(await depositFile(folder === undefined ? path : `${folder}/${path}`, 'record', content));
    }
  }
  return made;
}

function settled({ title }: EditionRecord): ExportSettings {
  return title === undefined ? {} : { title };
}
