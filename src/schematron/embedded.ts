/** The text of a RELAX NG schema -> the Schematron rules that are written in it, as a schema (ISO/IEC 19757-3, annex on embedding; the TEI writes its rules so). */
import { placeAt, type Source } from '../source/index.js';
import {
  attributeValue,
  type Element,
  RELAXNG_NAMESPACE,
  scanXml,
  treeBuilder,
  type XmlNode,
  xmlName,
} from '../xml/index.js';
import type { ReadFile } from './resolve-schema.js';
import { isSch } from './sch-element.js';
import { SCHEMATRON_15_NAMESPACE, SCHEMATRON_NAMESPACE, XSLT_NAMESPACE } from './sch-schema.js';

/** What stands for itself in a schema; a rule stands in a pattern. */
const PARTS = ['ns', 'let', 'pattern', 'rule', 'diagnostics', 'properties', 'phase', 'include'];

/** A schema in compact syntax -> its annotation elements, and what it includes. */
export type ReadCompact = (source: Source) => {
  readonly elements: readonly Element[];
  readonly hrefs: readonly string[];
};

/** Whether a text can hold rules at all. */
export function mayHoldRules(text: string): boolean {
  return text.includes(SCHEMATRON_NAMESPACE) || text.includes(SCHEMATRON_15_NAMESPACE);
}

/** In: a RELAX NG schema, how to get those that it includes, and how to read the compact syntax. Out: the element `schema` with all rules of all of them; undefined where there are none. */
export function embeddedRules(source: Source, read: ReadFile, readCompact: ReadCompact): Element | undefined {
  const parts: Element[] = [];
  const seen = new Set<string>();
  const visit = (file: Source) => {
    if (seen.has(file.path)) return;
    seen.add(file.path);
    const { rules, hrefs } = /^\s*</.test(file.text) ? scanSchema(file) : annotated(readCompact(file));
    parts.push(...rules);
    for (const href of hrefs) {
      const included = read(href, file.path);
      if (included) visit(included);
    }
  };
  visit(source);
  if (!parts.some((part) => isSch(part, 'pattern', 'rule'))) return undefined;
  const name = xmlName(SCHEMATRON_NAMESPACE, 'schema');
  const place = placeAt(source, 0);
  const children: XmlNode[] = parts.map((part) => (isSch(part, 'rule') ? inPattern(part) : part));
  const binding = { name: xmlName('', 'queryBinding'), value: 'xslt2' };
  return { kind: 'element', name, attributes: [binding], children: withoutRepeated(children), place };
}

/** An abstract rule is found wherever it stands. */
function inPattern(rule: Element): Element {
  return {
    kind: 'element',
    name: xmlName(SCHEMATRON_NAMESPACE, 'pattern'),
    attributes: [],
    children: [rule],
    place: rule.place,
  };
}

/** Rules that are written for several elements come several times with the same id. */
function withoutRepeated(children: readonly XmlNode[]): readonly XmlNode[] {
  const seen = new Set<string>();
  return children.filter((child) => {
    if (child.kind !== 'element') return true;
    const key = `${child.name.local} ${attributeValue(child, 'id') ?? attributeValue(child, 'prefix') ?? ''}`;
    if (key.endsWith(' ') || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}

function annotated({ elements, hrefs }: ReturnType<ReadCompact>): ReturnType<typeof scanSchema> {
  return { rules: elements.flatMap(partsOf), hrefs };
}

/** Rules may stand in other annotations: in a section of documentation, in `schema`. */
function partsOf(element: Element): readonly Element[] {
  if (isPart(element.name.namespace, element.name.local)) return [element];
  return element.children.flatMap((child) => (child.kind === 'element' ? partsOf(child) : []));
}

/** One pass over the events: only what is of Schematron becomes a tree. */
function scanSchema(source: Source): { readonly rules: readonly Element[]; readonly hrefs: readonly string[] } {
  const rules: Element[] = [];
  const hrefs: string[] = [];
  let builder: ReturnType<typeof treeBuilder> | undefined;
  let depth = 0;
  scanXml(
    source,
    (event) => {
      if (event.kind === 'startTag' && !builder) {
        const { namespace, local } = event.name;
        if (namespace === RELAXNG_NAMESPACE) {
          const href = event.attributes.find(({ name }) => name.local === 'href')?.value;
          if (href !== undefined && (local === 'include' || local === 'externalRef')) hrefs.push(href);
        } else if (isPart(namespace, local)) builder = treeBuilder();
      }
      if (!builder) return;
      builder.sink(event);
      if (event.kind === 'startTag') depth++;
      if (event.kind !== 'endTag' || --depth > 0) return;
      const document = builder.document();
      if (document) rules.push(document.root);
      builder = undefined;
    },
    () => undefined,
  );
  return { rules, hrefs };
}

function isPart(namespace: string, local: string): boolean {
  if (namespace === XSLT_NAMESPACE) return ['key', 'function', 'variable', 'template'].includes(local);
  return (namespace === SCHEMATRON_NAMESPACE || namespace === SCHEMATRON_15_NAMESPACE) && PARTS.includes(local);
}
