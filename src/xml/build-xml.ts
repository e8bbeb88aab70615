/** A small tree that is made of data, a record or a report -> XML text (XML 1.0): one door to xmlbuilder2, which writes no white space of its own here. */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { writtenName } from './names.js';
import type { Element, XmlDocument, XmlNode } from './tree.js';

/** The document as UTF-8 text with an XML declaration, one item of the prolog a line, one line feed at the end. */
export function buildXml(document: XmlDocument): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>'];
  for (const node of document.prolog) {
    parts.push(
      node.kind === 'comment'
        ? `<!--${node.text.replace(/--/g, '- -').replace(/-$/, '- ')}-->`
        : `<?${node.target} ${node.data}?>`,
    );
  }
  const builder = create();
  addElement(builder, document.root);
  parts.push(builder.end({ headless: true, prettyPrint: false }));
  return `${parts.join('\n')}\n`;
}

function addElement(parent: XMLBuilder, element: Element): void {
  const builder = parent.ele(element.name.namespace || null, writtenName(element.name));
  for (const { name, value } of element.attributes) {
    if (name.namespace === '') builder.att(name.local, escapeAttribute(value));
    else builder.att(name.namespace, writtenName(name), escapeAttribute(value));
  }
  for (const child of element.children) addNode(builder, child);
}

function addNode(builder: XMLBuilder, node: XmlNode): void {
  switch (node.kind) {
    case 'element':
      addElement(builder, node);
      return;
    case 'text':
      if (node.text !== '') builder.txt(escapeText(node.text));
      return;
    case 'comment':
      builder.com(node.text);
      return;
    case 'processingInstruction':
      builder.ins(node.target, node.data);
      return;
  }
}

// xmlbuilder2 leaves alone what looks like a reference (`&amp;`, `&x;`, `&#13;`) and writes line ends as they are, which a
// reader would normalise. So each "&" is escaped before it gets there, and carriage returns become references.
function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/\r/g, '&#13;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}
