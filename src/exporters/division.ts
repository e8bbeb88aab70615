/** A format that makes pages of each file, and what leads to them -> all of its files, made one file after another. */
import type { Report } from '../diagnostic/index.js';
import type { BookPart } from './epub/book-part.js';
import type { ExportedFile, TeiFile } from './exporter.js';
import type { SearchPart } from './html/search-index.js';
import { onceEach } from './once.js';
import type { PictureNotes } from './pictures/find-pictures.js';
import { namedPictures } from './pictures/named-pictures.js';
import type { ShelvedPicture } from './pictures/picture-shelf.js';
import { fileFacts } from './reading/index.js';

/** What comes of one file beside its pages: plain data, which a thread can send to another. */
export interface FilePart {
  readonly notes: PictureNotes;
  readonly shelved: readonly ShelvedPicture[];
  readonly search?: SearchPart;
  readonly book?: BookPart;
}

/** What pages are planned by. */
export function lookForPages(file: TeiFile): void {
  fileFacts.of(file);
  namedPictures.of(file);
}

export interface Division {
  pages(file: TeiFile, report: Report): FilePages;
  gather(report: Report): Gatherer;
}

export interface FilePages {
  readonly files: Iterable<ExportedFile>;
  /** Asked behind the last file. */
  part(): FilePart;
}

export interface Gatherer {
  /** In: what came of each file, in the order of the files. */
  add(file: TeiFile, part: FilePart): Promise<Iterable<ExportedFile>>;
  end(): AsyncIterable<ExportedFile>;
}

export async function* exportDivided(
  { pages, gather }: Division,
  files: readonly TeiFile[],
  report: Report,
): AsyncGenerator<ExportedFile> {
  const once = onceEach(report);
  const gatherer = gather(once);
  // One file after another: no more than the tree of one has to be held.
  for (const file of files) {
    const { files: made, part } = pages(file, once);
    yield* made;
    yield* await gatherer.add(file, part());
  }
  yield* gatherer.end();
}
