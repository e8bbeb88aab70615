/** The files of a run -> the TEI files of a deposit, held to their schemas, in the order of where they lie; volumes that are too long are split. */
import type { Report } from '../../diagnostic/index.js';
import { placeAt } from '../../source/index.js';
import { utf8 } from '../archive/payload.js';
import type { TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { onceEach } from '../once.js';
import type { Target } from '../targets/target.js';
import type { Around } from './around.js';
import type { Member } from './deposit-files.js';
import { splitVolume } from './split-volume.js';

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
  const placed = files.map((file) => ({ file, below: around.below(file) }));
  for (const { file, below } of placed.sort((a, b) => (a.below < b.below ? -1 : a.below > b.below ? 1 : 0))) {
    const encoding = around.writtenAs(file);
    if (encoding !== undefined) report(exportMessages['written-as-utf-8']({ encoding }, placeAt(file.source, 0)));
    const schemas = await around.validate(file, file.source, report);
    checkSchema(file, schemas, target, once);
    const parts = partsOf(file, target, report);
    if (!parts) {
      used.set({ tei: file, origin: file, original: below, wanted: below }, schemas);
      continue;
    }
    const folder = below.replace(/[^/]*$/, '');
    for (const part of parts) {
      const wanted = `${folder}${part.name.split('/').at(-1)}.xml`;
      used.set({ tei: part, origin: file, original: below, wanted }, await around.validate(file, part.source, report));
    }
  }
  return { members: [...used.keys()], used };
}

function checkSchema(file: TeiFile, schemas: readonly string[], { name, schema }: Target, report: Report): void {
  if (!schema || schemas.some((used) => schema.part.test(used))) return;
  const facts = { target: name, schema: schema.name, used: schemas[0] ?? 'none' };
  report(exportMessages['schema-of-target'](facts, placeAt(file.source, 0)));
}

function partsOf(file: TeiFile, { name, limits }: Target, report: Report): readonly TeiFile[] | undefined {
  const limit = limits?.tei;
  const size = limit === undefined ? 0 : utf8(file.source.text).length;
  const parts = limit !== undefined && size > limit ? splitVolume(file) : undefined;
  const [frame] = parts ?? [];
  if (!parts || limit === undefined || !frame) return undefined;
  const facts = { target: name, size, limit, count: parts.length - 1, frame: `${frame.name.split('/').at(-1)}.xml` };
  report(exportMessages['volume-split'](facts, placeAt(file.source, 0)));
  return parts;
}
