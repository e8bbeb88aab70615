/** A compiled schema and a document -> what its assertions find: all contexts are matched in one walk over the nodes (ISO/IEC 19757-3, section 6.5). */
import type { Diagnostic, Report } from '../diagnostic/index.js';
import type { CompiledPattern, CompiledRule, CompiledSchema } from './compile-schema.js';
import { createFailures, type Failures } from './failures.js';
import { findingOf } from './finding.js';
import type { FontoXPath } from './fonto.js';
import { createHost, type Documents } from './host.js';
import type { Matcher } from './match-pattern.js';
import { type Frame, frameOf, globalFrames, type RunScope, type Scope } from './scope.js';
import { ELEMENT, type Tree, type TreeNode } from './tree-node.js';
import { NotEvaluated, textOf } from './value.js';

/** A rule, and one of the alternatives of its context. */
interface Entry {
  readonly pattern: number;
  readonly rule: CompiledRule;
  readonly matcher: Matcher;
  readonly frame: Frame | undefined;
}

export interface Run {
  /** `#ALL`, `#DEFAULT` or the id of a phase; where there is none, the one that the schema says. */
  readonly phase: string | undefined;
  readonly fonto: FontoXPath | undefined;
  readonly documents: Documents;
}

/** Reports what is found; `FontoNeeded` is thrown where it takes FontoXPath and there is none. */
export function runSchema(
  compiled: CompiledSchema,
  tree: Tree,
  { phase, fonto, documents }: Run,
  report: Report,
): void {
  const failures = createFailures();
  const failed: NotEvaluated[] = [];
  const globals = globalFrames(compiled.lets, tree.root);
  const host = createHost({ compiled, globals, tree, documents, failed, failures, run: () => run });
  const run: RunScope = {
    fonto,
    processor: fonto?.createProcessor(compiled.names, host),
    fail: (error) => failed.push(error) - 1,
  };
  const { patterns, frame } = chosen(compiled, phase, globals, tree.root);
  const found: Diagnostic[] = [];
  const here = patterns.filter(({ documents: others }) => others === undefined);
  checkTree(tree, here, frame, run, failures, (diagnostic) => found.push(diagnostic));
  for (const pattern of patterns) {
    if (!pattern.documents) continue;
    for (const other of otherTrees(pattern, frame, tree, run, failures, documents, compiled.schema.path))
      checkTree(other, [pattern], frame, run, failures, (diagnostic) => found.push(diagnostic));
  }
  for (const diagnostic of found) report(diagnostic);
  failures.report(report);
}

/** The patterns of the phase, and the variables that they see. */
function chosen(compiled: CompiledSchema, asked: string | undefined, globals: Frame | undefined, root: TreeNode) {
  const { defaultPhase } = compiled.schema;
  const name = asked === undefined || asked === '#DEFAULT' ? (defaultPhase ?? '#ALL') : asked;
  const phase = compiled.phases.find((each) => each.phase.id === name);
  if (!phase) return { patterns: compiled.patterns, frame: globals };
  const frame = phase.lets.reduce<Frame | undefined>((outer, each) => frameOf(each, root, outer), globals);
  const patterns = compiled.patterns.filter(({ pattern }) => phase.phase.active.includes(pattern.id ?? ''));
  return { patterns, frame };
}

function otherTrees(
  pattern: CompiledPattern,
  frame: Frame | undefined,
  tree: Tree,
  run: RunScope,
  failures: Failures,
  documents: Documents,
  base: string,
): readonly Tree[] {
  const ids = pattern.rules.flatMap(({ checks }) => checks.map(({ check }) => check));
  try {
    const hrefs = pattern.documents?.value(tree.root, { current: tree.root, frame, run }) ?? [];
    return hrefs.flatMap((item) => {
      const href = textOf(item);
      const other = documents.read(href, tree.path) ?? documents.read(href, base);
      if (!other) for (const check of ids) failures.add({ kind: 'document', href }, check, undefined);
      return other ?? [];
    });
  } catch (error) {
    if (!(error instanceof NotEvaluated)) throw error;
    for (const check of ids) failures.add(error.reason, check, undefined);
    return [];
  }
}

function checkTree(
  tree: Tree,
  patterns: readonly CompiledPattern[],
  outer: Frame | undefined,
  run: RunScope,
  failures: Failures,
  report: Report,
): void {
  const entries = patterns.flatMap(({ lets, rules }, pattern): readonly Entry[] => {
    const frame = lets.reduce<Frame | undefined>((before, each) => frameOf(each, tree.root, before), outer);
    return rules.flatMap((rule) => rule.matchers.map((matcher) => ({ pattern, rule, matcher, frame })));
  });
  if (entries.length === 0) return;
  const byName = new Map<string, readonly Entry[]>();
  const others = entries.filter(({ matcher }) => !matcher.isElement && matcher.local === undefined);
  const entriesOf = ({ nodeType, localName }: TreeNode): readonly Entry[] => {
    if (nodeType !== ELEMENT) return others;
    const known = byName.get(localName);
    if (known) return known;
    const fitting = entries.filter(({ matcher }) => matcher.local === undefined || matcher.local === localName);
    byName.set(localName, fitting);
    return fitting;
  };
  const fired = patterns.map((): TreeNode | undefined => undefined);
  for (const node of others.length > 0 ? tree.nodes : tree.allElements) {
    for (const { pattern, rule, matcher, frame } of entriesOf(node)) {
      // Of a pattern, the first rule that matches is the only one.
      if (fired[pattern] === node || !isMatch(matcher, node, { current: node, frame, run }, rule, failures)) continue;
      fired[pattern] = node;
      fire(rule, node, frame, run, failures, report);
    }
  }
}

function isMatch(matcher: Matcher, node: TreeNode, scope: Scope, rule: CompiledRule, failures: Failures): boolean {
  try {
    return matcher.matches(node, scope);
  } catch (error) {
    if (!(error instanceof NotEvaluated)) throw error;
    for (const { check } of rule.checks) failures.add(error.reason, check, node);
    return false;
  }
}

function fire(
  { rule, lets, checks }: CompiledRule,
  node: TreeNode,
  outer: Frame | undefined,
  run: RunScope,
  failures: Failures,
  report: Report,
): void {
  let frame = outer;
  for (const each of lets) frame = frameOf(each, node, frame);
  const scope = { current: node, frame, run };
  for (const compiled of checks) {
    try {
      const holds = compiled.test.truth(node, scope);
      if (holds === (compiled.check.kind === 'report')) report(findingOf(compiled, rule, node, scope, failures));
    } catch (error) {
      if (!(error instanceof NotEvaluated)) throw error;
      failures.add(error.reason, compiled.check, node);
    }
  }
}
