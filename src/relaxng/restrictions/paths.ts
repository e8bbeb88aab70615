/** Patterns that may not stand in one another (RELAX NG 1.0, section 7.1), and attributes without limit (7.3). */
import type { Report } from '../../diagnostic/index.js';
import { schemaMessages } from '../messages.js';
import { describeNameClass, namesOf } from '../name-overlap.js';
import type { SimplePattern } from '../simple.js';
import type { Located } from '../simplify/compose.js';

/** What a pattern stands in, as far as it is restricted by it. A context is a sum of these. */
const IN_START = 1;
const IN_ATTRIBUTE = 2;
const IN_LIST = 4;
const IN_EXCEPT = 8;
const IN_ONE_OR_MORE = 16;
const IN_REPEATED_GROUP = 32;

type Kind = SimplePattern['kind'];

/** Per context, what may not stand in it. */
const PROHIBITED: readonly { readonly context: number; readonly outer: string; readonly kinds: ReadonlySet<Kind> }[] = [
  { context: IN_ATTRIBUTE, outer: 'an attribute', kinds: new Set(['ref', 'attribute']) },
  { context: IN_LIST, outer: 'a list', kinds: new Set(['list', 'ref', 'attribute', 'text', 'interleave']) },
  {
    context: IN_EXCEPT,
    outer: 'what a datatype excepts',
    kinds: new Set(['attribute', 'ref', 'list', 'text', 'interleave', 'group', 'oneOrMore', 'empty']),
  },
  {
    context: IN_START,
    outer: 'the start of a grammar, which has to be elements',
    kinds: new Set(['attribute', 'data', 'value', 'text', 'list', 'group', 'interleave', 'oneOrMore', 'empty']),
  },
];

const CALLED = {
  ref: 'an element',
  attribute: 'an attribute',
  list: 'a list',
  text: 'text',
  interleave: 'an interleave',
  group: 'a sequence',
  oneOrMore: 'a repetition',
  empty: 'nothing ("empty")',
  data: 'a datatype',
  value: 'a value',
  choice: 'a choice',
  notAllowed: '"notAllowed"',
} as const satisfies Record<Kind, string>;

export interface PathCheck {
  start(pattern: SimplePattern): void;
  content(pattern: SimplePattern, where: string): void;
}

export function createPathCheck(report: Report): PathCheck {
  /** A pattern is the same wherever it stands in the same context. */
  const visited: Set<SimplePattern>[] = Array.from({ length: 64 }, () => new Set<SimplePattern>());
  /** Where something was reported: `a*` is a repetition and may be empty, but one mistake. */
  const reported = new Set<number>();
  let where = '';

  const visit = (pattern: Located, context: number): void => {
    const seen = visited[context];
    if (!seen || seen.has(pattern)) return;
    seen.add(pattern);
    const { kind } = pattern;
    if (context !== 0) {
      const prohibited = PROHIBITED.find((rule) => (context & rule.context) !== 0 && rule.kinds.has(kind));
      if (prohibited) {
        const inner = kind === 'attribute' ? `attribute ${describeNameClass(pattern.nameClass)}` : CALLED[kind];
        const start = pattern.place?.start ?? -1;
        if (!reported.has(start))
          report(schemaMessages['path-prohibited']({ inner, outer: prohibited.outer, where }, pattern.place));
        reported.add(start);
        return;
      }
    }
    switch (kind) {
      case 'choice':
        visit(pattern.left, context);
        visit(pattern.right, context);
        return;
      case 'group':
      case 'interleave': {
        const inner = (context & IN_ONE_OR_MORE) === 0 ? context : context | IN_REPEATED_GROUP;
        visit(pattern.left, inner);
        visit(pattern.right, inner);
        return;
      }
      case 'oneOrMore':
        visit(pattern.pattern, context | IN_ONE_OR_MORE);
        return;
      case 'list':
        visit(pattern.pattern, context | IN_LIST);
        return;
      case 'data':
        if (pattern.except) visit(pattern.except, context | IN_EXCEPT);
        return;
      case 'attribute':
        checkAttribute(pattern, context);
        visit(pattern.pattern, IN_ATTRIBUTE);
        return;
      default:
        return;
    }
  };

  const checkAttribute = (attribute: Extract<SimplePattern, { kind: 'attribute' }>, context: number) => {
    const { nameClass, pattern, place } = attribute;
    const name = describeNameClass(nameClass);
    if ((context & IN_REPEATED_GROUP) !== 0)
      report(schemaMessages['attribute-in-repeated-group']({ name, where }, place));
    if (namesOf(nameClass)) return;
    if ((context & IN_ONE_OR_MORE) === 0) report(schemaMessages['attribute-not-repeated']({ name, where }, place));
    if (pattern.kind !== 'text') report(schemaMessages['attribute-not-text']({ name, where }, place));
  };

  return {
    start(pattern) {
      where = '';
      visit(pattern, IN_START);
    },
    content(pattern, at) {
      where = at;
      visit(pattern, 0);
    },
  };
}
