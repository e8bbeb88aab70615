/** Expanded names and the namespaces that this project speaks of (Namespaces in XML 1.0, section 2.1). */

export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
export const FRUS_NAMESPACE = 'http://history.state.gov/frus/ns/1.0';
export const RELAXNG_NAMESPACE = 'http://relaxng.org/ns/structure/1.0';

/** An expanded name with the prefix that it was, or is to be, written with (empty for none). */
export interface XmlName {
  /** Empty string for no namespace. */
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
}

export function xmlName(namespace: string, local: string, prefix = ''): XmlName {
  return { namespace, local, prefix };
}

/** The name as it is written in XML: `xml:id`, `p`. */
export function writtenName(name: XmlName): string {
  return name.prefix === '' ? name.local : `${name.prefix}:${name.local}`;
}

export function sameName(a: XmlName, b: XmlName): boolean {
  return a.local === b.local && a.namespace === b.namespace;
}
