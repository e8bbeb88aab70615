/** The built-in datatype library: `string` and `token`, without parameters (RELAX NG 1.0, section 4.2 and 6.2.8). */
import type { Datatype, DatatypeMaker } from './datatype.js';
import { normalizeWhiteSpace, type WhiteSpace } from './white-space.js';

function builtinType(name: string, whiteSpace: WhiteSpace): DatatypeMaker {
  const datatype: Datatype = {
    key: `builtin ${name}`,
    name,
    contextual: false,
    idKind: undefined,
    examples: [],
    advice: undefined,
    conditions: [],
    allows: () => true,
    valueKey: (literal) => normalizeWhiteSpace(literal, whiteSpace),
  };
  return {
    name,
    make([parameter]) {
      return parameter
        ? { reason: `datatype "${name}" of the built-in library takes no parameter`, parameter }
        : datatype;
    },
  };
}

export const BUILTIN_TYPES: readonly DatatypeMaker[] = [
  builtinType('string', 'preserve'),
  builtinType('token', 'collapse'),
];
