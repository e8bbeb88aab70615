/** boolean, hexBinary and base64Binary (XML Schema 1.0 part 2, sections 3.2.2, 3.2.15, 3.2.16). */
import type { DatatypeMaker } from './datatype.js';
import { defineType } from './define-type.js';

/** The last character before one `=` has two free bits, before two `=` four: they must be zero. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$/;

export const BINARY_TYPES: readonly DatatypeMaker[] = [
  defineType<boolean>({
    name: 'boolean',
    whiteSpace: 'collapse',
    examples: ['true', 'false'],
    parse: (literal) => (/^(?:true|false|0|1)$/.test(literal) ? literal === 'true' || literal === '1' : undefined),
    key: String,
  }),
  defineType<string>({
    name: 'hexBinary',
    whiteSpace: 'collapse',
    examples: ['0FB7'],
    parse: (literal) => (/^(?:[0-9A-Fa-f]{2})*$/.test(literal) ? literal.toUpperCase() : undefined),
    key: (value) => value,
    length: (value) => value.length / 2,
  }),
  defineType<string>({
    name: 'base64Binary',
    whiteSpace: 'collapse',
    examples: ['D7c='],
    parse(literal) {
      const joined = literal.replaceAll(' ', '');
      return BASE64.test(joined) ? joined : undefined;
    },
    key: (value) => value,
    length: (value) => (value.length / 4) * 3 - (value.length - value.replace(/=+$/, '').length),
  }),
];
