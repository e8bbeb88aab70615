/** What a transcriber types for each phenomenon: the data that a profile consists of. */

/** A page break marker: the number stands between `before` and `after`: `[Page ` 19 `]`. */
export interface PageBreakForm {
  readonly before: string;
  readonly after: string;
}

/**
 * How the marker of a note is typed in running text: `glued` to what it follows (`March 9.1`), in `brackets` (`9.[1]`),
 * as `superscript` digits (`9.¹`), or with a `caret` (`9.[^1]`).
 */
export type MarkerForm = 'glued' | 'brackets' | 'superscript' | 'caret';

/** How an entry of the list of notes begins: `  1. `, `[1] `, `[^1]: `; the label stands between `before` and `after`. */
export interface NoteLabelForm {
  readonly before: string;
  readonly after: string;
}

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
  readonly cellSeparator: string;
  readonly quotePrefix: string;
}
