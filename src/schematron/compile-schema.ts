/** A schema -> the same with its XPath compiled and checked: what is wrong with it is said before any document is read. */
import type { Report } from '../diagnostic/index.js';
import { checkQuery } from './check-query.js';
import { type CompiledQuery, compileQuery } from './compile-query.js';
import type { FontoXPath, Names } from './fonto.js';
import { compilePattern, type Matcher } from './match-pattern.js';
import type { MessagePart, Query, SchCheck, SchLet, SchPattern, SchPhase, SchRule, SchSchema } from './sch-schema.js';
import type { Declared } from './scope.js';
import { readXslt, type Xslt } from './xslt.js';

export type CompiledMessage = readonly (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value-of'; readonly query: CompiledQuery }
  | { readonly kind: 'name'; readonly query: CompiledQuery | undefined }
)[];

export interface CompiledCheck {
  readonly check: SchCheck;
  readonly test: CompiledQuery;
  readonly message: CompiledMessage;
  readonly diagnostics: readonly CompiledMessage[];
  readonly subject: CompiledQuery | undefined;
}

export interface CompiledRule {
  readonly rule: SchRule;
  readonly matchers: readonly Matcher[];
  readonly lets: readonly Declared[];
  readonly checks: readonly CompiledCheck[];
}

export interface CompiledPattern {
  readonly pattern: SchPattern;
  readonly lets: readonly Declared[];
  readonly rules: readonly CompiledRule[];
  readonly documents: CompiledQuery | undefined;
}

export interface CompiledPhase {
  readonly phase: SchPhase;
  readonly lets: readonly Declared[];
}

export interface CompiledSchema {
  readonly schema: SchSchema;
  readonly names: Names;
  readonly lets: readonly Declared[];
  readonly phases: readonly CompiledPhase[];
  readonly patterns: readonly CompiledPattern[];
  readonly xslt: Xslt;
}

/** Undefined after errors, which are reported; `FontoNeeded` is thrown where it takes FontoXPath to tell. */
export function compileSchema(
  schema: SchSchema,
  fonto: FontoXPath | undefined,
  outer: Report,
): CompiledSchema | undefined {
  let failed = false;
  const report: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') failed = true;
    outer(diagnostic);
  };
  const xslt = readXslt(schema);
  const names: Names = { namespaces: schema.namespaces, ownFunction: xslt.numberOf };
  const compile = (query: Query, declared: ReadonlySet<string>): CompiledQuery => {
    const compiled = compileQuery(query, names);
    checkQuery(compiled, declared, names, fonto, report);
    return compiled;
  };
  const compileLets = (lets: readonly SchLet[], declared: ReadonlySet<string>): readonly Declared[] => {
    const seen = new Set(declared);
    return lets.map(({ name, value }) => {
      const query = typeof value === 'string' ? value : compile(value, seen);
      seen.add(name);
      return { name, query };
    });
  };
  const message = (parts: readonly MessagePart[], declared: ReadonlySet<string>): CompiledMessage =>
    parts.map((part) => {
      if (part.kind === 'text') return part;
      if (part.kind === 'value-of') return { kind: 'value-of', query: compile(part.select, declared) };
      return { kind: 'name', query: part.path && compile(part.path, declared) };
    });

  const globals = namesOf(schema.lets, new Set(xslt.variables.map(({ name }) => name)));
  const anyPhase = schema.phases.reduce((all, { lets }) => namesOf(lets, all), globals);
  const compileRule = (rule: SchRule, outside: ReadonlySet<string>): CompiledRule => {
    const declared = namesOf(rule.lets, outside);
    return {
      rule,
      matchers: compilePattern(compile(rule.context, outside)),
      lets: compileLets(rule.lets, outside),
      checks: rule.checks.map((check) => ({
        check,
        test: compile(check.test, declared),
        message: message(check.message, declared),
        diagnostics: check.diagnostics.map((diagnostic) => message(diagnostic.message, declared)),
        subject: check.subject && compile(check.subject, declared),
      })),
    };
  };
  const compiled: CompiledSchema = {
    schema,
    names,
    lets: [...schema.lets.flatMap((each) => compileLets([each], globals)), ...xslt.globals(names)],
    phases: schema.phases.map((phase) => ({ phase, lets: compileLets(phase.lets, globals) })),
    patterns: schema.patterns.map((pattern) => ({
      pattern,
      lets: compileLets(pattern.lets, anyPhase),
      rules: pattern.rules.map((rule) => compileRule(rule, namesOf(pattern.lets, anyPhase))),
      documents: pattern.documents && compile(pattern.documents, anyPhase),
    })),
    xslt,
  };
  return failed ? undefined : compiled;
}

function namesOf(lets: readonly SchLet[], outside: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...outside, ...lets.map(({ name }) => name)]);
}
