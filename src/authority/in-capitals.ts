/** A word of a text -> are most words around it in capitals, too? */
import { isAllCapitals, type Word } from './name-words.js';

/** In: the words of a passage and the index of one. */
export function inCapitals(words: readonly Word[], i: number): boolean {
  const around = [...words.slice(Math.max(0, i - 4), i), ...words.slice(i + 1, i + 5)].filter(({ text }) =>
    /^\p{L}{2,}$/u.test(text),
  );
  const capitals = around.filter(({ text }) => isAllCapitals(text)).length;
  return around.length > 0 && capitals * 2 > around.length;
}
