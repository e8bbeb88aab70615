/** Files -> a ZIP that is the same whenever it is made. */
import type { WholeFile } from '../exporter.js';

/** All of it is held in memory, twice. */
export const LARGEST_ZIP = 512 * 1024 * 1024;

/** What is packed already does not get smaller. */
const PACKED = /\.(?:png|jpe?g|webp|gif|jp2|jpx|jpf)$/i;

/** In: a folder that is to be in it, and the files of that, in the order in which they are to stand. */
export async function zipFiles(folder: string, files: readonly WholeFile[]): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  const entries = files.map(({ path, content }) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [`${folder}/${path}`, [bytes, { level: PACKED.test(path) ? 0 : 6 }]] as const;
  });
  // ZIP knows no time before this.
  return zipSync(Object.fromEntries(entries.map(([path, [bytes, options]]) => [path, [bytes, options]])), {
    mtime: new Date(1980, 0, 1),
  });
}
