/** The parts of an archival source note, as archival description names them (ISAD(G), TEI msIdentifier). */
import type { Place } from '../source/index.js';

/** An archival reference: where a document, or a copy of it, is kept. Offsets of `place` are in the transcription. */
export interface ArchivalReference {
  /** `Kennedy Library`. */
  readonly repository?: string;
  /** From the widest to the narrowest: `National Security Files`, then `Countries Series`, `USSR`. */
  readonly collection?: string;
  readonly series?: readonly string[];
  /** The file or folder: `Khrushchev Correspondence`. */
  readonly file?: string;
  /** Box, lot or container: `Box 183`, `Lot 66 D 204`. */
  readonly container?: string;
  /** The file number or other identifier: `761.13/5-1661`. */
  readonly identifier?: string;
  /** The reference as it stands, verbatim. */
  readonly text: string;
  readonly place: Place;
  /** The repository (or more) was taken over from the reference before it: `ibid.` */
  readonly ibid: boolean;
}

/** One sentence, or part of one, of the note and what it says. */
export interface SourceNoteStatement {
  readonly text: string;
  readonly place: Place;
}

export interface SourceNote {
  /** Index into `Document.notes`. */
  readonly note: number;
  readonly reference: ArchivalReference | undefined;
  /** `Secret`, `Niact`, `Verbatim Text`: security classification and handling, each verbatim. */
  readonly classification: readonly SourceNoteStatement[];
  readonly handling: readonly SourceNoteStatement[];
  /** `Repeated to Moscow`; `Sent to ...`. */
  readonly transmission: readonly SourceNoteStatement[];
  /** `Drafted by ...`, `Approved by ...`, `Cleared by ...`. */
  readonly drafting: readonly SourceNoteStatement[];
  readonly copies: readonly { readonly description: string; readonly reference: ArchivalReference }[];
  /** Statements that no rule knows; kept verbatim. */
  readonly remainder: readonly SourceNoteStatement[];
}
