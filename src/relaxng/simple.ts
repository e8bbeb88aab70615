/** The simple form of a RELAX NG schema (RELAX NG 1.0, section 5): what simplification makes and what patterns are built of. */
import type { Place } from '../source/index.js';

/** A name class (section 5). `except` is what the class leaves out. */
export type SimpleNameClass =
  | { readonly kind: 'name'; readonly namespace: string; readonly local: string }
  | { readonly kind: 'nsName'; readonly namespace: string; readonly except?: SimpleNameClass }
  | { readonly kind: 'anyName'; readonly except?: SimpleNameClass }
  | { readonly kind: 'choice'; readonly left: SimpleNameClass; readonly right: SimpleNameClass };

/** A parameter of a datatype: a facet and its value, with the place of the `param` for errors in it. */
export interface DatatypeParameter {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

/** `library` is the datatype library's URI, empty for the built-in one; `name` the type's name in it. */
export interface DatatypeName {
  readonly library: string;
  readonly name: string;
}

export type SimplePattern =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'choice'; readonly left: SimplePattern; readonly right: SimplePattern }
  | { readonly kind: 'group'; readonly left: SimplePattern; readonly right: SimplePattern }
  | { readonly kind: 'interleave'; readonly left: SimplePattern; readonly right: SimplePattern }
  | { readonly kind: 'oneOrMore'; readonly pattern: SimplePattern }
  | { readonly kind: 'list'; readonly pattern: SimplePattern }
  | {
      readonly kind: 'data';
      readonly datatype: DatatypeName;
      readonly parameters: readonly DatatypeParameter[];
      readonly except?: SimplePattern;
      readonly place: Place;
    }
  | {
      readonly kind: 'value';
      readonly datatype: DatatypeName;
      readonly value: string;
      /** Prefixes in scope of the `value` element, for types such as QName (empty prefix: the `ns` in force). */
      readonly namespaces: ReadonlyMap<string, string>;
      readonly place: Place;
    }
  | {
      readonly kind: 'attribute';
      readonly nameClass: SimpleNameClass;
      readonly pattern: SimplePattern;
      /** `a:defaultValue` (RELAX NG DTD Compatibility), where the schema has one. */
      readonly defaultValue?: string;
      readonly place: Place;
    }
  /** Reference to `definitions[index]`, always an element. */
  | { readonly kind: 'ref'; readonly index: number };

/** A definition of the simple form: exactly one element. */
export interface SimpleDefinition {
  readonly nameClass: SimpleNameClass;
  readonly content: SimplePattern;
  readonly place: Place;
  /** `a:documentation` of the element, where the schema has it: one line, for messages. */
  readonly documentation?: string;
}

export interface SimpleGrammar {
  readonly start: SimplePattern;
  readonly definitions: readonly SimpleDefinition[];
  /** Every name class that `visitNameClasses` would show, in its order: where they are known without looking through all content. */
  readonly nameClasses?: readonly SimpleNameClass[] | undefined;
}
