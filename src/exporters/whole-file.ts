/** A file that was made -> the same with all its content there. */
import type { ExportedFile, WholeFile } from './exporter.js';

export function wholeFile({ path, content }: ExportedFile): WholeFile {
  const isWhole = typeof content === 'string' || content instanceof Uint8Array;
  return { path, content: isWhole ? content : [...content].join('') };
}
