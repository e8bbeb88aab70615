/** A grammar in simple form -> interned patterns: the start at once, the content of an element when it is first asked for (RELAX NG 1.0, section 5). */
import { type Datatype, type DatatypeFault, findDatatype, isFault, NO_CONTEXT } from './datatypes/index.js';
import { createNameClasses, type KeptNameClasses, type NameClass, type NameClasses } from './name-class.js';
import { createPatternTable, type KeptPatterns, type Pattern, type PatternTable } from './pattern.js';
import type { DatatypeName, DatatypeParameter, SimpleGrammar, SimplePattern } from './simple.js';
import { collectSymbols, type Symbols } from './symbols.js';

export interface CompiledGrammar {
  readonly source: SimpleGrammar;
  readonly symbols: Symbols;
  readonly nameClasses: NameClasses;
  readonly table: PatternTable;
  readonly start: Pattern;
  /** The content of `definitions[index]`, attributes and all. */
  contentOf(definition: number): Pattern;
  /** The same where it has been asked for before. */
  knownContent(definition: number): Pattern | undefined;
  /** How the schema calls a datatype of its patterns. */
  writtenDatatype(datatype: Datatype): WrittenDatatype | undefined;
}

export interface WrittenDatatype {
  readonly name: DatatypeName;
  readonly parameters: readonly DatatypeParameter[];
}

/** The patterns that were kept of the same grammar. */
export interface KeptGrammar {
  /** `all` makes the whole alphabet. */
  symbols(all: () => Symbols): Symbols;
  readonly nameClasses: KeptNameClasses;
  patterns(nameClassAt: (id: number) => NameClass, datatypeOf: (written: WrittenDatatype) => Datatype): KeptPatterns;
  /** The number of a pattern. */
  readonly start: number;
  /** The same; undefined where it is not known. */
  contentOf(definition: number): number | undefined;
}

/** With patterns that were kept, nothing of the grammar is looked at before something else is asked for. */
export function compilePatterns(source: SimpleGrammar, kept?: KeptGrammar): CompiledGrammar {
  const symbols = kept ? kept.symbols(() => collectSymbols(source)) : collectSymbols(source);
  const nameClasses = createNameClasses(symbols, kept?.nameClasses);
  const elementNames: (NameClass | undefined)[] = [];
  const contents: (Pattern | undefined)[] = [];
  const done = new Map<SimplePattern, Pattern>();

  const datatypes = new Map<string, Datatype | DatatypeFault>();
  const written = new Map<Datatype, WrittenDatatype>();
  /** A schema names the same few datatypes hundreds of times. */
  const datatypeOf = ({ library, name }: DatatypeName, parameters: readonly DatatypeParameter[]) => {
    const key = JSON.stringify([library, name, ...parameters.map((each) => [each.name, each.value])]);
    const datatype = datatypes.get(key) ?? findDatatype({ library, name }, parameters);
    datatypes.set(key, datatype);
    if (!isFault(datatype)) written.set(datatype, { name: { library, name }, parameters });
    return datatype;
  };
  const keptDatatype = ({ name, parameters }: WrittenDatatype): Datatype => {
    const datatype = datatypeOf(name, parameters);
    if (isFault(datatype)) throw new RangeError(datatype.reason);
    return datatype;
  };
  const table = createPatternTable(kept?.patterns(nameClasses.at, keptDatatype));
  const convert = (pattern: SimplePattern): Pattern => {
    const known = done.get(pattern);
    if (known) return known;
    const made = make(pattern);
    done.set(pattern, made);
    return made;
  };
  const make = (pattern: SimplePattern): Pattern => {
    switch (pattern.kind) {
      case 'empty':
      case 'text':
      case 'notAllowed':
        return table[pattern.kind];
      case 'choice':
      case 'group':
      case 'interleave':
        return table[pattern.kind](partsOf(pattern).map(convert));
      case 'oneOrMore':
      case 'list':
        return table[pattern.kind](convert(pattern.pattern));
      case 'data': {
        const datatype = datatypeOf(pattern.datatype, pattern.parameters);
        // A datatype that is none has been reported with the schema; here it would only repeat itself on every value.
        if (isFault(datatype)) return table.text;
        return table.data(datatype, pattern.except && convert(pattern.except));
      }
      case 'value': {
        const datatype = datatypeOf(pattern.datatype, []);
        if (isFault(datatype)) return table.text;
        const key = datatype.valueKey(pattern.value, { ...NO_CONTEXT, namespaces: pattern.namespaces });
        return key === undefined ? table.notAllowed : table.value(datatype, pattern.value, key);
      }
      case 'attribute':
        return table.attribute(nameClasses.intern(pattern.nameClass), convert(pattern.pattern));
      case 'ref': {
        const definition = source.definitions[pattern.index];
        if (definition === undefined) return table.notAllowed;
        const nameClass = elementNames[pattern.index] ?? nameClasses.intern(definition.nameClass);
        elementNames[pattern.index] = nameClass;
        return table.element(nameClass, pattern.index);
      }
    }
  };
  const knownContent = (index: number): Pattern | undefined => {
    const id = contents[index] ? undefined : kept?.contentOf(index);
    if (id !== undefined) contents[index] = table.at(id);
    return contents[index];
  };
  return {
    source,
    symbols,
    nameClasses,
    table,
    start: kept ? table.at(kept.start) : convert(source.start),
    knownContent,
    writtenDatatype: (datatype) => written.get(datatype),
    contentOf(index) {
      const known = knownContent(index);
      if (known) return known;
      const definition = source.definitions[index];
      const made = definition ? convert(definition.content) : table.notAllowed;
      contents[index] = made;
      return made;
    },
  };
}

type Binary = Extract<SimplePattern, { readonly left: SimplePattern }>;

/** The operands of nested choices, groups or interleaves as one list: chains may be long, so no recursion. A shared chain is opened once. */
function partsOf(pattern: Binary): readonly SimplePattern[] {
  const parts: SimplePattern[] = [];
  const opened = new Set<SimplePattern>();
  const waiting: SimplePattern[] = [pattern];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === pattern.kind && 'left' in next && !opened.has(next)) {
      opened.add(next);
      waiting.push(next.right, next.left);
    } else parts.push(next);
  }
  return parts;
}
