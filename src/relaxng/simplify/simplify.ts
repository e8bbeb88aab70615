/**
 * A schema as written -> its simple form (RELAX NG 1.0, section 4.6 to 4.21). References to definitions that are no
 * elements become the definition's one simple pattern, shared: the result is a graph and as small as the schema.
 */
import type { Report } from '../../diagnostic/index.js';
import { nearestName } from '../alternatives.js';
import { MAX_DEPTH } from '../limits.js';
import { schemaMessages } from '../messages.js';
import type { AttributePattern, ElementPattern, Pattern, ReferencePattern } from '../schema.js';
import type { SimpleDefinition, SimpleGrammar, SimplePattern } from '../simple.js';
import {
  type Located,
  makeChoice,
  makeEmpty,
  makeGroup,
  makeInterleave,
  makeList,
  makeMixed,
  makeOneOrMore,
  makeOptional,
  makeText,
  makeZeroOrMore,
  NOT_ALLOWED,
} from './compose.js';
import { createDatatypeChecks } from './datatypes.js';
import type { FileChain, ReadReference, SchemaFile } from './files.js';
import { simplifyNameClass } from './name-class.js';
import { keepReachable } from './reachable.js';
import { type Combined, makeScope, type Scope } from './scope.js';

/** Where a pattern stands. */
interface Context {
  /** Undefined outside of any grammar. */
  readonly scope: Scope | undefined;
  readonly chain: FileChain;
  readonly depth: number;
}

interface PendingElement {
  readonly pattern: ElementPattern;
  readonly context: Context;
  readonly documentation: string | undefined;
}

/** In: the schema that was read, and how to get the ones that it refers to. Out: its simple form; after errors, which are reported, of no use. */
export function simplifySchema(root: SchemaFile, read: ReadReference, report: Report): SimpleGrammar {
  const definitions: SimpleDefinition[] = [];
  /** Elements that were met, in the order of their definitions; their content comes later, so elements do not nest. */
  const pending: PendingElement[] = [];
  const scopes: Scope[] = [];
  const done = new Map<Combined, SimplePattern>();
  const busy: Combined[] = [];
  const datatypes = createDatatypeChecks(report);
  let reachable = true;
  let tooDeep = false;

  const simplify = (pattern: Pattern, outer: Context): SimplePattern => {
    const { place } = pattern;
    const context = deeper(outer);
    if (context.depth > MAX_DEPTH) {
      if (!tooDeep) report(schemaMessages['nested-too-deeply']({ limit: MAX_DEPTH }, place));
      tooDeep = true;
      return NOT_ALLOWED;
    }
    switch (pattern.kind) {
      case 'empty':
        return makeEmpty(place);
      case 'notAllowed':
        return NOT_ALLOWED;
      case 'text':
        return makeText(place);
      case 'choice':
        return makeChoice(pattern.patterns.map((part) => simplify(part, context)));
      case 'interleave':
        return makeInterleave(
          pattern.patterns.map((part) => simplify(part, context)),
          place,
        );
      case 'group':
        return simplifyAll(pattern, context);
      case 'optional':
        return makeOptional(simplifyAll(pattern, context), place);
      case 'zeroOrMore':
        return makeZeroOrMore(simplifyAll(pattern, context), place);
      case 'oneOrMore':
        return makeOneOrMore(simplifyAll(pattern, context), place);
      case 'list':
        return makeList(simplifyAll(pattern, context), place);
      case 'mixed':
        return makeMixed(simplifyAll(pattern, context), place);
      case 'element':
        return simplifyElement(pattern, outer);
      case 'attribute':
        return simplifyAttribute(pattern, context);
      case 'value': {
        datatypes.checkValue(pattern);
        return pattern;
      }
      case 'data': {
        datatypes.checkData(pattern);
        const { datatype, parameters } = pattern;
        const except = pattern.except && makeChoice(pattern.except.map((part) => simplify(part, context)));
        const excepts = except && except.kind !== 'notAllowed';
        return { kind: 'data', datatype, parameters, place, ...(excepts && { except }) };
      }
      case 'ref':
        return simplifyReference(pattern, context.scope, context);
      case 'parentRef':
        return simplifyReference(pattern, context.scope?.parent, context);
      case 'externalRef': {
        const file = read(pattern, context.chain);
        return file ? simplify(file.pattern, { ...context, chain: file.chain }) : NOT_ALLOWED;
      }
      case 'grammar': {
        const scope = makeScope(pattern, context.scope, context.chain, read, report);
        scopes.push(scope);
        const start = scope.definitions.get('');
        return start ? simplifyDefinition(start, scope, context) : NOT_ALLOWED;
      }
    }
  };

  const simplifyAll = (pattern: Pattern & { readonly patterns: readonly Pattern[] }, context: Context) =>
    makeGroup(
      pattern.patterns.map((part) => simplify(part, context)),
      pattern.place,
    );

  const simplifyElement = (pattern: ElementPattern, context: Context, documentation?: string): SimplePattern => {
    // The content starts anew: an element in an element is a reference.
    const content = { ...context, depth: 0 };
    const index =
      pending.push({ pattern, context: content, documentation: pattern.documentation ?? documentation }) - 1;
    const reference: Located = { kind: 'ref', index, place: pattern.place };
    return reference;
  };

  const simplifyAttribute = (pattern: AttributePattern, context: Context): SimplePattern => {
    const { defaultValue, place } = pattern;
    const nameClass = simplifyNameClass(pattern.nameClass, 'attribute', report);
    const value = pattern.pattern ? simplify(pattern.pattern, context) : makeText(place);
    if (value.kind === 'notAllowed') return value;
    return {
      kind: 'attribute',
      nameClass,
      pattern: value,
      place,
      ...(defaultValue !== undefined && { defaultValue }),
    };
  };

  const simplifyReference = (
    { name, kind, place }: ReferencePattern,
    scope: Scope | undefined,
    context: Context,
  ): SimplePattern => {
    if (!scope) {
      report(schemaMessages['grammar-missing']({ name, parent: kind === 'parentRef' }, place));
      return NOT_ALLOWED;
    }
    const definition = scope.definitions.get(name);
    if (definition && name !== '') return simplifyDefinition(definition, scope, context);
    const near = nearestName(name, scope.definitions.keys());
    if (scope.complete) report(schemaMessages['define-missing']({ name, near: near === '' ? undefined : near }, place));
    return NOT_ALLOWED;
  };

  const simplifyDefinition = (combined: Combined, scope: Scope, context: Context): SimplePattern => {
    const known = done.get(combined);
    if (known) return known;
    const start = busy.indexOf(combined);
    if (start !== -1) {
      // What nothing refers to is dropped before recursion matters (4.19).
      const path = [...busy.slice(start), combined].map(({ name }) => (name === '' ? 'start' : name));
      if (reachable) report(schemaMessages.recursion({ path }, combined.place));
      return NOT_ALLOWED;
    }
    busy.push(combined);
    const parts = combined.parts.map(({ definition, chain }) => {
      const inner: Context = { scope, chain, depth: context.depth };
      const [first] = definition.patterns;
      return first?.kind === 'element' && definition.patterns.length === 1
        ? simplifyElement(first, inner, definition.kind === 'define' ? definition.documentation : undefined)
        : makeGroup(
            definition.patterns.map((part) => simplify(part, inner)),
            definition.place,
          );
    });
    busy.pop();
    const pattern = combined.method === 'choice' ? makeChoice(parts) : makeInterleave(parts, combined.place);
    done.set(combined, pattern);
    return pattern;
  };

  const simplifyPending = () => {
    for (let next = pending[definitions.length]; next; next = pending[definitions.length]) {
      const { pattern, context, documentation } = next;
      definitions.push({
        nameClass: simplifyNameClass(pattern.nameClass, 'element', report),
        content: simplifyAll(pattern, context),
        place: pattern.place,
        ...(documentation !== undefined && { documentation }),
      });
    }
  };

  const start = simplify(root.pattern, { scope: undefined, chain: root.chain, depth: 0 });
  simplifyPending();
  const count = definitions.length;
  // Definitions that nothing refers to have to be right, but are no part of the simple form (4.19).
  reachable = false;
  for (const scope of scopes) {
    for (const combined of scope.definitions.values()) {
      simplifyDefinition(combined, scope, { scope, chain: root.chain, depth: 0 });
      simplifyPending();
    }
  }
  return keepReachable({ start, definitions: definitions.slice(0, count) });
}

function deeper(context: Context): Context {
  return { ...context, depth: context.depth + 1 };
}
