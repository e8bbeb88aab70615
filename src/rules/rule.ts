/** A rule: a check that no schema can express (door 2). */
import type { Code, Report, Severity } from '../diagnostic/index.js';
import type { Conventions } from '../profiles/index.js';
import type { Source } from '../source/index.js';
import type { XmlDocument } from '../xml/index.js';

/** What a rule on TEI may look at. */
export interface TeiSubject {
  readonly on: 'tei';
  readonly document: XmlDocument;
  /** The transcription that the encoding must be true to, where one was given. */
  readonly against: Source | undefined;
  /** The conventions of that transcription, where the settings name them. */
  readonly conventions: Conventions | undefined;
}

export interface Rule {
  readonly code: Code;
  readonly summary: string;
  readonly severity: Severity;
  readonly on: TeiSubject['on'];
  readonly check: (subject: TeiSubject, report: Report) => void;
}
