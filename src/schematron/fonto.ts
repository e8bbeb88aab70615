/**
 * XPath text and a context -> what it comes to: the one place that knows FontoXPath. Functions that belong to XSLT, and
 * those of XPath that it has not, are added here (XPath and XQuery Functions and Operators 3.1; XSLT 2.0, section 16).
 */
import fontoxpath from 'fontoxpath';
import { facade } from './fonto-facade.js';
import { CURRENT, captured, joined, OWN_PREFIX } from './fonto-text.js';
import { TreeNode } from './tree-node.js';
import { type Atomic, type Item, NotEvaluated, type Value } from './value.js';
import { flaggedRegex, withGroups } from './xpath-regex.js';

const OWN_NAMESPACE = 'urn:teiscribe:schematron';
const FUNCTIONS = 'http://www.w3.org/2005/xpath-functions';
const STANDARD: Readonly<Record<string, string>> = {
  '': FUNCTIONS,
  fn: FUNCTIONS,
  xs: 'http://www.w3.org/2001/XMLSchema',
  math: `${FUNCTIONS}/math`,
  map: `${FUNCTIONS}/map`,
  array: `${FUNCTIONS}/array`,
};

/** What functions ask of the run: they know neither files nor the schema. */
export interface FunctionHost {
  /** A document by its address; throws `NotEvaluated` where it cannot be had. */
  document(href: string): TreeNode;
  isAvailable(href: string): boolean;
  key(name: string, values: readonly string[], root: TreeNode): readonly TreeNode[];
  /** A function of the schema's own, by its number. */
  call(number: number, args: readonly Value[]): Value;
  readonly schemaPath: string;
  /** Throws why a variable has no value. */
  throwFailure(number: number): never;
}

/** Keeps the cause of an error, which does not come through FontoXPath. */
class Context {
  cause: NotEvaluated | undefined;
  readonly host: FunctionHost;

  constructor(host: FunctionHost) {
    this.host = host;
  }
}

/** How names are understood: the same for all expressions of a schema. */
export interface Names {
  readonly namespaces: ReadonlyMap<string, string>;
  /** The number of a function of the schema's own. */
  ownFunction(namespace: string, local: string, arity: number): number | undefined;
}

export interface Processor {
  truth(text: string, focus: TreeNode, variables: Variables): boolean;
  /** As `xsl:value-of` has it. */
  text(text: string, focus: TreeNode, variables: Variables): string;
  value(text: string, focus: TreeNode, variables: Variables): Value;
}

/** `current` is the context node of the rule. */
export interface Variables {
  readonly current: TreeNode;
  readonly values: Readonly<Record<string, Value>>;
}

/** What this module gives to those that load it late. */
export interface FontoXPath {
  createProcessor(names: Names, host: FunctionHost): Processor;
  staticMistake(text: string, names: Names): string | undefined;
  isBindable(value: Value): boolean;
}

/** In: how names are understood, and what functions ask. Out: what evaluates; errors are `NotEvaluated`. */
export function createProcessor(names: Names, host: FunctionHost): Processor {
  const context = new Context(host);
  const options = { ...optionsOf(names), currentContext: context };
  const run = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const { cause } = context;
      context.cause = undefined;
      throw cause ?? new NotEvaluated(causeOf(error));
    }
  };
  const bound = ({ current, values }: Variables) => {
    const given: Record<string, unknown> = { [CURRENT]: current };
    for (const [name, value] of Object.entries(values)) given[name] = bindable(value);
    return given;
  };
  return {
    truth: (text, focus, variables) =>
      run(() => fontoxpath.evaluateXPathToBoolean(text, focus, facade, bound(variables), options)),
    text: (text, focus, variables) =>
      run(() => fontoxpath.evaluateXPathToString(joined(text), focus, facade, bound(variables), options)),
    value: (text, focus, variables) =>
      run(() => {
        const { ALL_RESULTS_TYPE } = fontoxpath.evaluateXPath;
        const found: readonly unknown[] = fontoxpath.evaluateXPath(
          captured(text),
          focus,
          facade,
          bound(variables),
          ALL_RESULTS_TYPE,
          options,
        );
        return found.map(itemOf);
      }),
  };
}

/** What is wrong with an expression before there is any document: undefined for nothing. */
export function staticMistake(text: string, names: Names): string | undefined {
  try {
    fontoxpath.evaluateXPath(text, null, facade, {}, fontoxpath.evaluateXPath.ALL_RESULTS_TYPE, optionsOf(names));
  } catch (error) {
    const { message } = Object(error);
    const isSyntax = typeof message === 'string' && /XPST0003|XPST0081/.test(message);
    if (isSyntax) return plainMessage(message);
  }
  return undefined;
}

function optionsOf({ namespaces, ownFunction }: Names) {
  return {
    language: fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE,
    namespaceResolver: (prefix: string) => namespaces.get(prefix) ?? STANDARD[prefix === '' ? '-' : prefix] ?? null,
    functionNameResolver: ({ prefix, localName }: { prefix: string; localName: string }, arity: number) => {
      if (prefix === OWN_PREFIX) return { namespaceURI: OWN_NAMESPACE, localName };
      const namespaceURI = (prefix === '' ? undefined : namespaces.get(prefix)) ?? STANDARD[prefix] ?? `${prefix}:`;
      const number = ownFunction(namespaceURI, localName, arity);
      if (number !== undefined) {
        declareCall(number, arity);
        return { namespaceURI: OWN_NAMESPACE, localName: `call-${number}` };
      }
      const isAdded = namespaceURI === FUNCTIONS && ADDED.has(`${localName}#${arity}`);
      return { namespaceURI: isAdded ? OWN_NAMESPACE : namespaceURI, localName };
    },
  };
}

function causeOf(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /XPST0017: Function Q\{([^}]*)\}(\S+) with arity of (\d+)/.exec(message);
  if (missing) return { kind: 'unknown', what: `the function ${missing[2]}() with ${missing[3]} arguments` } as const;
  return { kind: 'dynamic', detail: plainMessage(message) } as const;
}

/** The line that says what is wrong, without the picture of the expression. */
function plainMessage(message: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  const line =
    lines.find(
      (each) => !/^Custom XPath function /.test(each) && /X[PQT][A-Z]{2}\d{4}|F[OA][A-Z]{2}\d{4}/.test(each),
    ) ??
    lines.find((each) => !/^Custom XPath function /.test(each)) ??
    '';
  return line.replace(/^Error: /, '').replace(/ Expected .*$/, '');
}

/** A value as FontoXPath takes it from outside. */
export function isBindable(value: Value): boolean {
  return bindable(value) !== undefined;
}

const bindings = new WeakMap<Value, unknown>();

function bindable(value: Value): unknown {
  if (bindings.has(value)) return bindings.get(value);
  const made = makeBinding(value);
  bindings.set(value, made);
  return made;
}

function makeBinding(value: Value): unknown {
  const nodes = value.filter((item) => item instanceof TreeNode);
  if (nodes.length === value.length) return typed('node()*', nodes);
  const atoms = value.flatMap((item) => (item instanceof TreeNode ? [] : [item]));
  const [first] = atoms;
  if (!first || atoms.length !== value.length || atoms.some(({ type }) => type !== first.type)) return undefined;
  const read = READ[first.type];
  return (
    read &&
    typed(
      `${first.type}*`,
      atoms.map(({ text }) => read(text)),
    )
  );
}

const number = (text: string) =>
  text === 'INF' ? Number.POSITIVE_INFINITY : text === '-INF' ? Number.NEGATIVE_INFINITY : Number(text);

/** Other types are evaluated anew at each place that names the variable. */
const READ: Readonly<Record<string, (text: string) => string | number | boolean>> = {
  'xs:string': (text) => text,
  'xs:boolean': (text) => text === 'true',
  'xs:integer': number,
  'xs:decimal': number,
  'xs:double': number,
  'xs:float': number,
};

function typed(type: string, values: (string | number | boolean | TreeNode)[]): unknown {
  return fontoxpath.createTypedValueFactory(type)(values, facade);
}

function itemOf(found: unknown): Item {
  if (found instanceof TreeNode) return found;
  const [type, text] = Array.isArray(found) ? found : [];
  if (type instanceof TreeNode) return type.attributes.find(({ nodeName }) => nodeName === text) ?? type;
  return { type: String(type), text: String(text) } satisfies Atomic;
}

function define(
  name: string,
  parameters: string[],
  result: string,
  work: (host: FunctionHost, ...args: readonly unknown[]) => unknown,
): void {
  const namespaced = { localName: name, namespaceURI: OWN_NAMESPACE };
  fontoxpath.registerCustomXPathFunction(namespaced, parameters, result, ({ currentContext }, ...args) => {
    if (!(currentContext instanceof Context)) throw new TypeError('no document');
    try {
      return work(currentContext.host, ...args);
    } catch (error) {
      if (error instanceof NotEvaluated) currentContext.cause ??= error;
      throw error;
    }
  });
}

/** Functions of XPath and XSLT that are found by their own name, with how many arguments. */
const ADDED = new Set<string>();

function add(
  name: string,
  parameters: string[],
  result: string,
  work: (host: FunctionHost, ...args: readonly unknown[]) => unknown,
): void {
  ADDED.add(`${name}#${parameters.length}`);
  define(name, parameters, result, work);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const texts = (value: unknown) => (Array.isArray(value) ? value.map(text) : []);
const nodeOf = (value: unknown) => (value instanceof TreeNode ? value : undefined);

define('base-uri', ['node()*'], 'xs:string*', (_, nodes) =>
  (Array.isArray(nodes) ? nodes : []).map((node) => nodeOf(node)?.tree.path ?? ''),
);
define('id', ['xs:string*', 'node()'], 'node()*', (_, ids, root) => {
  const { tree } = nodeOf(root) ?? {};
  const found = texts(ids)
    .flatMap((list) => list.trim().split(/\s+/))
    .map((id) => tree?.byId(id));
  return inOrder(found.flatMap((node) => node ?? []));
});
define('key', ['xs:string', 'xs:string*', 'node()'], 'node()*', (host, name, values, root) => {
  const node = nodeOf(root);
  return node ? inOrder(host.key(text(name), texts(values), node)) : [];
});
add('doc', ['xs:string?'], 'node()?', (host, href) => (typeof href === 'string' ? host.document(href) : null));
add('doc-available', ['xs:string?'], 'xs:boolean', (host, href) => typeof href === 'string' && host.isAvailable(href));
add('document', ['xs:string*'], 'node()*', (host, hrefs) => texts(hrefs).map((href) => host.document(href)));
define('failed', ['xs:integer'], 'item()*', (host, number) => host.throwFailure(Number(number)));
add('static-base-uri', [], 'xs:string', (host) => host.schemaPath);
add('matches', ['xs:string?', 'xs:string', 'xs:string'], 'xs:boolean', (_, input, pattern, flags) =>
  flaggedRegex(text(pattern), text(flags)).test(text(input)),
);
add('replace', ['xs:string?', 'xs:string', 'xs:string', 'xs:string'], 'xs:string', (_, input, pattern, by, flags) =>
  text(input).replace(flaggedRegex(text(pattern), text(flags)), withGroups(text(by), text(flags))),
);
add('tokenize', ['xs:string?', 'xs:string', 'xs:string'], 'xs:string*', (_, input, pattern, flags) =>
  text(input) === '' ? [] : text(input).split(flaggedRegex(text(pattern), text(flags))),
);
add('normalize-unicode', ['xs:string?'], 'xs:string', (_, input) => text(input).normalize('NFC'));
add('contains-token', ['xs:string*', 'xs:string'], 'xs:boolean', (_, inputs, token) =>
  texts(inputs).some((input) => input.trim().split(/\s+/).includes(text(token).trim())),
);

const declared = new Set<string>();

/** Functions of schemas share one name by number; which schema is meant, the host knows. */
function declareCall(number: number, arity: number): void {
  const key = `${number}#${arity}`;
  if (declared.has(key)) return;
  declared.add(key);
  const parameters = Array.from({ length: arity }, () => 'item()*');
  define(
    `call-${number}`,
    parameters,
    'item()*',
    (host, ...args) =>
      bindable(
        host.call(
          number,
          args.map((arg) => (Array.isArray(arg) ? arg.map(itemOf) : [])),
        ),
      ) ?? [],
  );
}

function inOrder(nodes: readonly TreeNode[]): TreeNode[] {
  return [...new Set(nodes)].sort((a, b) => a.order - b.order);
}
