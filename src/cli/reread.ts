/** A file that was read before -> its text, read again only when it is asked for: the findings of many files are shown without holding them all. */
import { createSource, type Source } from '../source/index.js';
import { readFile } from './read-file.js';

/** In: an absolute path, and the path to show. What is wrong with the file was reported when it was read first. `more` is what is known without reading: the bytes that are at hand, the lines. */
export function rereadSource(file: string, shown: string, more: Pick<Source, 'bytes' | 'lines'> = {}): Source {
  let known: WeakRef<Source> | undefined;
  const read = (): Source => {
    const source = known?.deref() ?? readFile(file, shown, () => {}) ?? createSource(shown, '');
    known = new WeakRef(source);
    return source;
  };
  return {
    path: shown,
    get text() {
      return read().text;
    },
    get lineStarts() {
      return read().lineStarts;
    },
    file,
    ...more,
  };
}
