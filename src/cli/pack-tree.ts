/** A tree <-> one line of text, its places as numbers: of a source, and of characters in it. */
import type { Place, Source } from '../source/index.js';
import { type Attribute, type Element, type XmlNode, xmlName } from '../xml/index.js';

/** Undefined where a place is in none of the sources. No tree is a tree, too. */
export function packTree(tree: Element | undefined, sources: readonly Source[]): string | undefined {
  const numbers = new Map<unknown, number>(sources.map((source, number) => [source, number]));
  let isWhole = true;
  const numberOf = (source: unknown) => {
    isWhole &&= numbers.has(source);
    return numbers.get(source);
  };
  const packed = JSON.stringify(tree ?? null, (key, value: unknown) => (key === 'source' ? numberOf(value) : value));
  return isWhole ? packed : undefined;
}

/** Undefined for what was not packed. */
export function unpackTree(
  packed: string,
  sources: readonly Source[],
): { readonly rules: Element | undefined } | undefined {
  const value = parseJson(packed);
  if (value === null) return { rules: undefined };
  const rules = nodeOf(value, sources);
  return rules?.kind === 'element' ? { rules } : undefined;
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function nodeOf(value: unknown, sources: readonly Source[]): XmlNode | undefined {
  if (!isFields(value)) return undefined;
  const place = placeOf(value['place'], sources);
  if (!place) return undefined;
  switch (value['kind']) {
    case 'text':
      return { kind: 'text', text: `${value['text']}`, place };
    case 'comment':
      return { kind: 'comment', text: `${value['text']}`, place };
    case 'processingInstruction':
      return { kind: 'processingInstruction', target: `${value['target']}`, data: `${value['data']}`, place };
    case 'element':
      return {
        kind: 'element',
        name: nameOf(value['name']),
        attributes: listOf(value['attributes']).flatMap((each) => attributeOf(each, sources) ?? []),
        children: listOf(value['children']).flatMap((each) => nodeOf(each, sources) ?? []),
        place,
      };
    default:
      return undefined;
  }
}

function attributeOf(value: unknown, sources: readonly Source[]): Attribute | undefined {
  if (!isFields(value)) return undefined;
  const place = placeOf(value['place'], sources);
  return { name: nameOf(value['name']), value: `${value['value']}`, ...(place && { place }) };
}

function placeOf(value: unknown, sources: readonly Source[]): Place | undefined {
  if (!isFields(value)) return undefined;
  const source = sources[Number(value['source'])];
  return source && { source, start: Number(value['start']), end: Number(value['end']) };
}

function nameOf(value: unknown) {
  const { namespace = '', local = '', prefix = '' } = isFields(value) ? value : {};
  return xmlName(`${namespace}`, `${local}`, `${prefix}`);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
