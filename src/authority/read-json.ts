/** JSON (`{ "persons": [{ "id", "name" }], "terms": [{ "id", "term", "gloss" }] }`) -> entries of an authority list. */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt, type Source } from '../source/index.js';
import { type JsonNode, readJsonTree } from '../source/json-tree.js';
import type { RawEntry } from './entries.js';
import { authorityMessages } from './messages.js';

/** In: JSON. Out: its entries, persons first. What is no JSON, or has none of the lists, is reported. */
export function readJson(source: Source, report: Report): readonly RawEntry[] {
  const unread = (reason: string, place: Place) => {
    report(authorityMessages['authority-not-read']({ reason }, place));
    return [];
  };
  const tree = readJsonTree(source);
  if ('mistake' in tree) return unread(`not valid JSON: ${tree.mistake}`, tree.place);
  const { root } = tree;
  const persons = field(root, 'persons');
  const terms = field(root, 'terms');
  if (persons?.type !== 'array' && terms?.type !== 'array') {
    const place = placeAt(source, root.offset, root.offset + root.length);
    return unread('it has neither a list "persons" nor a list "terms"', place);
  }
  for (const [name, list] of [
    ['persons', persons],
    ['terms', terms],
  ] as const)
    if (list && list.type !== 'array')
      unread(`"${name}" is no list`, placeAt(source, list.offset, list.offset + list.length));
  const entries = (list: JsonNode | undefined, kind: RawEntry['kind']) =>
    (list?.type === 'array' ? (list.children ?? []) : []).map((node): RawEntry => {
      const text = (...names: readonly string[]) => names.map((name) => textOf(field(node, name))).find(Boolean);
      return {
        kind,
        id: text('id', 'xml:id'),
        name: kind === 'person' ? text('name') : text('term', 'name'),
        variants: textsOf(field(node, 'variants')),
        description: kind === 'person' ? text('description', 'note') : text('gloss', 'description'),
        dates: text('dates'),
        place: placeAt(source, node.offset, node.offset + node.length),
      };
    });
  return [...entries(persons, 'person'), ...entries(terms, 'term')];
}

function field(node: JsonNode, name: string): JsonNode | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function textOf(node: JsonNode | undefined): string | undefined {
  const value: unknown = node?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A list of names, or one. */
function textsOf(node: JsonNode | undefined): readonly string[] {
  const nodes = node?.type === 'array' ? (node.children ?? []) : [node];
  return nodes.flatMap((one) => textOf(one) ?? []);
}
