/** The text of a Schematron schema -> the words that its expressions are made of, and documents made of them at random: so its rules have something to find. */
import type { Random } from './random.js';

export interface SchemaWords {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly values: readonly string[];
}

/** From the expressions of a schema: names behind `tei:` and `@`, and strings. */
export function wordsOfSchema(text: string): SchemaWords {
  const expressions = [...text.matchAll(/\b(?:context|test|value|select)="([^"]*)"/g)]
    .map(([, found = '']) => found)
    .join('\n');
  const all = (pattern: RegExp) => [...new Set([...expressions.matchAll(pattern)].map(([, found = '']) => found))];
  return {
    elements: all(/\btei:([A-Za-z]+)/g),
    attributes: all(/@([A-Za-z]+)\b(?!:)/g),
    values: [
      ...all(/'([A-Za-z0-9 -]{1,20})'/g),
      '1',
      '2',
      'x',
      '',
      '#i1',
      '#i2',
      '#i3',
      'http://a',
      '2020-01-01',
      '2099-01-01',
      '1,2 3,4 1,2',
      'a b',
      '/x',
    ],
  };
}

export function randomDocument({ elements, attributes, values }: SchemaWords, random: Random): string {
  let id = 0;
  const element = (depth: number, names: readonly string[]): string => {
    const name = random.pick(names);
    const chosen = new Set(Array.from({ length: random.below(4) }, () => random.pick(attributes)));
    const written = [...chosen].map((attribute) => ` ${attribute}="${random.pick(values)}"`).join('');
    const own = random.below(4) === 0 ? ` xml:id="i${++id}"` : '';
    const count = depth > 5 ? 0 : random.below(depth === 0 ? 8 : 4);
    // A few names come again and again, so that parents and children meet.
    const fewer = depth % 2 === 0 ? Array.from({ length: 6 }, () => random.pick(elements)) : names;
    const content = Array.from({ length: count }, () =>
      random.below(5) === 0 ? random.pick([' ', 'text', '1', '–', '<!--c-->']) : element(depth + 1, fewer),
    );
    return `<${name}${own}${written}>${content.join('')}</${name}>`;
  };
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0">${Array.from({ length: 3 }, () => element(0, elements)).join('\n')}</TEI>\n`;
}
