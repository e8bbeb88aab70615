/** A grammar in simple form -> lines that can be read and compared: the start, then one line for each element. */
import type { SimpleGrammar, SimpleNameClass, SimplePattern } from '../../src/relaxng/simple.js';
import { loadText, show } from './load-schema.js';

/** `start = #0`, then `#0 letter = (@n:text, text)` and so on; what is wrong with the schema, if it is. */
export function simpleForm(schema: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const { grammar, diagnostics } = loadText(schema, files);
  return grammar ? showGrammar(grammar) : diagnostics.map(show);
}

export function showGrammar({ start, definitions }: SimpleGrammar): readonly string[] {
  return [
    `start = ${showPattern(start)}`,
    ...definitions.map(({ nameClass, content, documentation }, index) => {
      const documented = documentation === undefined ? '' : ` ## ${documentation}`;
      return `#${index} ${showNameClass(nameClass)} = ${showPattern(content)}${documented}`;
    }),
  ];
}

const SIGNS = { choice: ' | ', group: ', ', interleave: ' & ' } as const;

function showPattern(pattern: SimplePattern): string {
  switch (pattern.kind) {
    case 'empty':
    case 'text':
    case 'notAllowed':
      return pattern.kind;
    case 'choice':
    case 'group':
    case 'interleave':
      return `(${partsOf(pattern, pattern.kind).map(showPattern).join(SIGNS[pattern.kind])})`;
    case 'oneOrMore':
      return `${showPattern(pattern.pattern)}+`;
    case 'list':
      return `list{${showPattern(pattern.pattern)}}`;
    case 'data': {
      const parameters = pattern.parameters.map(({ name, value }) => `${name}=${value}`).join(' ');
      const except = pattern.except ? ` - ${showPattern(pattern.except)}` : '';
      return `${pattern.datatype.library === '' ? '' : 'xsd:'}${pattern.datatype.name}${parameters && `{${parameters}}`}${except}`;
    }
    case 'value': {
      const { datatype, value } = pattern;
      return `${datatype.library === '' && datatype.name === 'token' ? '' : datatype.name}'${value}'`;
    }
    case 'attribute': {
      const byDefault = pattern.defaultValue === undefined ? '' : `='${pattern.defaultValue}'`;
      return `@${showNameClass(pattern.nameClass)}${byDefault}:${showPattern(pattern.pattern)}`;
    }
    case 'ref':
      return `#${pattern.index}`;
  }
}

/** Pairs of pairs of one kind are one sequence: how they are nested has no meaning. */
function partsOf(pattern: SimplePattern, kind: 'choice' | 'group' | 'interleave'): readonly SimplePattern[] {
  return pattern.kind === kind ? [...partsOf(pattern.left, kind), ...partsOf(pattern.right, kind)] : [pattern];
}

export function showNameClass(nameClass: SimpleNameClass): string {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.namespace === '' ? nameClass.local : `{${nameClass.namespace}}${nameClass.local}`;
    case 'nsName':
      return `{${nameClass.namespace}}*${except(nameClass.except)}`;
    case 'anyName':
      return `*${except(nameClass.except)}`;
    case 'choice':
      return `(${showNameClass(nameClass.left)}|${showNameClass(nameClass.right)})`;
  }
}

const except = (nameClass: SimpleNameClass | undefined) => (nameClass ? `-${showNameClass(nameClass)}` : '');
