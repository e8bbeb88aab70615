/** A grammar -> what keeps its IDs from being checked: they have to be plain attributes, the same wherever an element is defined (RELAX NG DTD Compatibility, section 5). */
import type { Report } from '../../diagnostic/index.js';
import { findDatatype, type IdKind, isFault } from '../datatypes/index.js';
import { schemaMessages } from '../messages.js';
import { containsName, describeNameClass, nameClassesOverlap, namesOf } from '../name-overlap.js';
import type { SimpleDefinition, SimpleGrammar, SimplePattern } from '../simple.js';

type Attribute = Extract<SimplePattern, { kind: 'attribute' }>;
type Typed = Extract<SimplePattern, { kind: 'data' | 'value' }>;

/** The kind of a datatype, looked up once for each. */
type KindOf = (pattern: SimplePattern) => IdKind | undefined;

/** Reports as warnings what makes a correct schema useless for IDs. */
export function checkIdTypes({ definitions }: SimpleGrammar, report: Report): void {
  const kindOf = createKinds();
  const found = findIdAttributes(definitions, kindOf, report);
  if (found.size === 0) return;
  const competing = createCompetitors(definitions);
  const attributesOf = createAttributes([...found.keys()]);
  const reported = new Set<Attribute>();
  for (const definition of definitions) {
    const ids = attributesOf(definition.content).filter((attribute) => found.has(attribute));
    if (ids.length === 0) continue;
    if (!namesOf(definition.nameClass)) {
      const name = describeNameClass(definition.nameClass);
      report(schemaMessages['id-element-names']({ name }, definition.place));
      continue;
    }
    for (const other of competing(definition)) {
      for (const attribute of attributesOf(other.content)) {
        const id = ids.find((one) => kindOf(one.pattern) !== kindOf(attribute.pattern) && overlap(one, attribute));
        if (!id || reported.has(id) || reported.has(attribute)) continue;
        reported.add(attribute);
        // Of two IDs of different kinds the second is the one that surprises.
        const [first, second] = found.has(attribute) && precedes(attribute, id) ? [attribute, id] : [id, attribute];
        const names = { name: describeNameClass(id.nameClass), element: describeNameClass(definition.nameClass) };
        const related = [{ message: 'of another type here', place: first.place }];
        report(schemaMessages['id-conflict'](names, second.place, { related }));
      }
    }
  }
}

const precedes = (a: Attribute, b: Attribute) => a.place.source === b.place.source && a.place.start < b.place.start;
const overlap = (a: Attribute, b: Attribute) => nameClassesOverlap(a.nameClass, b.nameClass);

function createKinds(): KindOf {
  const known = new Map<string, IdKind | undefined>();
  return (pattern) => {
    if ((pattern.kind !== 'data' && pattern.kind !== 'value') || pattern.datatype.library === '') return undefined;
    const { datatype } = pattern;
    const key = `${datatype.library} ${datatype.name}`;
    if (known.has(key)) return known.get(key);
    const type = findDatatype(datatype, []);
    const kind = isFault(type) ? undefined : type.idKind;
    known.set(key, kind);
    return kind;
  };
}

/** The attributes whose whole value is an ID or refers to some; IDs elsewhere are reported. */
function findIdAttributes(
  definitions: readonly SimpleDefinition[],
  kindOf: KindOf,
  report: Report,
): ReadonlyMap<Attribute, IdKind> {
  const found = new Map<Attribute, IdKind>();
  const visited = new Set<SimplePattern>();
  const refuse = (pattern: Typed) => {
    if (kindOf(pattern)) report(schemaMessages['id-not-alone']({ type: pattern.datatype.name }, pattern.place));
  };
  const visit = (pattern: SimplePattern): void => {
    if (visited.has(pattern)) return;
    visited.add(pattern);
    switch (pattern.kind) {
      case 'attribute': {
        const kind = kindOf(pattern.pattern);
        if (kind === undefined) visit(pattern.pattern);
        else if (pattern.nameClass.kind === 'name') found.set(pattern, kind);
        else
          report(schemaMessages['id-attribute-names']({ name: describeNameClass(pattern.nameClass) }, pattern.place));
        return;
      }
      case 'data':
        refuse(pattern);
        if (pattern.except) visit(pattern.except);
        return;
      case 'value':
        refuse(pattern);
        return;
      case 'choice':
      case 'group':
      case 'interleave':
        visit(pattern.left);
        visit(pattern.right);
        return;
      case 'oneOrMore':
      case 'list':
        visit(pattern.pattern);
        return;
      default:
        return;
    }
  };
  for (const { content } of definitions) visit(content);
  return found;
}

/** The definitions that may be meant by a name of the given one, itself among them. */
function createCompetitors(
  definitions: readonly SimpleDefinition[],
): (definition: SimpleDefinition) => readonly SimpleDefinition[] {
  const byName = new Map<string, SimpleDefinition[]>();
  const unlimited: SimpleDefinition[] = [];
  const keysOf = ({ nameClass }: SimpleDefinition) =>
    namesOf(nameClass)?.map((name) => `${name.namespace}\n${name.local}`);
  for (const definition of definitions) {
    const keys = keysOf(definition);
    if (!keys) unlimited.push(definition);
    for (const key of keys ?? []) {
      const same = byName.get(key);
      if (same) same.push(definition);
      else byName.set(key, [definition]);
    }
  }
  return (definition) => [
    ...new Set((keysOf(definition) ?? []).flatMap((key) => byName.get(key) ?? [])),
    ...unlimited.filter(({ nameClass }) => nameClassesOverlap(nameClass, definition.nameClass)),
  ];
}

const NONE: readonly Attribute[] = [];

/** The attributes of a pattern that have a name in common with one of `ids`. */
function createAttributes(ids: readonly Attribute[]): (pattern: SimplePattern) => readonly Attribute[] {
  const names = ids.flatMap(({ nameClass }) => (nameClass.kind === 'name' ? [nameClass] : []));
  const known = new Map<SimplePattern, readonly Attribute[]>();
  const attributesOf = (pattern: SimplePattern): readonly Attribute[] => {
    const done = known.get(pattern);
    if (done) return done;
    const made = find(pattern);
    known.set(pattern, made);
    return made;
  };
  const find = (pattern: SimplePattern): readonly Attribute[] => {
    switch (pattern.kind) {
      case 'attribute':
        return names.some((name) => containsName(pattern.nameClass, name)) ? [pattern] : NONE;
      case 'choice':
      case 'group':
      case 'interleave': {
        const [left, right] = [attributesOf(pattern.left), attributesOf(pattern.right)];
        if (left.length === 0 || right.length === 0) return left.length === 0 ? right : left;
        return [...new Set([...left, ...right])];
      }
      case 'oneOrMore':
        return attributesOf(pattern.pattern);
      default:
        return NONE;
    }
  };
  return attributesOf;
}
