/** Questions about the content of an element, asked when something is wrong in it: what could come, in which order, inside of what. */
import type { Automaton } from './automaton.js';
import { COMMON_ELEMENTS } from './common-names.js';
import { closeAttributes } from './derive/close-attributes.js';
import { openElement } from './derive/start-tag.js';
import { allElements, nextElements, requiredElements } from './expected.js';
import { createMemo } from './memo.js';
import { containsName } from './name-class.js';
import type { Pattern } from './pattern.js';

/** The names that the state lists for the next element, in the order of the alphabet: that of patterns depends on what came before. */
export function nextNames(automaton: Automaton, state: number): readonly number[] {
  return namesIn(automaton, NO_NAMESPACES, state, () => {
    const classes = automaton.states.at(state).alternatives.flatMap(({ pattern }) => [...nextElements(pattern)]);
    return [...new Set(classes.flatMap(({ names }) => names))].sort((a, b) => a - b);
  });
}

const namesIn = createMemo<readonly number[]>();
const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

/** The elements without which no alternative of the state can be completed, in the same order. */
export function requiredIn({ states }: Automaton, state: number): readonly number[] {
  const [first, ...others] = states.at(state).alternatives.map(({ pattern }) => requiredElements(pattern));
  return [...(first ?? [])].filter((name) => others.every((other) => other.has(name))).sort((a, b) => a - b);
}

/** The content models that an opening stands for, attributes left out. */
function contentsOf({ grammar, states, openings }: Automaton, opening: number): readonly Pattern[] {
  const { alternatives } = states.at(openings.at(opening).content);
  return alternatives.map(({ pattern }) => closeAttributes(grammar.table, pattern, true));
}

/** Does the content model have the element at any place? */
export function occursIn(automaton: Automaton, opening: number, element: number): boolean {
  return contentsOf(automaton, opening).some((content) =>
    [...allElements(content)].some((nameClass) => containsName(nameClass, element)),
  );
}

/** May `first` stand in the content model somewhere before `second`? */
export function mayPrecede(automaton: Automaton, opening: number, first: number, second: number): boolean {
  const { table } = automaton.grammar;
  return contentsOf(automaton, opening).some((content) =>
    openElement(table, content, first, true).some(({ rest }) => openElement(table, rest, second, true).length > 0),
  );
}

const OFFERED = 3;
const EVERYWHERE = 100;

/**
 * The elements that may come in the state and may hold the element: the usual ones if there are any; those first that
 * are there to hold elements, and have the fewest places to stand in.
 */
export function wrappersOf(automaton: Automaton, state: number, element: number): readonly number[] {
  const { neighbours, grammar } = automaton;
  const holders = nextNames(automaton, state)
    .filter((name) => neighbours.holds(name, element))
    .map((name) => ({ name, homes: neighbours.homesOf(name).length, mixed: Number(neighbours.holdsText(name)) }))
    .sort((a, b) => a.mixed - b.mixed || a.homes - b.homes);
  const usual = holders.filter(({ name }) => COMMON_ELEMENTS.includes(grammar.symbols.list[name]?.local ?? ''));
  const offered = usual.length > 0 ? usual : holders;
  const rare = offered.length <= OFFERED ? offered : offered.filter(({ homes }) => homes < EVERYWHERE);
  return rare.slice(0, OFFERED).map(({ name }) => name);
}
