/** A file that was read before -> its text, read again only when it is asked for: the findings of many files are shown without holding them all. */
import { createSource, type LineTable, type Source } from '../source/index.js';
import { readFile } from './read-file.js';

type More = Pick<Source, 'bytes' | 'lines'>;

/** In: an absolute path, and the path to show. What is wrong with the file was reported when it was read first. `more` is what is known without reading: the bytes that are at hand, the lines. */
export function rereadSource(file: string, shown: string, more: More = {}): Source {
  return new RereadSource(file, shown, more);
}

/** Those that were asked for last; a finding speaks of two texts at most. Weak references would hold all texts of a report until it is made. */
const held = new Map<Source, Source>();
const MOST_HELD = 2;

/** A class: a run keeps one for each of its files, and getters of its own would make an object ten times as large. */
class RereadSource implements Source {
  readonly path: string;
  readonly file: string;
  readonly bytes?: () => Iterator<Uint8Array>;
  readonly lines?: () => LineTable | undefined;

  constructor(file: string, shown: string, { bytes, lines }: More) {
    this.path = shown;
    this.file = file;
    if (lines) this.lines = lines;
    if (bytes) this.bytes = bytes;
  }

  get text(): string {
    return readAgain(this, this.file).text;
  }

  get lineStarts(): readonly number[] {
    return readAgain(this, this.file).lineStarts;
  }
}

function readAgain(source: Source, file: string): Source {
  const known = held.get(source);
  if (known) return known;
  const text = readFile(file, source.path, () => {}) ?? createSource(source.path, '');
  for (const oldest of held.keys()) {
    if (held.size < MOST_HELD) break;
    held.delete(oldest);
  }
  held.set(source, text);
  return text;
}
