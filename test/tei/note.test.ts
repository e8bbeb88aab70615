import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

test('a note of more lines than a call has arguments is encoded', () => {
  const text = `Dear Paul,\n\nHello there.1\n\n  1. ${'some word\n'.repeat(140_000)}`;
  const { tei } = convert(createSource('a.txt', text), { profile: 'frus-web' }, () => {});
  expect(serializeXml(tei).split('some word')).toHaveLength(140_001);
});
