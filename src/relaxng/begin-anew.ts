/** An automaton that has learnt too much -> a new one of the same grammar, in which a document goes on where it is: only what is open comes with it. */
import { type Automaton, compileGrammar } from './automaton.js';
import type { Pattern } from './pattern.js';
import { remembered } from './remembered.js';

export interface BegunAnew {
  readonly automaton: Automaton;
  /** What a state of the old automaton is in the new one. */
  state(id: number): number;
  /** The same for an opening. */
  opening(id: number): number;
}

export function beginAnew(old: Automaton): BegunAnew {
  const automaton = compileGrammar(old.grammar.source);
  const pattern = patternCopier(automaton);
  const state = remembered((id: number) =>
    automaton.states.intern(
      old.states.at(id).alternatives.map((alternative) => ({ ...alternative, pattern: pattern(alternative.pattern) })),
    ),
  );
  const opening = remembered((id: number): number => {
    const { content, returns } = old.openings.at(id);
    return automaton.openings.intern(state(content), returns.map(state));
  });
  return { automaton, state, opening };
}

function patternCopier({ grammar: { table, nameClasses } }: Automaton): (pattern: Pattern) => Pattern {
  const copy = (pattern: Pattern): Pattern => {
    switch (pattern.kind) {
      case 'empty':
      case 'notAllowed':
      case 'text':
        return table[pattern.kind];
      case 'choice':
      case 'group':
      case 'interleave':
        return table[pattern.kind](pattern.parts.map(copied));
      case 'oneOrMore':
      case 'list':
        return table[pattern.kind](copied(pattern.pattern));
      case 'data':
        return table.data(pattern.datatype, pattern.except && copied(pattern.except));
      case 'value':
        return table.value(pattern.datatype, pattern.literal, pattern.key);
      case 'attribute':
        return table.attribute(nameClasses.adopt(pattern.nameClass), copied(pattern.pattern));
      case 'element':
        return table.element(nameClasses.adopt(pattern.nameClass), pattern.definition);
    }
  };
  const copied = remembered(copy);
  return copied;
}
