/** A grammar and a seed -> documents that it allows, steered so that every element and attribute occurs. */
import type { AttributePattern, ElementPattern, Grammar, Pattern } from './grammar.js';
import { measure, type Target } from './measure.js';
import { samples } from './samples.js';

export interface GenerateOptions {
  readonly grammar: Grammar;
  readonly seed: number;
  readonly count: number;
  /** Elements deeper than this take as little as they may. */
  readonly depth: number;
  /** The attributes of the root element that declare namespaces. */
  readonly namespaces: Readonly<Record<string, string>>;
}

export interface Generated {
  readonly documents: readonly string[];
  /** `name` for elements, `name/@name` for attributes that no document has. */
  readonly missing: readonly string[];
}

interface Output {
  readonly attributes: Map<string, string>;
  readonly content: string[];
}

/** Where the walk is: below which element, how deep, and what it is looking for. */
interface Position {
  readonly element?: ElementPattern;
  readonly depth: number;
  readonly output: Output;
  /** Whether every step down to here came nearer to what is looked for. */
  readonly onTheWay: boolean;
  readonly quest: { target: Target | undefined };
}

const words = ['May', '12,', 'Dear Mr. President:', 'the “cold war.”', '& <so> on', 'Грушев', 'é', '𝄞', '[sic]'];

/** Writes documents until `count` is reached; each looks for something that no document had so far. */
export function generate(options: GenerateOptions): Generated {
  const { grammar } = options;
  const random = randomFrom(options.seed);
  const measured = measure(grammar);
  const missing = new Map(measured.targets.map((target) => [target.name, target]));
  let ids = 0;
  let size = 0;

  const chance = (probability: number): boolean => random() < probability;
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const lean = (at: Position): boolean => at.depth > options.depth || size > 250;

  /** Whether the way to what is looked for leads through this pattern. */
  function leads(pattern: Pattern, at: Position): boolean {
    const target = at.quest.target;
    return target !== undefined && at.onTheWay && measured.leads(pattern, at.element, target);
  }

  /** How likely an optional pattern is taken: attributes that no document has so far more than others. */
  function likelihood(pattern: Pattern, at: Position): number {
    const names = measured.attributes(pattern);
    if (names === undefined) return lean(at) ? 0 : 0.3;
    return [...names].some((name) => missing.has(`${at.element?.name ?? ''}/@${name}`)) ? 0.5 : 0.05;
  }

  function emit(pattern: Pattern, at: Position): void {
    switch (pattern.kind) {
      case 'element':
        element(pattern, at);
        break;
      case 'attribute':
        attribute(pattern, at);
        break;
      case 'group':
        for (const part of pattern.patterns) emit(part, at);
        break;
      case 'choice':
        emit(alternative(pattern.patterns, at), at);
        break;
      case 'optional':
        if (leads(pattern.pattern, at) || chance(likelihood(pattern.pattern, at))) emit(pattern.pattern, at);
        break;
      case 'zeroOrMore':
      case 'oneOrMore': {
        if (pattern.kind === 'oneOrMore') emit(pattern.pattern, at);
        const more = lean(at) ? 0 : pick([0, 0, 1, 1, 2, 3]);
        for (let i = 0; i < more; i++) emit(pattern.pattern, at);
        if (leads(pattern.pattern, at)) emit(pattern.pattern, at);
        break;
      }
      case 'ref':
        emit(grammar.resolve(pattern.name), at);
        break;
      case 'text':
        if (chance(0.7)) at.output.content.push(escapeXml(pick(words)), chance(0.5) ? ' ' : '');
        break;
      case 'notAllowed':
        throw new Error('walked into notAllowed');
    }
  }

  function alternative(patterns: readonly Pattern[], at: Position): Pattern {
    const leading = patterns.filter((part) => leads(part, at));
    if (leading.length > 0) return pick(leading);
    if (!lean(at)) return pick(patterns);
    const least = Math.min(...patterns.map(measured.height));
    return pick(patterns.filter((part) => measured.height(part) === least));
  }

  function attribute(pattern: AttributePattern, at: Position): void {
    at.output.attributes.set(pattern.name, escapeXml(value(pattern.pattern)));
    const name = `${at.element?.name ?? ''}/@${pattern.name}`;
    missing.delete(name);
    if (at.quest.target?.name === name) at.quest.target = undefined;
  }

  function element(pattern: ElementPattern, at: Position): void {
    size++;
    missing.delete(pattern.name);
    const output: Output = { attributes: new Map(), content: [] };
    const onTheWay = leads(pattern, at);
    if (at.quest.target?.name === pattern.name) at.quest.target = undefined;
    emit(pattern.pattern, { element: pattern, depth: at.depth + 1, output, onTheWay, quest: at.quest });
    const attributes = [...output.attributes].map(([name, text]) => ` ${name}="${text}"`).join('');
    at.output.content.push(`<${pattern.name}${attributes}>${output.content.join('')}</${pattern.name}>`);
  }

  function value(pattern: Pattern): string {
    switch (pattern.kind) {
      case 'value':
        return pattern.value;
      case 'text':
        return pick(words);
      case 'data':
        return pattern.type === 'ID' ? `x${++ids}` : pick(samples(pattern.type, pattern.pattern));
      case 'ref':
        return value(grammar.resolve(pattern.name));
      case 'choice':
        return value(pick(pattern.patterns));
      case 'list':
        return value(pattern.pattern);
      case 'oneOrMore':
        return Array.from({ length: pick([1, 1, 2, 3]) }, () => value(pattern.pattern)).join(' ');
      case 'zeroOrMore':
        return Array.from({ length: pick([0, 1, 2]) }, () => value(pattern.pattern)).join(' ');
      default:
        throw new Error(`a value cannot be ${pattern.kind}`);
    }
  }

  const declarations = Object.entries(options.namespaces)
    .map(([name, uri]) => ` ${name}="${uri}"`)
    .join('');
  const documents = Array.from({ length: options.count }, () => {
    ids = 0;
    size = 0;
    const output: Output = { attributes: new Map(), content: [] };
    const [target] = missing.values();
    emit(grammar.start, { depth: 0, output, onTheWay: true, quest: { target } });
    return output.content.join('').replace(/^<[^ >]+/, (start) => start + declarations);
  });
  return { documents, missing: [...missing.keys()] };
}

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
