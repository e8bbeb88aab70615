/** TEI files -> what an archive takes in: files with their schema, pictures, records, README and checksums, after a look at all that it would refuse. */
import type { Report } from '../diagnostic/index.js';
import { type EditionRecord, lookForRecord, readRecord } from './archive/record.js';
import { bagTags } from './bagit.js';
import { buildDeposit } from './deposit/build-deposit.js';
import { checkHeaders, checkRecord } from './deposit/check-record.js';
import { type Deposit, type DepositFile, depositFile } from './deposit/deposit-files.js';
import { listChecksums, listNames } from './deposit/list-files.js';
import { memberFacts } from './deposit/member-facts.js';
import { targetName } from './deposit/plan-names.js';
import { MISSING_FILE, missingPictures, writeReadme } from './deposit/write-readme.js';
import { LARGEST_ZIP, zipFiles } from './deposit/zip-files.js';
import type { Exported, Exporter, ExportInput, TeiFile, WholeFile } from './exporter.js';
import { exportMessages } from './messages.js';
import * as targets from './targets/index.js';
import type { Target } from './targets/target.js';

export const deposit: Exporter = {
  name: 'deposit',
  summary: 'what an archive takes in, checked before it is written; --target names the archive',
  extension: '.zip',
  mediaType: 'application/zip',
  scope: 'corpus',
  makes: ['file', 'folder'],
  isText: false,
  look(file: TeiFile) {
    memberFacts.of(file);
    lookForRecord(file);
  },
  looksOnce: true,
  export: exportDeposit,
};

/** Nothing is made before all has been looked at. */
async function exportDeposit(input: ExportInput, report: Report): Promise<Exported> {
  const { files, settings, single, deposit: wanted } = input;
  const target = Object.values<Target>(targets).find(({ name }) => name === wanted?.target);
  if (!target || !wanted) {
    report(exportMessages['setting-missing']({ format: 'deposit', settings: ['target'] }));
    return written([], report);
  }
  const { around, outputName } = wanted;
  const record = readRecord(files, settings);
  const folder = targetName(outputName, target.nameCharacters);
  if (single && target.namesZip && folder !== outputName) {
    const names = { name: `${outputName}.zip`, better: `${folder}.zip` };
    report(exportMessages['zip-name']({ target: target.name, ...names }));
  }
  checkRecord(record, target, report);
  checkHeaders(files, target, report);
  const built = await buildDeposit(files, record, settings, target, around, report);
  const all = await withLists(built, record, settings.date);
  checkSizes(all, target, single, report);
  if (!wanted.mayWrite()) return written([], report);
  return single ? zipped(folder, all, report) : written(all, report);
}

/** With README, table of names, and checksums, or as a bag. */
async function withLists(
  built: Deposit,
  record: EditionRecord,
  date: string | undefined,
): Promise<readonly DepositFile[]> {
  const readme = await depositFile('README.txt', 'record', writeReadme(built));
  const missing = missingPictures(built);
  const lists = missing === undefined ? [] : [await depositFile(MISSING_FILE, 'record', missing)];
  const described = [readme, ...lists, ...built.files];
  const names = await depositFile('names.csv', 'record', await listNames(built.files));
  const listed = [...described, names];
  if (!built.target.isBag)
    return [...listed, await depositFile('sha256sums.txt', 'record', listChecksums(listed))].sort(byPath);
  const payload = listed.map((file) => ({ ...file, path: `data/${file.path}` })).sort(byPath);
  const tags = await bagTags(payload, record, date);
  const made = await Promise.all(tags.map(({ path, text }) => depositFile(path, 'record', text)));
  return [...made, ...payload];
}

function byPath(a: DepositFile, b: DepositFile): number {
  return a.path < b.path ? -1 : 1;
}

function checkSizes(files: readonly DepositFile[], { name, limits }: Target, single: boolean, report: Report): void {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (single && size > LARGEST_ZIP) report(exportMessages['zip-too-large']({ size, limit: LARGEST_ZIP }));
  const limit = limits?.files;
  if (!single && limit !== undefined && files.length > limit)
    report(exportMessages['too-many-files']({ target: name, count: files.length, limit }));
}

function* written(files: readonly DepositFile[], report: Report): Generator<WholeFile> {
  for (const { path, read } of files) {
    const content = read(report);
    if (content) yield { path, content };
  }
}

async function zipped(folder: string, files: readonly DepositFile[], report: Report): Promise<Exported> {
  return [{ path: `${folder}.zip`, content: await zipFiles(folder, written(files, report)) }];
}
