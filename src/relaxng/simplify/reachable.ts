/** A grammar -> the same with no definition that cannot be reached from its start (RELAX NG 1.0, sections 4.19 and 4.20). */
import type { SimpleDefinition, SimpleGrammar, SimplePattern } from '../simple.js';

/** Definitions get lost where `notAllowed` took away what referred to them; nearly always none has. */
export function keepReachable(grammar: SimpleGrammar): SimpleGrammar {
  const { start, definitions } = grammar;
  const reached = reachedFrom(start, definitions);
  if (reached.size === definitions.length) return grammar;
  const kept = [...reached].sort((a, b) => a - b);
  const renumber = createRenumbering(new Map(kept.map((index, position) => [index, position])));
  return {
    start: renumber(start),
    definitions: kept.flatMap((index) => {
      const definition = definitions[index];
      return definition ? [{ ...definition, content: renumber(definition.content) }] : [];
    }),
  };
}

function reachedFrom(start: SimplePattern, definitions: readonly SimpleDefinition[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const visited = new Set<SimplePattern>();
  const visit = (pattern: SimplePattern): void => {
    if (visited.has(pattern)) return;
    visited.add(pattern);
    if (pattern.kind === 'ref') reached.add(pattern.index);
    for (const part of partsOf(pattern)) visit(part);
  };
  visit(start);
  // A set grows while it is walked, so this goes on to what the content of the new ones refers to.
  for (const index of reached) {
    const definition = definitions[index];
    if (definition) visit(definition.content);
  }
  return reached;
}

/** The patterns that may lead to an element; an attribute cannot. */
function partsOf(pattern: SimplePattern): readonly SimplePattern[] {
  switch (pattern.kind) {
    case 'choice':
    case 'group':
    case 'interleave':
      return [pattern.left, pattern.right];
    case 'oneOrMore':
      return [pattern.pattern];
    default:
      return [];
  }
}

/** What is shared stays shared. */
function createRenumbering(positions: ReadonlyMap<number, number>): (pattern: SimplePattern) => SimplePattern {
  const done = new Map<SimplePattern, SimplePattern>();
  const renumber = (pattern: SimplePattern): SimplePattern => {
    const known = done.get(pattern);
    if (known) return known;
    const made = remake(pattern);
    done.set(pattern, made);
    return made;
  };
  const remake = (pattern: SimplePattern): SimplePattern => {
    switch (pattern.kind) {
      case 'choice':
      case 'group':
      case 'interleave':
        return { ...pattern, left: renumber(pattern.left), right: renumber(pattern.right) };
      case 'oneOrMore':
        return { ...pattern, pattern: renumber(pattern.pattern) };
      case 'ref':
        return { kind: 'ref', index: positions.get(pattern.index) ?? 0 };
      default:
        return pattern;
    }
  };
  return renumber;
}
