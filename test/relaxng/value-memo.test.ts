/** Values that were found good once are good again, without a look at their pattern. */
import { describe, expect, test } from '@jest/globals';
import { findDatatype, isFault, NO_CONTEXT, XSD_LIBRARY } from '../../src/relaxng/datatypes/index.js';
import { createPatternTable } from '../../src/relaxng/pattern.js';
import { createValueMemo, type GoodValues } from '../../src/relaxng/value-memo.js';

function datatype(name: string) {
  const found = findDatatype({ library: XSD_LIBRARY, name }, []);
  if (isFault(found)) throw new Error(found.reason);
  return found;
}

/** A memo of a table whose patterns are counted when they are asked for. */
function memoOf(name: string, kept?: GoodValues) {
  const table = createPatternTable();
  const { id } = table.data(datatype(name), undefined);
  const asked: number[] = [];
  const counted = {
    ...table,
    at(pattern: number) {
      asked.push(pattern);
      return table.at(pattern);
    },
  };
  return { memo: createValueMemo(counted, kept), id, asked };
}

describe('the memo of values', () => {
  test('hands on what matches, and nothing else', () => {
    const { memo, id } = memoOf('date');
    expect(memo.match(id, '1961-05-12', NO_CONTEXT)).toBe(true);
    expect(memo.match(id, '12 May', NO_CONTEXT)).toBe(false);
    expect(memo.match(id, '1961-05-12', NO_CONTEXT)).toBe(true);
    expect(memo.good.of(id)).toEqual(['1961-05-12']);
    expect(memo.good.size).toBe(1);
  });

  test('asks for no pattern of a value that was handed on, and for that of any other', () => {
    const { memo, id, asked } = memoOf('date', { of: () => ['1961-05-12'], size: 1 });
    expect(memo.match(id, '1961-05-12', NO_CONTEXT)).toBe(true);
    expect(asked).toEqual([]);
    expect(memo.match(id, '12 May', NO_CONTEXT)).toBe(false);
    expect(memo.match(id, '1961-05-13', NO_CONTEXT)).toBe(true);
    expect(asked).toEqual([id, id]);
    expect(memo.good.of(id)).toEqual(['1961-05-12', '1961-05-13']);
  });

  test('hands on no ID, no name with a prefix, no long value, and of others the first sixty-four', () => {
    const ids = memoOf('ID');
    expect(ids.memo.match(ids.id, 'd15', NO_CONTEXT)).toBe(true);
    expect(ids.memo.good.size).toBe(0);
    const names = memoOf('QName');
    const namespaces = new Map([['a', 'urn:a']]);
    expect(names.memo.match(names.id, 'a:b', { ...NO_CONTEXT, namespaces })).toBe(true);
    expect(names.memo.match(names.id, 'a:b', NO_CONTEXT)).toBe(false);
    expect(names.memo.good.size).toBe(0);
    const numbers = memoOf('integer');
    expect(numbers.memo.match(numbers.id, '1'.repeat(65), NO_CONTEXT)).toBe(true);
    expect(numbers.memo.good.size).toBe(0);
    for (let number = 1; number <= 5000; number++) {
      expect(numbers.memo.match(numbers.id, String(number), NO_CONTEXT)).toBe(true);
    }
    expect(numbers.memo.good.size).toBe(64);
    expect(numbers.memo.good.of(numbers.id)).toEqual(Array.from({ length: 64 }, (_, index) => String(index + 1)));
  });
});
