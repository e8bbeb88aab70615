/** Rules in RELAX NG schemas are kept: used where the texts are the same, never where they are not. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { keepFile, readKept } from '../../src/cli/keep-file.js';
import { type Fixture, fixture } from './fixture.js';

const SCH = 'http://purl.oclc.org/dsdl/schematron';
const named = (assertion: string) => `<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="${SCH}">
  <define name="name"><element name="name">
    <sch:pattern id="named"><sch:rule context="name"><sch:assert test="${assertion}">A name is said.</sch:assert></sch:rule></sch:pattern>
    <text/>
  </element></define>
</grammar>
`;
const LETTER = `<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <include href="names.rng"/>
  <start><element name="letter"><ref name="name"/></element></start>
</grammar>
`;

function letters(names: string): Fixture {
  return fixture({ 'a.rng': LETTER, 'names.rng': names, 'letter.xml': '<letter><name/></letter>\n' });
}

async function said(made: Fixture): Promise<readonly string[]> {
  const { stdout } = await made.runWith(
    { env: { XDG_CACHE_HOME: join(made.folder, 'cache'), LOCALAPPDATA: join(made.folder, 'cache') } },
    ...['validate', 'letter.xml', '-s', 'a.rng', '-c', 'grammar,schematron', '--reporter', 'gnu', '--no-cache'],
  );
  return stdout.split('\n').filter((line) => line !== '');
}

const kept = (made: Fixture) => made.files('.').filter((path) => path.endsWith('.rules'));
const SAID = expect.stringContaining('A name is said.');

describe('the rules in a schema', () => {
  test('are kept, and had from there', async () => {
    const made = letters(named("normalize-space() != ''"));
    const first = await said(made);
    expect(first).toEqual([SAID]);
    expect(await said(made)).toEqual(first);
    const [name = '', ...more] = kept(made);
    expect(more).toEqual([]);
    const path = join(made.folder, name);
    // Other words: nothing else could show that they were used.
    const other = readKept(path)?.toString().replace('A name is said.', 'Say a name.') ?? '';
    keepFile(dirname(path), name.replace(/^.*[\\/]/, ''), Buffer.from(other), 9);
    expect(await said(made)).toEqual([expect.stringContaining('Say a name.')]);
  });

  test('are looked for again where a part of the schema has changed', async () => {
    const made = letters(named("normalize-space() != ''"));
    expect(await said(made)).toEqual([SAID]);
    writeFileSync(join(made.folder, 'names.rng'), named('true()'));
    expect(await said(made)).toEqual([]);
    writeFileSync(join(made.folder, 'names.rng'), named('false()'));
    expect(await said(made)).toEqual([SAID]);
  });

  test('that are damaged, or of another program, are looked for again', async () => {
    const made = letters(named("normalize-space() != ''"));
    await said(made);
    const path = join(made.folder, kept(made)[0] ?? '');
    const text = readKept(path)?.toString() ?? '';
    for (const wrong of [
      '',
      'x',
      text.replace(/^.*/, 'another 1'),
      text.replace(/\n.*$/, '\n[]'),
      text.replace(/\n.*$/, '\n['),
      text.replace(/\n.*\n/, '\n{}\n'),
    ]) {
      keepFile(dirname(path), path.replace(/^.*[\\/]/, ''), Buffer.from(wrong), 9);
      expect(await said(made)).toEqual([SAID]);
    }
  });

  test('of a schema without any, that too is kept', async () => {
    const made = letters(
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="name"><element name="name"><text/></element></define></grammar>',
    );
    expect(await said(made)).toEqual([]);
    expect(kept(made)).toHaveLength(1);
    expect(await said(made)).toEqual([]);
  });
});
