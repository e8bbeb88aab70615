/** Branches of an interleave that no validator could tell apart (RELAX NG 1.0, section 7.4). */
import type { Report } from '../../diagnostic/index.js';
import { schemaMessages } from '../messages.js';
import { describeNameClass, nameClassesOverlap, namesOf } from '../name-overlap.js';
import type { SimpleDefinition, SimplePattern } from '../simple.js';
import type { Located } from '../simplify/compose.js';

/** What a branch may hold. */
interface Branch {
  readonly elements: readonly SimpleDefinition[];
  readonly text: boolean;
}

/** A check of the content of one element after the other. */
export function createInterleaveCheck(
  definitions: readonly SimpleDefinition[],
  report: Report,
): (content: SimplePattern, where: string) => void {
  const visited = new Set<SimplePattern>();
  const check = (pattern: Located, where: string): void => {
    if (visited.has(pattern)) return;
    visited.add(pattern);
    switch (pattern.kind) {
      case 'interleave':
        checkBranches(branchOf(pattern.left, definitions), branchOf(pattern.right, definitions), pattern, where);
        check(pattern.left, where);
        check(pattern.right, where);
        return;
      case 'choice':
      case 'group':
        check(pattern.left, where);
        check(pattern.right, where);
        return;
      case 'oneOrMore':
        check(pattern.pattern, where);
        return;
      default:
        return;
    }
  };
  const checkBranches = (left: Branch, right: Branch, { place }: Located, where: string) => {
    if (left.text && right.text) report(schemaMessages['interleave-text']({ where }, place));
    const overlap = findOverlap(left.elements, right.elements);
    if (!overlap) return;
    const [first, second] = overlap;
    report(
      schemaMessages['interleave-overlap']({ name: describeNameClass(second.nameClass), where }, place, {
        related: [
          { message: 'in the one branch', place: first.place },
          { message: 'in the other', place: second.place },
        ],
      }),
    );
  };
  return check;
}

function branchOf(pattern: SimplePattern, definitions: readonly SimpleDefinition[]): Branch {
  const seen = new Set<SimplePattern>();
  const elements = new Set<SimpleDefinition>();
  let text = false;
  const collect = (part: SimplePattern): void => {
    if (seen.has(part)) return;
    seen.add(part);
    switch (part.kind) {
      case 'text':
        text = true;
        return;
      case 'ref': {
        const definition = definitions[part.index];
        if (definition) elements.add(definition);
        return;
      }
      case 'choice':
      case 'group':
      case 'interleave':
        collect(part.left);
        collect(part.right);
        return;
      case 'oneOrMore':
        collect(part.pattern);
        return;
      default:
        return;
    }
  };
  collect(pattern);
  return { elements: [...elements], text };
}

function findOverlap(
  left: readonly SimpleDefinition[],
  right: readonly SimpleDefinition[],
): readonly [SimpleDefinition, SimpleDefinition] | undefined {
  const named = new Map<string, SimpleDefinition>();
  const unlimited: SimpleDefinition[] = [];
  for (const definition of left) {
    const names = namesOf(definition.nameClass);
    if (!names) unlimited.push(definition);
    for (const { namespace, local } of names ?? []) named.set(`${namespace}\n${local}`, definition);
  }
  for (const definition of right) {
    const names = namesOf(definition.nameClass);
    const others = names ? unlimited : left;
    for (const { namespace, local } of names ?? []) {
      const same = named.get(`${namespace}\n${local}`);
      if (same) return [same, definition];
    }
    for (const other of others)
      if (nameClassesOverlap(other.nameClass, definition.nameClass)) return [other, definition];
  }
  return undefined;
}
