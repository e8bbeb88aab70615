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

type Without<P, K extends PropertyKey> = P extends Pattern ? Omit<P, K> : never;
/** What tells a pattern from others; the rest follows. */
type Shape = Without<Pattern, keyof PatternBase>;

/** Makes patterns and holds them: asking twice for equal patterns gives one object. */
export interface PatternTable {
  readonly empty: Pattern;
  readonly notAllowed: Pattern;
  readonly text: Pattern;
  /** How many there are; their ids are below. */
  readonly size: number;
  at(id: number): Pattern;
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

/** The patterns of a table that was kept; each is made when it is asked for. */
export interface KeptPatterns {
  readonly size: number;
  /** `at` gives the patterns that it is made of: their ids are smaller. */
  read(id: number, at: (id: number) => Pattern): Pattern;
}

/** A table of patterns, empty or as it was kept. Simplifies by the laws of section 4.21 (`notAllowed` and `empty` vanish) and by those of sets. */
export function createPatternTable(kept?: KeptPatterns): PatternTable {
  const patterns: (Pattern | undefined)[] = [];
  let interned: Map<string, Pattern> | undefined;
  let size = kept?.size ?? 0;
  const at = (id: number): Pattern => {
    const pattern = patterns[id] ?? kept?.read(id, at);
    if (pattern === undefined) throw new RangeError(`no pattern ${id}`);
    patterns[id] = pattern;
    return pattern;
  };
  /** Those that were kept are all needed as soon as a new one is made. */
  const index = (): Map<string, Pattern> => {
    const made = new Map<string, Pattern>();
    for (let id = 0; id < size; id++) made.set(keyOf(at(id)), at(id));
    return made;
  };
  const intern = (shape: Shape, facts: () => Omit<PatternBase, 'id'>): Pattern => {
    interned ??= index();
    const key = keyOf(shape);
    const known = interned.get(key);
    if (known) return known;
    const made: Pattern = { ...shape, ...facts(), id: size++ };
    patterns[made.id] = made;
    interned.set(key, made);
    return made;
  };
  const first = (id: number, shape: Shape, facts: Omit<PatternBase, 'id'>): Pattern =>
    kept ? at(id) : intern(shape, () => facts);
  const empty = first(0, { kind: 'empty' }, { nullable: true, traits: 0 });
  const notAllowed = first(1, { kind: 'notAllowed' }, { nullable: false, traits: 0 });
  const text = first(2, { kind: 'text' }, { nullable: true, traits: Trait.text });

  return {
    empty,
    notAllowed,
    text,
    get size() {
      return size;
    },
    at,
    choice(parts) {
      let kept = sortedSet(flatten(parts, 'choice').filter((part) => part !== notAllowed));
      if (kept.some((part) => part.nullable && part !== empty)) kept = kept.filter((part) => part !== empty);
      const [first] = kept;
      if (first === undefined) return notAllowed;
      if (kept.length === 1) return first;
      return intern({ kind: 'choice', parts: kept }, () => ({
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
      return intern({ kind: 'group', parts: kept }, () => ({
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
      return intern({ kind: 'interleave', parts: kept }, () => ({
        nullable: kept.every((part) => part.nullable),
        traits: traitsOf(kept),
      }));
    },
    oneOrMore(pattern) {
      if (pattern === empty || pattern === notAllowed || pattern === text || pattern.kind === 'oneOrMore')
        return pattern;
      const { nullable, traits } = pattern;
      return intern({ kind: 'oneOrMore', pattern }, () => ({ nullable, traits }));
    },
    list(pattern) {
      if (pattern === notAllowed) return notAllowed;
      const traits = Trait.data | (pattern.traits & Trait.contextual);
      return intern({ kind: 'list', pattern }, () => ({ nullable: false, traits }));
    },
    data(datatype, except) {
      const traits =
        Trait.data | (datatype.contextual ? Trait.contextual : 0) | ((except?.traits ?? 0) & Trait.contextual);
      return intern({ kind: 'data', datatype, except }, () => ({ nullable: false, traits }));
    },
    value(datatype, literal, key) {
      const traits = Trait.data | (datatype.contextual ? Trait.contextual : 0);
      return intern({ kind: 'value', datatype, literal, key }, () => ({ nullable: false, traits }));
    },
    attribute(nameClass, pattern) {
      if (pattern === notAllowed) return notAllowed;
      return intern({ kind: 'attribute', nameClass, pattern }, () => ({ nullable: false, traits: Trait.attribute }));
    },
    element(nameClass, definition) {
      return intern({ kind: 'element', nameClass, definition }, () => ({ nullable: false, traits: Trait.element }));
    },
  };
}

/** Equal for equal patterns. */
function keyOf(shape: Shape): string {
  switch (shape.kind) {
    case 'empty':
    case 'notAllowed':
    case 'text':
      return shape.kind;
    case 'choice':
    case 'group':
    case 'interleave':
      return `${shape.kind} ${idsOf(shape.parts)}`;
    case 'oneOrMore':
    case 'list':
      return `${shape.kind} ${shape.pattern.id}`;
    case 'data':
      return `data ${shape.datatype.key} - ${shape.except?.id}`;
    case 'value':
      return `value ${shape.datatype.key} = ${shape.key}`;
    case 'attribute':
      return `attribute ${shape.nameClass.id} ${shape.pattern.id}`;
    case 'element':
      return `element ${shape.definition}`;
  }
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
