/** A file that was made -> the same with all its content there. */
import type { ExportedFile, WholeFile } from './exporter.js';

export function wholeFile({ path, content }: ExportedFile): WholeFile {
  const isWhole = typeof content === 'string' || content instanceof Uint8Array;
  return { path, content: isWhole ? content : joined([...content]) };
}

function joined(pieces: readonly (string | Uint8Array)[]): string | Uint8Array {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  const parts = pieces.map((piece) => (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
