/** What was found in a file -> plain data that one thread can send to another, and back. */
import type { Diagnostic } from '../diagnostic/index.js';
import type { FileReport } from '../reporters/reporter.js';
import { createSource, type LineTable, type Place, type Source } from '../source/index.js';
import { readParts } from './read-parts.js';
import { rereadSource } from './reread.js';

type Packed<Part> = Part extends Place
  ? PackedPlace
  : Part extends readonly (infer Item)[]
    ? readonly Packed<Item>[]
    : Part extends object
      ? { readonly [Key in keyof Part]: Packed<Part[Key]> }
      : Part;

interface PackedPlace {
  /** The number of its source. */
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

interface PackedSource {
  readonly path: string;
  /** None where the text is at hand. */
  readonly text?: string;
  readonly address?: string;
  /** The file of a text that is not held. */
  readonly file?: string;
  /** Its lines, where they are known without the text. */
  readonly lines?: LineTable;
}

export interface PackedReport extends Omit<FileReport, 'diagnostics'> {
  readonly diagnostics: readonly Packed<Diagnostic>[];
  /** Only the texts that something was found in. */
  readonly sources: readonly PackedSource[];
}

/** In: a report, and the texts that need not be sent, since whoever unpacks it can read them again. */
export function packReport({ diagnostics, ...rest }: FileReport, atHand?: Source): PackedReport {
  const sources: Source[] = [];
  const place = ({ source, start, end }: Place): PackedPlace => {
    const known = sources.indexOf(source);
    return { source: known < 0 ? sources.push(source) - 1 : known, start, end };
  };
  const packed = diagnostics.map((diagnostic): Packed<Diagnostic> => {
    const { place: at, related, fix, ...plain } = diagnostic;
    return {
      ...plain,
      ...(at && { place: place(at) }),
      ...(related && { related: related.map((other) => ({ ...other, place: place(other.place) })) }),
      ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, place: place(edit.place) })) } }),
    };
  });
  return {
    ...rest,
    diagnostics: packed,
    sources: sources.map((source) => (source === atHand ? { path: source.path } : packSource(source))),
  };
}

/** A text that is read part by part, or each time that it is asked for, stays where it is. */
function packSource(source: Source): PackedSource {
  const { path, parts, file } = source;
  if (file === undefined) return { path, text: source.text, ...(parts && { address: parts.address }) };
  const lines = source.lines?.();
  return { path, file, ...(lines && { lines }) };
}

function unpackSource({ path, text, address, file, lines }: PackedSource, atHand: Source | undefined): Source {
  if (file !== undefined) return rereadSource(file, path, lines && { lines: () => lines });
  if (text === undefined) return atHand ?? createSource(path, '');
  // What is wrong with its bytes was reported when they were read first.
  const inParts = address === undefined ? undefined : readParts(address, path, () => {});
  return inParts ?? createSource(path, text);
}

/** `atHand` is the text that was not sent. */
export function unpackReport({ diagnostics, sources: texts, ...rest }: PackedReport, atHand?: Source): FileReport {
  const sources = texts.map((text) => unpackSource(text, atHand));
  const nothing = createSource('', '');
  const place = ({ source, start, end }: PackedPlace): Place => ({ source: sources[source] ?? nothing, start, end });
  const unpacked = diagnostics.map((diagnostic): Diagnostic => {
    const { place: at, related, fix, ...plain } = diagnostic;
    return {
      ...plain,
      ...(at && { place: place(at) }),
      ...(related && { related: related.map((other) => ({ ...other, place: place(other.place) })) }),
      ...(fix && { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, place: place(edit.place) })) } }),
    };
  });
  return { ...rest, diagnostics: unpacked };
}
