/** An element of the XML syntax with all that stands in it -> its pattern, name class or component (RELAX NG 1.0, section 3). */
import type { Report } from '../diagnostic/index.js';
import type { Place } from '../source/index.js';
import { isNcName } from './datatypes/names.js';
import { schemaMessages } from './messages.js';
import { type Component, documentationLine, type NameClass, type Pattern } from './schema.js';
import { isUriReference, resolveUri } from './uri-reference.js';
import { type Frame, trimXml } from './xml-frame.js';
import { elementRule } from './xml-syntax.js';

/** Adds what the element means to its parent; answers the pattern if it is one. In a `faulty` element nothing is missed. */
export function closeFrame(
  frame: Frame,
  parent: Frame | undefined,
  faulty: boolean,
  report: Report,
): Pattern | undefined {
  if (!faulty) checkFilled(frame, report);
  switch (frame.role) {
    case 'pattern': {
      const pattern = toPattern(frame, report);
      parent?.patterns.push(pattern);
      return pattern;
    }
    case 'nameClass':
      parent?.nameClasses.push(toNameClass(frame, report));
      return undefined;
    case 'component':
    case 'includeComponent':
      parent?.components.push(toComponent(frame));
      return undefined;
    case 'param':
      parent?.parameters.push({ name: attribute(frame, 'name'), value: frame.texts.join(''), place: frame.place });
      return undefined;
    case 'exceptPattern':
    case 'exceptNameClass':
      parent?.excepts.push(frame);
      return undefined;
  }
}

function checkFilled(frame: Frame, report: Report): void {
  const { name: parent, role } = frame;
  const needs = elementRule(parent)?.needs;
  if (role === 'nameClass' || role === 'exceptNameClass') {
    if (needs !== undefined && frame.nameClasses.length === 0)
      report(schemaMessages['content-missing']({ parent, expected: 'a name class' }, frame.place));
  } else if ((parent === 'element' || parent === 'attribute') && !isNamed(frame))
    report(schemaMessages['content-missing']({ parent, expected: 'a "name" attribute or a name class' }, frame.place));
  else if (needs !== undefined && frame.patterns.length === 0)
    report(schemaMessages['content-missing']({ parent, expected: needs }, frame.place));
}

const isNamed = (frame: Frame) => frame.attributes.has('name') || frame.nameClasses.length > 0;

function attribute(frame: Frame, name: string): string {
  return frame.attributes.get(name)?.value ?? '';
}

function toPattern(frame: Frame, report: Report): Pattern {
  const { name, place, patterns } = frame;
  switch (name) {
    case 'element': {
      const documentation = documentationLine(frame.documentation.join(' '));
      const nameClass = nameClassOf(frame, frame.ns, report);
      return { kind: 'element', nameClass, patterns, place, ...(documentation !== undefined && { documentation }) };
    }
    case 'attribute': {
      const [pattern] = patterns;
      const { defaultValue } = frame;
      return {
        kind: 'attribute',
        // The name in a `name` attribute does not take over an inherited `ns` (4.8).
        nameClass: nameClassOf(frame, attribute(frame, 'ns'), report),
        place,
        ...(pattern && { pattern }),
        ...(defaultValue !== undefined && { defaultValue }),
      };
    }
    case 'group':
    case 'interleave':
    case 'choice':
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
    case 'mixed':
      return { kind: name, patterns, place };
    case 'ref':
    case 'parentRef':
      return { kind: name, name: attribute(frame, 'name'), place };
    case 'empty':
    case 'text':
      return { kind: name, place };
    case 'value':
      return toValue(frame);
    case 'data': {
      const [except] = frame.excepts;
      const datatype = { library: frame.library, name: attribute(frame, 'type') };
      return {
        kind: 'data',
        datatype,
        parameters: frame.parameters,
        place,
        ...(except && { except: except.patterns }),
      };
    }
    case 'externalRef':
      return { kind: 'externalRef', ...referenceOf(frame) };
    case 'grammar':
      return { kind: 'grammar', components: frame.components, place };
    default:
      return { kind: 'notAllowed', place };
  }
}

/** A value without a type is a token of the built-in library (4.4). */
function toValue(frame: Frame): Pattern {
  const type = frame.attributes.get('type')?.value;
  const datatype = type === undefined ? { library: '', name: 'token' } : { library: frame.library, name: type };
  return {
    kind: 'value',
    datatype,
    value: frame.texts.join(''),
    namespaces: datatype.library === '' ? NO_NAMESPACES : withDefault(frame.namespaces, frame.ns),
    place: frame.place,
  };
}

const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();
const withDefaults = new WeakMap<ReadonlyMap<string, string>, Map<string, ReadonlyMap<string, string>>>();

/** The prefixes in scope with `ns` for the empty one (4.9): one map for all values of an element's scope. */
function withDefault(namespaces: ReadonlyMap<string, string>, ns: string): ReadonlyMap<string, string> {
  const known = withDefaults.get(namespaces) ?? new Map<string, ReadonlyMap<string, string>>();
  withDefaults.set(namespaces, known);
  const made = known.get(ns) ?? new Map([...namespaces, ['', ns]]);
  known.set(ns, made);
  return made;
}

function referenceOf(frame: Frame): { readonly href: string; readonly ns: string; readonly place: Place } {
  const href = attribute(frame, 'href');
  return { href: isUriReference(href) ? resolveUri(href, frame.base) : href, ns: frame.ns, place: frame.place };
}

function toComponent(frame: Frame): Component {
  const { name, place, components } = frame;
  if (name === 'div') return { kind: 'div', components, place };
  if (name === 'include') return { kind: 'include', components, ...referenceOf(frame) };
  const combine = attribute(frame, 'combine');
  const documentation = documentationLine(frame.documentation.join(' '));
  return {
    kind: name === 'start' ? 'start' : 'define',
    name: name === 'start' ? '' : attribute(frame, 'name'),
    patterns: frame.patterns,
    place,
    ...((combine === 'choice' || combine === 'interleave') && { combine }),
    ...(documentation !== undefined && { documentation }),
  };
}

function nameClassOf(frame: Frame, ns: string, report: Report): NameClass {
  const name = frame.attributes.get('name');
  if (name) return resolveName(name.value, frame, ns, name.place, report);
  return frame.nameClasses[0] ?? { kind: 'anyName', place: frame.place };
}

function toNameClass(frame: Frame, report: Report): NameClass {
  const { place, nameClasses } = frame;
  const [excepted] = frame.excepts;
  const except = excepted && { except: excepted.nameClasses };
  switch (frame.name) {
    case 'name':
      return resolveName(trimXml(frame.texts.join('')), frame, frame.ns, place, report);
    case 'nsName':
      return { kind: 'nsName', namespace: frame.ns, place, ...except };
    case 'choice':
      return { kind: 'choice', nameClasses, place };
    default:
      return { kind: 'anyName', place, ...except };
  }
}

/** A qualified name: without a prefix it is in `ns`, whatever the default namespace (4.10). */
function resolveName(written: string, frame: Frame, ns: string, place: Place, report: Report): NameClass {
  const colon = written.indexOf(':');
  const prefix = colon === -1 ? '' : written.slice(0, colon);
  const local = written.slice(colon + 1);
  const namespace = colon === -1 ? ns : frame.namespaces.get(prefix);
  if (!isNcName(local) || (colon !== -1 && !isNcName(prefix)))
    report(schemaMessages['name-invalid']({ name: written, expected: `the name of an ${kindOfName(frame)}` }, place));
  else if (namespace === undefined) report(schemaMessages['prefix-undeclared']({ prefix, kind: 'namespace' }, place));
  return { kind: 'name', namespace: namespace ?? '', local, place };
}

const kindOfName = (frame: Frame) => (frame.name === 'attribute' ? 'attribute' : 'element');
