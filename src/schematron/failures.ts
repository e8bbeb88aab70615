/** What could not be evaluated, and why -> one diagnostic for each cause, which names the assertions. */
import type { Report } from '../diagnostic/index.js';
import { schematronMessages } from './messages.js';
import type { SchCheck } from './sch-schema.js';
import type { TreeNode } from './tree-node.js';
import type { Cause } from './value.js';

export interface Failures {
  add(cause: Cause, check: SchCheck, node: TreeNode | undefined): void;
  /** The network would have had to be asked whether a document is there. */
  addUnasked(href: string): void;
  report(report: Report): void;
}

interface Failure {
  readonly cause: string;
  readonly checks: Map<string, SchCheck>;
  /** The first node that it was met at. */
  readonly node: TreeNode | undefined;
}

export function createFailures(): Failures {
  const failures = new Map<string, Failure>();
  const unasked = new Set<string>();
  return {
    add(reason, check, node) {
      const cause = worded(reason);
      // An error in a value is of one assertion; what is missing is missing for all.
      const key = reason.kind === 'dynamic' ? `${check.id}\n${check.place.start}\n${errorCode(reason.detail)}` : cause;
      const known = failures.get(key) ?? {
        cause,
        checks: new Map<string, SchCheck>(),
        node: reason.kind === 'dynamic' ? node : undefined,
      };
      known.checks.set(check.id, check);
      failures.set(key, known);
    },
    addUnasked: (href) => unasked.add(href),
    report(report) {
      for (const href of unasked) report(schematronMessages['network-not-asked']({ href }));
      for (const { cause, checks, node } of failures.values()) {
        const [first] = checks.values();
        const schema = [...checks.values()].map(({ place, kind, id }) => ({ message: `${kind} "${id}"`, place }));
        const args = { cause, what: [...checks.keys()] };
        report(
          node
            ? schematronMessages['not-evaluated'](args, node.place, { related: schema })
            : schematronMessages['not-evaluated'](args, first?.place),
        );
      }
    },
  };
}

function worded(cause: Cause): string {
  switch (cause.kind) {
    case 'document':
      return `the document "${cause.href}" cannot be had`;
    case 'unknown':
      return `${cause.what} is not known here`;
    case 'dynamic':
      return cause.detail.replace(/\s+/g, ' ').trim();
  }
}

function errorCode(detail: string): string {
  return /[A-Z]{4}\d{4}/.exec(detail)?.[0] ?? detail;
}
