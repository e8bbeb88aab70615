/** A grammar and the name of an element -> what the element is, where it may stand, and what it may hold. */
import type { Source } from '../source/index.js';
import { parseXml, RELAXNG_NAMESPACE, textContent, type Element as XmlElement } from '../xml/index.js';
import { nearestName } from './alternatives.js';
import { compilePatterns } from './compile.js';
import { closeAttributes } from './derive/close-attributes.js';
import { openElement } from './derive/start-tag.js';
import { allElements, attributesIn, expectedValues, requiredAttributes } from './expected.js';
import type { NameClass } from './name-class.js';
import { type Pattern, Trait } from './pattern.js';
import { showNameClasses } from './shown-names.js';
import type { SimpleGrammar } from './simple.js';

export interface DescribedAttribute {
  readonly name: string;
  readonly isRequired: boolean;
  /** What it may say: values that are listed, or kinds of value. */
  readonly values: readonly string[];
  readonly documentation?: string;
}

export interface DescribedElement {
  readonly name: string;
  readonly documentation?: string;
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly holdsText: boolean;
  readonly attributes: readonly DescribedAttribute[];
}

/** How an element may stand in another. */
export interface DescribedPlace {
  readonly isAllowed: boolean;
  /** Whether it may come more than once. */
  readonly repeats: boolean;
  /** The elements that it may not come before. */
  readonly after: readonly string[];
  /** The elements that it may not come behind. */
  readonly before: readonly string[];
  /** The elements of the parent that may hold it, where it is not allowed itself. */
  readonly wrappers: readonly string[];
}

export interface ElementGuide {
  readonly names: readonly string[];
  near(name: string): string | undefined;
  describe(name: string): DescribedElement | undefined;
  /** Undefined where the schema has no such parent. */
  place(name: string, parent: string): DescribedPlace | undefined;
}

/** In: a schema in its simple form, and the texts that it was read from, whose annotations document it. */
export function elementGuide(grammar: SimpleGrammar, texts: readonly Source[]): ElementGuide {
  const { source, symbols, table, contentOf } = compilePatterns(grammar);
  const documented = readDocumentation(texts);
  const byName = new Map<string, number[]>();
  for (const [index, { nameClass }] of source.definitions.entries()) {
    if (nameClass.kind !== 'name') continue;
    const known = byName.get(nameClass.local);
    if (known) known.push(index);
    else byName.set(nameClass.local, [index]);
  }
  const names = [...byName.keys()].sort();
  const contents = (name: string): readonly Pattern[] => (byName.get(name) ?? []).map(contentOf);
  const shown = (classes: Iterable<NameClass>, kind: 'element' | 'attribute') =>
    showNameClasses(symbols, classes, kind, new Map()).map((name) => name.replace(/^\{.*\}/, ''));
  const childrenOf = (name: string) => [
    ...new Set(
      shown(
        contents(name).flatMap((content) => [...allElements(content)]),
        'element',
      ),
    ),
  ];
  const symbolsOf = (name: string): readonly number[] =>
    (byName.get(name) ?? []).flatMap((index) => {
      const nameClass = source.definitions[index]?.nameClass;
      return nameClass?.kind === 'name' ? [symbols.of(nameClass.namespace, nameClass.local)] : [];
    });

  const describe = (name: string): DescribedElement | undefined => {
    if (!byName.has(name)) return undefined;
    const found = contents(name);
    const required = new Set(found.flatMap((content) => [...requiredAttributes(content)]));
    const attributes = new Map<string, DescribedAttribute>();
    for (const attribute of found.flatMap((content) => [...attributesIn(content)])) {
      const { literals, datatypes } = expectedValues(attribute.pattern);
      const values = [...literals.map((literal) => `"${literal}"`), ...new Set(datatypes.map((type) => type.name))];
      for (const symbol of attribute.nameClass.names) {
        const [attributeName = ''] = shown([attribute.nameClass], 'attribute');
        const documentation =
          documented.attributes.get(`${name} ${attributeName}`) ?? documented.attributes.get(attributeName);
        const isRequired = required.has(symbol);
        attributes.set(attributeName, {
          name: attributeName,
          isRequired,
          values,
          ...(documentation && { documentation }),
        });
      }
    }
    const documentation = documented.elements.get(name);
    return {
      name,
      ...(documentation && { documentation }),
      parents: names.filter((parent) => childrenOf(parent).includes(name)),
      children: childrenOf(name).sort(),
      holdsText: found.some((content) => (content.traits & Trait.text) !== 0),
      attributes: [...attributes.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  };

  return {
    names,
    near: (name) => nearestName(name, names),
    describe,
    place(name, parent) {
      if (!byName.has(parent)) return undefined;
      const models = contents(parent).map((content) => closeAttributes(table, content, true));
      const isFollowedBy = (first: readonly number[], second: readonly number[]) =>
        models.some((model) =>
          first.some((one) =>
            openElement(table, model, one, true).some(({ rest }) =>
              second.some((other) => openElement(table, rest, other, true).length > 0),
            ),
          ),
        );
      const own = symbolsOf(name);
      const siblings = childrenOf(parent).filter((sibling) => sibling !== name && byName.has(sibling));
      const isAllowed = childrenOf(parent).includes(name);
      return {
        isAllowed,
        repeats: isAllowed && isFollowedBy(own, own),
        after: isAllowed ? siblings.filter((sibling) => !isFollowedBy(own, symbolsOf(sibling))) : [],
        before: isAllowed ? siblings.filter((sibling) => !isFollowedBy(symbolsOf(sibling), own)) : [],
        wrappers: isAllowed ? [] : siblings.filter((sibling) => childrenOf(sibling).includes(name)),
      };
    },
  };
}

interface Documentation {
  readonly elements: ReadonlyMap<string, string>;
  /** By `element attribute`, and by attribute alone, the first that is documented. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** The `a:documentation` of elements and attributes in schemas in the XML syntax (RELAX NG DTD Compatibility, section 4). */
function readDocumentation(texts: readonly Source[]): Documentation {
  const elements = new Map<string, string>();
  const attributes = new Map<string, string>();
  const visit = (element: XmlElement, owner: string): void => {
    const { local, namespace } = element.name;
    const name = element.attributes.find((attribute) => attribute.name.local === 'name')?.value ?? '';
    const isRelaxNg = namespace === RELAXNG_NAMESPACE;
    if (isRelaxNg && (local === 'element' || local === 'attribute')) {
      const documentation = element.children.find(
        (child) => child.kind === 'element' && child.name.local === 'documentation',
      );
      const text = documentation && textContent(documentation).replace(/\s+/g, ' ').trim();
      if (text && local === 'element' && !elements.has(name)) elements.set(name, text);
      if (text && local === 'attribute') {
        if (!attributes.has(name)) attributes.set(name, text);
        if (owner !== '') attributes.set(`${owner} ${name}`, text);
      }
    }
    const inner = isRelaxNg && local === 'element' ? name : owner;
    for (const child of element.children) if (child.kind === 'element') visit(child, inner);
  };
  for (const text of texts) {
    const document = /^\s*</.test(text.text) ? parseXml(text, () => {}) : undefined;
    if (document) visit(document.root, '');
  }
  return { elements, attributes };
}
