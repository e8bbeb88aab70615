/** A start or end tag that the automaton refuses -> the diagnostic that says why. */
import type { Diagnostic } from '../diagnostic/index.js';
import { placeAt } from '../source/index.js';
import { writtenName, type XmlEvent } from '../xml/index.js';
import { nearestFirst, nearestName } from './alternatives.js';
import type { Automaton } from './automaton.js';
import { closeAttributes } from './derive/close-attributes.js';
import { allElements, nextElements, requiredElements } from './expected.js';
import { containsName } from './name-class.js';
import type { Recovery } from './openings.js';
import { quote, showName, showNameClasses } from './shown-names.js';
import { validationMessages as messages } from './validation-messages.js';

export type StartTag = Extract<XmlEvent, { kind: 'startTag' }>;
export type EndTag = Extract<XmlEvent, { kind: 'endTag' }>;

/** The element that something is wrong in: its start tag, and how it was taken. */
export interface OpenElement {
  readonly tag: StartTag;
  readonly opening: number;
  /** The written name of the child before, if there is one. */
  readonly previous: string | undefined;
}

/** The elements that may come in a state, as the author would write them, in quotation marks. */
export function expectedElements(
  { grammar, states }: Automaton,
  state: number,
  namespaces: ReadonlyMap<string, string>,
): readonly string[] {
  const classes = states.at(state).alternatives.flatMap(({ pattern }) => [...nextElements(pattern)]);
  return showNameClasses(grammar.symbols, classes, 'element', namespaces);
}

/** An element that may not stand where it stands. `parent` is undefined for the root. */
export function refusedElement(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  symbol: number,
  { how, opening }: Recovery,
  parent: OpenElement | undefined,
): Diagnostic {
  const element = writtenName(tag.name);
  const place = placeAt(tag.source, tag.start, tag.end);
  const possible = expectedElements(automaton, state, tag.namespaces);
  const expected = nearestFirst(element, possible).map(quote);
  const inParent = { element, parent: parent && writtenName(parent.tag.name), expected };
  const details = { expected: possible };
  if (how === 'unknown') {
    const wanted = otherNamespace(automaton, tag, state);
    if (wanted !== undefined) {
      return messages['wrong-namespace']({ ...inParent, namespace: tag.name.namespace, wanted }, place, details);
    }
    if (parent === undefined) return messages['root-not-allowed'](inParent, place, details);
    const near = nearestName(element, possible) ?? nearestName(element, allNames(automaton, tag));
    return messages['unknown-element']({ ...inParent, near }, place, details);
  }
  if (parent === undefined) return messages['root-not-allowed'](inParent, place, details);
  if (how === 'skipped') {
    const missing = missingBefore(automaton, state, opening, symbol).map((other) =>
      quote(showName(automaton.grammar.symbols, other, 'element', tag.namespaces)),
    );
    return messages['element-not-allowed-yet']({ ...inParent, missing }, place, details);
  }
  if (occursIn(automaton, parent, symbol)) {
    const { previous } = parent;
    return messages['element-not-allowed-any-more']({ ...inParent, previous }, place, details);
  }
  return messages['element-not-allowed-here']({ ...inParent, homes: homesOf(automaton, tag, symbol) }, place, details);
}

/** An element that ends before its content is complete. */
export function incompleteElement(automaton: Automaton, state: number, open: OpenElement, end: EndTag): Diagnostic {
  const { tag } = open;
  const element = writtenName(tag.name);
  const possible = expectedElements(automaton, state, tag.namespaces);
  const required = automaton.states.at(state).alternatives.map(({ pattern }) => requiredElements(pattern));
  const [first = new Set<number>(), ...others] = required;
  const missing = [...first].filter((symbol) => others.every((other) => other.has(symbol)));
  const place = placeAt(end.source, end.start, end.end);
  const related = [{ message: `start of "${element}"`, place: placeAt(tag.source, tag.start, tag.end) }];
  if (missing.length > 0) {
    const names = missing.map((symbol) => showName(automaton.grammar.symbols, symbol, 'element', tag.namespaces));
    return messages['required-element-missing']({ element, missing: names.map(quote) }, place, {
      expected: names,
      related,
    });
  }
  return messages['element-incomplete']({ element, expected: possible.map(quote) }, place, {
    expected: possible,
    related,
  });
}

/** What has to come before the element: required now, no longer required once the element has been taken. */
function missingBefore(
  { states, openings }: Automaton,
  state: number,
  opening: number,
  symbol: number,
): readonly number[] {
  const requiredIn = (id: number) => {
    const [first = new Set<number>(), ...rest] = states
      .at(id)
      .alternatives.map(({ pattern }) => requiredElements(pattern));
    return [...first].filter((name) => rest.every((other) => other.has(name)));
  };
  const later = new Set(requiredIn(states.unite(openings.at(opening).returns)));
  return requiredIn(state).filter((name) => name !== symbol && !later.has(name));
}

/** Does the content model of the parent have the element anywhere? */
function occursIn({ grammar, states, openings }: Automaton, parent: OpenElement, symbol: number): boolean {
  return states
    .at(openings.at(parent.opening).content)
    .alternatives.some(({ pattern }) =>
      [...allElements(closeAttributes(grammar.table, pattern, true))].some((nameClass) =>
        containsName(nameClass, symbol),
      ),
    );
}

/** Elements that take an element of this name as a child. */
function homesOf({ grammar }: Automaton, tag: StartTag, symbol: number): readonly string[] {
  const homes = grammar.source.definitions.flatMap(({ nameClass }, index) => {
    if (nameClass.kind !== 'name') return [];
    const children = [...allElements(grammar.contentOf(index))];
    return children.some((child) => child.symbol === symbol)
      ? [showName(grammar.symbols, grammar.symbols.of(nameClass.namespace, nameClass.local), 'element', tag.namespaces)]
      : [];
  });
  return [...new Set(homes)].sort().map(quote);
}

/** The namespace in which the schema expects an element of this local name here, if it is another one. */
function otherNamespace({ grammar, states }: Automaton, { name }: StartTag, state: number): string | undefined {
  const { list } = grammar.symbols;
  const classes = states.at(state).alternatives.flatMap(({ pattern }) => [...nextElements(pattern)]);
  for (const nameClass of classes) {
    for (const symbol of nameClass.names) {
      const { namespace, local } = list[symbol] ?? {};
      if (local === name.local && namespace !== undefined && namespace !== name.namespace) return namespace;
    }
  }
  return undefined;
}

/** The names of all elements of the schema. */
function allNames({ grammar }: Automaton, tag: StartTag): readonly string[] {
  const names = grammar.source.definitions.flatMap(({ nameClass }) =>
    nameClass.kind === 'name' ? [grammar.symbols.of(nameClass.namespace, nameClass.local)] : [],
  );
  return [...new Set(names)].map((symbol) => showName(grammar.symbols, symbol, 'element', tag.namespaces));
}
