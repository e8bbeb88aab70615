/** The pointers of TEI files -> where each leads: to a file of the deposit, to a picture, or out of it, which is reported. */
import type { Report } from '../../diagnostic/index.js';
import { type Place, placeAt } from '../../source/index.js';
import type { TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { onceEach } from '../once.js';
import type { Target } from '../targets/target.js';
import type { Around, FileAround, Found } from './around.js';
import type { Member } from './deposit-files.js';
import { memberFacts } from './member-facts.js';
import type { OutwardPointer } from './outward-pointers.js';
import type { PictureFormat, ReadPictureFormat } from './picture-format.js';

export type Destination =
  | { readonly kind: 'member'; readonly origin: TeiFile }
  | { readonly kind: 'picture'; readonly file: FileAround };

export interface FollowedPointer {
  readonly pointer: OutwardPointer;
  readonly destination: Destination;
}

export interface Followed {
  /** Those that lead to something in the deposit. */
  readonly pointers: ReadonlyMap<Member, readonly FollowedPointer[]>;
  /** Each once, in the order of their paths. */
  readonly pictures: readonly FileAround[];
  /** Pictures that are not there, as they are called. */
  readonly missing: readonly string[];
}

/** A pointer, and the file that it stands in. */
interface Met {
  readonly pointer: OutwardPointer;
  readonly tei: TeiFile;
}

/** What is seen on the way. */
interface Seen {
  /** Whether each may be included. */
  readonly pictures: Map<FileAround, boolean>;
  /** Pictures that are not there, and those that lie outside of the edition. */
  readonly missing: Map<string, Met>;
  readonly outside: Set<string>;
  readonly leaving: Map<string, Leaving>;
  readonly formatOf: ReadPictureFormat;
}

export function followPointers(
  members: readonly Member[],
  target: Target,
  around: Around,
  formatOf: ReadPictureFormat,
  report: Report,
): Followed {
  const once = onceEach(report);
  const seen: Seen = { pictures: new Map(), missing: new Map(), outside: new Set(), leaving: new Map(), formatOf };
  const pointers = new Map<Member, readonly FollowedPointer[]>();
  for (const member of members) {
    reportProlog(member, around, report);
    const find = finder(member, around);
    const { tei } = member;
    const { base, pointers: own } = memberFacts.of(tei);
    if (base) report(exportMessages['base-not-followed']({}, placeAt(tei.source, base.start, base.end)));
    pointers.set(
      member,
      own.flatMap((pointer) => follow({ pointer, tei }, find(pointer), target, seen, report, once) ?? []),
    );
  }
  const { pictures, missing, outside, leaving } = seen;
  reportLeaving(leaving, report);
  reportMissing(new Map([...missing].filter(([address]) => !outside.has(address))), pictures.size === 0, report);
  reportNetwork(members, report);
  const included = [...pictures].flatMap(([file, isGood]) => (isGood ? [file] : []));
  return {
    pointers,
    pictures: included.sort((a, b) => (a.path < b.path ? -1 : 1)),
    missing: [...missing.keys()],
  };
}

/** Each address of a file is looked for once. */
function finder({ origin }: Member, around: Around): (pointer: OutwardPointer) => Found {
  const known = new Map<string, Found>();
  return ({ address, isPicture }) => {
    const key = `${isPicture} ${address}`;
    const there = known.get(key) ?? around.find(address, origin, isPicture);
    known.set(key, there);
    return there;
  };
}

function follow(
  met: Met,
  there: Found,
  target: Target,
  { pictures, missing, outside, leaving, formatOf }: Seen,
  report: Report,
  once: Report,
): FollowedPointer | undefined {
  const { pointer } = met;
  const { isPicture, isAddress, address, word } = pointer;
  if (there.kind === 'tei') return { pointer, destination: { kind: 'member', origin: there.file } };
  if (there.kind === 'file' && isPicture) {
    const { file } = there;
    const isGood = pictures.get(file) ?? checkPicture(file, formatOf(file.start), met, target, report);
    pictures.set(file, isGood);
    return isGood ? { pointer, destination: { kind: 'picture', file } } : undefined;
  }
  if (isPicture) missing.set(address, missing.get(address) ?? met);
  if (there.kind === 'outside') {
    outside.add(address);
    if (isAddress) once(exportMessages['pointer-outside']({ pointer: shown(word) }, placeOf(met)));
  } else if (!isPicture && isAddress) {
    const { first, count } = leaving.get(address) ?? { first: met, count: 0 };
    leaving.set(address, { first, count: count + 1, isThere: there.kind === 'file' });
  }
  return undefined;
}

function placeOf({ pointer: { place }, tei }: Met): Place {
  return placeAt(tei.source, place.start, place.end);
}

function reportProlog({ tei, origin }: Member, around: Around, report: Report): void {
  for (const { address, start, end } of memberFacts.of(tei).prolog) {
    const facts = { pointer: shown(address), file: shown(address), count: 1 };
    const isThere = around.find(address, origin, false).kind === 'file';
    report(exportMessages['pointer-leaves-deposit']({ ...facts, isThere }, placeAt(tei.source, start, end)));
  }
}

/** Pointers to a file that is not in the deposit. */
interface Leaving {
  readonly first: Met;
  readonly count: number;
  readonly isThere: boolean;
}

/** Volumes of a series point to others again and again. */
function reportLeaving(leaving: ReadonlyMap<string, Leaving>, report: Report): void {
  for (const [file, { first, count, isThere }] of leaving) {
    const facts = { pointer: shown(first.pointer.word), file: shown(file), count, isThere };
    report(exportMessages['pointer-leaves-deposit'](facts, placeOf(first)));
  }
}

/** A word of any length may stand in a pointer. */
function shown(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address;
}

function reportMissing(missing: ReadonlyMap<string, Met>, areAll: boolean, report: Report): void {
  const [first] = missing.values();
  if (!first) return;
  if (areAll && missing.size > 1) {
    const facts = { first: shown(first.pointer.address), count: missing.size };
    report(exportMessages['pictures-missing'](facts, placeOf(first)));
    return;
  }
  for (const [file, met] of missing) {
    const facts = { file: shown(file), attribute: met.pointer.attribute.name };
    report(exportMessages['picture-missing'](facts, placeOf(met)));
  }
}

function reportNetwork(members: readonly Member[], report: Report): void {
  const all = members.map(({ tei }) => ({ tei, ...memberFacts.of(tei).onNetwork }));
  const count = all.reduce((sum, each) => sum + each.count, 0);
  const [met] = all.flatMap(({ tei, first }) => (first ? [{ tei, pointer: first }] : []));
  if (met) report(exportMessages['picture-on-network']({ first: shown(met.pointer.word), count }, placeOf(met)));
}

/** Whether it may be included. */
function checkPicture(
  { path, size }: FileAround,
  format: PictureFormat | undefined,
  met: Met,
  target: Target,
  report: Report,
): boolean {
  const place = placeOf(met);
  if (!format) {
    report(exportMessages['not-a-picture']({ file: path }, place));
    return false;
  }
  const extension = /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';
  const { name, pictures: accepted, limits } = target;
  if (accepted && !accepted.includes(extension)) {
    report(exportMessages['picture-not-accepted']({ target: name, file: path, accepted }, place));
  } else if (!format.extensions.includes(extension)) {
    report(exportMessages['picture-unlike-its-name']({ file: path, format: format.name }, place));
  }
  if (limits?.picture !== undefined && size > limits.picture)
    report(exportMessages['file-too-large']({ target: name, path, size, limit: limits.picture }, place));
  return true;
}
