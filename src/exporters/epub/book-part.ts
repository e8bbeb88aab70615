/** What comes of one TEI file in a book: its pages as a ZIP, and what the list of contents says of them. */

export interface BookPart {
  readonly pages: readonly BookEntry[];
  readonly zip: Uint8Array;
}

/** A page, without its text. */
export interface BookEntry {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Whether formulas stand in it as such. */
  readonly hasMath: boolean;
  /** Pages of the print that begin in it. */
  readonly pages: readonly { readonly name: string; readonly id: string }[];
}
