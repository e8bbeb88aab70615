import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { FileChanged, readTeiFiles } from '../../src/cli/tei-files.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { exportTei } from '../../src/export.js';
import { cmif, csv, html, jsonl } from '../../src/exporters/index.js';
import { letterXml } from '../exporters/tei.js';

const folder = mkdtempSync(join(tmpdir(), 'teiscribe-held-'));
afterAll(() => rmSync(folder, { recursive: true }));
const names = ['a', 'b', 'c'];
const document = (name: string, number: number) =>
  `<div type="document" xml:id="d${number}" n="${number}"><head>${number}. From Hay ${name} to Choate<note type="source">Source: A ${name}.</note></head>
  <dateline><date when="1899-09-0${number}">day</date></dateline><p>Words of <persName corresp="#p${name}">Hay ${name}</persName>.</p></div>`;
for (const name of names) {
  const list = `<list><item><persName xml:id="p${name}">Hay, ${name}</persName>, Secretary</item></list>`;
  const documents = `${document(name, 1)}<div xml:id="s"><head>Part</head>${document(name, 2)}</div>`;
  writeFileSync(
    join(folder, `${name}.xml`),
    letterXml(`<div xml:id="list"><head>Persons</head>${list}</div>${documents}`),
  );
}

/** The files, of which so many characters have their trees held. */
async function read(most: number) {
  const found: Diagnostic[] = [];
  const inputs = names.map((name) => {
    const file = join(folder, `${name}.xml`);
    return { shown: `${name}.xml`, file, below: `${name}.xml`, folder };
  });
  const silent = { write: () => true };
  const nothing = async function* () {};
  const world = { cwd: folder, env: {}, stdin: nothing(), stdout: silent, stderr: silent };
  const report = (_: string, diagnostic: Diagnostic) => found.push(diagnostic);
  const all = await readTeiFiles(inputs, world, report, { report, failed: () => false }, {}, most);
  return { files: all.map(({ file }) => file), found };
}

describe('trees that are not held', () => {
  test.each([html, csv, jsonl, cmif])('$name makes the same of them', async (exporter) => {
    const settings = {
      title: 'Letters',
      url: 'https://example.org/',
      date: '2026-01-01',
      licence: { name: 'CC BY', url: 'https://creativecommons.org/licenses/by/4.0/' },
      editors: [{ name: 'A', email: 'a@example.org' }],
    };
    const made = async (most: number) => {
      const { files } = await read(most);
      const out = new Map<string, string | Uint8Array>();
      const said: string[] = [];
      const input = { files, settings, single: false };
      for await (const { path, content } of exportTei(exporter, input, ({ message }) => said.push(message)))
        out.set(path, content);
      return { out, said };
    };
    const held = await made(Number.POSITIVE_INFINITY);
    expect(held.out.size).toBeGreaterThan(0);
    expect([...held.out.values()].join('')).toContain('Hay c');
    expect(await made(0)).toEqual(held);
  });

  test('each tree is the same as long as it is held, and another one behind that', async () => {
    const { files } = await read(0);
    const [a, b] = files;
    const first = a?.tei;
    expect(a?.tei).toBe(first);
    expect(b?.tei).not.toBe(first);
    expect(a?.tei).not.toBe(first);
    expect(a?.tei.root.name).toEqual(first?.root.name);
  });

  test('a file that is written to in between ends it', async () => {
    const { files, found } = await read(0);
    const [a] = files;
    utimesSync(join(folder, 'a.xml'), new Date(2001, 0), new Date(2001, 0));
    expect(() => a?.tei).toThrow(FileChanged);
    expect(found.map(({ code }) => code)).toEqual(['run/file-changed']);
  });
});
