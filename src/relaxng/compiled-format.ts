/** The flat form of a compiled schema: which words stand where, for the module that writes it and the one that reads it. */
import type { SimpleGrammar } from './simple.js';

/** A file that a schema was made of. */
export interface SchemaFile {
  /** How it was asked for, and the number of the file that asked: number 0 is the schema itself, which no file asked for. */
  readonly href: string;
  readonly from: number;
  /** Tells its text from any other. */
  readonly checksum: string;
}

export interface CompiledSchema {
  /** The program and version that made it: another may understand schemas otherwise. */
  readonly maker: string;
  readonly files: readonly SchemaFile[];
  readonly grammar: SimpleGrammar;
}

/** The first word; read on a machine of the other byte order it is another number. */
export const MAGIC = 0x52474e31;
/** To be raised with every change of the form. */
export const FORMAT = 1;

/**
 * Little words of 32 bits: this header, then the lists that it points to, then the text of all strings as UTF-16.
 * A pattern or name class refers to others by their numbers, which are smaller than its own: there are no circles.
 */
export const Header = {
  magic: 0,
  format: 1,
  /** Over all that follows this word. */
  checksum: 2,
  words: 3,
  /** The length of the text, in UTF-16 code units. */
  units: 4,
  start: 5,
  /** For each string, where it begins in the text; one more says where the last ends. */
  strings: 6,
  stringCount: 7,
  /** For each name class, where its words are. */
  nameClasses: 8,
  nameClassCount: 9,
  /** For each pattern, where its words are. */
  patterns: 10,
  patternCount: 11,
  definitions: 12,
  definitionCount: 13,
  /** The numbers of the name classes in the order in which the alphabet is made of them. */
  alphabet: 14,
  alphabetCount: 15,
  /** The string that names the maker. */
  maker: 16,
  files: 17,
  fileCount: 18,
  size: 19,
} as const;

/** File, start, end. */
export const PLACE_WORDS = 3;
/** Name class, content, documentation, place. */
export const DEFINITION_WORDS = 3 + PLACE_WORDS;
/** Reference, number of the file that asked, checksum. */
export const FILE_WORDS = 3;

/** What stands for a string, name class or pattern that is not there. */
export const NONE = -1;

export const NAME_CLASSES = ['name', 'nsName', 'anyName', 'choice'] as const;

export const PATTERNS = [
  'empty',
  'text',
  'notAllowed',
  'choice',
  'group',
  'interleave',
  'oneOrMore',
  'list',
  'data',
  'value',
  'attribute',
  'ref',
] as const;

/** A checksum that tells a broken file from a whole one (FNV-1a over words). */
export function checksumOf(words: Int32Array, from: number): number {
  let sum = 0x811c9dc5;
  for (let at = from; at < words.length; at++) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  return sum | 0;
}
