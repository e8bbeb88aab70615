/** TEI All, the RELAX NG file -> what its elements and attribute classes have of their own, and what they belong to. */
import { attributeOf, childrenOf, type DataElement, readXml } from './xml-data.js';

export interface Tei {
  /** Element or class -> the attributes that it defines itself. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  /** Element or class -> the attribute classes that it draws from. */
  readonly memberships: ReadonlyMap<string, ReadonlySet<string>>;
}

export function readTei(rng: string): Tei {
  const defines = childrenOf(readXml(rng), 'define');
  const byName = new Map(defines.map((define) => [attributeOf(define, 'name'), define]));
  const own = new Map<string, Set<string>>();
  const memberships = new Map<string, Set<string>>();

  function note(name: string, node: DataElement): void {
    const attributes = own.get(name) ?? new Set<string>();
    const classes = memberships.get(name) ?? new Set<string>();
    for (const found of shallow(node)) {
      const [attributeClass, attribute] = split(attributeOf(found, 'name'));
      if (found.name === 'attribute') attributes.add(attributeOf(found, 'name'));
      else if (attributeClass === undefined) continue;
      else if (attributeClass !== name) classes.add(attributeClass);
      else if (attribute) for (const inner of inside(byName, found)) attributes.add(inner);
    }
    own.set(name, attributes);
    memberships.set(name, classes);
  }

  for (const define of defines) {
    const name = attributeOf(define, 'name');
    const [element] = childrenOf(define, 'element');
    const elementName = element?.attributes.get('name');
    if (element !== undefined && elementName !== undefined) note(elementName, element);
    else if (name.startsWith('att.') && name.endsWith('.attributes'))
      note(name.slice(0, -'.attributes'.length), define);
  }
  return { own, memberships };
}

/** The attributes and references, without what stands inside attributes. */
function shallow(node: DataElement): readonly DataElement[] {
  return node.children.flatMap((child) => {
    if (child.name === 'attribute' || child.name === 'ref') return [child];
    return ['optional', 'group', 'choice', 'zeroOrMore'].includes(child.name) ? shallow(child) : [];
  });
}

/** `att.typed.attribute.type` -> att.typed, an attribute; `att.typed.attributes` -> att.typed, all of it. */
function split(reference: string): readonly [attributeClass: string | undefined, attribute: boolean] {
  const found = /^(att\..*?)\.(attributes|attribute\..*)$/.exec(reference);
  return [found?.[1], found?.[2] !== undefined && found[2] !== 'attributes'];
}

function inside(byName: ReadonlyMap<string, DataElement>, reference: DataElement): readonly string[] {
  const define = byName.get(attributeOf(reference, 'name'));
  return define === undefined
    ? []
    : shallow(define)
        .filter((found) => found.name === 'attribute')
        .map((found) => attributeOf(found, 'name'));
}
