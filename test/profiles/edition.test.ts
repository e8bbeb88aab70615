/** A profile of one's own in `edition.json`: read, checked, used, and not needed any more when the TEI is compared with its transcription. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readEdition } from '../../src/cli/edition-file.js';
import { gnuLine } from '../../src/reporters/gnu.js';
import { createSource } from '../../src/source/index.js';
import { fixture } from '../cli/fixture.js';

/** The example of the page: settings, and the letter that they are for. */
function example() {
  const section = readFileSync('docs/edition.md', 'utf8').replace(/^[\s\S]*\n## A profile of your own\n/, '');
  const block = (kind: string) => new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? '';
  return { settings: block('json'), letter: block('text') };
}

async function complaints(profile: unknown) {
  const lines: string[] = [];
  const source = createSource('edition.json', JSON.stringify({ profile }));
  await readEdition(source, '/', (diagnostic) => lines.push(gnuLine('edition.json', diagnostic)));
  return lines;
}

describe('the example of docs/edition.md', () => {
  const { settings, letter } = example();

  test('is read with its page break and its note', async () => {
    const { run } = fixture({ 'edition.json': settings, 'letter.txt': letter });
    const { status, stdout } = await run('convert', 'letter.txt', '--encoding', 'frus');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'Thank you for the book.<note n="1" xml:id="letterfn1">Not found among the papers.</note> It came <pb n="2" xml:id="pg_2"/> this',
    );
  });

  test.each(['tei-letter', 'frus'])('its TEI in %s is compared without the settings', async (encoding) => {
    const here = fixture({ 'a/edition.json': settings, 'a/letter.txt': letter });
    const converted = await here.run('convert', 'a/letter.txt', '--encoding', encoding);
    here.write('b/letter.xml', converted.stdout);
    here.write('b/letter.txt', letter);
    here.write('c/letter.txt', letter.replace('(p. 2)', '(p. 3)'));
    const same = await here.run('validate', 'b/letter.xml', '--against', 'b/letter.txt', '--reporter', 'gnu');
    expect([same.status, same.stdout]).toEqual([0, expect.not.stringContaining('rule/text-differs')]);
    const other = await here.run('validate', 'b/letter.xml', '--against', 'c/letter.txt', '--reporter', 'gnu');
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining('rule/text-differs')]);
  });
});

describe('settings of a profile', () => {
  const lane = { name: 'lane' };

  test.each([
    [lane],
    [{ ...lane, marker: 'superscript' }],
    [{ ...lane, noteLabel: 'superscript' }],
    [{ ...lane, extends: 'markdown', marker: { before: '<', after: '>' }, bullet: '-' }],
  ])('%j is one', async (profile) => {
    expect(await complaints(profile)).toEqual([]);
  });

  test.each([
    [{ marker: 'glued' }, 'setting "name" is missing at /profile'],
    [
      { name: 'My Letters' },
      '"My Letters" is not allowed at /profile/name; expected a value such as "letters-of-lane"',
    ],
    [{ ...lane, extends: 'frus' }, '"frus" is not allowed at /profile/extends; expected frus-web, plain'],
    [{ ...lane, extends: 'auto' }, '"auto" is not allowed at /profile/extends; expected frus-web, plain'],
    [{ ...lane, markers: 'glued' }, 'unknown setting "markers" at /profile/markers; did you mean "marker"?'],
    [
      { ...lane, marker: 'stamped' },
      '"stamped" is not allowed at /profile/marker; expected "glued", "brackets", "superscript", "caret"',
    ],
    [{ ...lane, pageBreak: { before: '[' } }, 'setting "after" is missing at /profile/pageBreak'],
    [
      { ...lane, pageBreak: { before: '[', after: '' } },
      '"" is not allowed at /profile/pageBreak/after; expected a text',
    ],
    [{ ...lane, indent: '--' }, '"--" is not allowed at /profile/indent'],
    [3, '3 is not allowed at /profile; expected a text in quotation marks'],
  ])('%j is none', async (profile, said) => {
    const lines = await complaints(profile);
    expect(lines).toEqual([expect.stringContaining(said)]);
  });
});
