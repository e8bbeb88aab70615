/** The list of what each format leaves out, held to what the exporters say of a document that has everything. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { knownElements } from '../../src/exporters/behaviours.js';
import type { Exporter, ExportSettings } from '../../src/exporters/exporter.js';
import * as registry from '../../src/exporters/index.js';
import { exported, letterXml, teiFile } from './tei.js';

const PAGE = 'docs/losses.md';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);

/** Each element that there is a behaviour for, with what attributes may say, and pictures that are there and are not. */
function everything(): string {
  const kinds = [...knownElements.keys()]
    .filter((name) => !/:|^(?:text|TEI|teiCorpus|teiHeader|front|body|back|group)$/.test(name))
    .map((name) => `<${name} n="x" rend="spaced" ref="#nowhere" key="k">one <hi rend="spaced">two</hi></${name}>`);
  const more = [
    '<p><ref target="#nowhere">a</ref><ref target="other.xml">b</ref><graphic url="p.png"/><graphic url="p.svg"/><pb n="1" facs="p.png"/></p>',
    '<p><formula notation="MathML"><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></formula></p>',
    '<p>x<note n="1">a<note n="2">b</note><table><row><cell>c</cell></row></table></note><note n="7">d</note></p>',
    '<p><choice><sic>a</sic><corr>b</corr></choice><subst><del>c</del><add>d</add></subst><persName ref="#p">P</persName></p>',
  ];
  const letter = `<div type="document" xml:id="d1" xml:lang="en"><head>1. Letter From <persName type="from" corresp="#p">A</persName> to <persName type="to" corresp="#q">B</persName></head><opener><dateline><date when="1861-05-12">May</date></dateline></opener>${kinds.join('')}${more.join('')}</div><div type="document" xml:id="d2" xml:lang="de"><head>2</head><p>y</p></div><div type="section"><head>Names</head><list><item><persName xml:id="p">A</persName>, x</item></list></div>`;
  const header =
    '<profileDesc><textClass><keywords><term>t</term></keywords></textClass></profileDesc><encodingDesc><p/></encodingDesc>';
  return letterXml(letter, 'All', header).replace(
    '</fileDesc>',
    '<sourceDesc><msDesc><msIdentifier><repository>R</repository></msIdentifier></msDesc></sourceDesc></fileDesc>',
  );
}

const settings = {
  title: 'All',
  publisher: 'P',
  url: 'https://example.org/',
  date: '2024-05-31',
  licence: { name: 'Own', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editors: [{ name: 'Ada Lovelace', email: 'ada@example.org' }],
};

/** Some formats take licences of some kind alone. */
const LICENCES = [settings.licence, { name: 'Own', url: 'https://example.org/licence' }];

async function lossesOf(exporter: Exporter): Promise<readonly string[]> {
  const runs = await Promise.all(LICENCES.map((licence) => foundBy(exporter, { ...settings, licence })));
  const found = runs.flat();
  const said = found.flatMap(({ code, message }) =>
    code === 'export/dropped' ? (/ cannot carry (.*): left out$/.exec(message)?.[1] ?? []) : [],
  );
  const omitted = found.some(({ code }) => code === 'export/element-omitted');
  return [...new Set(said)].sort().concat(omitted ? ['elements for programs and editors'] : []);
}

async function foundBy(exporter: Exporter, own: ExportSettings) {
  const { found } = await exported(exporter, [teiFile(everything(), 'all')], {
    settings: own,
    readBeside: (path) =>
      path.startsWith('p.')
        ? {
            kind: 'file',
            path,
            bytes: path === 'p.png' ? PNG : Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
          }
        : { kind: 'missing' },
  });
  return found;
}

test('the page has them all, and no other', async () => {
  const rows: string[] = [];
  for (const exporter of Object.values(registry)) {
    const losses = await lossesOf(exporter);
    rows.push(
      `| [${exporter.name}](exporters/${exporter.name}.md) | ${losses.length === 0 ? 'nothing' : losses.join('; ')} |`,
    );
  }
  const written = readFileSync(PAGE, 'utf8');
  const table = `| format | leaves out |\n| --- | --- |\n${rows.sort().join('\n')}\n`;
  const expected = written.replace(/\| format \|[\s\S]*?\n(?=\n|$)/, table);
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, expected);
  expect(written).toBe(expected);
});
