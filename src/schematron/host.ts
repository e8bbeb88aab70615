/** What functions ask of a run: documents by address, keys, and the schema's own functions. */
import type { XmlDocument } from '../xml/index.js';
import type { CompiledSchema } from './compile-schema.js';
import type { Failures } from './failures.js';
import type { FunctionHost } from './fonto.js';
import type { Frame, RunScope } from './scope.js';
import { type Tree, type TreeNode, treeOf } from './tree-node.js';
import { NotEvaluated, textOf } from './value.js';

/** Documents beside the one at hand. */
export interface Documents {
  /** Undefined where it cannot be had; the same address is always the same tree. */
  read(href: string, base: string): Tree | undefined;
}

interface HostParts {
  readonly compiled: CompiledSchema;
  readonly globals: Frame | undefined;
  readonly tree: Tree;
  readonly documents: Documents;
  /** Why variables have no value, by number. */
  readonly failed: readonly NotEvaluated[];
  readonly failures: Failures;
  run(): RunScope;
}

export function createHost({ compiled, globals, tree, documents, failed, failures, run }: HostParts): FunctionHost {
  const { schema, names, xslt } = compiled;
  let self: Tree | undefined;
  const find = (href: string): Tree | undefined => {
    if (href !== '') return documents.read(href, schema.path);
    self ??= treeOf({ prolog: [], root: schema.root } satisfies XmlDocument);
    return self;
  };
  const indexes = new Map<string, ReadonlyMap<string, readonly TreeNode[]>>();
  let depth = 0;
  return {
    schemaPath: schema.path,
    document(href) {
      const found = find(href);
      if (!found) throw new NotEvaluated({ kind: 'document', href });
      return found.root;
    },
    isAvailable(href) {
      const found = find(href);
      if (!found && /^https?:/i.test(href)) failures.addUnasked(href);
      return found !== undefined;
    },
    key(name, values, { tree: inside }) {
      const key = `${name}\n${inside.path}`;
      const index = indexes.get(key) ?? buildIndex(name, inside);
      indexes.set(key, index);
      return values.flatMap((value) => index.get(value) ?? []);
    },
    call(number, args) {
      if (depth >= DEEPEST_CALL)
        throw new NotEvaluated({ kind: 'dynamic', detail: 'a function calls itself without end' });
      depth++;
      try {
        return xslt.call(number, args, { names, focus: tree.root, globals, run: run() });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new NotEvaluated({ kind: 'dynamic', detail: 'a function calls itself without end' });
      } finally {
        depth--;
      }
    },
    throwFailure(number) {
      throw failed[number] ?? new NotEvaluated({ kind: 'unknown', what: 'a variable' });
    },
  };

  function buildIndex(name: string, inside: Tree): ReadonlyMap<string, readonly TreeNode[]> {
    const keys = xslt.keys(name, names);
    if (keys.length === 0) throw new NotEvaluated({ kind: 'unknown', what: `the key "${name}"` });
    const index = new Map<string, TreeNode[]>();
    for (const { matchers, use } of keys) {
      for (const node of inside.nodes) {
        const scope = { current: node, frame: globals, run: run() };
        if (!matchers.some((matcher) => matcher.matches(node, scope))) continue;
        for (const value of new Set(use.value(node, scope).map(textOf)))
          index.set(value, [...(index.get(value) ?? []), node]);
      }
    }
    return index;
  }
}

const DEEPEST_CALL = 500;
