/** JSON (`{ "persons": [{ "id", "name" }], "terms": [{ "id", "term", "gloss" }] }`) -> entries of an authority list. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import type { RawEntry } from './entries.js';
import { authorityMessages } from './messages.js';

export function readJson(source: Source, report: Report): readonly RawEntry[] {
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { disallowComments: true });
  const [error] = errors;
  if (error || !root) {
    const place = placeAt(source, error?.offset ?? 0, (error?.offset ?? 0) + (error?.length ?? 0));
    const reason = error ? `not valid JSON (${printParseErrorCode(error.error)})` : 'it is empty';
    report(authorityMessages['authority-not-read']({ reason }, place));
    return [];
  }
  const persons = field(root, 'persons');
  const terms = field(root, 'terms');
  if (persons?.type !== 'array' && terms?.type !== 'array') {
    const reason = 'it has neither a list "persons" nor a list "terms"';
    report(
      authorityMessages['authority-not-read']({ reason }, placeAt(source, root.offset, root.offset + root.length)),
    );
    return [];
  }
  const entries = (list: Node | undefined, kind: RawEntry['kind']) =>
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

function field(node: Node, name: string): Node | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function textOf(node: Node | undefined): string | undefined {
  const value: unknown = node?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A list of names, or one. */
function textsOf(node: Node | undefined): readonly string[] {
  const nodes = node?.type === 'array' ? (node.children ?? []) : [node];
  return nodes.flatMap((one) => textOf(one) ?? []);
}
