/** XML text -> events with places by saxes: what our own scanner is held to. It reads no internal DTD subset. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Source } from '../../src/source/index.js';
import { XML_NAMESPACE, XMLNS_NAMESPACE, type XmlAttribute, type XmlSink, xmlName } from '../../src/xml/index.js';

/** Sends the events; what is wrong is thrown. */
export function scanWithSaxes(source: Source, sink: XmlSink): void {
  const { text } = source;
  const parser = new SaxesParser({ xmlns: true, position: true });
  /** Offset behind the last markup: where the next text begins. */
  let cursor = 0;
  let attributeSpans: { readonly start: number; readonly end: number }[] = [];
  const scopes: ReadonlyMap<string, string>[] = [new Map([['xml', XML_NAMESPACE]])];
  const open: string[] = [];
  const fail = (message: string): never => {
    throw new SyntaxError(message);
  };

  parser.on('opentagstart', (tag) => {
    const nameEnd = text.indexOf(tag.name, text.indexOf('<', cursor)) + tag.name.length;
    attributeSpans = [{ start: text.indexOf('<', cursor), end: nameEnd }];
  });
  parser.on('attribute', () => {
    const before = attributeSpans[attributeSpans.length - 1]?.end ?? cursor;
    attributeSpans.push({ start: skipWhiteSpace(text, before), end: parser.position });
  });
  parser.on('opentag', (tag) => {
    const start = attributeSpans[0]?.start ?? cursor;
    const end = parser.position;
    const outer = scopes[scopes.length - 1] ?? new Map();
    const declared = Object.entries(tag.ns ?? {});
    const namespaces = declared.length === 0 ? outer : new Map([...outer, ...declared]);
    scopes.push(namespaces);
    open.push(tag.name);
    cursor = end;
    sink({
      kind: 'startTag',
      source,
      name: xmlName(tag.uri, tag.local, tag.prefix),
      attributes: attributesOf(tag, attributeSpans),
      namespaces,
      start,
      end,
    });
  });
  parser.on('closetag', (tag) => {
    const end = parser.position;
    const start = tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1);
    // The scanner closes what is open before it complains that the end tag has another name.
    if (!tag.isSelfClosing && text.slice(start + 2, end - 1).trimEnd() !== tag.name) {
      fail('unexpected close tag.');
    }
    scopes.pop();
    open.pop();
    cursor = end;
    sink({ kind: 'endTag', source, name: xmlName(tag.uri, tag.local, tag.prefix), start, end });
  });
  parser.on('text', (value) => {
    const next = text.indexOf('<', cursor);
    const end = next === -1 ? text.length : next;
    const start = cursor;
    cursor = end;
    if (open.length > 0) sink({ kind: 'text', source, text: value, start, end });
  });
  parser.on('cdata', (value) => {
    const start = cursor;
    cursor = parser.position;
    sink({ kind: 'text', source, text: value, start, end: cursor });
  });
  parser.on('comment', (value) => {
    const start = cursor;
    // The scanner tells of a comment at its "--", before it has seen the ">".
    cursor = parser.position + 1;
    sink({ kind: 'comment', source, text: value, start, end: cursor });
  });
  parser.on('processinginstruction', ({ target, body }) => {
    const start = cursor;
    cursor = parser.position;
    sink({ kind: 'processingInstruction', source, target, data: body, start, end: cursor });
  });
  parser.on('xmldecl', () => {
    cursor = parser.position;
  });
  parser.on('doctype', () => {
    cursor = parser.position;
  });
  parser.on('error', (error) => fail(error.message));

  parser.write(text).close();
}

/** Attributes in the order of the tag; namespace declarations are left out. `spans[0]` is the tag's name. */
function attributesOf(
  tag: SaxesTagNS,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  let index = 0;
  for (const attribute of Object.values(tag.attributes)) {
    const span = spans[++index] ?? { start: 0, end: 0 };
    if (attribute.uri === XMLNS_NAMESPACE) continue;
    const prefix = attribute.prefix;
    attributes.push({ name: xmlName(attribute.uri, attribute.local, prefix), value: attribute.value, ...span });
  }
  return attributes;
}

function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
