/** A schema in simple form -> a flat binary (its form: `compiled-format`). */
import type { Place, Source } from '../source/index.js';
import { type CompiledSchema, FORMAT, Header, MAGIC, NAME_CLASSES, NONE, PATTERNS } from './compiled-format.js';
import { createStringNumbers } from './flat-lists.js';
import type { SimpleNameClass, SimplePattern } from './simple.js';
import { visitNameClasses } from './visit.js';

/** In: a schema, and its files in the order of `schema.files`. Out: the binary; undefined for one that has a place elsewhere. */
export function encodeSchema(schema: CompiledSchema, sources: readonly Source[]): Uint8Array<ArrayBuffer> | undefined {
  const { grammar } = schema;
  const words: number[] = new Array<number>(Header.size).fill(0);
  const strings = createStringNumbers();
  let isStray = false;
  const text = (value: string | undefined): number => (value === undefined ? NONE : strings.of(value));
  const place = ({ source, start, end }: Place): readonly number[] => {
    const file = sources.indexOf(source);
    isStray ||= file < 0;
    return [file, start, end];
  };
  const put = (values: readonly number[]): number => {
    const at = words.length;
    for (const value of values) words.push(value);
    return at;
  };

  const nameClassAt: number[] = [];
  const nameClasses = new Map<SimpleNameClass, number>();
  const nameClass = (value: SimpleNameClass): number => {
    const known = nameClasses.get(value);
    if (known !== undefined) return known;
    const at = put([NAME_CLASSES.indexOf(value.kind), ...nameClassWords(value)]);
    const number = nameClassAt.push(at) - 1;
    nameClasses.set(value, number);
    return number;
  };
  const nameClassWords = (value: SimpleNameClass): readonly number[] => {
    switch (value.kind) {
      case 'name':
        return [text(value.namespace), text(value.local)];
      case 'nsName':
        return [text(value.namespace), value.except ? nameClass(value.except) : NONE];
      case 'anyName':
        return [value.except ? nameClass(value.except) : NONE];
      case 'choice':
        return [nameClass(value.left), nameClass(value.right)];
    }
  };

  const patternAt: number[] = [];
  const patterns = new Map<SimplePattern, number>();
  const pattern = (value: SimplePattern): number => {
    const known = patterns.get(value);
    if (known !== undefined) return known;
    const at = put([PATTERNS.indexOf(value.kind), ...patternWords(value)]);
    const number = patternAt.push(at) - 1;
    patterns.set(value, number);
    return number;
  };
  const patternWords = (value: SimplePattern): readonly number[] => {
    switch (value.kind) {
      case 'empty':
      case 'text':
      case 'notAllowed':
        return [];
      case 'choice':
      case 'group':
      case 'interleave':
        return [pattern(value.left), pattern(value.right)];
      case 'oneOrMore':
      case 'list':
        return [pattern(value.pattern)];
      case 'data':
        return [
          text(value.datatype.library),
          text(value.datatype.name),
          value.except ? pattern(value.except) : NONE,
          ...place(value.place),
          value.parameters.length,
          ...value.parameters.flatMap((parameter) => [
            text(parameter.name),
            text(parameter.value),
            ...place(parameter.place),
          ]),
        ];
      case 'value':
        return [
          text(value.datatype.library),
          text(value.datatype.name),
          text(value.value),
          ...place(value.place),
          value.namespaces.size,
          ...[...value.namespaces].flat().map(text),
        ];
      case 'attribute':
        return [nameClass(value.nameClass), pattern(value.pattern), text(value.defaultValue), ...place(value.place)];
      case 'ref':
        return [value.index];
    }
  };

  const alphabet: number[] = [];
  visitNameClasses(grammar, (found) => alphabet.push(nameClass(found)));
  const start = pattern(grammar.start);
  const definitions = grammar.definitions.flatMap((definition) => [
    nameClass(definition.nameClass),
    pattern(definition.content),
    text(definition.documentation),
    ...place(definition.place),
  ]);
  const files = schema.files.flatMap(({ href, from, checksum }) => [text(href), from, text(checksum)]);
  words[Header.maker] = text(schema.maker);
  if (isStray) return undefined;

  const all = strings.list.join('');
  words[Header.magic] = MAGIC;
  words[Header.format] = FORMAT;
  words[Header.units] = all.length;
  words[Header.start] = start;
  words[Header.definitionCount] = grammar.definitions.length;
  words[Header.definitions] = put(definitions);
  words[Header.nameClassCount] = nameClassAt.length;
  words[Header.nameClasses] = put(nameClassAt);
  words[Header.patternCount] = patternAt.length;
  words[Header.patterns] = put(patternAt);
  words[Header.alphabetCount] = alphabet.length;
  words[Header.alphabet] = put(alphabet);
  words[Header.stringCount] = strings.list.length;
  words[Header.strings] = put(startsOf(strings.list));
  words[Header.fileCount] = schema.files.length;
  words[Header.files] = put(files);
  words[Header.words] = words.length;
  return toBytes(words, all);
}

function toBytes(words: readonly number[], text: string): Uint8Array<ArrayBuffer> {
  const size = words.length + ((text.length + 1) >> 1);
  const flat = new Int32Array(size);
  flat.set(words);
  const units = new Uint16Array(flat.buffer, words.length * 4);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return new Uint8Array(flat.buffer);
}

/** Where each string begins when they stand one behind the other; the last number is where they end. */
function startsOf(strings: readonly string[]): readonly number[] {
  const starts = [0];
  let at = 0;
  for (const string of strings) {
    at += string.length;
    starts.push(at);
  }
  return starts;
}
