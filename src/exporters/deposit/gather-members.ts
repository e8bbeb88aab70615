/** The files of a run -> the TEI files of a deposit, held to their schemas, in the order of where they lie; volumes that are too long are split. */
import type { Report } from '../../diagnostic/index.js';
import { placeAt } from '../../source/index.js';
import { lookForRecord } from '../archive/record.js';
import type { TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { onceEach } from '../once.js';
import type { Target } from '../targets/target.js';
import type { Around } from './around.js';
import type { Member } from './deposit-files.js';
import { memberFacts } from './member-facts.js';
import { volumeSplitter } from './split-volume.js';

export interface GatheredMembers {
  readonly members: readonly Member[];
  /** The names of the schemas that each file was held to. */
  readonly used: ReadonlyMap<Member, readonly string[]>;
}

export async function gatherMembers(
  files: readonly TeiFile[],
  target: Target,
  around: Around,
  report: Report,
): Promise<GatheredMembers> {
  const used = new Map<Member, readonly string[]>();
  const once = onceEach(report);
  const split = volumeSplitter();
  const placed = files.map((file) => ({ file, below: around.below(file) }));
  for (const { file, below } of placed.sort((a, b) => (a.below < b.below ? -1 : a.below > b.below ? 1 : 0))) {
    const { source } = file;
    const { root, size } = memberFacts.of(file);
    const encoding = around.writtenAs(file);
    if (encoding !== undefined) report(exportMessages['written-as-utf-8']({ encoding }, placeAt(source, 0)));
    const schemas = await around.validate(file, source, report);
    checkSchema(file, schemas, target, once);
    const limit = target.limits?.tei ?? Number.POSITIVE_INFINITY;
    const parts = size > limit ? split(file) : undefined;
    const common = { origin: file, place: placeAt(source, root.start, root.end), original: below };
    if (!parts) {
      used.set({ tei: file, wanted: below, ...common }, schemas);
      continue;
    }
    const frame = `${nameOf(parts[0])}.xml`;
    const facts = { target: target.name, size, limit, count: parts.length - 1, frame };
    report(exportMessages['volume-split'](facts, placeAt(source, 0)));
    const folder = below.replace(/[^/]*$/, '');
    for (const part of parts) {
      // While its text and its tree are at hand.
      memberFacts.of(part);
      lookForRecord(part);
      const wanted = `${folder}${nameOf(part)}.xml`;
      used.set({ tei: part, wanted, ...common }, await around.validate(file, part.source, report));
    }
  }
  return { members: [...used.keys()], used };
}

function nameOf(file: TeiFile | undefined): string {
  return file?.name.split('/').at(-1) ?? '';
}

function checkSchema(file: TeiFile, schemas: readonly string[], { name, schema }: Target, report: Report): void {
  if (!schema || schemas.some((used) => schema.part.test(used))) return;
  const facts = { target: name, schema: schema.name, used: schemas[0] ?? 'none' };
  report(exportMessages['schema-of-target'](facts, placeAt(file.source, 0)));
}
