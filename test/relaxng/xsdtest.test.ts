import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findDatatype, isFault } from '../../src/relaxng/datatypes/index.js';
import { parameter, XSD } from './build-grammar.js';
import { suitePath } from './spectest.js';
import { readXsdTest, type XsdCase } from './xsdtest.js';

const FILE = suitePath('xsdtest.xml');

/** The cases that fail, and why: none. */
const LEDGER: readonly string[] = [];

function typeOf(name: string, ...parameters: readonly (readonly [string, string])[]) {
  const found = findDatatype(
    { library: XSD, name },
    parameters.map(([facet, value]) => parameter(facet, value)),
  );
  if (isFault(found)) throw new Error(found.reason);
  return found;
}

function passes({ datatype, kind, classes, length }: XsdCase): boolean {
  const [first = []] = classes;
  const [a, b] = first;
  if (!a && kind !== 'equiv') return false;
  switch (kind) {
    case 'valid':
    case 'invalid':
      return a !== undefined && typeOf(datatype).allows(a.literal, a.context) === (kind === 'valid');
    case 'length':
      return a !== undefined && typeOf(datatype, ['length', length]).allows(a.literal, a.context);
    case 'lessThan':
    case 'incomparable': {
      if (!a || !b) return false;
      const below = typeOf(datatype, ['maxExclusive', b.literal]).allows(a.literal, a.context);
      const above = typeOf(datatype, ['minExclusive', b.literal]).allows(a.literal, a.context);
      return !above && below === (kind === 'lessThan');
    }
    case 'equiv': {
      const keys = classes.map((members) =>
        members.map(({ literal, context }) => typeOf(datatype).valueKey(literal, context)),
      );
      const distinct = keys.map((members) => new Set(members));
      const all = new Set(keys.flat());
      return !all.has(undefined) && distinct.every(({ size }) => size === 1) && all.size === distinct.length;
    }
  }
}

const nameOf = ({ datatype, kind, classes }: XsdCase) =>
  `${datatype} ${kind} ${classes.map((members) => members.map(({ literal }) => literal).join(' = ')).join(' | ')}`;

if (!FILE) test.skip('xsdtest.xml is not present', () => {});
else {
  const cases = readXsdTest(readFileSync(FILE, 'utf8'));
  describe('public suite of datatypes', () => {
    test('is read whole', () => expect(cases.length).toBeGreaterThan(300));
    test('passes', () => {
      expect(cases.filter((each) => !passes(each)).map(nameOf)).toEqual(LEDGER);
    });
  });
}
