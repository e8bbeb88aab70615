/** The flat form of what an automaton has learnt: which lists stand where, for the module that writes them and the one that reads them. */

/** To be raised with every change of the form, and of what is derived. */
export const LEARNT_FORMAT = 4;

/** Patterns, states, openings and so on have a list for each, in the order of their ids; a list refers to others by these. */
export const Section = {
  /** One list: format, the string that says what was learnt of, the pattern and the state to begin with, how many values were found good. */
  general: 0,
  /** Library, name, then name and value of each parameter: strings. */
  datatypes: 1,
  /** The single name or -1, the length of the alphabet, how many names are listed, these, then the members. */
  nameClasses: 2,
  /** The alphabet, for each namespace: the namespace and the local names, with spaces between, which are strings, then their numbers. */
  names: 3,
  /** Kind, 1 if nullable plus twice the traits, then what the kind has. */
  patterns: 4,
  /** One list: for each definition its pattern, or NONE. */
  contents: 5,
  /** 1 if it has data else 0, then slot and pattern of each alternative. */
  states: 6,
  /** Two lists: for each state the one behind the start tag, and behind text, or UNKNOWN. */
  passed: 7,
  /** For each state: nothing if it is not known, or `rest`, `required`, then symbol, pattern and 1 if required for each free attribute, by the order of symbols. */
  plans: 8,
  /** Content, then what it returns to by slot. */
  openings: 9,
  /** Pattern and next state of each way. */
  choices: 10,
  /** For each element: nothing if it is not known, NONE for none, or attribute and kind of each. */
  idKinds: 11,
  /** The cells of three tables: opened, closed, attributes; one list more: how many pairs each has. */
  tables: 12,
  /** For each pattern the values that were found good: strings. */
  goodValues: 13,
} as const;

/** What stands for what is not there. */
export const NONE = -1;

export const KINDS = [
  'empty',
  'notAllowed',
  'text',
  'choice',
  'group',
  'interleave',
  'oneOrMore',
  'list',
  'data',
  'value',
  'attribute',
  'element',
] as const;

export const ID_KINDS = ['id', 'idref', 'idrefs'] as const;
