/** A document and a seed -> the document with one mistake in it, of a kind that people and programs make. */
import { type OutlinedElement, outline } from './outline.js';
import type { Random } from './random.js';

export interface Mutant {
  readonly text: string;
  /** The kind of mistake. */
  readonly kind: string;
}

/** The names that a mistake may bring in. */
export interface Vocabulary {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

interface Site {
  readonly text: string;
  readonly elements: readonly OutlinedElement[];
  readonly element: OutlinedElement;
  readonly index: number;
  readonly vocabulary: Vocabulary;
  readonly random: Random;
}

/** What a mistake makes of a document at one of its elements; undefined where it cannot be made there. */
type Mutation = (site: Site) => string | undefined;

const without = (text: string, start: number, end: number) => text.slice(0, start) + text.slice(end);
const withText = (text: string, at: number, added: string) => text.slice(0, at) + added + text.slice(at);
const replaced = (text: string, start: number, end: number, added: string) =>
  text.slice(0, start) + added + text.slice(end);

/** Two letters of a name change places; one that has no two different ones gets a letter more. */
function misspelt(name: string, random: Random): string {
  const start = name.indexOf(':') + 1;
  const local = name.slice(start);
  const at = 1 + random.below(Math.max(1, local.length - 2));
  const turned = local.slice(0, at) + (local[at + 1] ?? '') + (local[at] ?? '') + local.slice(at + 2);
  return name.slice(0, start) + (turned === local ? `${local}x` : turned);
}

function renamed({ text, element }: Site, name: string): string {
  const { start, name: old, end, endStart } = element;
  const tail = end > endStart ? replaced(text, endStart + 2, endStart + 2 + old.length, name) : text;
  return replaced(tail, start + 1, start + 1 + old.length, name);
}

/** A place in the content of an element, between its children. */
function placeIn({ elements, index, element, random }: Site): number | undefined {
  if (element.endStart === element.tagEnd && element.end === element.tagEnd) return undefined;
  const children = elements.filter(({ parent }) => parent === index);
  return random.pick([element.tagEnd, element.endStart, ...children.flatMap(({ start, end }) => [start, end])]);
}

const nameEnd = ({ start, name }: OutlinedElement) => start + 1 + name.length;

/** The spoilt values: bad for one type or another, and some that are good for many. */
const VALUES = [
  '',
  ' ',
  'x y',
  '12 May 1961',
  '1961-13-01',
  '-1',
  '?',
  'none',
  '#',
  '1a',
  'http://[',
  'true',
  'é',
  '0',
];

const mutations: Readonly<Record<string, Mutation>> = {
  'delete an element': ({ text, element }) => without(text, element.start, element.end),
  'take tags away': ({ text, element: { start, tagEnd, endStart, end } }) =>
    text.slice(0, start) + text.slice(tagEnd, endStart) + text.slice(end),
  'empty an element': ({ text, element: { tagEnd, endStart } }) =>
    endStart > tagEnd ? without(text, tagEnd, endStart) : undefined,
  'swap two elements': ({ text, elements, element: a, index }) => {
    const b = elements.find(({ start, parent }, i) => i > index && parent === a.parent && start >= a.end);
    if (!b) return undefined;
    const cut = (from: number, to: number) => text.slice(from, to);
    return cut(0, a.start) + cut(b.start, b.end) + cut(a.end, b.start) + cut(a.start, a.end) + cut(b.end, text.length);
  },
  'repeat an element': ({ text, element: { start, end } }) =>
    withText(text, end, text.slice(start, end).replace(/\sxml:id\s*=\s*("[^"]*"|'[^']*')/g, '')),
  'move an element': ({ text, elements, element: { start, end }, random }) => {
    const to = random.pick(elements.slice(1)).start;
    if (to >= start && to <= end) return undefined;
    const moved = text.slice(start, end);
    return to < start
      ? text.slice(0, to) + moved + text.slice(to, start) + text.slice(end)
      : text.slice(0, start) + text.slice(end, to) + moved + text.slice(to);
  },
  'another name': (site) => renamed(site, site.random.pick(site.vocabulary.elements)),
  'misspelt name': (site) => renamed(site, misspelt(site.element.name, site.random)),
  'no namespace': ({ text, element }) =>
    element.name.includes(':') ? undefined : withText(text, nameEnd(element), ' xmlns=""'),
  'element too many': (site) => {
    const at = placeIn(site);
    return at === undefined ? undefined : withText(site.text, at, `<${site.random.pick(site.vocabulary.elements)}/>`);
  },
  'element around': ({ text, element: { start, end }, vocabulary, random }) => {
    const name = random.pick(vocabulary.elements);
    return `${text.slice(0, start)}<${name}>${text.slice(start, end)}</${name}>${text.slice(end)}`;
  },
  'drop an attribute': ({ text, element: { attributes }, random }) => {
    if (attributes.length === 0) return undefined;
    const { start, end } = random.pick(attributes);
    return without(text, start, end);
  },
  'misspelt attribute': ({ text, element: { attributes }, random }) => {
    if (attributes.length === 0) return undefined;
    const { name, start } = random.pick(attributes);
    const wrong = misspelt(name, random);
    if (attributes.some((other) => other.name === wrong) || wrong === 'xmlns') return undefined;
    return replaced(text, start, start + name.length, wrong);
  },
  'spoilt value': ({ text, element: { attributes }, random }) => {
    if (attributes.length === 0) return undefined;
    const { name, start, end } = random.pick(attributes);
    return replaced(text, start, end, `${name}="${random.pick(VALUES)}"`);
  },
  'attribute too many': ({ text, element, vocabulary, random }) => {
    const name = random.pick(vocabulary.attributes);
    if (element.attributes.some((other) => other.name === name)) return undefined;
    return withText(text, nameEnd(element), ` ${name}="${random.pick(VALUES)}"`);
  },
  'stray text': (site) => {
    const at = placeIn(site);
    return at === undefined ? undefined : withText(site.text, at, site.random.pick(['stray', ' stray\n words ']));
  },
  'move an attribute': ({ text, elements, element: { attributes }, random }) => {
    const [moved] = attributes.length === 0 ? [] : [random.pick(attributes)];
    const to = nameEnd(random.pick(elements.slice(1)));
    if (!moved || moved.name.startsWith('xmlns')) return undefined;
    const target = elements.find((one) => nameEnd(one) === to);
    if (target?.attributes.some(({ name }) => name === moved.name)) return undefined;
    const written = ` ${text.slice(moved.start, moved.end).trim()}`;
    return to < moved.start
      ? text.slice(0, to) + written + text.slice(to, moved.start) + text.slice(moved.end)
      : text.slice(0, moved.start) + text.slice(moved.end, to) + written + text.slice(to);
  },
  'another namespace': ({ text, element, random }) => {
    if (element.name.includes(':') || element.attributes.some(({ name }) => name === 'xmlns')) return undefined;
    const namespace = random.pick([
      'http://www.tei-c.org/ns/2.0',
      'http://example.org/',
      'http://www.w3.org/1999/xhtml',
    ]);
    return withText(text, nameEnd(element), ` xmlns="${namespace}"`);
  },
  'a prefix for the same namespace': (site) => {
    if (site.element.name.includes(':')) return undefined;
    const named = renamed(site, `same:${site.element.name}`);
    return withText(named, nameEnd(site.element) + 'same:'.length, ' xmlns:same="http://www.tei-c.org/ns/1.0"');
  },
  'stray markup': (site) => {
    const at = placeIn(site);
    const pieces = [
      '&amp;',
      '&#65;',
      '&#x20;',
      '<![CDATA[x]]>',
      '<![CDATA[ ]]>',
      '<![CDATA[]]>',
      '<!-- x -->',
      '<?x y?>',
    ];
    return at === undefined ? undefined : withText(site.text, at, site.random.pick(pieces));
  },
  'a reference in a value': ({ text, element: { attributes }, random }) => {
    const some = attributes.filter(({ value, name }) => value !== '' && !name.startsWith('xmlns'));
    if (some.length === 0) return undefined;
    const { name, value, start, end } = random.pick(some);
    const first = random.pick([`&#${value.codePointAt(0)};`, '&#32;', '&#9;', '&amp;']);
    const rest = [...value].slice(1).join('').replace(/[&<"]/g, '');
    return replaced(text, start, end, `${name}="${first}${rest}"`);
  },
  'lines of another system': ({ text }) => text.replaceAll('\n', '\r\n'),
  'elements one in another': ({ text, element: { start, end, name } }) => {
    const depth = 40;
    return `${text.slice(0, start)}${`<${name}>`.repeat(depth)}${text.slice(start, end)}${`</${name}>`.repeat(depth)}${text.slice(end)}`;
  },
  'duplicate ID': ({ text, elements, element, random }) => {
    const ids = elements.flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'xml:id'));
    const [own] = element.attributes.filter(({ name }) => name === 'xml:id');
    const others = ids.filter((id) => id !== own);
    if (others.length === 0) return undefined;
    const { value } = random.pick(others);
    return own
      ? replaced(text, own.start, own.end, `xml:id="${value}"`)
      : withText(text, nameEnd(element), ` xml:id="${value}"`);
  },
};

const kinds = Object.keys(mutations);

/** The document with one mistake; every kind is as likely as the others. The root is spared. */
export function mutate(text: string, vocabulary: Vocabulary, random: Random): Mutant {
  const elements = outline(text);
  for (;;) {
    const kind = random.pick(kinds);
    const index = 1 + random.below(elements.length - 1);
    const element = elements[index];
    const mutant = element && mutations[kind]?.({ text, elements, element, index, vocabulary, random });
    if (mutant !== undefined && mutant !== text) return { text: mutant, kind };
  }
}

/** The names that documents use, but for those of the root. */
export function vocabularyOf(documents: readonly string[]): Vocabulary {
  const elements = new Set<string>();
  const attributes = new Set<string>();
  for (const document of documents) {
    for (const { name, attributes: own } of outline(document).slice(1)) {
      elements.add(name);
      for (const attribute of own) attributes.add(attribute.name);
    }
  }
  return { elements: [...elements].sort(), attributes: [...attributes].sort() };
}
