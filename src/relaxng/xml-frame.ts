/** An open element of the XML syntax with what it inherits: `ns`, datatype library, base URI (RELAX NG 1.0, sections 4.2 to 4.5). */
import type { Report } from '../diagnostic/index.js';
import { type Place, placeAt } from '../source/index.js';
import { writtenName, XML_NAMESPACE, type XmlEvent } from '../xml/index.js';
import { nearestName } from './alternatives.js';
import { isNcName } from './datatypes/names.js';
import { schemaMessages } from './messages.js';
import { ANNOTATIONS_NAMESPACE, type Component, type NameClass, type Pattern } from './schema.js';
import type { DatatypeParameter } from './simple.js';
import { isAbsoluteUri, isUriReference, resolveUri } from './uri-reference.js';
import { elementRule, type Role } from './xml-syntax.js';

export type StartTag = Extract<XmlEvent, { kind: 'startTag' }>;

/** What elements take over from the elements around them. */
export interface Inherited {
  readonly ns: string;
  readonly library: string;
  /** As far as `xml:base` has given it; empty for the place of the file. */
  readonly base: string;
}

interface WrittenAttribute {
  readonly value: string;
  readonly place: Place;
}

export interface Frame extends Inherited {
  readonly name: string;
  readonly role: Role;
  readonly place: Place;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, WrittenAttribute>;
  readonly defaultValue: string | undefined;
  readonly patterns: Pattern[];
  readonly nameClasses: NameClass[];
  readonly parameters: DatatypeParameter[];
  readonly excepts: Frame[];
  readonly components: Component[];
  readonly texts: string[];
  readonly documentation: string[];
}

const NO_ATTRIBUTES: ReadonlyMap<string, WrittenAttribute> = new Map();
/** `name`, `type` and `combine` are taken without white space at both ends (4.2). */
const TRIMMED: ReadonlySet<string> = new Set(['name', 'type', 'combine']);

/** Opens an element that may stand here: checks its attributes and settles what it inherits. */
export function openFrame(tag: StartTag, role: Role, outer: Inherited, report: Report): Frame {
  const name = tag.name.local;
  const place = placeAt(tag.source, tag.start, tag.end);
  const attributes = new Map<string, WrittenAttribute>();
  let base = outer.base;
  let defaultValue: string | undefined;
  for (const attribute of tag.attributes) {
    const { namespace, local } = attribute.name;
    const at = placeAt(tag.source, attribute.start, attribute.end);
    if (namespace === '') {
      const value = TRIMMED.has(local) ? trimXml(attribute.value) : attribute.value;
      if (checkAttribute(name, local, value, at, report)) attributes.set(local, { value, place: at });
    } else if (namespace === XML_NAMESPACE && local === 'base') base = resolveUri(attribute.value, base);
    else if (namespace === ANNOTATIONS_NAMESPACE && local === 'defaultValue') defaultValue = attribute.value;
    else if (namespace === tag.name.namespace) {
      const parent = name;
      report(
        schemaMessages['attribute-not-allowed'](
          { name: writtenName(attribute.name), parent, near: undefined, allowed: elementRule(name)?.allowed ?? [] },
          at,
        ),
      );
    }
  }
  for (const required of elementRule(name)?.required ?? [])
    if (!attributes.has(required)) report(schemaMessages['attribute-missing']({ name: required, parent: name }, place));
  return {
    name,
    role,
    place,
    namespaces: tag.namespaces,
    attributes: attributes.size === 0 ? NO_ATTRIBUTES : attributes,
    ns: attributes.get('ns')?.value ?? outer.ns,
    library: attributes.get('datatypeLibrary')?.value ?? outer.library,
    base,
    defaultValue,
    patterns: [],
    nameClasses: [],
    parameters: [],
    excepts: [],
    components: [],
    texts: [],
    documentation: [],
  };
}

/** Reports an attribute that may not stand here or has a value that cannot be; answers whether it can be used. */
function checkAttribute(parent: string, name: string, value: string, at: Place, report: Report): boolean {
  const allowed = elementRule(parent)?.allowed ?? [];
  if (!allowed.includes(name)) {
    report(schemaMessages['attribute-not-allowed']({ name, parent, near: nearestName(name, allowed), allowed }, at));
    return false;
  }
  switch (name) {
    case 'datatypeLibrary':
      if (value !== '' && !isAbsoluteUri(value)) report(schemaMessages['library-uri-invalid']({ uri: value }, at));
      return true;
    case 'href':
      if (!isUriReference(value) || value.includes('#')) report(schemaMessages['href-invalid']({ href: value }, at));
      return true;
    case 'combine':
      if (value !== 'choice' && value !== 'interleave') report(schemaMessages['combine-invalid']({ value }, at));
      return true;
    case 'type':
      if (!isNcName(value))
        report(schemaMessages['name-invalid']({ name: value, expected: 'the name of a datatype' }, at));
      return true;
    case 'name':
      // The names of elements and attributes are qualified: they are looked at when they are resolved.
      if (parent !== 'element' && parent !== 'attribute' && !isNcName(value))
        report(
          schemaMessages['name-invalid'](
            {
              name: value,
              expected: `the name of a ${parent === 'param' ? 'parameter' : 'definition'}, without a colon`,
            },
            at,
          ),
        );
      return true;
    default:
      return true;
  }
}

/** Without the white space of XML at both ends. */
export function trimXml(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
