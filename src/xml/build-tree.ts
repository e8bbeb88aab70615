/** Events -> a tree: what the rules and the exporters read. */
import type { Report } from '../diagnostic/index.js';
import { placeAt, type Source } from '../source/index.js';
import type { XmlEvent, XmlSink } from './events.js';
import type { XmlName } from './names.js';
import { scanXml } from './scan.js';
import type { Attribute, CommentNode, Element, ProcessingInstructionNode, XmlDocument, XmlNode } from './tree.js';

interface OpenElement {
  readonly name: XmlName;
  readonly attributes: readonly Attribute[];
  readonly children: XmlNode[];
  readonly start: number;
}

/** A sink that builds a tree; `document()` is undefined until the root is closed. Comments after the root are dropped. */
export function treeBuilder(): { readonly sink: XmlSink; document(): XmlDocument | undefined } {
  const stack: OpenElement[] = [];
  const prolog: (CommentNode | ProcessingInstructionNode)[] = [];
  let root: Element | undefined;
  const add = (node: XmlNode) => {
    const parent = stack[stack.length - 1];
    if (parent) parent.children.push(node);
    else if (node.kind === 'element') root = node;
    else if (node.kind !== 'text' && !root) prolog.push(node);
  };
  const sink = (event: XmlEvent) => {
    const place = placeAt(event.source, event.start, event.end);
    switch (event.kind) {
      case 'startTag': {
        const attributes = event.attributes.map(({ name, value, start, end }) => ({
          name,
          value,
          place: placeAt(event.source, start, end),
        }));
        stack.push({ name: event.name, attributes, children: [], start: event.start });
        return;
      }
      case 'endTag': {
        const element = stack.pop();
        if (!element) return;
        const { start, ...rest } = element;
        add({ kind: 'element', ...rest, place: placeAt(event.source, start, event.end) });
        return;
      }
      case 'text':
        add({ kind: 'text', text: event.text, place });
        return;
      case 'comment':
        add({ kind: 'comment', text: event.text, place });
        return;
      case 'processingInstruction':
        add({ kind: 'processingInstruction', target: event.target, data: event.data, place });
        return;
    }
  };
  return { sink, document: () => root && { prolog, root } };
}

/** Scans XML text into a tree; undefined (and reported) where it is not well-formed. */
export function parseXml(source: Source, report: Report): XmlDocument | undefined {
  const builder = treeBuilder();
  return scanXml(source, builder.sink, report) ? builder.document() : undefined;
}
