/** Strings that would have to be told apart from what stands beside them (RELAX NG 1.0, section 7.2). */
import type { Report } from '../../diagnostic/index.js';
import { schemaMessages } from '../messages.js';
import { describeNameClass } from '../name-overlap.js';
import type { SimplePattern } from '../simple.js';
import type { Located } from '../simplify/compose.js';

/** `simple` content is one string as a whole; `complex` content is elements and text. */
type ContentType = 'empty' | 'complex' | 'simple';

const RANK = { empty: 0, complex: 1, simple: 2 } as const satisfies Record<ContentType, number>;

/** A check of the content of one element after the other. */
export function createContentTypeCheck(report: Report): (content: SimplePattern, where: string) => void {
  const known = new Map<SimplePattern, ContentType>();

  const typeOf = (pattern: SimplePattern, where: string): ContentType => {
    const type = known.get(pattern);
    if (type) return type;
    const made = find(pattern, where);
    known.set(pattern, made);
    return made;
  };
  const find = (pattern: SimplePattern, where: string): ContentType => {
    switch (pattern.kind) {
      case 'value':
      case 'data':
      case 'list':
        return 'simple';
      case 'text':
      case 'ref':
        return 'complex';
      case 'empty':
      case 'notAllowed':
        return 'empty';
      case 'attribute':
        typeOf(pattern.pattern, `attribute ${describeNameClass(pattern.nameClass)} of ${where}`);
        return 'empty';
      case 'choice':
        return higher(typeOf(pattern.left, where), typeOf(pattern.right, where));
      case 'oneOrMore': {
        const type = typeOf(pattern.pattern, where);
        if (type !== 'simple') return type;
        reportSequence(pattern, pattern.pattern, pattern.pattern, where);
        return 'empty';
      }
      case 'group':
      case 'interleave': {
        const [left, right] = [typeOf(pattern.left, where), typeOf(pattern.right, where)];
        const groupable = left === 'empty' || right === 'empty' || (left === 'complex' && right === 'complex');
        if (groupable) return higher(left, right);
        reportSequence(pattern, pattern.left, pattern.right, where);
        // What has been reported is not to clash with its neighbours as well.
        return 'empty';
      }
    }
  };
  const reportSequence = (pattern: Located, left: SimplePattern, right: SimplePattern, where: string) => {
    const [first, second] = [example(left), example(right)];
    // The string is the mistake, not the elements or the text beside it.
    const { place } = second && isString(second) ? second : (first ?? pattern);
    report(
      schemaMessages['string-sequence'](
        { first: describe(first), second: first === second ? 'the next one' : describe(second), where },
        place ?? pattern.place,
      ),
    );
  };

  return (content, where) => {
    typeOf(content, where);
  };
}

function higher(a: ContentType, b: ContentType): ContentType {
  return RANK[a] >= RANK[b] ? a : b;
}

function isString(pattern: SimplePattern): boolean {
  return pattern.kind === 'data' || pattern.kind === 'value' || pattern.kind === 'list';
}

/** What in a pattern has content of its own: a string if there is one. */
function example(pattern: Located): Located | undefined {
  switch (pattern.kind) {
    case 'choice':
    case 'group':
    case 'interleave': {
      const [left, right] = [example(pattern.left), example(pattern.right)];
      return left && (isString(left) || !right) ? left : right;
    }
    case 'oneOrMore':
      return example(pattern.pattern);
    case 'attribute':
    case 'empty':
    case 'notAllowed':
      return undefined;
    default:
      return pattern;
  }
}

function describe(pattern: SimplePattern | undefined): string {
  switch (pattern?.kind) {
    case 'data':
      return `datatype "${pattern.datatype.name}"`;
    case 'value':
      return `value "${pattern.value}"`;
    case 'list':
      return 'a list';
    case 'text':
      return 'text';
    default:
      return 'an element';
  }
}
