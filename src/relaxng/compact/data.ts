/** Datatypes and values of the compact syntax (RELAX NG compact syntax, section 2). */
import type { Place } from '../../source/index.js';
import { schemaMessages } from '../messages.js';
import type { Pattern } from '../schema.js';
import type { DatatypeName, DatatypeParameter } from '../simple.js';
import { readAnnotations } from './annotations.js';
import { type Cursor, isUnprefixed, takeLiteral } from './cursor.js';
import { type Declarations, splitPrefix } from './declarations.js';
import type { Token } from './tokens.js';

const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();

/** A literal without a datatype is a token of the built-in library. */
export function readValue(cursor: Cursor, declarations: Declarations, datatype?: DatatypeName, place?: Place): Pattern {
  const at = place ?? cursor.placeOf(cursor.peek());
  const type = datatype ?? { library: '', name: 'token' };
  const value = takeLiteral(cursor) ?? '';
  const namespaces = type.library === '' ? NO_NAMESPACES : declarations.inScope;
  return { kind: 'value', datatype: type, value, namespaces, place: at };
}

/** A datatype with its parameters, or a value of it; what follows `-` is read by `readExcept`. */
export function readData(cursor: Cursor, declarations: Declarations, readExcept: () => Pattern | undefined): Pattern {
  const token = cursor.take();
  const place = cursor.placeOf(token);
  const datatype = datatypeOf(token, cursor, declarations);
  if (cursor.peek().kind === 'literal') return readValue(cursor, declarations, datatype, place);
  const parameters = readParameters(cursor, declarations);
  const except = readExcept();
  return { kind: 'data', datatype, parameters, place, ...(except && { except: [except] }) };
}

function datatypeOf(token: Token, cursor: Cursor, declarations: Declarations): DatatypeName {
  if (token.kind !== 'prefixedName') return { library: '', name: token.text };
  const { prefix, local } = splitPrefix(token);
  const library = declarations.libraries.get(prefix);
  if (library !== undefined) return { library, name: local };
  cursor.report(schemaMessages['prefix-undeclared']({ prefix, kind: 'datatypes' }, cursor.placeOf(token)));
  return { library: '', name: 'string' };
}

function readParameters(cursor: Cursor, declarations: Declarations): readonly DatatypeParameter[] {
  const parameters: DatatypeParameter[] = [];
  if (!cursor.takeSymbol('{')) return parameters;
  while (!cursor.takeSymbol('}')) {
    readAnnotations(cursor, declarations);
    const name = cursor.peek();
    if (!isUnprefixed(name)) {
      cursor.fail('a parameter or "}"');
      break;
    }
    cursor.take();
    cursor.expectSymbol('=');
    const value = takeLiteral(cursor) ?? '';
    parameters.push({ name: name.text, value, place: cursor.placeOf(name) });
  }
  return parameters;
}
