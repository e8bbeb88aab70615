/** The parts of an archival source note, as archival description names them (ISAD(G), TEI msIdentifier). */
import type { Place } from '../source/index.js';

/** Where a part stands in the transcription. */
export interface Located {
  readonly place: Place;
}

/** What an archival reference names: where a document, or a copy of it, is kept. */
export interface ArchivalReferenceParts {
  /** `Kennedy Library`: the name that the table of repositories has for it. */
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
  /** A printed work in place of an archive: `Department of State Bulletin`. */
  readonly publication?: string;
  /** The reference as it stands, verbatim. */
  readonly text: string;
  /** The repository (or more) was taken over from the reference before it: `ibid.` */
  readonly ibid: boolean;
}

export type ArchivalReference = ArchivalReferenceParts & Located;

/** One sentence, or part of one, of the note and what it says. */
export interface Statement {
  readonly text: string;
}

export type SourceNoteStatement = Statement & Located;

/**
 * What a statement is about that is none of the archival parts: the occasion (`The meeting took place ...`), marks on the
 * document (`A handwritten note reads ...`), what is attached to it, where it is printed, other documents to see.
 */
export type RemarkKind = 'occasion' | 'annotation' | 'attachment' | 'publication' | 'reference';

export interface Remark extends Statement {
  readonly kind: RemarkKind;
}

/** Another record and where it is kept. The words of a copy: `A copy of the Russian-language text`. */
export interface DescribedReference<At> {
  readonly description: string;
  readonly reference: ArchivalReferenceParts & At;
}

/** The parts of a source note; `At` says where each stands. No two parts overlap. */
export interface SourceNoteParts<At> {
  readonly reference: (ArchivalReferenceParts & At) | undefined;
  /** `Secret`, `Niact`, `Verbatim Text`: security classification and handling, each verbatim. */
  readonly classification: readonly (Statement & At)[];
  readonly handling: readonly (Statement & At)[];
  /** `Repeated to Moscow`; `Sent to ...`. */
  readonly transmission: readonly (Statement & At)[];
  /** `Drafted by ...`, `Approved by ...`, `Cleared by ...`. */
  readonly drafting: readonly (Statement & At)[];
  readonly copies: readonly (DescribedReference<At> & At)[];
  /** Other records that the note speaks of, with the place that the note gives for them in parentheses. */
  readonly related: readonly (DescribedReference<At> & At)[];
  readonly remarks: readonly (Remark & At)[];
  /** Statements that no rule knows; kept verbatim. */
  readonly remainder: readonly (Statement & At)[];
}

export interface SourceNote extends SourceNoteParts<Located> {
  /** Index into `Document.notes`. */
  readonly note: number;
}
