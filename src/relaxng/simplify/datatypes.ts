/** `data` and `value`: are their datatypes, parameters and values ones that exist (RELAX NG 1.0, section 4.16)? */
import type { Report } from '../../diagnostic/index.js';
import { checkDatatype, checkValue } from '../datatypes/index.js';
import { schemaMessages } from '../messages.js';
import { type DataPattern, type ValuePattern, XSD_DATATYPES } from '../schema.js';

/** Looks each datatype up once: a schema has thousands of values of few types. */
export interface DatatypeChecks {
  checkData(pattern: DataPattern): void;
  checkValue(pattern: ValuePattern): void;
}

export function createDatatypeChecks(report: Report): DatatypeChecks {
  const known = new Map<string, boolean>();
  /** Is there such a datatype? */
  const exists = ({ datatype, place }: DataPattern | ValuePattern): boolean => {
    const { library, name } = datatype;
    const key = `${library} ${name}`;
    const found = known.get(key) ?? checkDatatype(datatype, []) === undefined;
    known.set(key, found);
    if (found) return true;
    report(
      library === '' || library === XSD_DATATYPES
        ? schemaMessages['datatype-unknown']({ library, name }, place)
        : schemaMessages['datatype-library-unknown']({ library }, place),
    );
    return false;
  };
  return {
    checkData(pattern) {
      if (!exists(pattern) || pattern.parameters.length === 0) return;
      const fault = checkDatatype(pattern.datatype, pattern.parameters);
      if (fault) report(schemaMessages['parameter-invalid'](fault, fault.parameter?.place ?? pattern.place));
    },
    checkValue(pattern) {
      const { datatype, value, namespaces, place } = pattern;
      // Any text is a value of the built-in types.
      if (!exists(pattern) || datatype.library === '') return;
      const fault = checkValue(datatype, value, namespaces);
      if (fault) report(schemaMessages['value-invalid'](fault, place));
    },
  };
}
