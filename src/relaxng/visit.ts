/** A grammar in simple form -> each of its name classes and patterns, once (the patterns are a graph with shared nodes). */
import type { SimpleGrammar, SimpleNameClass, SimplePattern } from './simple.js';

export interface GrammarVisitor {
  readonly nameClass?: (nameClass: SimpleNameClass) => void;
  readonly pattern?: (pattern: SimplePattern) => void;
}

/** Shows the visitor every name class and pattern of the grammar, without recursion: schemas nest as deeply as they like. */
export function visitGrammar(grammar: SimpleGrammar, visitor: GrammarVisitor): void {
  const seen = new Set<SimplePattern>();
  for (const definition of grammar.definitions) {
    visitor.nameClass?.(definition.nameClass);
    visitPatterns(definition.content, visitor, seen);
  }
  visitPatterns(grammar.start, visitor, seen);
}

/** The same for one pattern; `seen` holds what was shown before. */
export function visitPatterns(root: SimplePattern, visitor: GrammarVisitor, seen: Set<SimplePattern>): void {
  const waiting = [root];
  for (let pattern = waiting.pop(); pattern !== undefined; pattern = waiting.pop()) {
    if (seen.has(pattern)) continue;
    seen.add(pattern);
    if (pattern.kind === 'attribute') visitor.nameClass?.(pattern.nameClass);
    visitor.pattern?.(pattern);
    waiting.push(...childrenOf(pattern));
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
