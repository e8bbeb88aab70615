/** The datatypes, by section of XML Schema 1.0 part 2: literals that belong to a type and literals that do not, equal values, order, facets. */
import { describe, expect, test } from '@jest/globals';
import { findDatatype, isFault, NO_CONTEXT, type ValueContext } from '../../src/relaxng/datatypes/index.js';
import { checkDatatype, checkValue } from '../../src/relaxng/index.js';
import { parameter, XSD } from './build-grammar.js';

const CONTEXT: ValueContext = {
  namespaces: new Map([
    ['p', 'urn:p'],
    ['q', 'urn:p'],
    ['', 'urn:default'],
  ]),
  isUnparsedEntity: (name) => name === 'map',
};

function datatype(name: string, ...facets: readonly (readonly [string, string])[]) {
  const found = findDatatype(
    { library: XSD, name },
    facets.map(([facet, value]) => parameter(facet, value)),
  );
  if (isFault(found)) throw new Error(found.reason);
  return found;
}

/** Literals are parted by `|`. */
const LITERALS: readonly (readonly [section: string, type: string, good: string, bad: string])[] = [
  ['3.2.1', 'string', '| a  b |\n', ''],
  ['3.2.2', 'boolean', 'true|false|0|1| true ', 'TRUE|2||yes'],
  ['3.2.3', 'decimal', '1|-1.50|+.5|1.|007', '1e5|.|1,5||INF'],
  ['3.2.4', 'float', '1|-1.5e-3|INF|-INF|NaN|.5E+2', '+INF|1e|inf|1f|'],
  ['3.2.6', 'duration', 'P1Y|-P1Y2M3DT4H5M6.7S|PT36H|P0D', 'P|PT|P1YT|P1H|1Y|P-1Y|P1.5Y|P1M1Y'],
  [
    '3.2.7',
    'dateTime',
    '1961-05-12T10:15:00|1961-05-12T10:15:00.25Z|-0044-03-15T12:00:00+14:00|1961-05-12T24:00:00',
    '1961-05-12|1961-05-12T10:15|1961-05-12T24:00:01|1961-05-12T10:60:00|1961-05-12T10:15:00+14:01|1961-02-29T00:00:00',
  ],
  ['3.2.8', 'time', '10:15:00|23:59:59.999Z|24:00:00', '10:15|25:00:00|10:15:60|1:15:00'],
  [
    '3.2.9',
    'date',
    '1961-05-12|1960-02-29|2000-02-29|-0001-02-29|12345-01-01|1961-05-12+02:00',
    '1961-5-12|1961-02-29|1900-02-29|0000-01-01|1961-13-01|61-05-12|012345-01-01|12 May 1961',
  ],
  ['3.2.10', 'gYearMonth', '1961-05|1961-05Z', '1961-13|1961|05-1961'],
  ['3.2.11', 'gYear', '1961|-0044|12345', '61|0000|1961-05|+1961'],
  ['3.2.12', 'gMonthDay', '--05-12|--02-29', '05-12|--02-30|--5-12'],
  ['3.2.13', 'gDay', '---12|---31Z', '--12|---32|---1'],
  ['3.2.14', 'gMonth', '--05|--12Z', '05|--13|--05--'],
  ['3.2.15', 'hexBinary', '|0FB7|0fb7', '0|0G|0F B7'],
  ['3.2.16', 'base64Binary', '|D7c=|AA==|AAAA AAAA|A A A A', 'A|AA=|AB==|D7d=|====|A*=='],
  [
    '3.2.17',
    'anyURI',
    'http://a.b/c?d=e#f|#d15|../x y|é|mailto:a@b|http://[::1]:80/|a/b:c|urn:x:[|',
    'a%zz|%4|#a#b|1a:b|:a|a:|[|a[b]/c',
  ],
  ['3.2.18', 'QName', 'p:a|a| q:b ', 'r:a|p:|:a|p:a:b|1a'],
  ['3.2.19', 'NOTATION', 'p:a|a', 'r:a'],
  ['3.3.1', 'normalizedString', 'a\nb| ', ''],
  ['3.3.2', 'token', 'a b|', ''],
  ['3.3.3', 'language', 'en|de-AT|x-klingon|zh-Hans-CN', 'en_US|englishes-x|e1|en-|'],
  ['3.3.4', 'NMTOKEN', 'a|1|-a.b:c', 'a b||a,b'],
  ['3.3.5', 'NMTOKENS', 'a b 1|a', '|a ,'],
  ['3.3.6', 'Name', 'a|:a|_1|é', '1|-a|a b|'],
  ['3.3.7', 'NCName', 'a|_1|a.b-c|é', 'a:b|1a||a b'],
  ['3.3.8', 'ID', 'd15', '15|a:b|a b|'],
  ['3.3.9', 'IDREF', 'd15', '15|'],
  ['3.3.10', 'IDREFS', 'd15|d15  d16', '|d15 16'],
  ['3.3.11', 'ENTITY', 'map', 'other|'],
  ['3.3.12', 'ENTITIES', 'map map', 'map other|'],
  ['3.3.13', 'integer', '1|-0|+12|00012345678901234567890', '1.0|1.|1e3|'],
  ['3.3.14', 'nonPositiveInteger', '0|-1|-0', '1'],
  ['3.3.15', 'negativeInteger', '-1', '0|-0|1'],
  ['3.3.16', 'long', '9223372036854775807|-9223372036854775808', '9223372036854775808|-9223372036854775809'],
  ['3.3.17', 'int', '2147483647|-2147483648', '2147483648|-2147483649'],
  ['3.3.18', 'short', '32767|-32768', '32768|-32769'],
  ['3.3.19', 'byte', '127|-128', '128|-129'],
  ['3.3.20', 'nonNegativeInteger', '0|+1|-0', '-1'],
  ['3.3.21', 'unsignedLong', '18446744073709551615', '18446744073709551616|-1'],
  ['3.3.22', 'unsignedInt', '4294967295', '4294967296'],
  ['3.3.23', 'unsignedShort', '65535', '65536'],
  ['3.3.24', 'unsignedByte', '255', '256'],
  ['3.3.25', 'positiveInteger', '1', '0|-1'],
];

describe.each(LITERALS)('%s %s', (_, type, good, bad) => {
  test('literals of the type', () => {
    const refused = good.split('|').filter((literal) => !datatype(type).allows(literal, CONTEXT));
    expect(refused).toEqual([]);
  });
  test('other strings', () => {
    if (bad === '') return;
    const taken = bad.split('|').filter((literal) => datatype(type).allows(literal, CONTEXT));
    expect(taken).toEqual([]);
  });
});

describe('equal values', () => {
  test.each([
    ['decimal', '1.50', '+01.5'],
    ['decimal', '-0', '0.0'],
    ['float', '1e1', '10'],
    ['float', '16777217', '16777216'],
    ['double', '-0', '0'],
    ['double', 'NaN', ' NaN '],
    ['dateTime', '1961-05-12T10:00:00Z', '1961-05-12T12:00:00+02:00'],
    ['dateTime', '1961-05-12T24:00:00', '1961-05-13T00:00:00.0'],
    ['dateTime', '1960-02-28T24:00:00Z', '1960-02-29T02:00:00+02:00'],
    ['duration', 'P1Y', 'P12M'],
    ['duration', 'PT1H', 'PT3600S'],
    ['hexBinary', '0f', '0F'],
    ['base64Binary', 'AAAA', ' A A AA'],
    ['QName', 'p:a', 'q:a'],
    ['boolean', '1', 'true'],
    ['token', ' a  b', 'a b '],
  ])('%s: %s = %s', (type, a, b) => {
    expect(datatype(type).valueKey(a, CONTEXT)).toBe(datatype(type).valueKey(b, CONTEXT));
  });
  test.each([
    ['string', 'a', ' a'],
    ['double', '16777217', '16777216'],
    ['date', '1961-05-12', '1961-05-12Z'],
    ['QName', 'p:a', 'a'],
    ['duration', 'P1M', 'P30D'],
    ['normalizedString', 'a  b', 'a b'],
  ])('%s: %s is not %s', (type, a, b) => {
    expect(datatype(type).valueKey(a, CONTEXT)).not.toBe(datatype(type).valueKey(b, CONTEXT));
  });
});

/** Facets of section 4.3: what they let in and what they keep out. */
const FACETS: readonly (readonly [type: string, facet: string, value: string, good: string, bad: string])[] = [
  ['token', 'length', '3', 'abc| abc |\u{10400}bc', 'ab|abcd'],
  ['string', 'minLength', '2', ' a|abc', 'a|'],
  ['NMTOKENS', 'maxLength', '2', 'abc|a b', 'a b c'],
  ['hexBinary', 'length', '2', '0F0F', '0F'],
  ['base64Binary', 'length', '2', 'AAA=', 'AA==|AAAA'],
  ['decimal', 'totalDigits', '3', '123|0123|1.23|1.230', '1234|0.0001'],
  ['decimal', 'fractionDigits', '1', '12.5|12.50|12', '1.25'],
  ['integer', 'minInclusive', '5', '5|123456789012345678901', '4|-5'],
  ['integer', 'maxExclusive', '5', '4|-5', '5|05'],
  ['float', 'maxInclusive', '1.5', '1.5|-INF', '1.6|INF|NaN'],
  ['double', 'minExclusive', '0', '1e-300', '0|-0|NaN'],
  ['date', 'minInclusive', '1961-05-12', '1961-05-12|1961-05-13|1961-05-14Z', '1961-05-11|1961-05-12Z'],
  [
    'dateTime',
    'maxInclusive',
    '1961-05-12T10:00:00Z',
    '1961-05-12T12:00:00+02:00|-0044-01-01T00:00:00',
    '1961-05-12T10:00:00.1Z|1961-05-12T09:00:00',
  ],
  ['time', 'minExclusive', '10:00:00', '10:00:00.5|24:00:00', '10:00:00|09:59:59'],
  ['gYear', 'maxExclusive', '2000', '1999|-2000', '2000|10000'],
  ['gMonthDay', 'minInclusive', '--03-01', '--03-01|--12-31', '--02-29'],
  ['duration', 'minInclusive', 'P1M', 'P32D|P1M', 'P31D|P30D|P27D'],
  ['duration', 'maxExclusive', 'P0D', '-PT0.5S|-P1D', 'PT0S|PT0.1S'],
  ['token', 'pattern', 'a b', ' a  b ', 'a|ab'],
];

describe.each(FACETS)('%s with %s %s', (type, facet, value, good, bad) => {
  test('lets in', () => {
    expect(good.split('|').filter((literal) => !datatype(type, [facet, value]).allows(literal, CONTEXT))).toEqual([]);
  });
  test('keeps out', () => {
    expect(bad.split('|').filter((literal) => datatype(type, [facet, value]).allows(literal, CONTEXT))).toEqual([]);
  });
});

describe('parameters', () => {
  test('several patterns: all of them', () => {
    const both = datatype('string', ['pattern', '[a-c]+'], ['pattern', '[b-d]+']);
    expect(['bc', 'ab', 'cd'].map((literal) => both.allows(literal, CONTEXT))).toEqual([true, false, false]);
  });
  test.each([
    ['string', 'enumeration', 'a', '"enumeration" is not a parameter of datatype "string"'],
    ['string', 'whiteSpace', 'collapse', '"whiteSpace" is not a parameter of datatype "string"'],
    ['string', 'minInclusive', 'a', 'the values of datatype "string" have no order'],
    ['integer', 'length', '3', 'datatype "integer" has no length'],
    ['float', 'totalDigits', '3', 'datatype "float" has no digits to count'],
    ['string', 'length', 'three', 'parameter "length" needs a number, not "three"'],
    ['decimal', 'totalDigits', '0', 'parameter "totalDigits" needs a number, not "0"'],
    ['date', 'minInclusive', 'May', '"May" is not a value of datatype "date"'],
    ['string', 'pattern', '[a', 'bad regular expression: "[" without "]"'],
  ])('%s with %s %s: %s', (name, facet, value, reason) => {
    const wrong = parameter(facet, value);
    expect(checkDatatype({ library: XSD, name }, [wrong])).toEqual({ reason, parameter: wrong });
  });
  test('twice, or against one another', () => {
    const twice = [parameter('length', '1'), parameter('length', '2')];
    expect(checkDatatype({ library: XSD, name: 'string' }, twice)?.parameter).toBe(twice[1]);
    const rivals = [parameter('minInclusive', '1'), parameter('minExclusive', '2')];
    expect(checkDatatype({ library: XSD, name: 'integer' }, rivals)?.reason).toContain('exclude each other');
  });
  test('the built-in library takes none', () => {
    expect(checkDatatype({ library: '', name: 'token' }, [parameter('length', '1')])?.reason).toContain(
      'takes no parameter',
    );
    expect(checkDatatype({ library: '', name: 'token' }, [])).toBeUndefined();
  });
  test('unknown types and libraries', () => {
    expect(checkDatatype({ library: XSD, name: 'dat' }, [])?.reason).toContain('no datatype "dat"');
    expect(checkDatatype({ library: 'urn:x', name: 'date' }, [])?.reason).toContain('"urn:x"');
  });
  test('the string of a value pattern', () => {
    expect(checkValue({ library: XSD, name: 'integer' }, 'x', new Map())?.reason).toContain('"x" is not a value');
    expect(checkValue({ library: XSD, name: 'QName' }, 'p:x', new Map([['p', 'urn:p']]))).toBeUndefined();
  });
});

test('a context that has nothing', () => {
  expect(datatype('ENTITY').allows('map', NO_CONTEXT)).toBe(false);
});
