/** An attribute, a value or a text that the automaton refuses -> the diagnostic that says why. */
import type { Diagnostic } from '../diagnostic/index.js';
import { type Place, placeAt } from '../source/index.js';
import { writtenName, type XmlAttribute } from '../xml/index.js';
import { nearestFirst, nearestName } from './alternatives.js';
import { type Automaton, REFUSED } from './automaton.js';
import { meantAttribute } from './common-names.js';
import { NO_CONTEXT, type ValueContext } from './datatypes/index.js';
import { suggestDate } from './datatypes/suggest-date.js';
import { isBlank } from './datatypes/white-space.js';
import { expectedElements, type OpenElement, type StartTag } from './element-mistakes.js';
import { attributesIn, type ExpectedValues, expectedValues, requiredAttributes } from './expected.js';
import { renameAttribute, rewriteValue } from './mending.js';
import type { Pattern } from './pattern.js';
import { quote, showName, showNameClasses } from './shown-names.js';
import { validationMessages as messages } from './validation-messages.js';

/** An attribute that the element may not have, or not beside those before it. */
export function refusedAttribute(
  automaton: Automaton,
  state: number,
  { tag, opening }: Pick<OpenElement, 'tag' | 'opening'>,
  attribute: XmlAttribute,
  symbol: number,
): Diagnostic {
  const written = writtenName(attribute.name);
  const element = writtenName(tag.name);
  const place = placeAt(tag.source, attribute.start, attribute.end);
  const others = rivalsOf(automaton, opening, tag, attribute, symbol).map(({ name }) => quote(writtenName(name)));
  if (others.length > 0) return messages['attribute-conflict']({ attribute: written, element, others }, place);
  const possible = expectedAttributes(automaton, state, tag);
  const expected = nearestFirst(written, possible).map(quote);
  const near = attributeMeant(written, possible);
  // What a word of another vocabulary stands for is likely, not certain.
  const fix = near === nearestName(written, possible) ? renameAttribute(tag, attribute, possible) : undefined;
  return messages['attribute-not-allowed']({ attribute: written, element, near, expected }, place, {
    expected: possible,
    ...(fix && { fix }),
  });
}

/** The attributes of the start tag that the element may not have beside this one, though it may have this one. */
function rivalsOf(
  { takeAttribute, attributeChoice, openings, states, grammar }: Automaton,
  opening: number,
  tag: StartTag,
  attribute: XmlAttribute,
  symbol: number,
): readonly XmlAttribute[] {
  const { content } = openings.at(opening);
  if (takeAttribute(content, symbol) === REFUSED) return [];
  const before = tag.attributes.slice(0, tag.attributes.indexOf(attribute));
  const rivals = before.filter(({ name }) => {
    const choice = takeAttribute(content, grammar.symbols.of(name.namespace, name.local));
    return choice !== REFUSED && takeAttribute(states.unite(attributeChoice(choice).next), symbol) === REFUSED;
  });
  return rivals.length > 0 ? rivals : before;
}

function expectedAttributes({ grammar, states }: Automaton, state: number, tag: StartTag): readonly string[] {
  const classes = states
    .at(state)
    .alternatives.flatMap(({ pattern }) => [...attributesIn(pattern)].map(({ nameClass }) => nameClass));
  const present = new Set(tag.attributes.map(({ name }) => writtenName(name)));
  return showNameClasses(grammar.symbols, classes, 'attribute', tag.namespaces).filter((name) => !present.has(name));
}

/** An attribute whose value matches none of the patterns that it could. */
export function refusedValue(
  automaton: Automaton,
  tag: StartTag,
  attribute: XmlAttribute,
  patterns: readonly Pattern[],
): Diagnostic {
  const { value } = attribute;
  const names = { attribute: writtenName(attribute.name), element: writtenName(tag.name), value: shorten(value) };
  const place = placeAt(tag.source, attribute.start, attribute.end);
  const possible = valuesOf(patterns);
  if (possible.datatypes.length === 0 && possible.literals.length > 0) {
    const literals = nearestFirst(value, possible.literals);
    const near = nearestName(value, possible.literals);
    return messages['attribute-value-not-listed']({ ...names, near, expected: literals.map(quote) }, place, {
      expected: literals,
    });
  }
  const expected = describeValues(possible);
  const better = betterValue(automaton, value, patterns, tag);
  const advice = adviseOn(value, better, possible);
  // A hyphen for a space may make one name of two.
  const isSame = better !== undefined && (suggestDate(value) === better || !/[_ ]/.test(value.trim()));
  const mended = isSame ? rewriteValue(tag, attribute, better) : undefined;
  return messages['attribute-value-invalid']({ ...names, advice, expected }, place, {
    expected,
    ...(mended && { fix: mended }),
  });
}

/** A start tag without the attributes that the element must have; undefined where they are but misspelt, which was said. */
export function missingAttributes(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  refused: readonly XmlAttribute[] = [],
): Diagnostic | undefined {
  const element = writtenName(tag.name);
  const place = placeAt(tag.source, tag.start, tag.end);
  const [first = new Set<number>(), ...others] = automaton.states
    .at(state)
    .alternatives.map(({ pattern }) => requiredAttributes(pattern));
  const missing = [...first]
    .filter((symbol) => others.every((other) => other.has(symbol)))
    .map((symbol) => showName(automaton.grammar.symbols, symbol, 'attribute', tag.namespaces))
    .filter((name) => tag.attributes.every((present) => writtenName(present.name) !== name));
  const possible = expectedAttributes(automaton, state, tag);
  const meant = refused.flatMap(({ name }) => attributeMeant(writtenName(name), possible) ?? []);
  const unmeant = missing.filter((name) => !meant.includes(name));
  if (missing.length > unmeant.length && unmeant.length === 0) return undefined;
  if (missing.length === 0 && meant.some((name) => completes(automaton, state, tag, name))) return undefined;
  if (unmeant.length > 0) {
    return messages['required-attribute-missing']({ element, missing: unmeant.map(quote) }, place, {
      expected: unmeant,
    });
  }
  const enough = possible.filter((name) => completes(automaton, state, tag, name));
  const expected = enough.length > 0 ? enough : possible;
  return messages['attributes-incomplete']({ element, expected: expected.map(quote) }, place, { expected });
}

function attributeMeant(written: string, possible: readonly string[]): string | undefined {
  return meantAttribute(written, possible) ?? nearestName(written, possible);
}

/** Whether nothing would be missing if the attribute were there. */
function completes(automaton: Automaton, state: number, tag: StartTag, written: string): boolean {
  const [local = '', prefix] = written.split(':').reverse();
  const namespace = prefix === undefined ? '' : (tag.namespaces.get(prefix) ?? '');
  const choice = automaton.takeAttribute(state, automaton.grammar.symbols.of(namespace, local));
  if (choice === REFUSED) return false;
  const next = automaton.states.unite(automaton.attributeChoice(choice).next);
  return automaton.closeAttributes(next) !== REFUSED;
}

/** Text between elements where none may stand. */
export function refusedText(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  text: string,
  place: Place,
): Diagnostic {
  const possible = expectedElements(automaton, state, tag.namespaces);
  const args = { element: writtenName(tag.name), text: shorten(text), expected: possible.map(quote) };
  return messages['text-not-allowed'](args, place, { expected: possible });
}

/** The text of an element whose content is a value. */
export function refusedContent(
  automaton: Automaton,
  state: number,
  tag: StartTag,
  text: string,
  place: Place | undefined,
): Diagnostic {
  const element = writtenName(tag.name);
  const patterns = automaton.states.at(state).alternatives.map(({ pattern }) => pattern);
  const possible = valuesOf(patterns);
  const elements = expectedElements(automaton, state, tag.namespaces).map(quote);
  const expected = [...describeValues(possible), ...elements];
  if (isBlank(text)) return messages['content-missing']({ element, expected }, place, { expected });
  const value = shorten(text);
  if (possible.datatypes.length === 0 && possible.literals.length > 0) {
    const near = nearestName(text.trim(), possible.literals);
    const ranked = nearestFirst(text.trim(), possible.literals);
    return messages['text-value-not-listed']({ element, value, near, expected: ranked.map(quote) }, place, {
      expected: ranked,
    });
  }
  const advice = adviseOn(text.trim(), betterValue(automaton, text.trim(), patterns, tag), possible);
  return messages['text-value-invalid']({ element, value, advice, expected }, place, { expected });
}

function valuesOf(patterns: readonly Pattern[]): ExpectedValues {
  const all = patterns.map(expectedValues);
  return {
    literals: [...new Set(all.flatMap(({ literals }) => literals))],
    datatypes: all.flatMap(({ datatypes }) => datatypes),
    list: all.some(({ list }) => list),
  };
}

/** `"low"`, `date (1961-05-12)`, `token like [a-z]+`. */
function describeValues({ literals, datatypes }: ExpectedValues): readonly string[] {
  const described = datatypes.map(({ name, examples: [example], conditions }) => {
    const limits = conditions.length === 0 ? '' : ` ${conditions.join(' ')}`;
    return `${name}${limits}${example === undefined || limits !== '' ? '' : ` (${example})`}`;
  });
  return [...literals.map(quote), ...new Set(described)];
}

/** What to write instead, or how to write a value. */
function adviseOn(
  value: string,
  better: string | undefined,
  { datatypes, literals }: ExpectedValues,
): string | undefined {
  if (better !== undefined) return `write "${better}"`;
  const near = nearestName(value, literals);
  return near === undefined ? datatypes.find(({ advice }) => advice !== undefined)?.advice : `did you mean "${near}"?`;
}

/** The value as the schema would take it. */
function betterValue(
  { matchValue }: Automaton,
  value: string,
  patterns: readonly Pattern[],
  { namespaces }: StartTag,
): string | undefined {
  const context: ValueContext = { ...NO_CONTEXT, namespaces };
  const isGood = (candidate: string) => patterns.some(({ id }) => matchValue(id, candidate, context));
  return rewritings(value).find((candidate) => candidate !== value && isGood(candidate));
}

/** Other ways to write what was most likely meant. */
function rewritings(value: string): readonly string[] {
  if (value.length > BEGINNING) return [];
  const date = suggestDate(value);
  const plain = value.trim().replace(/\s+/g, ' ');
  return [...(date === undefined ? [] : [date]), plain, plain.toLowerCase(), plain.replace(/[_ ]/g, '-')];
}

const LONGEST = 60;
const BEGINNING = 10_000;

function shorten(text: string): string {
  // Of ten million characters sixty are shown.
  const line = text.slice(0, BEGINNING).trim().replace(/\s+/g, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
