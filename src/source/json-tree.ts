/** JSON text (RFC 8259: no comments, no trailing commas) -> its tree with places, or the first mistake in it. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Place, placeAt, type Source } from './source.js';

/** A node of JSON; `offset` and `length` are in the text. */
export type JsonNode = Node;

export type JsonTree =
  | { readonly root: JsonNode }
  /** In words: `comma expected`. */
  | { readonly mistake: string; readonly place: Place };

/** In: a source. Out: the root of its JSON, or what is wrong with it and where. */
export function readJsonTree(source: Source): JsonTree {
  const mistakes: ParseError[] = [];
  const root = parseTree(source.text, mistakes, { disallowComments: true, allowTrailingComma: false });
  const [first] = mistakes;
  if (root && !first) return { root };
  const { offset, length } = first ?? { offset: 0, length: 0 };
  const mistake = first ? inWords(printParseErrorCode(first.error)) : 'value expected';
  return { mistake, place: placeAt(source, offset, offset + length) };
}

/** `CommaExpected` -> `comma expected`. */
function inWords(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
