/** What a TEI file says of its conversion: conventions and numbering, from `appInfo` or from a processing instruction. */
import { type Conventions, findProfile, readVariation } from '../profiles/index.js';
import { attributeValue, descendants, textContent, type XmlDocument } from '../xml/index.js';

export interface ConversionFacts {
  readonly profile?: string;
  /** The conventions of the profile, with what differs from it; none where the profile is not known. */
  readonly conventions?: Conventions;
  readonly noteNumbering?: 'ordinal' | 'same';
}

/** The facts that the file holds; none where it was not made by this program. */
export function readConversionFacts(document: XmlDocument): ConversionFacts {
  const values: Record<string, string> = {};
  for (const node of document.prolog) {
    if (node.kind === 'processingInstruction' && node.target === 'teiscribe')
      Object.assign(values, readData(node.data));
  }
  for (const element of descendants(document.root)) {
    if (element.name.local !== 'application' || attributeValue(element, 'ident') !== 'teiscribe') continue;
    for (const child of element.children) {
      const type = child.kind === 'element' && child.name.local === 'desc' ? attributeValue(child, 'type') : undefined;
      if (type !== undefined) values[type] = textContent(child).trim();
    }
  }
  return factsOf(values);
}

/** What an instruction or the header says of a conversion. */
export function factsOf(values: Readonly<Record<string, string>>): ConversionFacts {
  const { profile, conventions: variation, 'note-numbering': numbering } = values;
  const varied = variation ? readVariation(profile, variation) : undefined;
  const conventions = varied ?? (profile ? findProfile(profile) : undefined);
  return {
    ...(profile && { profile }),
    ...(conventions && { conventions }),
    ...((numbering === 'ordinal' || numbering === 'same') && { noteNumbering: numbering }),
  };
}

/** `key="value"` pairs of one of our processing instructions. */
export function readData(data: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [, key = '', value = ''] of data.matchAll(/([\w-]+)="([^"]*)"/g)) values[key] = unescapeData(value);
  return values;
}

/** A value as it stands in an instruction -> the value. */
export function unescapeData(value: string): string {
  return value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
