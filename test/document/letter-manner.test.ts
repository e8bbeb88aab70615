import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

const LETTER = 'Liebste Anna!\n\nDer Tag war schön, und morgen fahre ich nach Basel.';

function closerOf(letter: string, signature?: 'name' | 'own' | 'line'): string {
  const edition = signature ? { letters: { signature } } : {};
  const { tei } = convert(createSource('a.txt', letter), { profile: 'plain', edition, layout: false }, () => {});
  const closer = /<closer>.*<\/closer>/su.exec(serializeXml(tei))?.[0] ?? '';
  return closer.replace(/<\/?persName>/g, '').replace(/\s+/g, ' ');
}

describe('letters.signature of an edition', () => {
  const APART = '<closer><salute>Dein</salute> <signed>Paul.</signed></closer>';
  const WHOLE = '<closer><signed>Dein Paul.</signed></closer>';
  test.each([
    [undefined, WHOLE],
    ['name', APART],
    ['own', WHOLE],
    ['line', WHOLE],
  ] as const)('%s: of Dein Paul below the text', (signature, closer) => {
    expect(closerOf(`${LETTER}\n\nDein Paul.\n`, signature)).toBe(closer);
  });

  const GREETED = '<closer><salute>Mit herzlichem Gruß Dein</salute> <signed>Paul.</signed></closer>';
  test.each([
    [undefined, GREETED],
    ['name', GREETED],
    ['own', GREETED],
    ['line', '<closer><signed>Mit herzlichem Gruß Dein Paul.</signed></closer>'],
  ] as const)('%s: of a line that greets as well', (signature, closer) => {
    expect(closerOf(`${LETTER}\n\nMit herzlichem Gruß Dein Paul.\n`, signature)).toBe(closer);
  });

  test.each(['name', 'own', 'line'] as const)('%s: below a paragraph that closes, the line signs', (signature) => {
    expect(closerOf(`${LETTER}\n\nMit herzlichem Gruß\n\nDein Paul.\n`, signature)).toContain(
      '<signed>Dein Paul.</signed>',
    );
  });
});
