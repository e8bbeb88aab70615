/** A grammar in simple form -> each of its name classes (the patterns are a graph with shared nodes: each is visited once). */
import type { SimpleGrammar, SimpleNameClass, SimplePattern } from './simple.js';

/** Shows every name class of the grammar, without recursion: schemas nest as deeply as they like. */
export function visitNameClasses(grammar: SimpleGrammar, see: (nameClass: SimpleNameClass) => void): void {
  if (grammar.nameClasses) {
    for (const nameClass of grammar.nameClasses) see(nameClass);
    return;
  }
  const seen = new Set<SimplePattern>();
  const waiting = [grammar.start];
  for (const definition of grammar.definitions) {
    see(definition.nameClass);
    waiting.push(definition.content);
  }
  for (let pattern = waiting.pop(); pattern !== undefined; pattern = waiting.pop()) {
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    if (pattern.kind === 'attribute') see(pattern.nameClass);
    for (const child of childrenOf(pattern)) waiting.push(child);
  }
}

function childrenOf(pattern: SimplePattern): readonly SimplePattern[] {
  switch (pattern.kind) {
    case 'choice':
    case 'group':
    case 'interleave':
      return [pattern.left, pattern.right];
    case 'oneOrMore':
    case 'list':
    case 'attribute':
      return [pattern.pattern];
    case 'data':
      return pattern.except ? [pattern.except] : [];
    case 'empty':
    case 'text':
    case 'notAllowed':
    case 'value':
    case 'ref':
      return [];
  }
}
