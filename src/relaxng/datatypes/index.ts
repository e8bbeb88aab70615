/** The datatype libraries that a schema may use: the built-in one and XML Schema's (RELAX NG 1.0, section 2). */
import type { DatatypeName, DatatypeParameter } from '../simple.js';
import { BINARY_TYPES } from './binaries.js';
import { BUILTIN_TYPES } from './builtin.js';
import { type Datatype, type DatatypeFault, type DatatypeMaker, isFault, NO_CONTEXT } from './datatype.js';
import { DATE_TIME_TYPES } from './date-times.js';
import { DURATION_TYPES } from './durations.js';
import { NUMBER_TYPES } from './numbers.js';
import { QUALIFIED_NAME_TYPES } from './qualified-names.js';
import { STRING_TYPES } from './strings.js';

export { type Datatype, type DatatypeFault, type IdKind, isFault, NO_CONTEXT, type ValueContext } from './datatype.js';

export const XSD_LIBRARY = 'http://www.w3.org/2001/XMLSchema-datatypes';

/** The types of each library, in families: those that come first are asked for most, and the others need not be made before. */
const LIBRARIES: ReadonlyMap<string, readonly (() => readonly DatatypeMaker[])[]> = new Map([
  ['', [() => BUILTIN_TYPES]],
  [
    XSD_LIBRARY,
    [
      () => STRING_TYPES,
      () => NUMBER_TYPES,
      () => DATE_TIME_TYPES,
      () => DURATION_TYPES,
      () => BINARY_TYPES,
      () => QUALIFIED_NAME_TYPES,
    ],
  ],
]);

function makerOf(families: readonly (() => readonly DatatypeMaker[])[], name: string): DatatypeMaker | undefined {
  for (const family of families) {
    const found = family().find((type) => type.name === name);
    if (found) return found;
  }
  return undefined;
}

/** The datatype of that name with these parameters, or what is wrong. */
export function findDatatype(
  { library, name }: DatatypeName,
  parameters: readonly DatatypeParameter[],
): Datatype | DatatypeFault {
  const families = LIBRARIES.get(library);
  if (!families) return { reason: `no datatype library "${library}" is known` };
  const type = makerOf(families, name);
  if (!type) return { reason: `datatype library "${library}" has no datatype "${name}"` };
  return type.make(parameters);
}

/** What is wrong with a datatype and its parameters, for errors in schemas; undefined if nothing is. */
export function checkDatatype(name: DatatypeName, parameters: readonly DatatypeParameter[]): DatatypeFault | undefined {
  const found = findDatatype(name, parameters);
  return isFault(found) ? found : undefined;
}

/** The same for a `value` pattern, whose string has to be one of its datatype. */
export function checkValue(
  name: DatatypeName,
  value: string,
  namespaces: ReadonlyMap<string, string>,
): DatatypeFault | undefined {
  const found = findDatatype(name, []);
  if (isFault(found)) return found;
  return found.valueKey(value, { ...NO_CONTEXT, namespaces }) === undefined
    ? { reason: `"${value}" is not a value of datatype "${name.name}"` }
    : undefined;
}
