import { describe, expect, test } from '@jest/globals';
import { notesByNumber } from '../../src/transcript/notes-by-number.js';
import { markersOf, parse } from './parse.js';

/** A letter with a note behind each sentence, the first numbered `first`. */
function longLetter(first: number, count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  const text = numbers.map((number) => `We met the Minister in 1961.${number} He agreed.`);
  const notes = numbers.map((number) => `  ${number}. Not printed, file ${(number * 13) % 997}.`);
  return `12. Letter From Miss Lane to Mr. Field\n\n${text.join('\n\n')}\n\n${notes.join('\n')}\n`;
}

test('very many notes have their markers, whatever the number of the first', () => {
  const { leaves } = parse(longLetter(301, 252));
  expect(markersOf(leaves)).toEqual(Array.from({ length: 252 }, (_, index) => `1961.<${301 + index}> ${index}`));
});

describe('the notes near a label', () => {
  const noteOf = (value: number) => ({ value, label: '', isSource: false, words: new Set<string>() });
  const list = (first: number, end: number) => ({ own: { start: 0, end: 0 }, first, end });

  test('are those of one list, a sign with the number before it, whatever their order', () => {
    const notes = [4, 5, 6, 1, 2, Number.NaN, 3, 9].map(noteOf);
    const near = (value: number, window: number) => {
      const found = new Set<number>();
      notesByNumber(notes).addNear(found, list(2, 8), value, window);
      return [...found].sort();
    };
    expect(near(2, 1)).toEqual([3, 4, 5, 6]);
    expect(near(7, 1)).toEqual([2]);
    expect(near(50, 2)).toEqual([]);
  });

  test('are found without looking at all', () => {
    const notes = Array.from({ length: 100_000 }, (_, index) => noteOf(index + 1));
    const all = list(0, notes.length);
    const lookUp = notesByNumber(notes);
    for (let value = 1; value <= notes.length; value++) {
      const found = new Set<number>();
      lookUp.addNear(found, all, value, 1);
      if (!found.has(value - 1) || found.size > 3) throw new Error(`${value}`);
    }
  });
});
