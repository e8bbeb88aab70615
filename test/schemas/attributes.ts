/** A grammar -> what each element may, and must, carry: the other side of the comparison with the ODD. */
import type { AttributePattern, ElementPattern, Grammar, Pattern } from './grammar.js';
import { walk } from './grammar.js';
import type { OddAttribute } from './odd.js';

/** Element name -> its attributes. An attribute is required where every pattern of the element demands it. */
export function attributesOf(grammar: Grammar): ReadonlyMap<string, ReadonlyMap<string, OddAttribute>> {
  const names = [...new Set(grammar.elements.map((element) => element.name))];
  return new Map(
    names.map((name) => {
      const patterns = grammar.elements.filter((element) => element.name === name);
      return [name, merged(grammar, patterns)];
    }),
  );
}

function merged(grammar: Grammar, patterns: readonly ElementPattern[]): ReadonlyMap<string, OddAttribute> {
  const found = new Map<string, AttributePattern[]>();
  for (const element of patterns)
    walk(grammar, element.pattern, (item) => {
      if (item.kind === 'attribute') found.set(item.name, [...(found.get(item.name) ?? []), item]);
    });
  const demands = patterns.map((element) => demanded(grammar, element.pattern));
  return new Map(
    [...found].map(([name, attributes]) => {
      const required = demands.every((demand) => demand.has(name));
      const lists = attributes.map((attribute) => closedList(grammar, attribute.pattern));
      const values = lists.every((list) => list !== undefined) ? lists.flatMap((list) => list ?? []) : undefined;
      return [name, values === undefined ? { required } : { required, values: [...new Set(values)] }];
    }),
  );
}

/** The attributes that nothing matching the pattern can be without. */
function demanded(grammar: Grammar, pattern: Pattern): ReadonlySet<string> {
  switch (pattern.kind) {
    case 'attribute':
      return new Set([pattern.name]);
    case 'group':
      return new Set(pattern.patterns.flatMap((part) => [...demanded(grammar, part)]));
    case 'choice': {
      const [first, ...others] = pattern.patterns.map((part) => demanded(grammar, part));
      return new Set([...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
    }
    case 'oneOrMore':
      return demanded(grammar, pattern.pattern);
    case 'ref':
      return demanded(grammar, grammar.resolve(pattern.name));
    default:
      return new Set();
  }
}

/** The values, where they are enumerated and nothing else is allowed. */
function closedList(grammar: Grammar, pattern: Pattern): readonly string[] | undefined {
  switch (pattern.kind) {
    case 'value':
      return [pattern.value];
    case 'choice': {
      const lists = pattern.patterns.map((part) => closedList(grammar, part));
      return lists.every((list) => list !== undefined) ? lists.flatMap((list) => list ?? []) : undefined;
    }
    case 'list':
    case 'oneOrMore':
      return closedList(grammar, pattern.pattern);
    case 'ref':
      return closedList(grammar, grammar.resolve(pattern.name));
    default:
      return undefined;
  }
}
