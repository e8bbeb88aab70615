import { describe, expect, test } from '@jest/globals';
import { hashOf, IdTable } from '../../src/relaxng/id-table.js';
import { fc } from '../fast-check.js';

/** The number of the ID; added with a place that tells it from all others where it is new. */
function see(table: IdTable, id: string): number {
  const bytes = Buffer.from(`<${id}>`);
  const hash = hashOf(Buffer.from(id));
  const found = table.find(bytes, 1, bytes.length - 1, hash);
  if (found < 0) table.add(bytes, 1, bytes.length - 1, hash, table.size * 3e9, table.size * 3e9 + id.length);
  return found;
}

describe('a table of IDs', () => {
  test('knows each ID again, and where it was first', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 300 }), (ids) => {
        const table = new IdTable();
        const numbers = new Map<string, number>();
        for (const id of ids) {
          expect(see(table, id)).toBe(numbers.get(id) ?? -1);
          if (!numbers.has(id)) numbers.set(id, numbers.size);
        }
        expect(table.size).toBe(numbers.size);
        for (const [id, number] of numbers) {
          expect(table.placeOf(number)).toEqual({ start: number * 3e9, end: number * 3e9 + id.length });
        }
      }),
    );
  });

  test('tells names with the same hash apart', () => {
    // 31 times "A" and "b" is 31 times "B" and "C".
    expect(hashOf(Buffer.from('Ab'))).toBe(hashOf(Buffer.from('BC')));
    const table = new IdTable();
    expect([see(table, 'Ab'), see(table, 'BC'), see(table, 'Ab'), see(table, 'BC')]).toEqual([-1, -1, 0, 1]);
  });

  test('grows', () => {
    const table = new IdTable();
    for (let number = 0; number < 50_000; number++) expect(see(table, `w${number}`)).toBe(-1);
    for (let number = 0; number < 50_000; number += 7) expect(see(table, `w${number}`)).toBe(number);
  });
});
