import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { createSource } from '../../src/source/index.js';
import { serializeXml } from '../../src/xml/serialize.js';

/** What the header says of the source, where the settings name no edition. */
function told(note: string): string | undefined {
  const text = `15. Editorial Note\n\nIt was read.1\n\n  1. ${note}\n`;
  const { tei } = convert(createSource('d15.txt', text), { encoding: 'frus', rules: false }, () => {});
  return /<sourceDesc>\s*<p>([^<]*)<\/p>/.exec(serializeXml(tei))?.[1];
}

test('in encoding frus the sentence on the source has what the source note says', () => {
  expect(told('Source: Kennedy Library, National Security Files, Box 183. Secret.')).toBe(
    'A transcription of Kennedy Library, National Security Files, Box 183',
  );
  expect(told('Source: Received by the editors from Mrs. Falk.')).toBe('A transcription; a note tells its source.');
  expect(told('See Document 7.')).toBe('A transcription; its source is not stated.');
});
