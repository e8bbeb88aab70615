/** Where in a file a tag or a stretch of text is written. */
import { type Place, placeAt, type Source } from '../source/index.js';
import type { Element, TextNode } from '../xml/index.js';
import type { TextRun } from './text-run.js';

/** One character of text as it is typed in XML. */
const TYPED_CHARACTER = /&[^;]*;|\r\n|[\s\S]/gu;

/** The place of a start tag. */
export function tagPlace({ place }: Element): Place {
  const { source, start, end } = place;
  if (source.text[start] !== '<') return place;
  const tag = /<(?:"[^"]*"|'[^']*'|[^"'>])*>/y;
  tag.lastIndex = start;
  const found = tag.exec(source.text);
  return found ? placeAt(source, start, Math.min(end, start + found[0].length)) : place;
}

/** The place of `[from, to)` of a run, in the text that holds its beginning. */
export function runPlace({ pieces, block }: TextRun, from: number, to: number): Place {
  const piece = pieces.findLast(({ at }) => at <= from);
  if (!piece) return block.place;
  const { at, node } = piece;
  return textPlace(node, from - at, Math.min(to - at, node.text.length));
}

/** Offsets in the source at which the characters of a text begin and end. */
interface Typed {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Of texts that are asked for: their characters, or that they are typed as they are read. */
const typedAs = new WeakMap<TextNode, Typed | 'same'>();

/** The place of `[from, to)` of a text; the text is looked through once, however often it is asked for. */
export function textPlace(node: TextNode, from: number, to: number): Place {
  const { source, start, end } = node.place;
  let typed = typedAs.get(node);
  if (!typed) {
    typed = source.text.startsWith(node.text, start) ? 'same' : typedCharacters(node);
    typedAs.set(node, typed);
  }
  if (typed === 'same') return placeAt(source, start + from, start + to);
  const first = typed.starts[from] ?? end;
  return placeAt(source, first, Math.max(typed.ends[from] ?? end, typed.ends[to > from + 1 ? to - 1 : from] ?? end));
}

function typedCharacters({ place, text }: TextNode): Typed {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let filled = 0;
  const fill = (upTo: number, { start, end }: Place) => {
    starts.fill(start, filled, upTo);
    ends.fill(end, filled, upTo);
    filled = Math.max(filled, upTo);
  };
  const { source, start, end } = place;
  const written = source.text.slice(start, end);
  if (written.startsWith('<![CDATA[')) {
    for (let offset = 0; offset < text.length; offset++) fill(offset + 1, characterPlace(place, offset));
  } else if (!written.startsWith('<')) {
    for (const { read, index, length } of charactersIn(written)) {
      if (read >= text.length) break;
      fill(read + 1, placeAt(source, start + index, start + index + length));
    }
  }
  fill(text.length, written.startsWith('<') ? place : at(place, written.length));
  return { starts, ends };
}

/** The place of a character of a text. What an element stands for (a marker, a page break) has the element's place. */
export function characterPlace(place: Place, offset: number, against?: Source): Place {
  const { source, start, end } = place;
  const written = source.text.slice(start, end);
  if (source === against) return at(place, offset);
  if (written.startsWith('<![CDATA[')) return at(place, '<![CDATA['.length + offset);
  if (written.startsWith('<')) return place;
  for (const { read, index, length } of charactersIn(written))
    if (read >= offset) return placeAt(source, start + index, start + index + length);
  return at(place, written.length);
}

/** Of each character, where it is read, and where and how long it is typed. */
function* charactersIn(
  written: string,
): Generator<{ readonly read: number; readonly index: number; readonly length: number }> {
  let read = 0;
  for (const { 0: typed, index } of written.matchAll(TYPED_CHARACTER)) {
    yield { read, index, length: typed.length };
    read += lengthRead(typed);
  }
}

/** Of what is typed, the length of what is read: of a reference that of its character, of a line end one. */
function lengthRead(typed: string): number {
  const [, hexadecimal, decimal] = /^&#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(typed) ?? [];
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? 0);
  if (typed.startsWith('&') || typed === '\r\n') return code > 0xffff ? 2 : 1;
  return typed.length;
}

function at({ source, start, end }: Place, offset: number): Place {
  const first = Math.min(start + offset, Math.max(start, end - 1));
  return placeAt(source, first, Math.max(first, Math.min(first + 1, end)));
}
