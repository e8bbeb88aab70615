/**
 * A TEI element -> its letters (its text without white space) and what stands where in them: page breaks, notes, blocks,
 * phrases (TEI P5, chapters 3 and 4). Two encodings of one text differ here in what they say, not in how they are laid out.
 */
import { type Place, placeAt } from '../source/index.js';
import { attributeValue, type Element, FRUS_NAMESPACE, TEI_NAMESPACE, type TextNode } from '../xml/index.js';
import { type BlockClass, blockClass, type PhraseName, phraseKeys, phraseName } from './vocabulary.js';

export interface PageBreakRead {
  readonly n: string | undefined;
  /** Offset into the letters of the body, or of the note that it stands in. */
  readonly at: number;
  readonly element: Element;
}

export interface NoteRead {
  readonly n: string | undefined;
  /** Offset of the anchor. */
  readonly at: number;
  readonly type: string | undefined;
  /** Its letters, without those of notes inside it. */
  readonly letters: string;
  readonly pieces: readonly Piece[];
  readonly element: Element;
}

export interface BlockRead {
  readonly class: BlockClass;
  readonly start: number;
  readonly end: number;
  readonly element: Element;
}

export interface PhraseRead {
  readonly name: PhraseName;
  /** Index of the note that it stands in; undefined in the body. */
  readonly note: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly key: string | undefined;
  readonly element: Element;
}

/** What one side of a comparison says. */
export interface Reading {
  readonly root: Element;
  /** The letters outside notes. */
  readonly letters: string;
  readonly pageBreaks: readonly PageBreakRead[];
  readonly notes: readonly NoteRead[];
  readonly blocks: readonly BlockRead[];
  readonly phrases: readonly PhraseRead[];
  /** The text nodes of the body, each with the offset of its first letter. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly at: number;
  readonly node: TextNode;
}

export interface ReadingOptions {
  /** In gold, a note without `n` is an editor's text in the line, not a note. */
  readonly gold: boolean;
  /** Elements whose text the transcription does not have, as `dateline`. */
  readonly without: ReadonlySet<string>;
}

// White space of Unicode, without the byte order mark, which is none, and with U+0085, which is.
const WHITE_SPACE = /(?:(?!\uFEFF)[\s\u0085])+/g;

/** The letters of a text: all that is not white space. */
export function lettersOf(text: string): string {
  return text.replace(WHITE_SPACE, '');
}

/** What the element says, itself left out: the start tag of a document, of `text` or of a `div` says nothing of the text. */
export function readEncoding(root: Element, options: ReadingOptions): Reading {
  const pageBreaks: PageBreakRead[] = [];
  const notes: (NoteRead | undefined)[] = [];
  const blocks: BlockRead[] = [];
  const phrases: PhraseRead[] = [];

  const readChildren = (element: Element, scope: Scope) => {
    for (const child of element.children) {
      if (child.kind === 'text') scope.add(child);
      else if (child.kind === 'element') read(child, scope);
    }
  };
  const readNote = (element: Element, outer: Scope) => {
    const at = outer.length();
    const index = notes.push(undefined) - 1;
    const scope = openScope(index);
    readChildren(element, scope);
    notes[index] = {
      n: attributeValue(element, 'n'),
      at,
      type: attributeValue(element, 'type'),
      letters: scope.letters(),
      pieces: scope.pieces,
      element,
    };
  };
  const read = (element: Element, scope: Scope) => {
    const name = plainName(element);
    if (name === 'teiHeader' || name === 'standOff' || options.without.has(name)) return;
    if (name === 'pb') {
      pageBreaks.push({ n: attributeValue(element, 'n'), at: scope.length(), element });
      return;
    }
    if (name === 'note' && isSetApart(element, options.gold)) {
      readNote(element, scope);
      return;
    }
    const start = scope.length();
    readChildren(element, scope);
    const end = scope.length();
    if (end === start) return;
    const block = scope.note === undefined ? blockClass(name) : undefined;
    if (block !== undefined && !holdsBlocks(element)) blocks.push({ class: block, start, end, element });
    const phrase = phraseName(name);
    if (phrase !== undefined) {
      const key = phraseKeys[phrase].map((attribute) => attributeValue(element, attribute)).find(Boolean);
      phrases.push({ name: phrase, note: scope.note, start, end, key, element });
    }
  };

  const body = openScope(undefined);
  readChildren(root, body);
  return {
    root,
    letters: body.letters(),
    pageBreaks,
    notes: notes.flatMap((note) => note ?? []),
    blocks,
    phrases,
    pieces: body.pieces,
  };
}

/** The local name of an element of TEI, or of no namespace; with `frus:` one of FRUS; else in Clark's notation, as no other. */
export function plainName({ name: { namespace, local } }: Element): string {
  if (namespace === TEI_NAMESPACE || namespace === '') return local;
  return namespace === FRUS_NAMESPACE ? `frus:${local}` : `{${namespace}}${local}`;
}

function isSetApart(note: Element, gold: boolean): boolean {
  if (gold && !attributeValue(note, 'n')) return false;
  return attributeValue(note, 'rend') !== 'inline' && attributeValue(note, 'place') !== 'inline';
}

/** A `p` that only wraps blocks of its own counts by those. */
function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => child.kind === 'element' && WRAPPED.has(plainName(child)));
}

const WRAPPED: ReadonlySet<string> = new Set(['list', 'table', 'p']);

/** The body, or a note: a text of its own. */
interface Scope {
  readonly note: number | undefined;
  readonly pieces: readonly Piece[];
  add(node: TextNode): void;
  length(): number;
  letters(): string;
}

function openScope(note: number | undefined): Scope {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  return {
    note,
    pieces,
    add(node) {
      const letters = lettersOf(node.text);
      if (letters === '') return;
      pieces.push({ at: length, node });
      parts.push(letters);
      length += letters.length;
    },
    length: () => length,
    letters: () => parts.join(''),
  };
}

/** Where a letter stands in its file; behind the last one, the end of the last text; undefined where there is no letter. */
export function placeOfLetter(pieces: readonly Piece[], offset: number): Place | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return undefined;
  const { source, start, end } = piece.node.place;
  let left = offset - piece.at;
  for (const { 0: written, index } of source.text.slice(start, end).matchAll(WRITTEN)) {
    const length = lettersOf(isWhiteReference(written) ? ' ' : written).length === 0 ? 0 : writtenLength(written);
    if (length === 0) continue;
    if (left < length) return placeAt(source, start + index, start + index + written.length);
    left -= length;
  }
  return placeAt(source, end);
}

// The marks of a CDATA section are no letters, a reference is one.
const WRITTEN = /<!\[CDATA\[|\]\]>|&[^;\s]+;|[\s\S]/g;

function isWhiteReference(written: string): boolean {
  const code = codeOf(written);
  return code !== undefined && lettersOf(String.fromCodePoint(code)) === '';
}

function writtenLength(written: string): number {
  if (written === '<![CDATA[' || written === ']]>') return 0;
  return (codeOf(written) ?? 0) > 0xffff ? 2 : 1;
}

function codeOf(written: string): number | undefined {
  const [, hexadecimal, decimal] = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(written) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? code : undefined;
}
