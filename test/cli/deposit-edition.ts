/** An edition to make deposits of: settings, a schema in two files, letters. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type Fixture, fixture } from './fixture.js';

export const EDITION = JSON.stringify({
  title: 'Letters of Ada',
  publisher: 'Analytical Press',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Grace Hopper' }],
  url: 'https://example.org/ada',
  language: 'en',
  date: '2024-05-31',
  rightsHolder: 'Bodleian Library',
});

export const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><publisher>Press</publisher></publicationStmt><sourceDesc><p>Paper</p></sourceDesc></fileDesc></teiHeader>';

/** A grammar that takes any TEI with a header. */
export const SCHEMA = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="parts/any thing.rng"/>
<start><element name="TEI" ns="http://www.tei-c.org/ns/1.0"><ref name="attributes"/><element name="teiHeader" ns="http://www.tei-c.org/ns/1.0"><ref name="attributes"/><ref name="content"/></element><ref name="content"/></element></start></grammar>`;
export const PARTS = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
<define name="attributes"><zeroOrMore><attribute><anyName/></attribute></zeroOrMore></define>
<define name="content"><zeroOrMore><choice><text/><element><anyName/><ref name="attributes"/><ref name="content"/></element></choice></zeroOrMore></define></grammar>`;

export const letter = (body: string, model = '<?xml-model href="../rng/edition.rng"?>') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${model}\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}<text><body>${body}</body></text></TEI>\n`;
export const persons = `<?xml version="1.0"?>\n<?xml-model href="../rng/edition.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}<standOff><listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson></standOff></TEI>\n`;

export const PNG = Uint8Array.from([
  0x89,
  ...Buffer.from('PNG\r\n'),
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  ...Buffer.from('IHDR'),
  1,
  2,
  3,
]);

export const EDITION_FILES = {
  'edition.json': EDITION,
  'rng/edition.rng': SCHEMA,
  'rng/parts/any thing.rng': PARTS,
} as const;

export function edition(files: Readonly<Record<string, string | Uint8Array>>): Fixture {
  return fixture({ ...EDITION_FILES, ...files });
}

export const deposit = (target: string, ...more: readonly string[]) =>
  ['export', 'tei', '--to', 'deposit', '--target', target, ...more] as const;

/** What the files of a manifest or a list of checksums come to. */
export function checkSums({ folder }: Fixture, list: string, below: string): readonly string[] {
  const lines = readFileSync(join(folder, below, list), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [hash, path = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, below, path)))
        .digest('hex'),
    ).toBe(hash);
    return path;
  });
}

export const codesOf = (stderr: string) => [...stderr.matchAll(/\[([a-z]+\/[a-z0-9-]+)\]/g)].map(([, code]) => code);
