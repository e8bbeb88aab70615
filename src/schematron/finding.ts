/** An assertion that fails, or a report that holds, at a node -> a diagnostic in the schema's own words. */
import type { Code, Diagnostic, Severity } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import type { CompiledCheck, CompiledMessage } from './compile-schema.js';
import type { Failures } from './failures.js';
import { normalizeSpace } from './plain-text.js';
import type { SchRule } from './sch-schema.js';
import type { Scope } from './scope.js';
import { ELEMENT, TreeNode } from './tree-node.js';
import { NotEvaluated } from './value.js';

const ROLES: Readonly<Record<string, Severity>> = {
  warning: 'warning',
  warn: 'warning',
  nonfatal: 'warning',
  caution: 'warning',
  info: 'info',
  information: 'info',
  informational: 'info',
  hint: 'info',
};

/** Who says nothing means an error. */
export function severityOf(role: string | undefined): Severity {
  const word = role?.trim().toLowerCase() ?? '';
  return Object.hasOwn(ROLES, word) ? (ROLES[word] ?? 'error') : 'error';
}

export function findingOf(
  compiled: CompiledCheck,
  { context }: SchRule,
  node: TreeNode,
  scope: Scope,
  failures: Failures,
): Diagnostic {
  const { check, subject } = compiled;
  const said = (message: CompiledMessage) => normalizeSpace(messageText(message, node, scope, failures, compiled));
  const [at] = subject?.value(node, scope) ?? [];
  const place = placeOf(at instanceof TreeNode ? at : node);
  const notes = [...compiled.diagnostics.map(said), ...(check.see === undefined ? [] : [`see ${check.see}`])].filter(
    (note) => note !== '',
  );
  const code: Code = `sch/${check.id}`;
  return {
    code,
    severity: severityOf(check.role),
    message:
      said(compiled.message) || `the ${check.kind} "${check.test.text}" ${check.kind === 'assert' ? 'fails' : 'holds'}`,
    ...(place && { place }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
    assertion: { kind: check.kind, context: context.text, test: check.test.text },
  };
}

/** A value that cannot be had leaves a mark in the message: the finding stands all the same. */
function messageText(
  message: CompiledMessage,
  node: TreeNode,
  scope: Scope,
  failures: Failures,
  { check }: CompiledCheck,
): string {
  return message
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (!part.query) return node.nodeName;
      try {
        if (part.kind === 'value-of') return part.query.text(node, scope);
        const [named] = part.query.value(node, scope);
        return named instanceof TreeNode ? named.nodeName : (named?.text ?? '');
      } catch (error) {
        if (!(error instanceof NotEvaluated)) throw error;
        failures.add(error.reason, check, node);
        return '…';
      }
    })
    .join('');
}

/** Of an element its start tag. */
export function placeOf({ nodeType, place }: TreeNode): Place | undefined {
  if (!place || nodeType !== ELEMENT) return place;
  const { source, start, end } = place;
  const tag = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(source.text.slice(start, Math.min(end, start + LONGEST_TAG)));
  return { source, start, end: tag ? start + tag[0].length : end };
}

const LONGEST_TAG = 2000;
