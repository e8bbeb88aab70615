/** What an XPath expression is made of (XPath 3.1, section 3), with where each part stands in its text. */

interface Span {
  readonly start: number;
  readonly end: number;
}

export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: string | number }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
    | { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'sign'; readonly operand: Expression }
    | { readonly kind: 'typed'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'if';
        readonly condition: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | { readonly kind: 'bind'; readonly clauses: readonly Clause[]; readonly body: Expression }
    | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
    | { readonly kind: 'path'; readonly from: 'focus' | 'root'; readonly steps: readonly Step[] }
  );

/** `$name in expression`, `$name := expression`. */
export interface Clause {
  readonly name: string;
  readonly of: Expression;
}

export type Step = Span & {
  readonly predicates: readonly Expression[];
  /** `//` stands before it. */
  readonly descends: boolean;
} & (
    | { readonly kind: 'axis'; readonly axis: Axis; readonly test: NodeTest }
    | { readonly kind: 'filter'; readonly expression: Expression }
  );

export const AXES = [
  'child',
  'descendant',
  'attribute',
  'self',
  'descendant-or-self',
  'following-sibling',
  'following',
  'parent',
  'ancestor',
  'preceding-sibling',
  'preceding',
  'ancestor-or-self',
] as const;

export type Axis = (typeof AXES)[number];

export type NodeTest =
  /** As it is written: `p`, `tei:p`, `*`, `tei:*`, `*:p`, `Q{...}p`. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'node' | 'text' | 'comment' | 'element' | 'attribute' | 'document-node' }
  /** A test with something in its parentheses. */
  | { readonly kind: 'other' };

/** The parts of an expression that are expressions themselves. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
      return [];
    case 'call':
      return expression.args;
    case 'operation':
      return [expression.left, expression.right];
    case 'sign':
    case 'typed':
      return [expression.operand];
    case 'if':
      return [expression.condition, expression.yes, expression.no];
    case 'bind':
      return [...expression.clauses.map(({ of }) => of), expression.body];
    case 'sequence':
      return expression.items;
    case 'path':
      return expression.steps.flatMap((step) =>
        step.kind === 'filter' ? [step.expression, ...step.predicates] : step.predicates,
      );
  }
}

/** Does an expression, or a part of it, fulfil a condition? */
export function anyPart(expression: Expression, fulfils: (part: Expression) => boolean): boolean {
  return fulfils(expression) || partsOf(expression).some((part) => anyPart(part, fulfils));
}

/** The variables that an expression takes from outside. */
export function freeVariables(expression: Expression): ReadonlySet<string> {
  const free = new Set<string>();
  const visit = (part: Expression, bound: ReadonlySet<string>) => {
    if (part.kind === 'variable' && !bound.has(part.name)) free.add(part.name);
    if (part.kind !== 'bind') {
      for (const inner of partsOf(part)) visit(inner, bound);
      return;
    }
    const inside = new Set(bound);
    for (const { name, of } of part.clauses) {
      visit(of, new Set(inside));
      inside.add(name);
    }
    visit(part.body, inside);
  };
  visit(expression, new Set());
  return free;
}
