/** Members of a deposit -> their names, roles and order, and how each of their pointers is to be written. */
import type { TeiFile } from '../exporter.js';
import type { Target } from '../targets/target.js';
import type { FileAround } from './around.js';
import type { Member, PlacedMember, Role } from './deposit-files.js';
import type { Followed, FollowedPointer } from './follow-pointers.js';
import { memberFacts } from './member-facts.js';
import { orderMembers, roleOf } from './order-members.js';
import { pathNamer, relativePath, splitExtension, targetPath, withoutSharedFolders } from './plan-names.js';
import type { Rewritten } from './rewrite-tei.js';

export interface Placed {
  /** In the order in which an archive takes them. */
  readonly members: readonly PlacedMember[];
  /** What each was before. */
  readonly from: ReadonlyMap<Member, Member>;
  readonly pictures: ReadonlyMap<FileAround, string>;
  /** The words of each member that change. */
  readonly words: ReadonlyMap<PlacedMember, readonly Rewritten[]>;
}

/** In: members in the order of where they lie. */
export function placeMembers(members: readonly Member[], followed: Followed, target: Target, edition: string): Placed {
  const { layout, nameCharacters } = target;
  const namer = pathNamer();
  const stems = withoutSharedFolders(members.map(({ wanted }) => splitExtension(wanted)[0]));
  const paths = new Map(
    members.map((member, i) => {
      const stem = layout.tei(targetPath(stems[i] ?? '', nameCharacters), edition);
      return [member, namer(stem, '.xml')] as const;
    }),
  );
  const parts = new Map<TeiFile, Member[]>();
  for (const member of members) parts.set(member.origin, [...(parts.get(member.origin) ?? []), member]);
  const ids = new Map(members.map((member) => [member, memberFacts.of(member.tei).ids]));
  const memberAt = (origin: TeiFile, fragment: string): Member | undefined => {
    const [frame, ...others] = parts.get(origin) ?? [];
    const id = fragment.slice(1);
    return others.find((other) => ids.get(other)?.has(id)) ?? frame;
  };
  const pointsTo = new Map<Member, Set<Member>>();
  const isPointedTo = new Set<Member>();
  for (const [member, pointers] of followed.pointers) {
    const others = new Set<Member>();
    for (const { pointer, destination } of pointers) {
      const other = destination.kind === 'member' ? memberAt(destination.origin, pointer.fragment) : undefined;
      if (!other || other === member) continue;
      others.add(other);
      if (ENTITIES.test(ids.get(other)?.get(pointer.fragment.slice(1)) ?? '')) isPointedTo.add(other);
    }
    pointsTo.set(member, others);
  }
  const roles = new Map<Member, Role>(
    members.map((member) => [member, roleOf(memberFacts.of(member.tei).listed, isPointedTo.has(member))]),
  );
  const placed = new Map<Member, PlacedMember>();
  for (const member of orderMembers(members, roles, pointsTo)) {
    const path = paths.get(member) ?? '';
    placed.set(member, { ...member, path, role: roles.get(member) ?? 'document' });
  }
  const pictures = placePictures(followed.pictures, target, edition);
  const pathOf = ({ pointer, destination }: FollowedPointer): string | undefined => {
    if (destination.kind === 'picture') return pictures.get(destination.file);
    const other = memberAt(destination.origin, pointer.fragment);
    return other && placed.get(other)?.path;
  };
  const words = new Map<PlacedMember, readonly Rewritten[]>();
  for (const [member, own] of placed) {
    const pointers = followed.pointers.get(member) ?? [];
    words.set(
      own,
      pointers.flatMap((each) => rewritten(each, own, pathOf(each)) ?? []),
    );
  }
  const from = new Map<Member, Member>([...placed].map(([member, own]) => [own, member]));
  return { members: [...placed.values()], from, pictures, words };
}

/** What lists are made of. */
const ENTITIES = /^(?:person|personGrp|place|org|bibl|biblStruct|biblFull|event|nym|object|category|item|term)$/;

function rewritten({ pointer }: FollowedPointer, { path: from }: PlacedMember, path: string | undefined) {
  if (path === undefined) return undefined;
  const { attribute, word, address, fragment, isPicture } = pointer;
  const whole = relativePath(from, path);
  // A volume may be called without the ending of its file.
  const now = !isPicture && !/\.[A-Za-z]+$/.test(address) ? whole.replace(/\.xml$/, '') : whole;
  return `${now}${fragment}` === word ? undefined : { attribute, word, now: `${now}${fragment}` };
}

function placePictures(files: readonly FileAround[], { layout, nameCharacters }: Target, edition: string) {
  const namer = pathNamer();
  const folder = layout.folder('pictures', edition);
  const paths = withoutSharedFolders(files.map(({ path }) => path));
  return new Map(
    files.map((file, i) => {
      const [stem, extension] = splitExtension(paths[i] ?? file.path);
      return [file, namer(`${folder}/${targetPath(stem, nameCharacters)}`, extension.toLowerCase())] as const;
    }),
  );
}
