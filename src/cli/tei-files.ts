/** Inputs -> TEI files whose trees are read when they are asked for; of large runs, only those that were asked for last are held. */
import { statSync } from 'node:fs';
import type { Report } from '../diagnostic/index.js';
import type { TeiFile } from '../exporters/exporter.js';
import type { FileFacts } from '../exporters/reading/index.js';
import { safeName } from '../exporters/safe-name.js';
import type { Source } from '../source/index.js';
import type { Element, XmlDocument } from '../xml/index.js';
import type { Complaints } from './complaints.js';
import type { Input } from './inputs.js';
import { runMessages } from './messages.js';
import { progressOf } from './progress.js';
import { readFile, readInput } from './read-file.js';
import type { World } from './world.js';

/** So many characters of text have their trees held, which take some thirty times as much; one is held however long it is. */
const HELD = 4 * 1024 * 1024;

/** A file that is no longer what it was when it was looked at first. It has been complained of. */
export class FileChanged extends Error {}

export interface ReadInput {
  readonly input: Input;
  readonly file: TeiFile;
}

interface Held {
  readonly name: string;
  readonly source: Source;
  readonly tei: XmlDocument;
}

/** In: the inputs. Out: those that are TEI; what is wrong with the others is reported. `most` is how many characters have their trees held. */
export async function readTeiFiles(
  inputs: readonly Input[],
  world: World,
  report: Complaints['report'],
  complaints: Complaints,
  most = HELD,
): Promise<readonly ReadInput[]> {
  const [{ readTeiFile }, { readFacts }] = await Promise.all([
    import('../exporters/read-tei-file.js'),
    import('../exporters/reading/index.js'),
  ]);
  const parse = (source: Source) => readTeiFile(source, () => {});
  const holder = holdTrees(most, { parse, readFacts }, complaints);
  const progress = progressOf(inputs.length, 'reading', world);
  const read: ReadInput[] = [];
  for (const input of inputs) {
    const say: Report = (diagnostic) => report(input.shown, diagnostic);
    const source = await readInput(input, world, say);
    const tei = source && readTeiFile(source, say);
    if (source && tei) read.push({ input, file: holder(input, { name: exportedName(input), source, tei }) });
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

interface Tools {
  parse(source: Source): XmlDocument | undefined;
  readFacts(root: Element, name: string): FileFacts;
}

function holdTrees(most: number, { parse, readFacts }: Tools, complaints: Complaints) {
  /** Those that were asked for last come last. */
  const held = new Map<Input, Held>();
  const facts = new Map<Input, FileFacts>();
  let size = 0;
  const hold = (input: Input, read: Held) => {
    held.set(input, read);
    size += read.source.text.length;
    for (const [other, { source, tei, name }] of held) {
      if (size <= most || other === input) return;
      // What all exporters ask for first would need it again.
      if (!facts.has(other)) facts.set(other, readFacts(tei.root, name));
      held.delete(other);
      size -= source.text.length;
    }
  };
  const changed = (input: Input): never => {
    complaints.report(input.shown, runMessages['file-changed']({}));
    throw new FileChanged(input.shown);
  };
  const textOf = (input: Input, stamp: string, kept: Source | undefined): Source => {
    const source = kept ?? (input.file === undefined ? undefined : readFile(input.file, input.shown, () => {}));
    return source && stamp === stampOf(input) ? source : changed(input);
  };
  const readAgain = (input: Input, name: string, stamp: string, kept: Source | undefined): Held => {
    const source = textOf(input, stamp, kept);
    return { name, source, tei: parse(source) ?? changed(input) };
  };
  return (input: Input, first: Held): TeiFile => {
    const stamp = stampOf(input);
    const { name } = first;
    // What is on standard input cannot be read again.
    const kept = input.file === undefined ? first.source : undefined;
    hold(input, first);
    const find = (): Held => {
      const last = held.get(input);
      const found = last ?? readAgain(input, name, stamp, kept);
      if (last) {
        held.delete(input);
        size -= last.source.text.length;
      }
      hold(input, found);
      return found;
    };
    return {
      path: input.shown,
      name,
      get tei() {
        return find().tei;
      },
      get source() {
        return held.get(input)?.source ?? textOf(input, stamp, kept);
      },
      get facts() {
        return facts.get(input);
      },
    };
  };
}

function stampOf({ file }: Input): string {
  const stats = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.size} ${stats.mtimeMs} ${stats.ino}` : '';
}
