/** What came of the pictures of each file -> what is said of them, and the pictures that are to be copied. */
import type { Report } from '../../diagnostic/index.js';
import type { ExportInput, TeiFile, WholeFile } from '../exporter.js';
import { type PictureNotes, reportPictures } from './find-pictures.js';
import { type ShelvedPicture, takePictures } from './picture-shelf.js';

export interface PictureGatherer {
  add(file: TeiFile, of: { readonly notes: PictureNotes; readonly shelved: readonly ShelvedPicture[] }): void;
  /** Asked behind the last file. */
  end(report: Report): Iterable<WholeFile>;
}

/** In: the input of a run, whose files are added in their order. */
export function gatherPictures(input: ExportInput): PictureGatherer {
  const noted: { readonly file: TeiFile; readonly notes: PictureNotes }[] = [];
  const shelved: (readonly [TeiFile, readonly ShelvedPicture[]])[] = [];
  return {
    add(file, of) {
      noted.push({ file, notes: of.notes });
      shelved.push([file, of.shelved]);
    },
    end(report) {
      reportPictures(noted, report);
      return takePictures(shelved, input);
    },
  };
}
