/** The text of a Schematron schema -> the schema as it is evaluated (ISO/IEC 19757-3, section 5). */
import type { Report } from '../diagnostic/index.js';
import type { Source } from '../source/index.js';
import { attributeValue, type Element, parseXml, writtenName } from '../xml/index.js';
import { schematronMessages } from './messages.js';
import { readMessage } from './read-message.js';
import { type Resolved, readLets, readRules } from './read-rules.js';
import { instantiatePatterns, type ReadFile, resolveIncludes } from './resolve-schema.js';
import { elementsIn, isSch, queryOf, schElements, schName, startOf } from './sch-element.js';
import {
  QUERY_BINDINGS,
  type SchDiagnostic,
  type SchPattern,
  type SchPhase,
  type SchSchema,
  XSLT_NAMESPACE,
} from './sch-schema.js';

/** In: the text of a schema. Out: what it says; undefined after errors, which are reported. */
export function readSchematron(source: Source, read: ReadFile, report: Report): SchSchema | undefined {
  const document = parseXml(source, report);
  if (!document) return undefined;
  if (!isSch(document.root, 'schema')) {
    report(schematronMessages['not-a-schema']({ root: writtenName(document.root.name) }, startOf(document.root)));
    return undefined;
  }
  return schemaOf(document.root, read, report);
}

/** What may stand in a schema, and is no more than said. */
const DOCUMENTATION = ['title', 'p', 'icon', 'param'];
const CHILDREN = ['ns', 'let', 'phase', 'pattern', 'diagnostics', 'properties', 'rules', ...DOCUMENTATION];

/** In: the element `schema`, as written. Out: what it says; undefined after errors, which are reported. */
export function schemaOf(written: Element, read: ReadFile, outer: Report): SchSchema | undefined {
  let failed = false;
  const report: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') failed = true;
    outer(diagnostic);
  };
  const root = resolveIncludes(written, read, report);
  const binding = attributeValue(root, 'queryBinding')?.toLowerCase() ?? 'xslt';
  const queryBinding = QUERY_BINDINGS.find((known) => known === binding);
  if (queryBinding === undefined) {
    const place = queryOf(root, 'queryBinding')?.place;
    report(schematronMessages['query-binding-unknown']({ binding, known: QUERY_BINDINGS }, place));
  }
  for (const element of elementsIn(root)) {
    const name = schName(element);
    if (name !== undefined && !CHILDREN.includes(name))
      report(schematronMessages['element-not-allowed']({ element: name, parent: 'schema' }, startOf(element)));
  }
  const patterns = instantiatePatterns(root, report);
  const resolved: Resolved = {
    abstractRules: abstractRules(root),
    diagnostics: readDiagnostics(root, patterns),
    report,
  };
  const schema = {
    path: written.place.source.path,
    queryBinding: queryBinding ?? 'xslt2',
    defaultPhase: attributeValue(root, 'defaultPhase'),
    namespaces: namespacesOf(root, report),
    lets: readLets(root, report),
    phases: schElements(root, 'phase').map((phase) => readPhase(phase, patterns, report)),
    patterns: patterns.map((pattern, index) => readPattern(pattern, index, resolved)),
    xslt: elementsIn(root).filter(({ name }) => name.namespace === XSLT_NAMESPACE),
    root: written,
  };
  return failed ? undefined : schema;
}

function namespacesOf(root: Element, report: Report): ReadonlyMap<string, string> {
  const namespaces = new Map<string, string>();
  for (const element of schElements(root, 'ns')) {
    const [prefix, uri] = [attributeValue(element, 'prefix'), attributeValue(element, 'uri')];
    if (prefix !== undefined && uri !== undefined) namespaces.set(prefix, uri);
    else {
      const attribute = prefix === undefined ? 'prefix' : 'uri';
      report(schematronMessages['attribute-missing']({ element: 'ns', attribute }, startOf(element)));
    }
  }
  return namespaces;
}

function readPhase(phase: Element, patterns: readonly Element[], report: Report): SchPhase {
  const known = patterns.flatMap((pattern) => attributeValue(pattern, 'id') ?? []);
  const active = schElements(phase, 'active').flatMap((element) => {
    const name = attributeValue(element, 'pattern');
    if (name !== undefined && known.includes(name)) return [name];
    report(
      name === undefined
        ? schematronMessages['attribute-missing']({ element: 'active', attribute: 'pattern' }, startOf(element))
        : schematronMessages['reference-unknown']({ kind: 'pattern', name, known }, startOf(element)),
    );
    return [];
  });
  return { id: attributeValue(phase, 'id') ?? '', lets: readLets(phase, report), active };
}

function readPattern(pattern: Element, index: number, resolved: Resolved): SchPattern {
  const id = attributeValue(pattern, 'id');
  return {
    id,
    lets: readLets(pattern, resolved.report),
    rules: readRules(pattern, id ?? `pattern-${index + 1}`, resolved),
    documents: queryOf(pattern, 'documents'),
  };
}

/** Rules that others extend stand in patterns, or in `rules` (2020). */
function abstractRules(root: Element): ReadonlyMap<string, Element> {
  const rules = schElements(root, 'pattern', 'rules').flatMap((pattern) => schElements(pattern, 'rule'));
  const isAbstract = (rule: Element) =>
    attributeValue(rule, 'abstract') === 'true' || queryOf(rule, 'context') === undefined;
  return new Map(rules.filter(isAbstract).map((rule) => [attributeValue(rule, 'id') ?? '', rule] as const));
}

/** Diagnostics and properties of the schema, and of patterns (2020). */
function readDiagnostics(root: Element, patterns: readonly Element[]): ReadonlyMap<string, SchDiagnostic> {
  const lists = [root, ...patterns].flatMap((element) => schElements(element, 'diagnostics', 'properties'));
  const found = lists.flatMap((list) => schElements(list, 'diagnostic', 'property'));
  return new Map(
    found.map((element) => {
      const id = attributeValue(element, 'id') ?? '';
      return [id, { id, message: readMessage(element) }] as const;
    }),
  );
}
