/** The one stream of XML events, made by scanning XML text or by walking a tree; both carry places (offsets into `source`). */
import type { Source } from '../source/index.js';
import type { XmlName } from './names.js';

/** An attribute; namespace declarations are not attributes. Its place is in the source of its start tag. */
export interface XmlAttribute {
  readonly name: XmlName;
  /** The normalised value (XML 1.0, 3.3.3). */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A start tag is one event with its attributes, namespaces settled. `start` and `end` are offsets into `source`: of the
 * tag or text itself where XML was scanned, of what caused it in the transcription where a tree was walked.
 */
export type XmlEvent =
  | {
      readonly kind: 'startTag';
      readonly source: Source;
      readonly name: XmlName;
      readonly attributes: readonly XmlAttribute[];
      /** Prefixes in scope, for values that are QNames: prefix (empty for the default) to namespace. */
      readonly namespaces: ReadonlyMap<string, string>;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'endTag';
      readonly source: Source;
      readonly name: XmlName;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'text';
      readonly source: Source;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'comment';
      readonly source: Source;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'processingInstruction';
      readonly source: Source;
      readonly target: string;
      readonly data: string;
      readonly start: number;
      readonly end: number;
    };

/** Takes events in document order. Text may come in several pieces. */
export type XmlSink = (event: XmlEvent) => void;
