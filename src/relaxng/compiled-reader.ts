/** A flat binary -> the schema in simple form, each content model when it is first asked for (the form: `compiled-format`). */
import type { Place, Source } from '../source/index.js';
import {
  DEFINITION_WORDS,
  FILE_WORDS,
  FORMAT,
  Header,
  MAGIC,
  NAME_CLASSES,
  NONE,
  PATTERNS,
  PLACE_WORDS,
  type SchemaFile,
} from './compiled-format.js';
import { remembered } from './remembered.js';
import type { DatatypeParameter, SimpleDefinition, SimpleGrammar, SimpleNameClass, SimplePattern } from './simple.js';

/** A compiled schema of which it is not known yet whether its files are still the same. */
export interface OpenedSchema {
  readonly maker: string;
  readonly files: readonly SchemaFile[];
  /** In: the files. Out: the schema. */
  grammar(sources: readonly Source[]): SimpleGrammar;
}

/** Opens what `encodeSchema` made, whole; undefined for anything else. */
export function decodeSchema(bytes: Uint8Array): OpenedSchema | undefined {
  const words = wordsOf(bytes);
  const at = (index: number): number => words?.[index] ?? 0;
  if (!words || at(Header.magic) !== MAGIC || at(Header.format) !== FORMAT) return undefined;
  if (words.length !== at(Header.words) + ((at(Header.units) + 1) >> 1)) return undefined;
  const text = textOf(words);
  const string = (number: number): string => {
    const start = at(Header.strings) + number;
    return text.toString('utf16le', at(start) * 2, at(start + 1) * 2);
  };
  const listed = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
    Array.from({ length: at(count) }, (_, index) => item(index));
  return {
    maker: string(at(Header.maker)),
    files: listed(Header.fileCount, (index) => {
      const file = at(Header.files) + index * FILE_WORDS;
      return { href: string(at(file)), from: at(file + 1), checksum: string(at(file + 2)) };
    }),
    grammar: (sources) => readGrammar(at, string, sources, listed),
  };
}

function wordsOf(bytes: Uint8Array): Int32Array | undefined {
  if (bytes.length < Header.size * 4 || bytes.length % 4 !== 0) return undefined;
  // A view has to begin at a multiple of its words' size.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** Of most schemas few strings are ever asked for: each is decoded by itself. */
function textOf(words: Int32Array): Buffer {
  const start = words.byteOffset + (words[Header.words] ?? 0) * 4;
  return Buffer.from(words.buffer, start, (words[Header.units] ?? 0) * 2);
}

type Reader<Item> = (number: number) => Item;
type Listed = <Item>(count: number, item: (index: number) => Item) => readonly Item[];

function readGrammar(
  at: Reader<number>,
  string: Reader<string>,
  sources: readonly Source[],
  listed: Listed,
): SimpleGrammar {
  const place = (from: number): Place => {
    const source = sources[at(from)];
    if (!source) throw new RangeError(`no file ${at(from)} of the schema`);
    return { source, start: at(from + 1), end: at(from + 2) };
  };
  const nameClass = remembered((number: number): SimpleNameClass => {
    const from = at(at(Header.nameClasses) + number);
    const except = (word: number) => (at(word) === NONE ? {} : { except: nameClass(at(word)) });
    const kind = NAME_CLASSES[at(from)] ?? 'anyName';
    switch (kind) {
      case 'name':
        return { kind, namespace: string(at(from + 1)), local: string(at(from + 2)) };
      case 'nsName':
        return { kind, namespace: string(at(from + 1)), ...except(from + 2) };
      case 'anyName':
        return { kind, ...except(from + 1) };
      case 'choice':
        return { kind, left: nameClass(at(from + 1)), right: nameClass(at(from + 2)) };
    }
  });
  const pattern = remembered((number: number): SimplePattern => {
    const from = at(at(Header.patterns) + number);
    const kind = PATTERNS[at(from)] ?? 'notAllowed';
    const datatype = () => ({ library: string(at(from + 1)), name: string(at(from + 2)) });
    switch (kind) {
      case 'empty':
      case 'text':
      case 'notAllowed':
        return { kind };
      case 'choice':
      case 'group':
      case 'interleave':
        return { kind, left: pattern(at(from + 1)), right: pattern(at(from + 2)) };
      case 'oneOrMore':
      case 'list':
        return { kind, pattern: pattern(at(from + 1)) };
      case 'data': {
        const count = from + 4 + PLACE_WORDS;
        return {
          kind,
          datatype: datatype(),
          parameters: listed(count, (index) => parameter(count + 1 + index * (2 + PLACE_WORDS))),
          ...(at(from + 3) !== NONE && { except: pattern(at(from + 3)) }),
          place: place(from + 4),
        };
      }
      case 'value': {
        const count = from + 4 + PLACE_WORDS;
        const prefixes = listed(count, (index): readonly [string, string] => [
          string(at(count + 1 + index * 2)),
          string(at(count + 2 + index * 2)),
        ]);
        return {
          kind,
          datatype: datatype(),
          value: string(at(from + 3)),
          namespaces: new Map(prefixes),
          place: place(from + 4),
        };
      }
      case 'attribute':
        return {
          kind,
          nameClass: nameClass(at(from + 1)),
          pattern: pattern(at(from + 2)),
          ...(at(from + 3) !== NONE && { defaultValue: string(at(from + 3)) }),
          place: place(from + 4),
        };
      case 'ref':
        return { kind, index: at(from + 1) };
    }
  });
  const parameter = (from: number): DatatypeParameter => ({
    name: string(at(from)),
    value: string(at(from + 1)),
    place: place(from + 2),
  });
  const definition = (index: number): SimpleDefinition => {
    const from = at(Header.definitions) + index * DEFINITION_WORDS;
    const read = () => pattern(at(from + 1));
    const names = nameClass(at(from));
    const documentation = at(from + 2);
    return documentation === NONE
      ? new LazyDefinition(names, read, place(from + 3))
      : new DocumentedDefinition(names, read, place(from + 3), string(documentation));
  };
  let definitions: readonly SimpleDefinition[] | undefined;
  let nameClasses: readonly SimpleNameClass[] | undefined;
  // An automaton that has learnt what it needs asks for none of them.
  return {
    get start() {
      return pattern(at(Header.start));
    },
    get definitions() {
      definitions ??= listed(Header.definitionCount, definition);
      return definitions;
    },
    get nameClasses() {
      nameClasses ??= listed(Header.alphabetCount, (index) => nameClass(at(at(Header.alphabet) + index)));
      return nameClasses;
    },
  };
}

/** A class, for its one getter: hundreds of definitions are made, and the content of a few is asked for. */
class LazyDefinition implements SimpleDefinition {
  readonly nameClass: SimpleNameClass;
  readonly place: Place;
  readonly #read: () => SimplePattern;

  constructor(nameClass: SimpleNameClass, read: () => SimplePattern, place: Place) {
    this.nameClass = nameClass;
    this.place = place;
    this.#read = read;
  }

  get content(): SimplePattern {
    return this.#read();
  }
}

class DocumentedDefinition extends LazyDefinition {
  readonly documentation: string;

  constructor(nameClass: SimpleNameClass, read: () => SimplePattern, place: Place, documentation: string) {
    super(nameClass, read, place);
    this.documentation = documentation;
  }
}
