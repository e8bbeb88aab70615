import { expect, test } from '@jest/globals';
import { fixture } from './fixture.js';

const tei = (body: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text><body>${body}</body></text>\n</TEI>\n`;
const rules = ['validate', '--checks', 'rules', '--reporter', 'gnu'] as const;

test('pointers lead to files beside the document, and to others of the run', async () => {
  const folder = fixture({
    'a/one.xml': tei('<p>See <ref target="two.xml#x two.xml#y far#z far#n none#n none.xml lost.png">it</ref>.</p>'),
    'a/two.xml': tei('<p xml:id="x">x</p><!-- <p xml:id="y"/> -->'),
    'b/far.xml': tei('<p xml:id="z">z</p>'),
  });
  const { stdout } = await folder.run(...rules, 'a/one.xml', 'b');
  const said = [...stdout.matchAll(/pointer "([^"]*)".*\[(.*)\]/g)].map(([, pointer, code]) => `${pointer} ${code}`);
  expect(said).toEqual([
    'two.xml#y rule/id-not-in-file',
    'far#n rule/id-not-in-file',
    'none#n rule/volume-not-found',
    'none.xml rule/file-not-found',
    'lost.png rule/file-not-found',
  ]);
});

test('pictures are looked for with the usual endings', async () => {
  const folder = fixture({
    'a.xml': tei('<p><pb n="1" facs="i/1"/>a <pb n="2" facs="i/2.png"/>b <pb n="3" facs="i/3"/>c</p>'),
    'i/1.jpg': '',
    'i/2.png': '',
  });
  expect((await folder.run(...rules, 'a.xml')).stdout).toContain('picture "i/3" in attribute "facs" is not there');
});

test('persons are looked for in the lists of the settings', async () => {
  const folder = fixture({
    'edition.json': '{ "authority": ["persons.csv"] }',
    'persons.csv': 'id,name\np_1,"Rusk, Dean"\n',
    'a.xml': tei('<p><persName corresp="#p_1">Rusk</persName> and <persName corresp="#p_2">Ball</persName></p>'),
  });
  const { stdout } = await folder.run(...rules, 'a.xml');
  expect(stdout.match(/"#p_\d"/g)).toEqual(['"#p_2"']);
});

test('identifiers are compared across the files of a run, with a severity of the settings', async () => {
  const folder = fixture({
    'edition.json': '{ "severity": { "rule/id-in-other-file": "error" } }',
    'a.xml': tei('<div xml:id="x"><p xml:id="p">a</p></div>'),
    'b.xml': tei('<div xml:id="y"><p>b</p></div><div n="2" xml:id="x"><p xml:id="p">b</p></div>'),
  });
  const { status, stdout } = await folder.run(...rules, 'a.xml', 'b.xml');
  expect(stdout).toContain('b.xml:2:54: error: xml:id "x" is also given in "a.xml" [rule/id-in-other-file]');
  expect(status).toBe(1);
});

test('what another file has is asked again when that file has changed', async () => {
  const folder = fixture({
    'a.xml': tei(`<p>See <ref target="b.xml#x">it</ref>.</p>${'<p>More.</p>'.repeat(30_000)}`),
    'b.xml': tei('<p xml:id="x">b</p>'),
  });
  const env = { XDG_CACHE_HOME: `${folder.folder}/cache` };
  const codes = async () => (await folder.runWith({ env }, ...rules, 'a.xml')).stdout.match(/rule\/[\w-]+/g);
  expect([await codes(), await codes()]).toEqual([null, null]);
  folder.write('b.xml', tei('<p xml:id="y">b</p>'));
  expect(await codes()).toEqual(['rule/id-not-in-file']);
});
