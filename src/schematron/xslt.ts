/** Functions, templates, keys and variables of XSLT in a schema -> values (XSLT 2.0, sections 5.7, 8 to 11, 16.3): what published schemas use of it. */
import { attributeValue, type Element, textContent } from '../xml/index.js';
import { type CompiledQuery, compileQuery } from './compile-query.js';
import type { Names } from './fonto.js';
import { compilePattern, type Matcher } from './match-pattern.js';
import { elementsIn, queryOf } from './sch-element.js';
import { type SchSchema, XSLT_NAMESPACE } from './sch-schema.js';
import { type Declared, type Frame, givenFrame, type RunScope, type Scope } from './scope.js';
import { TreeNode, textNode } from './tree-node.js';
import { NotEvaluated, textOf, type Value } from './value.js';

interface XslFunction {
  readonly element: Element;
  readonly namespace: string;
  readonly local: string;
  readonly arity: number;
}

export interface XslKey {
  readonly matchers: readonly Matcher[];
  readonly use: CompiledQuery;
}

export interface Xslt {
  /** The names of global variables. */
  readonly variables: readonly { readonly name: string }[];
  globals(names: Names): readonly Declared[];
  numberOf(namespace: string, local: string, arity: number): number | undefined;
  keys(name: string, names: Names): readonly XslKey[];
  call(number: number, args: readonly Value[], context: CallContext): Value;
}

export interface CallContext {
  readonly names: Names;
  /** The document at hand: functions have no context item of their own. */
  readonly focus: TreeNode;
  readonly globals: Frame | undefined;
  readonly run: RunScope;
}

export function readXslt({ xslt, namespaces }: SchSchema): Xslt {
  const named = (local: string) => xslt.filter(({ name }) => name.local === local);
  const functions = named('function').map((element): XslFunction => {
    const [prefix = '', local = ''] = (attributeValue(element, 'name') ?? '').split(':');
    const arity = elementsIn(element).filter((child) => isXsl(child, 'param')).length;
    return { element, namespace: namespaces.get(prefix) ?? prefix, local, arity };
  });
  const numbers = new Map(
    functions.map(({ namespace, local, arity }, i) => [`{${namespace}}${local}#${arity}`, i] as const),
  );
  const templates = new Map(
    named('template').map((element) => [attributeValue(element, 'name') ?? '', element] as const),
  );
  const variables = [...named('variable'), ...named('param')].map((element) => ({
    name: attributeValue(element, 'name') ?? '',
    element,
  }));
  const keysByName = new Map<string, readonly XslKey[]>();
  return {
    variables,
    numberOf: (namespace, local, arity) => numbers.get(`{${namespace}}${local}#${arity}`),
    globals: (names) =>
      variables.map(({ name, element }) => {
        const select = queryOf(element, 'select');
        return { name, query: select ? compileQuery(select, names) : textContent(element) };
      }),
    keys(name, names) {
      const made =
        keysByName.get(name) ??
        named('key')
          .filter((element) => attributeValue(element, 'name') === name)
          .flatMap((element) => {
            const [match, use] = [queryOf(element, 'match'), queryOf(element, 'use')];
            if (!match || !use) return [];
            return [{ matchers: compilePattern(compileQuery(match, names)), use: compileQuery(use, names) }];
          });
      keysByName.set(name, made);
      return made;
    },
    call(number, args, context) {
      const found = functions[number];
      if (!found) return [];
      const scope = { current: context.focus, frame: context.globals, run: context.run };
      return runBody(
        found.element,
        args.map((value) => ({ value })),
        scope,
        context,
        templates,
      );
    },
  };
}

function isXsl({ name }: Element, ...locals: readonly string[]): boolean {
  return name.namespace === XSLT_NAMESPACE && locals.includes(name.local);
}

interface Argument {
  /** Undefined for the place that it has. */
  readonly name?: string;
  readonly value: Value;
}

type Templates = ReadonlyMap<string, Element>;

/** A function or a template with its parameters. */
function runBody(
  element: Element,
  args: readonly Argument[],
  scope: Scope,
  context: CallContext,
  templates: Templates,
): Value {
  const params = elementsIn(element).filter((child) => isXsl(child, 'param'));
  let inner: Scope = { ...scope, frame: context.globals };
  for (const [index, param] of params.entries()) {
    const name = attributeValue(param, 'name') ?? '';
    const given = args.find((arg, i) => (arg.name === undefined ? i === index : arg.name === name));
    const value = given?.value ?? variableValue(param, inner, context, templates);
    inner = { ...inner, frame: givenFrame(name, value, inner.current, inner.frame) };
  }
  return runSequence(element, inner, context, templates);
}

/** A sequence constructor (5.7). */
function runSequence(parent: Element, scope: Scope, context: CallContext, templates: Templates): Value {
  let inner = scope;
  const out: Value[number][] = [];
  for (const child of parent.children) {
    if (child.kind === 'text' && /[^ \t\r\n]/.test(child.text)) out.push(textNode(child.text));
    if (child.kind !== 'element' || isXsl(child, 'param', 'message', 'sort', 'with-param')) continue;
    if (isXsl(child, 'variable')) {
      const value = variableValue(child, inner, context, templates);
      inner = { ...inner, frame: givenFrame(attributeValue(child, 'name') ?? '', value, inner.current, inner.frame) };
    } else out.push(...runInstruction(child, inner, context, templates));
  }
  return out;
}

/** What a variable or parameter has: what is selected, or what its content comes to. */
function variableValue(element: Element, scope: Scope, context: CallContext, templates: Templates): Value {
  const select = selected(element, 'select', scope, context);
  if (select) return select;
  const content = runSequence(element, scope, context, templates);
  if (attributeValue(element, 'as') !== undefined) return content;
  return [textNode(content.map(textOf).join(''))];
}

function runInstruction(element: Element, scope: Scope, context: CallContext, templates: Templates): Value {
  const { local, namespace } = element.name;
  const content = (of: Element = element, inner: Scope = scope) => runSequence(of, inner, context, templates);
  switch (namespace === XSLT_NAMESPACE ? local : '') {
    case 'sequence':
    case 'copy-of':
      return selected(element, 'select', scope, context) ?? content();
    case 'value-of': {
      const value = selected(element, 'select', scope, context) ?? content();
      return [textNode(value.map(textOf).join(attributeValue(element, 'separator') ?? ' '))];
    }
    case 'text':
      return [textNode(textContent(element))];
    case 'if':
      return isTrue(element, scope, context) ? content() : [];
    case 'choose': {
      const chosen = elementsIn(element).find((each) => isXsl(each, 'otherwise') || isTrue(each, scope, context));
      return chosen ? content(chosen) : [];
    }
    case 'for-each': {
      const items = selected(element, 'select', scope, context) ?? [];
      return items.flatMap((item) => {
        if (!(item instanceof TreeNode)) throw unknown('xsl:for-each over what is no node');
        return content(element, { ...scope, current: item });
      });
    }
    case 'call-template': {
      const template = templates.get(attributeValue(element, 'name') ?? '');
      if (!template) throw unknown(`the template "${attributeValue(element, 'name') ?? ''}"`);
      const args = elementsIn(element)
        .filter((child) => isXsl(child, 'with-param'))
        .map((child) => ({
          name: attributeValue(child, 'name') ?? '',
          value: variableValue(child, scope, context, templates),
        }));
      return runBody(template, args, scope, context, templates);
    }
    default:
      throw unknown(
        namespace === XSLT_NAMESPACE ? `the instruction xsl:${local}` : `the element "${local}" in a function`,
      );
  }
}

const queries = new WeakMap<Element, Map<string, CompiledQuery | undefined>>();

function queryIn(element: Element, name: string, names: Names): CompiledQuery | undefined {
  const known = queries.get(element) ?? new Map<string, CompiledQuery | undefined>();
  queries.set(element, known);
  if (!known.has(name)) {
    const query = queryOf(element, name);
    known.set(name, query && compileQuery(query, names));
  }
  return known.get(name);
}

function selected(element: Element, name: string, scope: Scope, { names }: CallContext): Value | undefined {
  return queryIn(element, name, names)?.value(scope.current, scope);
}

function isTrue(element: Element, scope: Scope, { names }: CallContext): boolean {
  return queryIn(element, 'test', names)?.truth(scope.current, scope) ?? false;
}

function unknown(what: string): NotEvaluated {
  return new NotEvaluated({ kind: 'unknown', what });
}
