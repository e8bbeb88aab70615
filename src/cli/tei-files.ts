/** Inputs -> TEI files whose trees are read when they are asked for; of large runs, only those that were asked for last are held. */
import { statSync } from 'node:fs';
import type { Report } from '../diagnostic/index.js';
import type { Exporter, TeiFile } from '../exporters/exporter.js';
import { safeName } from '../exporters/safe-name.js';
import { passingSource, type Source } from '../source/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { Complaints } from './complaints.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { progressOf } from './progress.js';
import { readFile, readInput } from './read-file.js';
import type { World } from './world.js';

/** So many characters of text have their trees held, which take some thirty times as much; one is held however long it is. */
export const HELD = 1024 * 1024;

/** A file that is no longer what it was when it was looked at first. It has been complained of. */
export class FileChanged extends Error {}

export interface ReadInput {
  readonly input: Input;
  readonly file: TeiFile;
}

/** In: the inputs. Out: those that are TEI; what is wrong with the others is reported. The exporter looks at each while its tree is there; `most` is how many characters have their trees held. */
export async function readTeiFiles(
  inputs: readonly Input[],
  world: World,
  report: Complaints['report'],
  complaints: Complaints,
  { look, looksOnce = false }: Pick<Exporter, 'look' | 'looksOnce'> = {},
  most = HELD,
): Promise<readonly ReadInput[]> {
  const { readTeiFile } = await import('../exporters/read-tei-file.js');
  const shelf = treeShelf(most, (source, say) => readTeiFile(source, say), complaints);
  const progress = progressOf(inputs.length, 'reading', world);
  const read: ReadInput[] = [];
  for (const input of inputs) {
    const say: Report = (diagnostic) => {
      progress.end();
      report(input.shown, diagnostic);
    };
    const stamp = stampOf(input);
    const source = await readInput(input, world, say);
    const file = source && shelf.add(input, stamp, source, say);
    if (file) {
      await look?.(file);
      if (looksOnce) shelf.release(input);
      read.push({ input, file });
    }
    progress.step();
  }
  progress.end();
  return read;
}

/** What the files are called that come of it. */
export function exportedName({ below }: Input): string {
  return below
    .replace(/(?<=[^/\\])\.[^./\\]*$/, '')
    .split(/[/\\]/)
    .map(safeName)
    .join('/');
}

/** What there is of a file while its tree is held. */
interface Held {
  readonly text: Source;
  readonly tei: XmlDocument;
}

export interface TreeShelf {
  /** In: what says that a file is the same, and its text as it was read; without one it is read when it is asked for. Out: undefined where it is no TEI, which is reported. */
  add(input: Input, stamp: string, text: Source | undefined, report: Report): TeiFile | undefined;
  /** The tree is made again if it is asked for. */
  release(input: Input): void;
}

type Parse = (source: Source, report: Report) => XmlDocument | undefined;

export function treeShelf(most: number, parse: Parse, complaints: Complaints): TreeShelf {
  /** Those that were asked for last come last. */
  const held = new Map<Input, Held>();
  let size = 0;
  /** A text that was read without its tree. */
  let last: { readonly input: Input; readonly text: Source } | undefined;
  const drop = (input: Input): Held | undefined => {
    const found = held.get(input);
    if (found) size -= found.text.text.length;
    held.delete(input);
    return found;
  };
  const hold = (input: Input, found: Held) => {
    held.set(input, found);
    size += found.text.text.length;
  };
  /** Before another tree is made: else there would be two of them. */
  const makeRoom = (length: number) => {
    for (const other of held.keys()) if (size + length > most) drop(other);
  };
  const changed = (input: Input): never => {
    complaints.report(input.shown, runMessages['file-changed']({}));
    throw new FileChanged(input.shown);
  };
  return {
    release: drop,
    add(input, stamp, first, report) {
      // What is on standard input cannot be read again.
      const kept = input.file === undefined ? first : undefined;
      const textOf = (): Source => {
        const known = held.get(input)?.text ?? kept ?? (last?.input === input ? last.text : undefined);
        if (known) return known;
        const text = input.file === undefined ? undefined : readFile(input.file, input.shown, () => {});
        if (!text || stamp !== stampOf(input)) return changed(input);
        last = { input, text };
        return text;
      };
      /** Places know this one: a finding that is kept keeps no text. */
      const source = passingSource(first?.path ?? input.shown, textOf);
      const read = (text: Source, say: Report): Held | undefined => {
        makeRoom(text.text.length);
        last = { input, text };
        const tei = parse(source, say);
        last = undefined;
        return tei && { text, tei };
      };
      const find = (): Held => {
        const found = drop(input) ?? read(textOf(), () => {}) ?? changed(input);
        hold(input, found);
        return found;
      };
      if (first) {
        const found = read(first, report);
        if (!found) return undefined;
        hold(input, found);
      }
      return {
        path: input.shown,
        name: exportedName(input),
        source,
        get tei() {
          return find().tei;
        },
      };
    },
  };
}

/** Another one where a file has been written to. */
export function stampOf({ file }: Input): string {
  const stats = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ino}` : '';
}
