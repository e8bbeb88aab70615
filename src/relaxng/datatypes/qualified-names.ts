/** QName and NOTATION: names whose prefix the context resolves (XML Schema 1.0 part 2, sections 3.2.18 and 3.2.19). */
import type { DatatypeMaker, ValueContext } from './datatype.js';
import { defineType } from './define-type.js';
import { isNcName } from './names.js';

interface QualifiedName {
  readonly namespace: string;
  readonly local: string;
}

function parseQualifiedName(literal: string, { namespaces }: ValueContext): QualifiedName | undefined {
  const parts = literal.split(':');
  if (parts.length > 2 || !parts.every(isNcName)) return undefined;
  const [first = '', second] = parts;
  if (second === undefined) return { namespace: namespaces.get('') ?? '', local: first };
  const namespace = namespaces.get(first);
  return namespace === undefined || namespace === '' ? undefined : { namespace, local: second };
}

function qualifiedNameType(name: string): DatatypeMaker {
  return defineType<QualifiedName>({
    name,
    whiteSpace: 'collapse',
    contextual: true,
    examples: ['tei:p'],
    parse: parseQualifiedName,
    key: ({ namespace, local }) => `{${namespace}}${local}`,
  });
}

export const QUALIFIED_NAME_TYPES: readonly DatatypeMaker[] = [
  qualifiedNameType('QName'),
  qualifiedNameType('NOTATION'),
];
