/** Files -> a ZIP that is the same whenever it is made, in pieces: no more than one file is held. */
import type { WholeFile } from '../exporter.js';
import { joinZips } from '../join-zips.js';

/** Archives ask for folders rather than for more than this. */
export const LARGEST_ZIP = 512 * 1024 * 1024;

/** What is packed already does not get smaller. */
const PACKED = /\.(?:png|jpe?g|webp|gif|jp2|jpx|jpf)$/i;

/** In: a folder that is to be in it, and the files of that, in the order in which they are to stand. */
export async function zipFiles(folder: string, files: Iterable<WholeFile>): Promise<Iterable<Uint8Array>> {
  const { strToU8, zipSync } = await import('fflate');
  const zips = function* () {
    for (const { path, content } of files) {
      const bytes = typeof content === 'string' ? strToU8(content) : content;
      const level = PACKED.test(path) ? 0 : 6;
      // ZIP knows no time before this.
      yield zipSync({ [`${folder}/${path}`]: [bytes, { level }] }, { mtime: new Date(1980, 0, 1) });
    }
  };
  return joinZips(zips());
}
