/** What names are sought with: a passage, and what is known of the document around it. */
import type { MentionIndex } from './mention-index.js';
import type { Word } from './name-words.js';

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** Which passage of the document it is. */
  readonly passage: number;
  readonly index: MentionIndex;
  /** The folded words that stand somewhere in the document as other words do, in small letters or with an article; gathered when asked for. */
  readonly ordinary: () => ReadonlySet<string>;
}
