/**
 * A RELAX NG schema as it is written, the same for both syntaxes (RELAX NG 1.0, section 3). What an element only
 * inherits is settled: datatype libraries, `ns`, prefixes, base URIs (sections 4.2 to 4.5 and 4.8 to 4.10).
 */
import type { Place } from '../source/index.js';
import { XMLNS_NAMESPACE } from '../xml/index.js';
import type { DatatypeName, DatatypeParameter } from './simple.js';

export type NameClass =
  | { readonly kind: 'name'; readonly namespace: string; readonly local: string; readonly place: Place }
  | {
      readonly kind: 'nsName';
      readonly namespace: string;
      readonly except?: readonly NameClass[];
      readonly place: Place;
    }
  | { readonly kind: 'anyName'; readonly except?: readonly NameClass[]; readonly place: Place }
  | { readonly kind: 'choice'; readonly nameClasses: readonly NameClass[]; readonly place: Place };

/** Patterns that hold any number of patterns, and what they are called in both syntaxes. */
export type CompositeKind =
  | 'group'
  | 'interleave'
  | 'choice'
  | 'optional'
  | 'zeroOrMore'
  | 'oneOrMore'
  | 'list'
  | 'mixed';

export interface ElementPattern {
  readonly kind: 'element';
  readonly nameClass: NameClass;
  readonly patterns: readonly Pattern[];
  readonly documentation?: string;
  readonly place: Place;
}

export interface AttributePattern {
  readonly kind: 'attribute';
  readonly nameClass: NameClass;
  /** None where any text is allowed. */
  readonly pattern?: Pattern;
  readonly defaultValue?: string;
  readonly place: Place;
}

export interface ReferencePattern {
  readonly kind: 'ref' | 'parentRef';
  readonly name: string;
  readonly place: Place;
}

export interface ValuePattern {
  readonly kind: 'value';
  readonly datatype: DatatypeName;
  readonly value: string;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly place: Place;
}

export interface DataPattern {
  readonly kind: 'data';
  readonly datatype: DatatypeName;
  readonly parameters: readonly DatatypeParameter[];
  readonly except?: readonly Pattern[];
  readonly place: Place;
}

/** A reference to another file: `href` is resolved against `xml:base`, but not against the path of the schema. */
export interface ExternalReference {
  readonly href: string;
  /** The namespace that a schema without `ns` of its own takes over. */
  readonly ns: string;
  readonly place: Place;
}

export interface ExternalRefPattern extends ExternalReference {
  readonly kind: 'externalRef';
}

export interface GrammarPattern {
  readonly kind: 'grammar';
  readonly components: readonly Component[];
  readonly place: Place;
}

export type Pattern =
  | ElementPattern
  | AttributePattern
  | { readonly kind: CompositeKind; readonly patterns: readonly Pattern[]; readonly place: Place }
  | ReferencePattern
  | { readonly kind: 'empty' | 'text' | 'notAllowed'; readonly place: Place }
  | ValuePattern
  | DataPattern
  | ExternalRefPattern
  | GrammarPattern;

export type CombineMethod = 'choice' | 'interleave';

/** A `define`, or a `start`, which has no name. */
export interface Definition {
  readonly kind: 'define' | 'start';
  /** Empty for `start`. */
  readonly name: string;
  readonly combine?: CombineMethod;
  readonly patterns: readonly Pattern[];
  readonly documentation?: string;
  readonly place: Place;
}

export interface Include extends ExternalReference {
  readonly kind: 'include';
  /** What stands in the place of definitions of the included grammar. */
  readonly components: readonly Component[];
}

export type Component =
  | Definition
  | Include
  | { readonly kind: 'div'; readonly components: readonly Component[]; readonly place: Place };

export const XSD_DATATYPES = 'http://www.w3.org/2001/XMLSchema-datatypes';
export const ANNOTATIONS_NAMESPACE = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** `a:documentation` as one line; undefined if there is none. */
export function documentationLine(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The specification writes the namespace of "xmlns" without a slash at its end, Namespaces in XML with one. */
export function isXmlnsNamespace(namespace: string): boolean {
  return namespace === XMLNS_NAMESPACE || `${namespace}/` === XMLNS_NAMESPACE;
}
