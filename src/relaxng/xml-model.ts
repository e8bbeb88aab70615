/** The data of an `xml-model` instruction -> the RELAX NG schema that it names (Associating Schemas with XML documents, W3C Note). */
import { RELAXNG_NAMESPACE } from '../xml/index.js';

const COMPACT_TYPE = 'application/relax-ng-compact-syntax';

/**
 * The `href` where it is RELAX NG in either syntax: by `schematypens`; without one, by the media type of the compact
 * syntax; without that, by the end of the path. Undefined for schemas of other languages.
 */
export function relaxNgModel(target: string, data: string): string | undefined {
  if (target !== 'xml-model') return undefined;
  const { href, type, schematypens } = pseudoAttributes(data);
  if (href === undefined || href === '') return undefined;
  const path = href.replace(/[?#].*$/s, '').toLowerCase();
  const isRelaxNg =
    schematypens === undefined
      ? type === COMPACT_TYPE || path.endsWith('.rng') || path.endsWith('.rnc')
      : schematypens === RELAXNG_NAMESPACE || type === COMPACT_TYPE;
  return isRelaxNg ? href : undefined;
}

/** The `href` of a schema that is neither RELAX NG nor Schematron, such as an XSD. */
export function foreignModel(target: string, data: string): string | undefined {
  if (target !== 'xml-model' || relaxNgModel(target, data) !== undefined || schematronModel(target, data))
    return undefined;
  const { href } = pseudoAttributes(data);
  return href === '' ? undefined : href;
}

const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';

/** The `href` and the `phase` where it is Schematron, by `schematypens` or the end of the path; rules in RELAX NG count. */
export function schematronModel(
  target: string,
  data: string,
): { readonly href: string; readonly phase: string | undefined } | undefined {
  if (target !== 'xml-model') return undefined;
  const { href, schematypens, phase } = pseudoAttributes(data);
  if (href === undefined || href === '') return undefined;
  const isSchematron = schematypens === undefined ? /\.sch(?:[?#]|$)/i.test(href) : schematypens === SCHEMATRON;
  return isSchematron ? { href, phase } : undefined;
}

function pseudoAttributes(data: string): Readonly<Record<string, string>> {
  const found = data.matchAll(/(?:^|\s)([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...found].map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The Note allows character references and the five entities that XML has of itself. */
function decoded(value: string): string {
  return value.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
