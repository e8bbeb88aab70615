/** A grammar -> how high its patterns are at least, what may be looked for in documents, and which way leads there. */
import { type ElementPattern, type Grammar, type Pattern, walk } from './grammar.js';

/** An element, or an attribute of it, that some document should have. */
export interface Target {
  /** `note` or `note/@type`. */
  readonly name: string;
  /** The element patterns of that name (and with that attribute). */
  readonly owner: readonly ElementPattern[];
  readonly attribute?: string;
}

export interface Measured {
  readonly targets: readonly Target[];
  /** How many elements deep the smallest content is. */
  readonly height: (pattern: Pattern) => number;
  /** The names of the attributes in a pattern that holds no element. */
  readonly attributes: (pattern: Pattern) => ReadonlySet<string> | undefined;
  /** Whether taking the pattern, in the content of `element`, comes one step nearer to the target. */
  readonly leads: (pattern: Pattern, element: ElementPattern | undefined, target: Target) => boolean;
}

interface Below {
  readonly elements: ReadonlySet<ElementPattern>;
  readonly attributes: ReadonlySet<string>;
}

/** Everything is computed on demand and kept. */
export function measure(grammar: Grammar): Measured {
  const belows = new Map<Pattern, Below>();
  const distances = new Map<string, ReadonlyMap<ElementPattern, number>>();
  const heights = heightsOf(grammar);

  function below(pattern: Pattern): Below {
    const known = belows.get(pattern);
    if (known !== undefined) return known;
    const elements = new Set<ElementPattern>();
    const attributes = new Set<string>();
    walk(grammar, pattern, (found) => {
      if (found.kind === 'element') elements.add(found);
      else attributes.add(found.name);
    });
    const result = { elements, attributes };
    belows.set(pattern, result);
    return result;
  }

  /** Steps from each element pattern down to an owner of the target. */
  function distancesTo(target: Target): ReadonlyMap<ElementPattern, number> {
    const known = distances.get(target.name);
    if (known !== undefined) return known;
    const steps = new Map<ElementPattern, number>(target.owner.map((owner) => [owner, 0]));
    for (let step = 1, grown = true; grown; step++) {
      grown = false;
      for (const element of grammar.elements) {
        if (steps.has(element) || ![...below(element.pattern).elements].some((child) => steps.get(child) === step - 1))
          continue;
        steps.set(element, step);
        grown = true;
      }
    }
    distances.set(target.name, steps);
    return steps;
  }

  return {
    targets: targetsOf(grammar, (pattern) => below(pattern).attributes),
    height: (pattern) => heightOf(grammar, heights, pattern),
    attributes: (pattern) => (below(pattern).elements.size === 0 ? below(pattern).attributes : undefined),
    leads: (pattern, element, target) => {
      const steps = distancesTo(target);
      const here = element === undefined ? Number.POSITIVE_INFINITY : steps.get(element);
      if (here === 0 && target.attribute !== undefined) return below(pattern).attributes.has(target.attribute);
      return [...below(pattern).elements].some((child) => (steps.get(child) ?? Number.POSITIVE_INFINITY) < (here ?? 0));
    },
  };
}

function targetsOf(grammar: Grammar, attributes: (pattern: Pattern) => ReadonlySet<string>): readonly Target[] {
  const names = [...new Set(grammar.elements.map((element) => element.name))];
  return names.flatMap((name) => {
    const owner = grammar.elements.filter((element) => element.name === name);
    const own = new Set(owner.flatMap((element) => [...attributes(element.pattern)]));
    return [
      { name, owner },
      ...[...own].map((attribute) => ({
        name: `${name}/@${attribute}`,
        owner: owner.filter((element) => attributes(element.pattern).has(attribute)),
        attribute,
      })),
    ];
  });
}

/** Least fixed point: an element is one higher than the least of its content. */
function heightsOf(grammar: Grammar): ReadonlyMap<ElementPattern, number> {
  const heights = new Map<ElementPattern, number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const element of grammar.elements) {
      const height = 1 + heightOf(grammar, heights, element.pattern);
      if (height >= (heights.get(element) ?? Number.POSITIVE_INFINITY)) continue;
      heights.set(element, height);
      grown = true;
    }
  }
  return heights;
}

function heightOf(grammar: Grammar, heights: ReadonlyMap<ElementPattern, number>, pattern: Pattern): number {
  switch (pattern.kind) {
    case 'element':
      return heights.get(pattern) ?? Number.POSITIVE_INFINITY;
    case 'group':
      return Math.max(...pattern.patterns.map((part) => heightOf(grammar, heights, part)));
    case 'choice':
      return Math.min(...pattern.patterns.map((part) => heightOf(grammar, heights, part)));
    case 'oneOrMore':
      return heightOf(grammar, heights, pattern.pattern);
    case 'ref':
      return heightOf(grammar, heights, grammar.resolve(pattern.name));
    case 'notAllowed':
      return Number.POSITIVE_INFINITY;
    default:
      return 0;
  }
}
