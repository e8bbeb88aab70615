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
export const FORMAT = 2;

/**
 * Little words of 32 bits: this header, then the lists that it points to, then the text of all strings as UTF-16.
 * A pattern or name class refers to others by their numbers, which are smaller than its own: there are no circles.
 * That the bytes are whole is for whoever keeps them to see to.
 */
export const Header = {
  magic: 0,
  format: 1,
  words: 2,
  /** The length of the text, in UTF-16 code units. */
  units: 3,
  start: 4,
  /** For each string, where it begins in the text; one more says where the last ends. */
  strings: 5,
  stringCount: 6,
  /** For each name class, where its words are. */
  nameClasses: 7,
  nameClassCount: 8,
  /** For each pattern, where its words are. */
  patterns: 9,
  patternCount: 10,
  definitions: 11,
  definitionCount: 12,
  /** The numbers of the name classes in the order in which the alphabet is made of them. */
  alphabet: 13,
  alphabetCount: 14,
  /** The string that names the maker. */
  maker: 15,
  files: 16,
  fileCount: 17,
  size: 18,
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
