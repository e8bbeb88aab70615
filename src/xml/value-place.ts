/** An attribute -> where its value, or a word of it, is written. */
import { type Place, placeAt } from '../source/index.js';
import type { Attribute, Element } from './tree.js';

/** The place of an attribute's value between its quotation marks, or of a word in it. */
export function valuePlace(element: Element, { place, value }: Attribute, word = value): Place {
  if (!place) return element.place;
  const { source, start, end } = place;
  const written = source.text.slice(start, end);
  const quote = /["']$/.exec(written)?.[0];
  const opening = quote === undefined ? -1 : written.indexOf(quote);
  if (opening < 0) return place;
  const at = word === value ? opening + 1 : written.indexOf(word, opening);
  if (word !== value && at >= 0) return placeAt(source, start + at, start + at + word.length);
  return placeAt(source, start + opening + 1, end - 1);
}
