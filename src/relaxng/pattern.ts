/** Patterns of the simple form as interned objects (RELAX NG 1.0, sections 5 and 6.2): equal patterns are one object, choices and sequences are flat. */
import type { Datatype } from './datatypes/index.js';
import type { NameClass } from './name-class.js';

interface PatternBase {
  /** Counted from 0; the identity of the pattern in its table. */
  readonly id: number;
  /** Does it match nothing at all: no attribute, no child, no text? */
  readonly nullable: boolean;
  /** What occurs in it outside of element contents: a sum of `Trait`s. */
  readonly traits: number;
}

export const Trait = { attribute: 1, element: 2, text: 4, data: 8, contextual: 16 } as const;

export type Pattern = PatternBase &
  (
    | { readonly kind: 'empty' }
    | { readonly kind: 'notAllowed' }
    | { readonly kind: 'text' }
    /** Two or more, in the order of their ids, without repetitions. */
    | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
    | { readonly kind: 'group'; readonly parts: readonly Pattern[] }
    /** Two or more, in the order of their ids. */
    | { readonly kind: 'interleave'; readonly parts: readonly Pattern[] }
    | { readonly kind: 'oneOrMore'; readonly pattern: Pattern }
    | { readonly kind: 'list'; readonly pattern: Pattern }
    | { readonly kind: 'data'; readonly datatype: Datatype; readonly except: Pattern | undefined }
    /** `literal` as the schema has it; `key` is the value: equal values have equal keys. */
    | { readonly kind: 'value'; readonly datatype: Datatype; readonly literal: string; readonly key: string }
    | { readonly kind: 'attribute'; readonly nameClass: NameClass; readonly pattern: Pattern }
    | { readonly kind: 'element'; readonly nameClass: NameClass; readonly definition: number }
  );

type Without<P> = P extends Pattern ? Omit<P, 'id'> : never;
type Uninterned = Without<Pattern>;

/** Makes patterns and holds them: asking twice for equal patterns gives one object. */
export interface PatternTable {
  readonly empty: Pattern;
  readonly notAllowed: Pattern;
  readonly text: Pattern;
  choice(parts: readonly Pattern[]): Pattern;
  group(parts: readonly Pattern[]): Pattern;
  interleave(parts: readonly Pattern[]): Pattern;
  oneOrMore(pattern: Pattern): Pattern;
  list(pattern: Pattern): Pattern;
  data(datatype: Datatype, except: Pattern | undefined): Pattern;
  value(datatype: Datatype, literal: string, key: string): Pattern;
  attribute(nameClass: NameClass, pattern: Pattern): Pattern;
  element(nameClass: NameClass, definition: number): Pattern;
}

/** An empty table of patterns. Simplifies by the laws of section 4.21 (`notAllowed` and `empty` vanish) and by those of sets. */
export function createPatternTable(): PatternTable {
  const interned = new Map<string, Pattern>();
  const intern = (key: string, make: () => Uninterned): Pattern => {
    const known = interned.get(key);
    if (known) return known;
    const made: Pattern = { ...make(), id: interned.size };
    interned.set(key, made);
    return made;
  };
  const empty = intern('empty', () => ({ kind: 'empty', nullable: true, traits: 0 }));
  const notAllowed = intern('notAllowed', () => ({ kind: 'notAllowed', nullable: false, traits: 0 }));
  const text = intern('text', () => ({ kind: 'text', nullable: true, traits: Trait.text }));

  return {
    empty,
    notAllowed,
    text,
    choice(parts) {
      let kept = sortedSet(flatten(parts, 'choice').filter((part) => part !== notAllowed));
      if (kept.some((part) => part.nullable && part !== empty)) kept = kept.filter((part) => part !== empty);
      const [first] = kept;
      if (first === undefined) return notAllowed;
      if (kept.length === 1) return first;
      return intern(`choice ${idsOf(kept)}`, () => ({
        kind: 'choice',
        parts: kept,
        nullable: kept.some((part) => part.nullable),
        traits: traitsOf(kept),
      }));
    },
    group(parts) {
      const kept = flatten(parts, 'group').filter((part) => part !== empty);
      const [first] = kept;
      if (first === undefined) return empty;
      if (kept.includes(notAllowed)) return notAllowed;
      if (kept.length === 1) return first;
      return intern(`group ${idsOf(kept)}`, () => ({
        kind: 'group',
        parts: kept,
        nullable: kept.every((part) => part.nullable),
        traits: traitsOf(kept),
      }));
    },
    interleave(parts) {
      const flat = flatten(parts, 'interleave').filter((part) => part !== empty);
      const texts = flat.includes(text) ? [text] : [];
      const kept = [...texts, ...flat.filter((part) => part !== text).sort(byId)];
      const [first] = kept;
      if (first === undefined) return empty;
      if (kept.includes(notAllowed)) return notAllowed;
      if (kept.length === 1) return first;
      return intern(`interleave ${idsOf(kept)}`, () => ({
        kind: 'interleave',
        parts: kept,
        nullable: kept.every((part) => part.nullable),
        traits: traitsOf(kept),
      }));
    },
    oneOrMore(pattern) {
      if (pattern === empty || pattern === notAllowed || pattern === text || pattern.kind === 'oneOrMore')
        return pattern;
      const { nullable, traits } = pattern;
      return intern(`oneOrMore ${pattern.id}`, () => ({ kind: 'oneOrMore', pattern, nullable, traits }));
    },
    list(pattern) {
      if (pattern === notAllowed) return notAllowed;
      const traits = Trait.data | (pattern.traits & Trait.contextual);
      return intern(`list ${pattern.id}`, () => ({ kind: 'list', pattern, nullable: false, traits }));
    },
    data(datatype, except) {
      const traits =
        Trait.data | (datatype.contextual ? Trait.contextual : 0) | ((except?.traits ?? 0) & Trait.contextual);
      const key = `data ${datatype.key} - ${except?.id}`;
      return intern(key, () => ({ kind: 'data', datatype, except, nullable: false, traits }));
    },
    value(datatype, literal, key) {
      const traits = Trait.data | (datatype.contextual ? Trait.contextual : 0);
      return intern(`value ${datatype.key} = ${key}`, () => ({
        kind: 'value',
        datatype,
        literal,
        key,
        nullable: false,
        traits,
      }));
    },
    attribute(nameClass, pattern) {
      if (pattern === notAllowed) return notAllowed;
      const traits = Trait.attribute;
      const key = `attribute ${nameClass.id} ${pattern.id}`;
      return intern(key, () => ({ kind: 'attribute', nameClass, pattern, nullable: false, traits }));
    },
    element(nameClass, definition) {
      const traits = Trait.element;
      return intern(`element ${definition}`, () => ({
        kind: 'element',
        nameClass,
        definition,
        nullable: false,
        traits,
      }));
    },
  };
}

/** A sequence of shared sequences may be of astronomic length: those stay nested. */
const LONGEST = 10_000;

function flatten(parts: readonly Pattern[], kind: 'choice' | 'group' | 'interleave'): readonly Pattern[] {
  if (!parts.some((part) => part.kind === kind)) return parts;
  const length = parts.reduce((sum, part) => sum + (part.kind === kind ? part.parts.length : 1), 0);
  if (length > LONGEST && kind !== 'choice') return parts;
  return parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
}

function sortedSet(parts: readonly Pattern[]): readonly Pattern[] {
  return [...new Set(parts)].sort(byId);
}

function byId(a: Pattern, b: Pattern): number {
  return a.id - b.id;
}

function idsOf(parts: readonly Pattern[]): string {
  return parts.map((part) => part.id).join();
}

function traitsOf(parts: readonly Pattern[]): number {
  return parts.reduce((sum, part) => sum | part.traits, 0);
}
