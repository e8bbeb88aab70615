/** What a stage has to say about its input: one fact, its place, and what to do about it. */
import type { Place } from '../source/index.js';

export type Severity = 'error' | 'warning' | 'info';

/** `stage/kebab-case-fact`; an assertion of a Schematron schema has its own id behind `sch/`. */
export type Code =
  `${'source' | 'xml' | 'rng' | 'schema' | 'sch' | 'transcript' | 'document' | 'tei' | 'rule' | 'run' | 'export'}/${string}`;

export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** An edit that is safe to apply: the text at `place` becomes `text`. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

export interface Fix {
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** What a Schematron schema says, as it says it: XPath. */
export interface Assertion {
  readonly kind: 'assert' | 'report';
  /** Of the rule. */
  readonly context: string;
  readonly test: string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One line, lower case, no full stop: what is wrong, names in double quotes. */
  readonly message: string;
  /** In the transcription wherever there is one. */
  readonly place?: Place;
  readonly expected?: readonly string[];
  /** What to do about it. */
  readonly note?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** What it comes from, where that is an assertion of a Schematron schema. */
  readonly assertion?: Assertion;
}

/** Takes diagnostics as they are found. */
export type Report = (diagnostic: Diagnostic) => void;
