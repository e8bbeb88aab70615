/** TEI files, and what lies around them -> all files of a deposit but its lists; what the target would refuse is reported. */
import type { Report } from '../../diagnostic/index.js';
import { sha256 } from '../archive/payload.js';
import type { EditionRecord } from '../archive/record.js';
import type { ExportSettings, TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import type { Target } from '../targets/target.js';
import type { Around, FileAround } from './around.js';
import { type Deposit, type DepositFile, depositFile, type PlacedMember } from './deposit-files.js';
import { followPointers } from './follow-pointers.js';
import { gatherMembers } from './gather-members.js';
import { gatherSchemas } from './gather-schemas.js';
import { makeRecords } from './make-records.js';
import { memberFacts } from './member-facts.js';
import { pictureFormats, type ReadPictureFormat } from './picture-format.js';
import { placeMembers } from './place-members.js';
import { targetName } from './plan-names.js';
import { rewriteMember } from './rewrite-member.js';

const NO_MODELS = { hrefs: new Map<string, string>(), added: [] };

export async function buildDeposit(
  files: readonly TeiFile[],
  record: EditionRecord,
  settings: ExportSettings,
  target: Target,
  around: Around,
  report: Report,
): Promise<Deposit> {
  const edition = nameOfEdition(record, target);
  const gathered = await gatherMembers(files, target, around, report);
  const formatOf = await pictureFormats();
  const followed = followPointers(gathered.members, target, around, formatOf, report);
  const placed = placeMembers(gathered.members, followed, target, edition);
  const used = new Map(
    placed.members.map((member) => [member, gathered.used.get(placed.from.get(member) ?? member) ?? []] as const),
  );
  const schemas = await gatherSchemas(placed.members, used, target, edition, around, report);
  const members: PlacedMember[] = [];
  const teiFiles: DepositFile[] = [];
  for (const member of placed.members) {
    const models = schemas.models.get(member) ?? NO_MODELS;
    const words = placed.words.get(member) ?? [];
    const made = await rewriteMember(member, { words, models, written: memberFacts.of(member.tei).models }, report);
    members.push(made.member);
    teiFiles.push(made.file);
  }
  checkSizes(teiFiles, members, target, report);
  const pictures: DepositFile[] = [];
  // One after another: all of them together may be more than memory holds.
  for (const [file, path] of placed.pictures) pictures.push(await pictureFile(file, path, formatOf, report));
  const records = await makeRecords(
    members.map(({ tei }) => tei),
    settings,
    record,
    target,
    report,
  );
  const { missing } = followed;
  const built = { target, edition, record, members, missing };
  const whole: Deposit = { ...built, files: [...teiFiles, ...schemas.files, ...pictures, ...records] };
  const described = target.describe?.(whole, report) ?? [];
  const more = await Promise.all(described.map(({ path, content }) => depositFile(path, 'record', content)));
  const result = { ...whole, files: [...whole.files, ...more] };
  reportRenamed(result, report);
  return result;
}

/** A short name: it may stand in every path. */
function nameOfEdition({ title = '' }: EditionRecord, { nameCharacters }: Target): string {
  return targetName(title.slice(0, 40), nameCharacters.replace('.', '')) || 'edition';
}

function checkSizes(
  files: readonly DepositFile[],
  members: readonly PlacedMember[],
  { name, limits }: Target,
  report: Report,
): void {
  const limit = limits?.tei;
  if (limit === undefined) return;
  files.forEach(({ path, size }, i) => {
    const place = members[i]?.place;
    if (size > limit) report(exportMessages['file-too-large']({ target: name, path, size, limit }, place));
  });
}

async function pictureFile(
  file: FileAround,
  path: string,
  formatOf: ReadPictureFormat,
  report: Report,
): Promise<DepositFile> {
  const bytes = file.read(report) ?? new Uint8Array();
  return {
    path,
    kind: 'picture',
    original: file.path,
    mediaType: formatOf(file.start)?.mediaType,
    size: bytes.length,
    sha256: await sha256(bytes),
    read: file.read,
  };
}

/** Folders are the target's own; names are those of people. */
function reportRenamed({ files }: Deposit, report: Report): void {
  const given = files.filter(({ original, kind }) => original !== '' && kind !== 'schema');
  const base = (path: string) => path.split('/').at(-1) ?? path;
  const renamed = given.filter(({ path, original }) => base(path) !== base(original));
  const [first] = renamed;
  if (!first) return;
  const counts = { count: renamed.length, total: given.length };
  report(exportMessages['file-renamed']({ ...counts, first: first.original, now: first.path }));
}
