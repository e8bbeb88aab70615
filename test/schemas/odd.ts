/** An ODD customisation -> its elements with their attributes (TEI, chapter 23: classes are resolved within the ODD). */
import { attributeOf, childrenOf, type DataElement, descendantsOf, readXml } from './xml-data.js';

export interface OddAttribute {
  readonly required: boolean;
  /** The values of a closed list. */
  readonly values?: readonly string[];
}

export interface Odd {
  /** Named by the `include` lists of the modules. */
  readonly included: readonly string[];
  /** Named by the `elementSpec`s, with all attributes, inherited or not. */
  readonly elements: ReadonlyMap<string, ReadonlyMap<string, OddAttribute>>;
  /** What each `elementSpec` and each `classSpec` says of attributes of its own: kept or deleted. */
  readonly mentioned: ReadonlyMap<string, ReadonlySet<string>>;
  /** The attribute classes that each `elementSpec` and `classSpec` belongs to. */
  readonly memberships: ReadonlyMap<string, readonly string[]>;
}

export function readOdd(xml: string): Odd {
  const root = readXml(xml);
  const included = descendantsOf(root, 'moduleRef').flatMap((module) =>
    (module.attributes.get('include') ?? '').split(/\s+/).filter((name) => name !== ''),
  );
  const classes = new Map(descendantsOf(root, 'classSpec').map((spec) => [attributeOf(spec, 'ident'), spec]));
  const specs = descendantsOf(root, 'elementSpec');

  function inherited(spec: DataElement): ReadonlyMap<string, OddAttribute> {
    const all = new Map<string, OddAttribute>();
    for (const name of attributeClasses(spec)) {
      const found = classes.get(name);
      if (found === undefined) throw new Error(`${attributeOf(spec, 'ident')} belongs to ${name}, which the ODD lacks`);
      for (const [key, value] of attributes(found)) all.set(key, value);
    }
    return all;
  }

  function attributes(spec: DataElement): ReadonlyMap<string, OddAttribute> {
    const all = new Map(inherited(spec));
    for (const definition of attDefs(spec)) {
      const name = attributeOf(definition, 'ident');
      if (attributeOf(definition, 'mode') === 'delete') all.delete(name);
      else all.set(name, merge(all.get(name), definition));
    }
    return all;
  }

  const everything = [...specs, ...classes.values()];
  return {
    included,
    elements: new Map(specs.map((spec) => [attributeOf(spec, 'ident'), attributes(spec)])),
    mentioned: new Map(
      everything.map((spec) => [
        attributeOf(spec, 'ident'),
        new Set(attDefs(spec).map((definition) => attributeOf(definition, 'ident'))),
      ]),
    ),
    memberships: new Map(everything.map((spec) => [attributeOf(spec, 'ident'), attributeClasses(spec)])),
  };
}

function attDefs(spec: DataElement): readonly DataElement[] {
  return childrenOf(spec, 'attList').flatMap((list) => childrenOf(list, 'attDef'));
}

function attributeClasses(spec: DataElement): readonly string[] {
  return childrenOf(spec, 'classes')
    .flatMap((classes) => childrenOf(classes, 'memberOf'))
    .map((member) => attributeOf(member, 'key'))
    .filter((key) => key.startsWith('att.'));
}

/** A definition that changes an inherited one says only what changes. */
function merge(inherited: OddAttribute | undefined, definition: DataElement): OddAttribute {
  const [list] = childrenOf(definition, 'valList');
  const values =
    list === undefined ? inherited?.values : childrenOf(list, 'valItem').map((item) => attributeOf(item, 'ident'));
  const required = definition.attributes.get('usage') === 'req' || (inherited?.required ?? false);
  return values === undefined ? { required } : { required, values };
}
