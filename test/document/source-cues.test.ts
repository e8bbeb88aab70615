import { describe, expect, test } from '@jest/globals';
import { frusWeb } from '../../src/profiles/index.js';
import { documentOf } from './document-of.js';

function typeOf(note: string): string | undefined {
  const text = `Sevilla, 4 de mayo de 1890\n\nQuerido Juan:\n\nEl tren ha llegado tarde.1\n\n  1. ${note}\n`;
  return documentOf(text, frusWeb).notes[0]?.type;
}

describe('a source note begins with the word for source, in whatever language its editor writes', () => {
  test.each(['Source', 'Quelle', 'Source ', 'Fuente', 'Fonte', 'Источник', 'Bron'])('%s:', (word) => {
    expect(typeOf(`${word}: Archivo municipal, caja 4.`)).toBe('source');
  });

  test.each(['El archivo: no está.', 'Resource: none.', 'Bronze: a metal.'])('%s', (note) => {
    expect(typeOf(note)).toBe('editorial');
  });
});
