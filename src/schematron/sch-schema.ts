/** A Schematron schema as it is evaluated: includes, abstract patterns and abstract rules are resolved (ISO/IEC 19757-3, sections 5 and 6). */
import type { Place } from '../source/index.js';
import type { Element } from '../xml/index.js';

export const SCHEMATRON_NAMESPACE = 'http://purl.oclc.org/dsdl/schematron';
/** Of Schematron 1.5, which older schemas are written in. */
export const SCHEMATRON_15_NAMESPACE = 'http://www.ascc.net/xml/schematron';
export const XSLT_NAMESPACE = 'http://www.w3.org/1999/XSL/Transform';

export const QUERY_BINDINGS = ['xslt', 'xslt2', 'xslt3', 'xpath', 'xpath2', 'xpath3', 'xpath31'] as const;

/** XPath as it is written, and where. */
export interface Query {
  readonly text: string;
  readonly place: Place;
}

export interface SchLet {
  readonly name: string;
  /** An expression, or text that stands in the element. */
  readonly value: Query | string;
  readonly place: Place;
}

export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value-of'; readonly select: Query }
  | { readonly kind: 'name'; readonly path: Query | undefined };

export interface SchCheck {
  readonly kind: 'assert' | 'report';
  /** Its own id, or one made of the place in the schema. */
  readonly id: string;
  readonly test: Query;
  readonly message: readonly MessagePart[];
  readonly role: string | undefined;
  readonly see: string | undefined;
  readonly diagnostics: readonly SchDiagnostic[];
  readonly subject: Query | undefined;
  readonly place: Place;
}

/** A `diagnostic` or a `property`. */
export interface SchDiagnostic {
  readonly id: string;
  readonly message: readonly MessagePart[];
}

export interface SchRule {
  readonly context: Query;
  readonly lets: readonly SchLet[];
  readonly checks: readonly SchCheck[];
}

export interface SchPattern {
  readonly id: string | undefined;
  readonly lets: readonly SchLet[];
  readonly rules: readonly SchRule[];
  /** Addresses of the documents that it is about, where it is not the one at hand. */
  readonly documents: Query | undefined;
}

export interface SchPhase {
  readonly id: string;
  readonly lets: readonly SchLet[];
  readonly active: readonly string[];
}

export interface SchSchema {
  readonly path: string;
  readonly queryBinding: (typeof QUERY_BINDINGS)[number];
  readonly defaultPhase: string | undefined;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly lets: readonly SchLet[];
  readonly phases: readonly SchPhase[];
  readonly patterns: readonly SchPattern[];
  /** What of XSLT the schema brings: functions, templates, keys and variables. */
  readonly xslt: readonly Element[];
  /** The schema itself, for `document('')`. */
  readonly root: Element;
}
