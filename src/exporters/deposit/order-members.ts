/** TEI files -> their roles, and the order in which an archive takes them: lists of entities before what points to them. */
import type { Element } from '../../xml/index.js';
import { elementsOf, plainName } from '../reading/index.js';
import type { Member, Role } from './deposit-files.js';

const LISTS: Readonly<Record<string, Role>> = {
  listPerson: 'personography',
  listPlace: 'placeography',
  listOrg: 'orgography',
  listBibl: 'bibliography',
  listEvent: 'otherography',
  listNym: 'otherography',
  listObject: 'otherography',
  taxonomy: 'otherography',
};

/** What only running text has. */
const TEXT = /^(?:p|ab|lg|l|sp|opener|closer|salute)$/;

/** What a file lists first, and whether it holds text. */
export interface Listed {
  readonly role: Role | undefined;
  readonly hasText: boolean;
}

export function listedIn(root: Element): Listed {
  let role: Role | undefined;
  let hasText = false;
  const walk = (element: Element): void => {
    for (const child of elementsOf(element)) {
      const name = plainName(child);
      if (name === 'teiHeader') continue;
      const list = LISTS[name];
      if (list) role ??= list;
      else if (TEXT.test(name)) hasText = true;
      else walk(child);
    }
  };
  walk(root);
  return { role, hasText };
}

/** A file is a list where it holds nothing else, or where others point to what it lists. */
export function roleOf({ role, hasText }: Listed, isPointedTo: boolean): Role {
  return role !== undefined && (!hasText || isPointedTo) ? role : 'document';
}

/** In: members in the order of their names, their roles, and what each points to. Out: lists first, each behind the lists that it points to. */
export function orderMembers<M extends Member>(
  members: readonly M[],
  roles: ReadonlyMap<M, Role>,
  pointsTo: ReadonlyMap<M, ReadonlySet<M>>,
): readonly M[] {
  const ordered = new Set<M>();
  const visiting = new Set<M>();
  const visit = (member: M): void => {
    // Lists that point to one another stay in the order of their names.
    if (ordered.has(member) || visiting.has(member)) return;
    visiting.add(member);
    for (const other of members) if (roles.get(other) !== 'document' && pointsTo.get(member)?.has(other)) visit(other);
    ordered.add(member);
  };
  for (const member of members) if (roles.get(member) !== 'document') visit(member);
  for (const member of members) ordered.add(member);
  return [...ordered];
}
