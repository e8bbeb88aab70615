/** A document whose grammar alone is asked for is read as bytes; what comes of it is what comes of every other file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Input } from '../../src/cli/inputs.js';
import { keepLines, LEAST, readDocument } from '../../src/cli/read-document.js';
import { readInput } from '../../src/cli/read-file.js';
import type { World } from '../../src/cli/world.js';
import type { Diagnostic } from '../../src/diagnostic/index.js';
import { placeAt, pointAt } from '../../src/source/index.js';
import { xmlMessages } from '../../src/xml/index.js';

const folder = mkdtempSync(join(tmpdir(), 'document-'));
afterAll(() => rmSync(folder, { recursive: true }));

const silent = { write: () => true };
const world: World = { cwd: folder, env: {}, stdin: (async function* () {})(), stdout: silent, stderr: silent };

function inputOf(name: string): Input {
  return { file: join(folder, name), shown: name, below: name, folder };
}

async function read(name: string) {
  const found: Diagnostic[] = [];
  const ordinary: Diagnostic[] = [];
  const source = await readDocument(inputOf(name), world, (diagnostic) => found.push(diagnostic));
  const other = await readInput(inputOf(name), world, (diagnostic) => ordinary.push(diagnostic));
  expect(found.map(({ code, message }) => [code, message])).toEqual(
    ordinary.map(({ code, message }) => [code, message]),
  );
  expect(source?.text).toBe(other?.text);
  expect(source?.lineStarts).toEqual(other?.lineStarts);
  return source;
}

/** What is shorter is not worth the loop for bytes. */
function long(text: string): string {
  return `${text}${'\n'.repeat(LEAST)}`;
}

describe('a document', () => {
  test('that is short is read as every other file', async () => {
    writeFileSync(join(folder, 'short'), `<a/>${' '.repeat(LEAST - 5)}`);
    expect((await read('short'))?.bytes).toBeUndefined();
  });

  test.each([
    ['plain', '<a>\r\n\u00e9</a>'],
    ['mark', '\uFEFF<a/>\n'],
    ['declared', '<?xml version="1.0" encoding="utf-8"?><a/>'],
  ])('of UTF-8 has its bytes: %s', async (name, begins) => {
    const text = long(begins);
    writeFileSync(join(folder, name), text);
    const source = await read(name);
    const bytes = [...(source?.bytes ? { [Symbol.iterator]: source.bytes } : [])].flatMap((part) => [...part]);
    expect(Buffer.from(bytes).toString()).toBe(text.replace('\uFEFF', ''));
  });

  test.each([
    ['latin', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9</a>', 'latin1')],
    ['utf16', Buffer.from('\uFEFF<a/>', 'utf16le')],
    ['spoilt', Buffer.from('<a>\u00e9</a>', 'latin1')],
    ['null', Buffer.from('<a>\0</a>')],
    ['empty', Buffer.from('')],
    ['blank', Buffer.from(' \n')],
    ['pdf', Buffer.from('%PDF-1.4')],
    ['otherwise', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>')],
  ])('that is not is read as every other file: %s', async (name, bytes) => {
    const padding = Buffer.alloc(
      bytes.length > 0 ? LEAST : 0,
      Buffer.from('\n', name === 'utf16' ? 'utf16le' : 'latin1'),
    );
    writeFileSync(join(folder, name), Buffer.concat([bytes, padding]));
    expect((await read(name))?.bytes).toBeUndefined();
  });

  test('that is not there', async () => {
    expect(await read('nothing.xml')).toBeUndefined();
  });
});

describe('the lines of a document', () => {
  const readSource = (name: string) => readDocument(inputOf(name), world, () => {});

  test('are known without its text when something was found in it', async () => {
    writeFileSync(join(folder, 'first'), long('<a>\r\n  <\u00e9/></a>'));
    writeFileSync(join(folder, 'second'), '<b/>\n\n\n\n\n');
    const source = await readSource('first');
    if (!source) throw new Error('not read');
    keepLines({ path: 'first', diagnostics: [xmlMessages['no-root']({}, placeAt(source, 8))] });
    await readSource('second');
    rmSync(join(folder, 'first'));
    expect(pointAt(source, 8)).toEqual({ line: 2, column: 4 });
  });

  test('are not counted where nothing was found, or when its bytes are gone', async () => {
    writeFileSync(join(folder, 'first'), long('<a>\n</a>'));
    writeFileSync(join(folder, 'second'), '<b/>');
    const source = await readSource('first');
    if (!source) throw new Error('not read');
    keepLines({ path: 'first', diagnostics: [] });
    expect(source.lines?.()).toBeUndefined();
    await readSource('second');
    keepLines({ path: 'first', diagnostics: [xmlMessages['no-root']({}, placeAt(source, 5))] });
    expect(source.lines?.()).toBeUndefined();
    expect(pointAt(source, 5)).toEqual({ line: 2, column: 2 });
  });
});
