/** A schema as written -> the same without `include`, `extends href` and abstract patterns (ISO/IEC 19757-3, 5.4.4, 5.4.5, 6.3). */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import { type Attribute, attributeValue, descendants, type Element, parseXml, type XmlNode } from '../xml/index.js';
import { schematronMessages } from './messages.js';
import { elementsIn, isSch, schName, startOf } from './sch-element.js';

/** The file that `href` names as seen from the file `base`; undefined where it cannot be had. */
export type ReadFile = (href: string, base: string) => Source | undefined;

/** Files that include one another in a chain longer than this one do so without end. */
const LONGEST_CHAIN = 50;

/** In: a schema's root. Out: it with what it includes in place; what cannot be had is reported and left out. */
export function resolveIncludes(root: Element, read: ReadFile, report: Report): Element {
  const resolve = (element: Element, chain: readonly string[]): Element => {
    const children: XmlNode[] = element.children.flatMap((child) => {
      if (child.kind !== 'element') return [child];
      const isHref = isSch(child, 'extends') && attributeValue(child, 'href') !== undefined;
      if (!isHref && !isSch(child, 'include')) return [resolve(child, chain)];
      const href = attributeValue(child, 'href');
      if (href === undefined) {
        report(schematronMessages['attribute-missing']({ element: 'include', attribute: 'href' }, startOf(child)));
        return [];
      }
      const found = fetched(href, child, chain);
      if (!found) return [];
      const whole = resolve(found, [...chain, `${found.place.source.path}#${found.place.start}`]);
      // A rule or schema that is extended gives what it holds; what is included stands there itself.
      return isHref ? whole.children : [whole];
    });
    return { ...element, children };
  };

  const fetched = (href: string, from: Element, chain: readonly string[]): Element | undefined => {
    const place = startOf(from);
    const [file = '', fragment] = href.split('#');
    const source = file === '' ? from.place.source : read(file, from.place.source.path);
    // What stands in a grammar in compact syntax is no XML: there is no more of it than what is at hand.
    const isHere = file === '' && source !== undefined && !/^\s*</.test(source.text);
    const top = isHere ? root : source && parseXml(source, report)?.root;
    if (!top) {
      if (!source) report(schematronMessages['file-missing']({ href }, place));
      return undefined;
    }
    const target = fragment === undefined ? top : elementById(top, fragment);
    if (!target) {
      report(
        schematronMessages['reference-unknown'](
          { kind: 'element with the id', name: fragment ?? '', known: [] },
          place,
        ),
      );
      return undefined;
    }
    const key = `${target.place.source.path}#${target.place.start}`;
    if (chain.includes(key) || chain.length >= LONGEST_CHAIN) {
      report(schematronMessages['reference-loop']({ kind: 'the file', name: href }, place));
      return undefined;
    }
    return target;
  };

  return resolve(root, [`${root.place.source.path}#${root.place.start}`]);
}

function elementById(root: Element, id: string): Element | undefined {
  for (const element of descendants(root))
    if (attributeValue(element, 'id') === id || attributeValue(element, 'xml:id') === id) return element;
  return undefined;
}

/** In: a schema without includes. Out: its patterns, those made of abstract ones with their parameters put in. */
export function instantiatePatterns(root: Element, report: Report): readonly Element[] {
  const patterns = elementsIn(root).filter((element) => isSch(element, 'pattern'));
  const abstract = new Map(
    patterns.filter(isAbstract).map((pattern) => [attributeValue(pattern, 'id') ?? '', pattern] as const),
  );
  return patterns.flatMap((pattern) => {
    if (isAbstract(pattern)) return [];
    const name = attributeValue(pattern, 'is-a');
    if (name === undefined) return [pattern];
    const base = abstract.get(name);
    if (!base) {
      const known = [...abstract.keys()];
      report(schematronMessages['reference-unknown']({ kind: 'abstract pattern', name, known }, startOf(pattern)));
      return [];
    }
    const params = new Map(
      [...elementsIn(base), ...elementsIn(pattern)]
        .filter((element) => schName(element) === 'param')
        .map((param) => [attributeValue(param, 'name') ?? '', attributeValue(param, 'value') ?? ''] as const),
    );
    const made = substituted(base, params);
    const attributes = [
      ...pattern.attributes,
      ...made.attributes.filter(({ name: { local } }) => local === 'documents'),
    ];
    return [
      { ...made, attributes, children: [...made.children, ...elementsIn(pattern).filter((e) => !isSch(e, 'param'))] },
    ];
  });
}

function isAbstract(element: Element): boolean {
  return attributeValue(element, 'abstract') === 'true';
}

/** Every `$name` of a parameter in an attribute becomes its value. */
function substituted(element: Element, params: ReadonlyMap<string, string>): Element {
  const replace = (attribute: Attribute): Attribute => {
    const value = attribute.value.replace(/\$([\p{L}_][\p{L}\p{N}_.-]*)/gu, (whole, name: string) => {
      if (params.has(name)) return params.get(name) ?? '';
      // A name may be followed by what could be a part of it: "$cell.", "$a-1".
      const longest = [...params.keys()].filter(
        (known) => /^[.-]/.test(name.slice(known.length)) && name.startsWith(known),
      );
      const [known] = longest.sort((a, b) => b.length - a.length);
      return known === undefined ? whole : `${params.get(known)}${name.slice(known.length)}`;
    });
    return value === attribute.value ? attribute : { ...attribute, value };
  };
  const children = element.children.map((child) => (child.kind === 'element' ? substituted(child, params) : child));
  return { ...element, attributes: element.attributes.map(replace), children };
}
