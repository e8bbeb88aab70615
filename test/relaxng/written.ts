/** A schema as written -> plain data without places, so that the same schema from two syntaxes compares equal. */
import { readCompactSchema } from '../../src/relaxng/read-compact.js';
import { readXmlSchema } from '../../src/relaxng/read-xml.js';
import type { Component, NameClass, Pattern } from '../../src/relaxng/schema.js';
import { createSource } from '../../src/source/index.js';

export interface Read {
  readonly schema: unknown;
  readonly messages: readonly string[];
}

/** Reads a schema of either syntax, and nothing that it refers to. */
export function readWritten(text: string, syntax: 'xml' | 'compact'): Read {
  const messages: string[] = [];
  const read = syntax === 'xml' ? readXmlSchema : readCompactSchema;
  const pattern = read(createSource('main', text), '', ({ message }) => messages.push(message));
  return { schema: pattern && plainPattern(pattern), messages };
}

function plainPattern(pattern: Pattern): unknown {
  switch (pattern.kind) {
    case 'element':
      return {
        element: plainNameClass(pattern.nameClass),
        content: sequence(pattern.patterns),
        documentation: pattern.documentation,
      };
    case 'attribute': {
      const { nameClass, pattern: value, defaultValue } = pattern;
      return {
        attribute: plainNameClass(nameClass),
        value: value ? plainPattern(value) : { text: true },
        defaultValue,
      };
    }
    case 'choice':
    case 'interleave':
      return pattern.patterns.length === 1
        ? sequence(pattern.patterns)
        : { [pattern.kind]: pattern.patterns.map(plainPattern) };
    case 'group':
      return sequence(pattern.patterns);
    case 'optional':
    case 'zeroOrMore':
    case 'oneOrMore':
    case 'list':
    case 'mixed':
      return { [pattern.kind]: sequence(pattern.patterns) };
    case 'ref':
    case 'parentRef':
      return { [pattern.kind]: pattern.name };
    case 'value':
      return { value: pattern.value, datatype: pattern.datatype };
    case 'data': {
      const parameters = pattern.parameters.map(({ name, value }) => [name, value]);
      return { data: pattern.datatype, parameters, except: pattern.except && { choice: alternatives(pattern.except) } };
    }
    case 'externalRef':
      return { externalRef: pattern.href, ns: pattern.ns };
    case 'grammar':
      return { grammar: pattern.components.map(plainComponent) };
    default:
      return { [pattern.kind]: true };
  }
}

/** One pattern, or several as a group: the compact syntax has a group where the XML syntax has several children. */
function sequence(patterns: readonly Pattern[]): unknown {
  const [first] = patterns;
  return patterns.length === 1 && first ? plainPattern(first) : { group: patterns.map(plainPattern) };
}

function alternatives(patterns: readonly Pattern[]): readonly unknown[] {
  return patterns.flatMap((pattern) =>
    pattern.kind === 'choice' ? alternatives(pattern.patterns) : [plainPattern(pattern)],
  );
}

function plainNameClass(nameClass: NameClass): unknown {
  switch (nameClass.kind) {
    case 'name':
      return `{${nameClass.namespace}}${nameClass.local}`;
    case 'choice':
      return { choice: plainNames(nameClass.nameClasses) };
    case 'nsName':
      return { nsName: nameClass.namespace, except: nameClass.except && plainNames(nameClass.except) };
    case 'anyName':
      return { anyName: true, except: nameClass.except && plainNames(nameClass.except) };
  }
}

function plainNames(nameClasses: readonly NameClass[]): readonly unknown[] {
  return nameClasses.flatMap((one) => (one.kind === 'choice' ? plainNames(one.nameClasses) : [plainNameClass(one)]));
}

function plainComponent(component: Component): unknown {
  switch (component.kind) {
    case 'div':
      return { div: component.components.map(plainComponent) };
    case 'include': {
      const { href, ns, components } = component;
      return { include: href, ns, components: components.map(plainComponent) };
    }
    default: {
      const { name, combine, patterns, documentation } = component;
      return { define: name, combine, content: sequence(patterns), documentation };
    }
  }
}
