/** Letters of the alphabet -> names as the author of the document would write them: with the prefixes in scope. */
import { XML_NAMESPACE } from '../xml/index.js';
import type { NameClass } from './name-class.js';
import type { Symbols } from './symbols.js';

export type NameKind = 'element' | 'attribute';

/** `p`, `xml:id`, `frus:attachment`; `{namespace}name` where no prefix is in scope. */
export function showName(
  symbols: Symbols,
  symbol: number,
  kind: NameKind,
  namespaces: ReadonlyMap<string, string>,
): string {
  const { namespace = '', local = '*' } = symbols.list[symbol] ?? {};
  if (namespace === XML_NAMESPACE) return `xml:${local}`;
  if (namespace === '') return local;
  if (kind === 'element' && namespaces.get('') === namespace) return local;
  for (const [prefix, bound] of namespaces) if (bound === namespace && prefix !== '') return `${prefix}:${local}`;
  return `{${namespace}}${local}`;
}

/** The names that the classes list, in alphabetical order, and a word for those that take names of all kinds. */
export function showNameClasses(
  symbols: Symbols,
  classes: Iterable<NameClass>,
  kind: NameKind,
  namespaces: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set<string>();
  let open = false;
  for (const nameClass of classes) {
    for (const symbol of nameClass.names) names.add(showName(symbols, symbol, kind, namespaces));
    if (nameClass.symbol < 0 && nameClass.names.length === 0) open = true;
  }
  return [...[...names].sort(), ...(open ? [ANY[kind]] : [])];
}

export const ANY = {
  element: 'an element of another vocabulary',
  attribute: 'an attribute of another vocabulary',
} as const;

export function quote(name: string): string {
  return name === ANY.element || name === ANY.attribute ? name : `"${name}"`;
}
