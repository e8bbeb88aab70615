/** Attributes that an element would have twice (RELAX NG 1.0, section 7.3). */
import type { Report } from '../../diagnostic/index.js';
import { schemaMessages } from '../messages.js';
import { describeNameClass, nameClassesOverlap, namesOf } from '../name-overlap.js';
import type { SimplePattern } from '../simple.js';
import type { Located } from '../simplify/compose.js';

type Attribute = Extract<SimplePattern, { kind: 'attribute' }>;

/** The attributes that a pattern may need: by name, and those without limit. */
interface AttributeSet {
  readonly named: ReadonlyMap<string, Attribute>;
  readonly unlimited: readonly Attribute[];
}

const NONE: AttributeSet = { named: new Map(), unlimited: [] };

/** A check of the content of one element after the other. */
export function createAttributeCheck(report: Report): (content: SimplePattern, where: string) => void {
  const known = new Map<SimplePattern, AttributeSet>();

  const attributesOf = (pattern: SimplePattern, where: string): AttributeSet => {
    const set = known.get(pattern);
    if (set) return set;
    const made = find(pattern, where);
    known.set(pattern, made);
    return made;
  };
  const find = (pattern: SimplePattern, where: string): AttributeSet => {
    switch (pattern.kind) {
      case 'attribute': {
        const names = namesOf(pattern.nameClass);
        if (!names) return { named: NONE.named, unlimited: [pattern] };
        return { named: new Map(names.map((name) => [`${name.namespace}\n${name.local}`, pattern])), unlimited: [] };
      }
      case 'choice':
        return union(attributesOf(pattern.left, where), attributesOf(pattern.right, where));
      case 'group':
      case 'interleave': {
        const [left, right] = [attributesOf(pattern.left, where), attributesOf(pattern.right, where)];
        if (left !== NONE && right !== NONE) checkApart(left, right, pattern, where);
        return union(left, right);
      }
      case 'oneOrMore':
        return attributesOf(pattern.pattern, where);
      default:
        return NONE;
    }
  };
  const checkApart = (left: AttributeSet, right: AttributeSet, sequence: Located, where: string) => {
    const [few, many] = left.named.size < right.named.size ? [left, right] : [right, left];
    for (const [key, attribute] of few.named) {
      const other = many.named.get(key);
      if (other) {
        const [first, second] = few === right ? [other, attribute] : [attribute, other];
        reportTwice(first, second, sequence, where);
      }
    }
    for (const one of left.unlimited)
      for (const other of [...right.named.values(), ...right.unlimited])
        if (nameClassesOverlap(one.nameClass, other.nameClass)) reportTwice(one, other, sequence, where);
    for (const one of right.unlimited)
      for (const other of left.named.values())
        if (nameClassesOverlap(one.nameClass, other.nameClass)) reportTwice(other, one, sequence, where);
  };
  const reportTwice = (first: Attribute, second: Attribute, sequence: Located, where: string) => {
    const related =
      first !== second
        ? [{ message: 'first here', place: first.place }]
        : sequence.place && [{ message: 'one definition, referred to twice here', place: sequence.place }];
    const name = describeNameClass(second.nameClass);
    report(schemaMessages['attribute-repeated']({ name, where }, second.place, related && { related }));
  };

  return (content, where) => {
    attributesOf(content, where);
  };
}

function union(left: AttributeSet, right: AttributeSet): AttributeSet {
  if (left === NONE) return right;
  if (right === NONE) return left;
  const named = new Map(left.named);
  for (const [key, attribute] of right.named) named.set(key, attribute);
  return { named, unlimited: [...left.unlimited, ...right.unlimited] };
}
