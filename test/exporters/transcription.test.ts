/** TEI -> a transcription: what was converted comes back, and what others wrote can be converted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { transcription } from '../../src/exporters/index.js';
import { firstDifference } from '../../src/rebuild/index.js';
import { createSource } from '../../src/source/index.js';
import { exported, letterXml, teiFile } from './tei.js';

const corpus = readdirSync('corpus')
  .filter((collection) => existsSync(`corpus/${collection}/tei`))
  .flatMap((collection) =>
    readdirSync(`corpus/${collection}/tei`).map((file) => [
      `corpus/${collection}/tei/${file}`,
      `corpus/${collection}/transcriptions/${file.replace(/\.xml$/, '.txt')}`,
    ]),
  )
  .filter(([, typed = '']) => existsSync(typed));

test.each(corpus)('%s becomes %s again', async (encoded = '', typed = '') => {
  const { text, files } = await exported(transcription, [teiFile(readFileSync(encoded, 'utf8'))], { single: true });
  expect(files).toHaveLength(1);
  expect(firstDifference(readFileSync(typed, 'utf8'), text())).toBeUndefined();
});

describe('TEI of others', () => {
  const body = `
    <div type="letter"><opener><dateline>London,<lb/>
        May 1</dateline></opener>
      <p>Dear <hi rend="italic">Ada</hi>,<note n="1">A note.</note>
         see <pb n="2"/>this.</p>
    </div>`;

  test('is typed as "frus-web" has it, without the white space of the XML', async () => {
    const { text, found } = await exported(transcription, [teiFile(letterXml(body))], { single: true });
    expect(text()).toBe('London,\nMay 1\n\nDear Ada,1 see [Page 2]this.\n\n  1. A note.\n');
    expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(/cannot carry typography/)]);
  });

  test('can be converted', async () => {
    const { text } = await exported(transcription, [teiFile(letterXml(body))], { single: true });
    const codes: string[] = [];
    convert(createSource('x.txt', text()), {}, ({ code, severity }) => severity === 'error' && codes.push(code));
    expect(codes).toEqual([]);
  });
});

test('is typed in other conventions where they are asked for', async () => {
  const { text } = await exported(
    transcription,
    [teiFile(letterXml('<p>One<note n="1">A note.</note> <pb n="2"/>two.</p>'))],
    {
      single: true,
      profile: 'markdown',
    },
  );
  expect(text()).toMatch(/^One\[\^1\] .*two\.\n\n\[\^1\]: A note\.\n$/);
});

test('a volume: a file for each document; as one file it is refused', async () => {
  const volume = teiFile(
    letterXml('<div type="document" xml:id="d1"><p>One</p></div><div type="document" xml:id="d2"><p>Two</p></div>'),
  );
  const { files } = await exported(transcription, [volume]);
  expect(files).toEqual([
    { path: 'd1.txt', content: 'One\n' },
    { path: 'd2.txt', content: 'Two\n' },
  ]);
  // Volumes call their documents by the same names.
  const other = { ...volume, name: 'other' };
  const { files: many, found: said } = await exported(transcription, [volume, other]);
  expect(many.map(({ path }) => path)).toEqual([
    `${volume.name}/d1.txt`,
    `${volume.name}/d2.txt`,
    'other/d1.txt',
    'other/d2.txt',
  ]);
  expect(said).toEqual([]);
  const { files: none, found } = await exported(transcription, [volume], { single: true });
  expect([none, found.map(({ code }) => code)]).toEqual([[], ['export/several-documents']]);
});
