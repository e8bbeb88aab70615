/** The pointers of TEI files -> where each leads: to a file of the deposit, to a picture, or out of it, which is reported. */
import type { Report } from '../../diagnostic/index.js';
import { valuePlace } from '../../xml/index.js';
import type { TeiFile } from '../exporter.js';
import { exportMessages } from '../messages.js';
import { onceEach } from '../once.js';
import type { Target } from '../targets/target.js';
import type { Around, FileAround, Found } from './around.js';
import type { Member } from './deposit-files.js';
import { elementWithBase, networkPictures, type OutwardPointer, outwardPointers } from './outward-pointers.js';
import type { PictureFormat, ReadPictureFormat } from './picture-format.js';
import { prologReferences } from './prolog-references.js';

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

/** What is seen on the way. */
interface Seen {
  /** Whether each may be included. */
  readonly pictures: Map<FileAround, boolean>;
  /** Pictures that are not there, and those that lie outside of the edition. */
  readonly missing: Map<string, OutwardPointer>;
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
    const { root } = member.tei.tei;
    const base = elementWithBase(root);
    if (base) report(exportMessages['base-not-followed']({}, base.place));
    const own = base ? [] : [...outwardPointers(root)];
    pointers.set(
      member,
      own.flatMap((pointer) => follow(pointer, find(pointer), target, seen, report, once) ?? []),
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
  pointer: OutwardPointer,
  there: Found,
  target: Target,
  { pictures, missing, outside, leaving, formatOf }: Seen,
  report: Report,
  once: Report,
): FollowedPointer | undefined {
  const { isPicture, isAddress, address, element, attribute, word } = pointer;
  if (there.kind === 'tei') return { pointer, destination: { kind: 'member', origin: there.file } };
  if (there.kind === 'file' && isPicture) {
    const { file } = there;
    const isGood = pictures.get(file) ?? checkPicture(file, formatOf(file.start), pointer, target, report);
    pictures.set(file, isGood);
    return isGood ? { pointer, destination: { kind: 'picture', file } } : undefined;
  }
  if (isPicture) missing.set(address, missing.get(address) ?? pointer);
  if (there.kind === 'outside') {
    outside.add(address);
    if (isAddress)
      once(exportMessages['pointer-outside']({ pointer: shown(word) }, valuePlace(element, attribute, word)));
  } else if (!isPicture && isAddress) {
    const { first, count } = leaving.get(address) ?? { first: pointer, count: 0 };
    leaving.set(address, { first, count: count + 1, isThere: there.kind === 'file' });
  }
  return undefined;
}

function reportProlog({ tei, origin }: Member, around: Around, report: Report): void {
  for (const { address, place } of prologReferences(tei)) {
    const facts = { pointer: shown(address), file: shown(address), count: 1 };
    const isThere = around.find(address, origin, false).kind === 'file';
    report(exportMessages['pointer-leaves-deposit']({ ...facts, isThere }, place));
  }
}

/** Pointers to a file that is not in the deposit. */
interface Leaving {
  readonly first: OutwardPointer;
  readonly count: number;
  readonly isThere: boolean;
}

/** Volumes of a series point to others again and again. */
function reportLeaving(leaving: ReadonlyMap<string, Leaving>, report: Report): void {
  for (const [file, { first, count, isThere }] of leaving) {
    const { word: pointer, element, attribute } = first;
    const place = valuePlace(element, attribute, pointer);
    report(
      exportMessages['pointer-leaves-deposit']({ pointer: shown(pointer), file: shown(file), count, isThere }, place),
    );
  }
}

/** A word of any length may stand in a pointer. */
function shown(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address;
}

function reportMissing(missing: ReadonlyMap<string, OutwardPointer>, areAll: boolean, report: Report): void {
  const [first] = missing.values();
  if (!first) return;
  if (areAll && missing.size > 1) {
    const { element, attribute, word } = first;
    const place = valuePlace(element, attribute, word);
    report(exportMessages['pictures-missing']({ first: shown(first.address), count: missing.size }, place));
    return;
  }
  for (const [file, { element, attribute, word }] of missing) {
    const facts = { file: shown(file), attribute: attribute.name.local };
    report(exportMessages['picture-missing'](facts, valuePlace(element, attribute, word)));
  }
}

function reportNetwork(members: readonly Member[], report: Report): void {
  const all = members.flatMap(({ tei }) => [...networkPictures(tei.tei.root)]);
  const [first] = all;
  if (!first) return;
  const place = valuePlace(first.element, first.attribute, first.word);
  report(exportMessages['picture-on-network']({ first: shown(first.word), count: all.length }, place));
}

/** Whether it may be included. */
function checkPicture(
  { path, size }: FileAround,
  format: PictureFormat | undefined,
  { element, attribute, word }: OutwardPointer,
  target: Target,
  report: Report,
): boolean {
  const place = valuePlace(element, attribute, word);
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
