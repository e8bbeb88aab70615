/** What a datatype is: a set of strings, an equality on them, and what can be said about it (RELAX NG 1.0, section 2). */
import type { DatatypeParameter } from '../simple.js';

/** What a value can depend on beside its characters. */
export interface ValueContext {
  /** Prefix (empty for the default) to namespace. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** Is this the name of an unparsed entity of the document? */
  readonly isUnparsedEntity: (name: string) => boolean;
}

export type IdKind = 'id' | 'idref' | 'idrefs';

/** A datatype with its parameters. */
export interface Datatype {
  /** Equal for equal types with equal parameters. */
  readonly key: string;
  /** The type's name in its library. */
  readonly name: string;
  /** Does the context matter? */
  readonly contextual: boolean;
  readonly idKind: IdKind | undefined;
  /** Good values, for messages. */
  readonly examples: readonly string[];
  /** How to write a value, where that is not plain from the examples. */
  readonly advice: string | undefined;
  /** What the parameters ask for, in words: `at most 10`, `like [A-Z]+`. */
  readonly conditions: readonly string[];
  allows(literal: string, context: ValueContext): boolean;
  /** Equal values have equal keys; undefined if the literal is not one of the type. */
  valueKey(literal: string, context: ValueContext): string | undefined;
}

/** What is wrong with the parameters of a type; without `parameter` it is the type itself. */
export interface DatatypeFault {
  readonly reason: string;
  readonly parameter?: DatatypeParameter;
}

/** A type of a library, to be given its parameters. */
export interface DatatypeMaker {
  readonly name: string;
  make(parameters: readonly DatatypeParameter[]): Datatype | DatatypeFault;
}

export function isFault(made: Datatype | DatatypeFault): made is DatatypeFault {
  return 'reason' in made;
}

/** The context of a value that stands nowhere. */
export const NO_CONTEXT: ValueContext = { namespaces: new Map(), isUnparsedEntity: () => false };
