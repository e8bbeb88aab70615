/** What finding names and terms takes and gives: passages of a document, and spans of their text. */

/** A stretch of text that is read on its own: a head, a paragraph, a note. */
export interface Passage {
  readonly text: string;
  readonly where: 'head' | 'opener' | 'body' | 'closer' | 'note';
}

/** The half-open span `[start, end)` of a passage's text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly kind: 'person' | 'term';
  /** Identifier of the entry; none where several persons may be meant. */
  readonly id?: string;
  /** The persons who may be meant, where there are several. Without an `id`, who of the list has the surname. */
  readonly among?: readonly string[];
  /** It may be someone of that surname whom the list does not have. */
  readonly isOther?: boolean;
}
