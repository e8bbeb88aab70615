/** A tree -> XML text (XML 1.0, Namespaces in XML 1.0): a prefix is declared where it is first needed, no white space is added. */
import { XML_NAMESPACE, type XmlName } from './names.js';
import type { Element, XmlDocument, XmlNode } from './tree.js';

/** What names can be written with: the default namespace, and the prefixes, the innermost first. */
interface Scope {
  readonly standard: string;
  readonly prefixes: readonly (readonly [prefix: string, namespace: string])[];
}

const OUTERMOST: Scope = { standard: '', prefixes: [['xml', XML_NAMESPACE]] };

/** The document as UTF-8 text with an XML declaration, one item of the prolog a line, one line feed at the end. */
export function serializeXml({ prolog, root }: XmlDocument): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  for (const node of prolog) {
    if (node.kind === 'comment') parts.push(`<!--${node.text.replace(/--/g, '- -').replace(/-$/, '- ')}-->\n`);
    else parts.push(`<?${node.target} ${node.data}?>\n`);
  }
  writeElement(root, OUTERMOST, parts);
  parts.push('\n');
  return parts.join('');
}

function writeElement({ name, attributes, children }: Element, outer: Scope, parts: string[]): void {
  let scope = outer;
  let written = name.local;
  let declared = '';
  if (name.namespace !== scope.standard) {
    const prefix = name.namespace === '' ? '' : (knownPrefix(name, scope) ?? name.prefix);
    if (prefix !== '') written = `${prefix}:${name.local}`;
    if (prefix === '' || namespaceOf(prefix, scope) !== name.namespace) {
      declared = declaration(prefix, name.namespace);
      scope = declare(prefix, name.namespace, scope);
    }
  }
  let tag = `<${written}${declared}`;
  for (const { name: attribute, value } of attributes) {
    let prefix = '';
    if (attribute.namespace !== '') {
      const known = knownPrefix(attribute, scope);
      prefix = known ?? freePrefix(attribute.prefix, scope);
      if (known === undefined) {
        tag += declaration(prefix, attribute.namespace);
        scope = declare(prefix, attribute.namespace, scope);
      }
      prefix += ':';
    }
    tag += ` ${prefix}${attribute.local}="${escapeAttribute(value)}"`;
  }
  const opened = parts.push(tag);
  parts.push('>');
  for (const child of children) writeNode(child, scope, parts);
  if (parts.length > opened + 1) parts.push(`</${written}>`);
  else parts[opened] = '/>';
}

function writeNode(node: XmlNode, scope: Scope, parts: string[]): void {
  switch (node.kind) {
    case 'element':
      writeElement(node, scope, parts);
      return;
    case 'text':
      if (node.text !== '') parts.push(escapeText(node.text));
      return;
    case 'comment':
      parts.push(`<!--${node.text}-->`);
      return;
    case 'processingInstruction':
      parts.push(node.data === '' ? `<?${node.target}?>` : `<?${node.target} ${node.data}?>`);
      return;
  }
}

/** A prefix that stands for the namespace of a name here, its own before others. */
function knownPrefix({ namespace, prefix }: XmlName, scope: Scope): string | undefined {
  if (prefix !== '' && namespaceOf(prefix, scope) === namespace) return prefix;
  return scope.prefixes.find(([other, of]) => of === namespace && namespaceOf(other, scope) === namespace)?.[0];
}

function namespaceOf(prefix: string, { prefixes }: Scope): string | undefined {
  return prefixes.find(([known]) => known === prefix)?.[1];
}

/** The wanted prefix, or where that stands for another namespace, one that stands for none: what is written before may use the other. */
function freePrefix(wanted: string, scope: Scope): string {
  if (wanted !== '' && namespaceOf(wanted, scope) === undefined) return wanted;
  let number = 1;
  while (namespaceOf(`ns${number}`, scope) !== undefined) number++;
  return `ns${number}`;
}

function declare(prefix: string, namespace: string, { standard, prefixes }: Scope): Scope {
  return prefix === '' ? { standard: namespace, prefixes } : { standard, prefixes: [[prefix, namespace], ...prefixes] };
}

function declaration(prefix: string, namespace: string): string {
  return ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`;
}

// A reader would take a carriage return for a line feed, and in a value every line end and tab for a space.
const IN_TEXT = /[&<>\r]/;
const IN_VALUE = /[&<>"\r\n\t]/;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

function escapeText(text: string): string {
  return IN_TEXT.test(text) ? text.replace(/[&<>\r]/g, (character) => REFERENCES[character] ?? character) : text;
}

function escapeAttribute(value: string): string {
  return IN_VALUE.test(value)
    ? value.replace(/[&<>"\r\n\t]/g, (character) => REFERENCES[character] ?? character)
    : value;
}
