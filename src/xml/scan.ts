/** XML text -> events with places (XML 1.0, Namespaces in XML 1.0): the facade of the scanner, saxes behind it. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Diagnostic, Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import type { XmlAttribute, XmlSink } from './events.js';
import { XML_NAMESPACE, XMLNS_NAMESPACE, xmlName } from './names.js';
import { wellFormednessError } from './well-formedness.js';

interface Stop {
  readonly diagnostic: Diagnostic;
}

/**
 * Scans a document and sends its events. The first violation of well-formedness ends the scan, as the recommendation
 * asks: it is reported with its place. Answers whether the document is well-formed. External entities and document type
 * definitions are never fetched.
 */
export function scanXml(source: Source, sink: XmlSink, report: Report): boolean {
  const { text } = source;
  const parser = new SaxesParser({ xmlns: true, position: true });
  /** Offset behind the last markup: where the next text begins. */
  let cursor = 0;
  let attributeSpans: { readonly start: number; readonly end: number }[] = [];
  const scopes: ReadonlyMap<string, string>[] = [new Map([['xml', XML_NAMESPACE]])];
  const open: string[] = [];
  let stop: Stop | undefined;
  const fail = (message: string, innermost: string | undefined): never => {
    const at = Math.min(parser.position, text.length);
    stop ??= { diagnostic: wellFormednessError(message, placeAt(source, at), cursor, innermost) };
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
      fail('unexpected close tag.', tag.name);
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
  parser.on('error', (error) => fail(error.message, open[open.length - 1]));

  try {
    parser.write(text).close();
  } catch (error) {
    if (!stop) throw error;
    report(stop.diagnostic);
    return false;
  }
  return true;
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
