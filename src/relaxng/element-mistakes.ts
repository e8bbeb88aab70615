/** A start or end tag that the automaton refuses -> the diagnostic that says why, and how to go on. */
import type { Diagnostic } from '../diagnostic/index.js';
import { placeAt } from '../source/index.js';
import { writtenName, type XmlEvent, type XmlName } from '../xml/index.js';
import { nearestFirst, nearestName } from './alternatives.js';
import { type Automaton, REFUSED } from './automaton.js';
import { COMMON_ELEMENTS, meantElement } from './common-names.js';
import { mayPrecede, nextNames, occursIn, requiredIn, wrappersOf } from './content-questions.js';
import { nextElements } from './expected.js';
import { createMemo } from './memo.js';
import { mendNamespace, renameElement } from './mending.js';
import { quote, showName, showNameClasses } from './shown-names.js';
import { validationMessages as messages } from './validation-messages.js';

export type StartTag = Extract<XmlEvent, { kind: 'startTag' }>;
export type EndTag = Extract<XmlEvent, { kind: 'endTag' }>;

/** The element that something is wrong in: its start tag without its attributes, and how it was taken. */
export interface OpenElement {
  readonly tag: StartTag;
  readonly opening: number;
  /** The child before, if there is one. */
  readonly previous: XmlName | undefined;
  /** The start tags that it stands in without their attributes, the nearest first; not all of them where there are many. */
  readonly ancestors: readonly StartTag[];
}

/** What to say of an element that may not stand where it stands, and the opening to go on with. */
export interface RefusedElement {
  readonly diagnostic: Diagnostic;
  readonly opening: number;
  /** Was it taken for an element that may stand here, or was what is missing taken as if it had been there? Else it was passed over. */
  readonly taken: boolean;
  /** Was it taken for an element of another name? Then its attributes may be of another vocabulary, too. */
  readonly renamed: boolean;
  /** What was said to be missing before it: should that come later, it is the same mistake. */
  readonly awaited?: readonly number[];
}

const elementsIn = createMemo<readonly string[]>();
const namesIn = createMemo<ReadonlyMap<string, number>>();
const quotedIn = createMemo<Map<string, readonly string[]>>();
const elementsOf = createMemo<readonly string[]>();

/** The elements that may come in a state, as the author would write them: the most usual first. */
export function expectedElements(
  automaton: Automaton,
  state: number,
  namespaces: ReadonlyMap<string, string>,
): readonly string[] {
  return elementsIn(automaton, namespaces, state, () => {
    const { grammar, states } = automaton;
    const classes = states.at(state).alternatives.flatMap(({ pattern }) => [...nextElements(pattern)]);
    return usualFirst(showNameClasses(grammar.symbols, classes, 'element', namespaces));
  });
}

/** `parent` is undefined for the root. */
export function refuseElement(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  symbol: number,
  parent: OpenElement | undefined,
): RefusedElement {
  const { openings } = automaton;
  const { how, opening } = openings.recover(state, symbol);
  if (how === 'unknown') return refuseUnknown(automaton, state, tag, opening, parent);
  const common = describe(automaton, state, tag, parent);
  const { element, place, details } = common;
  if (parent === undefined) {
    return { diagnostic: messages['root-not-allowed'](common, place, details), opening, taken: false, renamed: false };
  }
  if (how === 'skipped')
    return { ...tooEarly(automaton, state, tag, symbol, opening, parent), opening, taken: true, renamed: false };
  const wrappers = shown(automaton, tag, wrappersOf(automaton, state, symbol));
  if (occursIn(automaton, parent.opening, symbol)) {
    const { previous } = parent;
    const before = previous && symbolOf(automaton, previous);
    const isMovable = before !== undefined && mayPrecede(automaton, parent.opening, symbol, before);
    const repeats = mayPrecede(automaton, parent.opening, symbol, symbol);
    const args = { ...common, previous: previous && writtenName(previous), isMovable, repeats, wrappers };
    return {
      diagnostic: messages['element-not-allowed-any-more'](args, place, details),
      opening,
      taken: false,
      renamed: false,
    };
  }
  const home = parent.ancestors.find((ancestor) =>
    automaton.neighbours.holds(symbolOf(automaton, ancestor.name), symbol),
  );
  const homes = nearestFirst(
    undefined,
    shown(automaton, tag, automaton.neighbours.homesOf(symbol), false),
    COMMON_ELEMENTS,
  );
  const args = { ...common, element, wrappers, ancestor: home && writtenName(home.name), homes: homes.map(quote) };
  return {
    diagnostic: messages['element-not-allowed-here'](args, place, details),
    opening,
    taken: false,
    renamed: false,
  };
}

/** An element that the schema does not name: of another namespace, misspelt, or foreign. */
function refuseUnknown(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  opening: number,
  parent: OpenElement | undefined,
): RefusedElement {
  const { grammar, openings } = automaton;
  const common = describe(automaton, state, tag, parent);
  const { element, place, details } = common;
  const next = nextNames(automaton, state);
  const same = next.find((name) => grammar.symbols.list[name]?.local === tag.name.local);
  if (same !== undefined) {
    const wanted = grammar.symbols.list[same]?.namespace ?? '';
    const fix = mendNamespace(tag, wanted, parent === undefined);
    const diagnostic = messages['wrong-namespace']({ ...common, namespace: tag.name.namespace, wanted }, place, {
      ...details,
      ...(fix && { fix }),
    });
    const meant = openings.open(state, same);
    // What is inside is most likely of the wrong namespace, too: nothing more to say of that.
    return { diagnostic, opening: meant === REFUSED ? opening : openings.unseen(meant), taken: true, renamed: false };
  }
  if (parent === undefined) {
    return { diagnostic: messages['root-not-allowed'](common, place, details), opening, taken: false, renamed: false };
  }
  const names = namesIn(automaton, tag.namespaces, state, () => {
    return new Map(next.map((name) => [showName(grammar.symbols, name, 'element', tag.namespaces), name]));
  });
  const nearHere = nameMeant(tag, [...names.keys()]);
  const all = allNames(automaton, tag);
  const near = nearHere ?? nameMeant(tag, all);
  const possible = nearHere === undefined ? all : [...names.keys()];
  // A name that is near to several, or a word of another vocabulary, is left to the author.
  const fix = near === nearestName(element, possible) ? renameElement(tag, possible) : undefined;
  const diagnostic = messages['unknown-element']({ ...common, near, isNearHere: nearHere !== undefined }, place, {
    ...details,
    ...(fix && { fix }),
  });
  const taken = nearHere === undefined ? REFUSED : openings.open(state, names.get(nearHere) ?? 0);
  return taken === REFUSED
    ? { diagnostic, opening, taken: false, renamed: false }
    : { diagnostic, opening: taken, taken: true, renamed: true };
}

/** The name for which another was written: itself in other letters, what the word stands for, or the one that is most alike. */
function nameMeant({ name }: StartTag, names: readonly string[]): string | undefined {
  const nearest = nearestName(writtenName(name), names);
  const meant = meantElement(name.local);
  const isSame = nearest?.toLowerCase() === writtenName(name).toLowerCase();
  return !isSame && meant !== undefined && names.includes(meant) ? meant : nearest;
}

/** An element before which something is missing. */
function tooEarly(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  symbol: number,
  opening: number,
  parent: OpenElement,
): Pick<RefusedElement, 'diagnostic' | 'awaited'> {
  const { openings, states } = automaton;
  const common = describe(automaton, state, tag, parent);
  const later = new Set(requiredIn(automaton, states.unite(openings.at(opening).returns)));
  const missing = requiredIn(automaton, state).filter((name) => name !== symbol && !later.has(name));
  const leading = nextNames(automaton, state).filter((name) => {
    const first = openings.open(state, name);
    return first !== REFUSED && openings.open(states.unite(openings.at(first).returns), symbol) !== REFUSED;
  });
  // One element that opens the way says more than all that is required; of several, any will do.
  const first = leading.length === 1 ? leading : leading.length > 1 ? [] : missing;
  const args = {
    ...common,
    missing: shown(automaton, tag, first),
    leading: usualFirst(shown(automaton, tag, leading, false)).map(quote),
  };
  const diagnostic = messages['element-not-allowed-yet'](args, common.place, common.details);
  return { diagnostic, awaited: [...missing, ...leading] };
}

/** An element that ends before its content is complete. */
export function incompleteElement(automaton: Automaton, state: number, tag: StartTag, end: EndTag): Diagnostic {
  const element = writtenName(tag.name);
  // What has no end tag has no place of its own to point at.
  const { source, start, end: behind } = end.start < end.end ? end : tag;
  const place = placeAt(source, start, behind);
  const related = [{ message: `start of "${element}"`, place: placeAt(tag.source, tag.start, tag.end) }];
  const missing = requiredIn(automaton, state);
  if (missing.length > 0) {
    const names = missing.map((symbol) => showName(automaton.grammar.symbols, symbol, 'element', tag.namespaces));
    return messages['required-element-missing']({ element, missing: names.map(quote) }, place, {
      expected: names,
      related,
    });
  }
  const expected = expectedElements(automaton, state, tag.namespaces);
  return messages['element-incomplete']({ element, expected: expected.map(quote) }, place, { expected, related });
}

function usualFirst(names: readonly string[]): readonly string[] {
  return nearestFirst(undefined, names, COMMON_ELEMENTS);
}

function describe(automaton: Automaton, state: number, tag: StartTag, parent: OpenElement | undefined) {
  const element = writtenName(tag.name);
  const namespaces = parent?.tag.namespaces ?? tag.namespaces;
  const names = expectedElements(automaton, state, namespaces);
  // Outside of a root no prefix is bound: the bare name says enough.
  const possible = parent ? names : names.map((name) => name.replace(/^\{.*\}/, ''));
  return {
    element,
    parent: parent && writtenName(parent.tag.name),
    expected: parent
      ? quotedFirst(automaton, namespaces, state, element, possible)
      : nearestFirst(element, possible).map(quote),
    place: placeAt(tag.source, tag.start, tag.end),
    details: { expected: possible },
  };
}

/** Those most like the name first: the same mistake is made again and again. */
function quotedFirst(
  automaton: Automaton,
  namespaces: ReadonlyMap<string, string>,
  state: number,
  element: string,
  possible: readonly string[],
): readonly string[] {
  const known = quotedIn(automaton, namespaces, state, () => new Map());
  const quoted = known.get(element) ?? nearestFirst(element, possible).map(quote);
  if (known.size < MOST_NAMES) known.set(element, quoted);
  return quoted;
}

const MOST_NAMES = 100;

function symbolOf({ grammar }: Automaton, name: XmlName): number {
  return grammar.symbols.of(name.namespace, name.local);
}

function shown({ grammar }: Automaton, tag: StartTag, names: readonly number[], quoted = true): readonly string[] {
  const written = names.map((name) => showName(grammar.symbols, name, 'element', tag.namespaces));
  return quoted ? written.map(quote) : written.sort();
}

/** The names of all elements of the schema. */
function allNames(automaton: Automaton, { namespaces }: StartTag): readonly string[] {
  return elementsOf(automaton, namespaces, 0, () => {
    const { source, symbols } = automaton.grammar;
    const names = source.definitions.flatMap(({ nameClass }) =>
      nameClass.kind === 'name' ? [symbols.of(nameClass.namespace, nameClass.local)] : [],
    );
    return [...new Set(names)].map((symbol) => showName(symbols, symbol, 'element', namespaces));
  });
}
