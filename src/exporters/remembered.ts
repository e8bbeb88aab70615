/** What is read of a TEI file -> the same, read once for each file: plain data, which is known when the tree is no longer held. */
import type { TeiFile } from './exporter.js';

export interface Remembered<Facts> {
  of(file: TeiFile): Facts;
  /** Says what is known of a file without reading it. */
  keep(file: TeiFile, facts: Facts): void;
}

/** A piece of a text holds all of it; what is remembered is a copy. */
export function remembered<Facts>(read: (file: TeiFile) => Facts): Remembered<Facts> {
  const known = new WeakMap<TeiFile, { readonly facts: Facts }>();
  const keep = (file: TeiFile, facts: Facts) => {
    known.set(file, { facts });
    return facts;
  };
  return { of: (file) => known.get(file)?.facts ?? keep(file, structuredClone(read(file))), keep };
}
