/** What a transcriber types for each phenomenon: the data that a profile consists of. */

/** A number or label stands between `before` and `after`: `[Page ` 19 `]`. */
export interface Enclosure {
  readonly before: string;
  readonly after: string;
}

/** A page break marker: `[Page 19]`. */
export type PageBreakForm = Enclosure;

/**
 * How the marker of a note is typed in running text: `glued` to what it follows (`March 9.1`), in `brackets` (`9.[1]`),
 * as `superscript` digits (`9.¹`), with a `caret` (`9.[^1]`), or between other characters (`9.<1>`).
 */
export type MarkerForm = 'glued' | 'brackets' | 'superscript' | 'caret' | Enclosure;

/** How an entry of the list of notes begins: `  1. `, `[1] `, `[^1]: `, or with `superscript` digits (`¹ `). */
export type NoteLabelForm = 'superscript' | Enclosure;

export interface Conventions {
  /** The profile's name: `frus-web`. */
  readonly name: string;
  readonly summary: string;
  readonly pageBreak: PageBreakForm;
  readonly marker: MarkerForm;
  readonly noteLabel: NoteLabelForm;
  /** Bullet of a list item without a label. */
  readonly bullet: string;
  /** What one level of a list is indented by. */
  readonly indent: string;
  /** What sets the cells of a table apart: ` | `. */
  readonly cellSeparator: string;
  /** What each line of a quotation begins with: `> `. */
  readonly quotePrefix: string;
  /** What stands alone on the line between two documents of one file, where that is how they are told apart. */
  readonly documentSeparator?: string;
  /**
   * Where these are not the conventions of the built-in profile `name`: what differs, as JSON in the shape of the setting
   * `profile`. A conversion records it, so that the transcription can be rebuilt.
   */
  readonly variation?: string;
}
