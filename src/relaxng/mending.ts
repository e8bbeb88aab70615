/** A misspelt name or value -> the edits that mend it, where there is one way to do so. */
import type { Fix } from '../diagnostic/index.js';
import { placeAt } from '../source/index.js';
import { writtenName, type XmlAttribute } from '../xml/index.js';
import { onlyNearName } from './alternatives.js';
import type { StartTag } from './element-mistakes.js';

/** Names of TEI P4 that have another name in P5, and of HTML that have one in XML. */
const FORMER: Readonly<Record<string, string>> = { id: 'xml:id', lang: 'xml:lang' };

/** Another name for an element, in its start tag and in its end tag; undefined where it was not written as a tag, or several names are near. */
export function renameElement(tag: StartTag, names: Iterable<string>): Fix | undefined {
  const written = writtenName(tag.name);
  const name = onlyNearName(written, names);
  const { source, start, end } = tag;
  if (name === undefined || source.parts || !source.text.startsWith(`<${written}`, start)) return undefined;
  const edits = [{ place: placeAt(source, start + 1, start + 1 + written.length), text: name }];
  const message = `write "${name}"`;
  if (source.text[end - 2] === '/') return { message, edits };
  const close = endTagOf(source.text, end, written);
  if (close === undefined) return undefined;
  return { message, edits: [...edits, { place: placeAt(source, close, close + written.length), text: name }] };
}

/** Where the name in the end tag of an element begins, whose content begins at an offset. */
function endTagOf(text: string, from: number, name: string): number | undefined {
  const pattern = `<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|<\\?[\\s\\S]*?\\?>|<(?<end>/?)${name.replace(/[.$]/g, '\\$&')}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>`;
  const tags = new RegExp(pattern, 'gu');
  tags.lastIndex = from;
  let depth = 1;
  for (let found = tags.exec(text); found; found = tags.exec(text)) {
    const isEnd = found.groups?.['end'];
    if (isEnd === undefined || (isEnd === '' && found[0].endsWith('/>'))) continue;
    depth += isEnd === '' ? 1 : -1;
    if (depth === 0) return found.index + 2;
  }
  return undefined;
}

/** No namespace declaration that takes an element out of its vocabulary, or the declaration that a root lacks; undefined where neither would help. */
export function mendNamespace(
  { source, start, end, name }: StartTag,
  wanted: string,
  isRoot: boolean,
): Fix | undefined {
  if (source.parts || name.prefix !== '' || name.namespace !== '' || source.text[start] !== '<') return undefined;
  const undeclared = /\sxmlns\s*=\s*(?:""|'')/.exec(source.text.slice(start, end));
  if (undeclared) {
    const place = placeAt(source, start + undeclared.index, start + undeclared.index + undeclared[0].length);
    return { message: 'take xmlns="" away', edits: [{ place, text: '' }] };
  }
  if (!isRoot || wanted === '') return undefined;
  const text = ` xmlns="${wanted}"`;
  const message = `add xmlns="${wanted}"`;
  return { message, edits: [{ place: placeAt(source, start + 1 + name.local.length), text }] };
}

/** Another name for an attribute. */
export function renameAttribute(tag: StartTag, attribute: XmlAttribute, names: readonly string[]): Fix | undefined {
  const written = writtenName(attribute.name);
  const former = FORMER[written];
  const name = former !== undefined && names.includes(former) ? former : onlyNearName(written, names);
  const { source } = tag;
  const { start } = attribute;
  if (name === undefined || name.startsWith('{') || source.parts || !source.text.startsWith(written, start))
    return undefined;
  return {
    message: `write "${name}"`,
    edits: [{ place: placeAt(source, start, start + written.length), text: name }],
  };
}

/** Another value for an attribute: the same date, or the same word in its usual form. */
export function rewriteValue({ source }: StartTag, attribute: XmlAttribute, better: string): Fix | undefined {
  const { start, end, value, name } = attribute;
  if (source.parts || /[&<>"']/.test(better) || name.local === 'id') return undefined;
  const opening = source.text.slice(start, end).search(/["']/);
  if (opening < 0 || source.text.slice(start + opening + 1, end - 1) !== value) return undefined;
  return {
    message: `write "${better}"`,
    edits: [{ place: placeAt(source, start + opening + 1, end - 1), text: better }],
  };
}
