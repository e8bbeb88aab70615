import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { fetchFile } from '../../src/cli/schema-fetch.js';
import { schemaCommandMessages } from '../../src/cli/schema-messages.js';
import { pageExample } from '../page-example.js';
import { type Fixture, fixture } from './fixture.js';
import { redirect, type SchemaServer, schemaServer } from './schema-server.js';

const RNG = 'http://relaxng.org/ns/structure/1.0';
const LOCK = 'teiscribe-schemas.lock.json';
const SCHEMA = `<element name="a" xmlns="${RNG}"><empty/></element>`;
const OTHER = `<element name="a" xmlns="${RNG}"><text/></element>`;
/** In three files, in folders. */
const PARTS = {
  'main.rnc': 'include "parts/a.rnc"\nstart = a',
  'parts/a.rnc': 'a = element a { external "b/b.rng" }',
  'parts/b/b.rng': `<element name="b" xmlns="${RNG}"><empty/></element>`,
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Runs with a cache of its own. */
function edition(files: Readonly<Record<string, string>> = {}) {
  const folder: Fixture = fixture(files);
  const env = { TEISCRIBE_CACHE: join(folder.folder, '.cache') };
  return {
    ...folder,
    run: (...argv: readonly string[]) => folder.runWith({ env }, ...argv),
    lock: () => JSON.parse(folder.read(LOCK)),
    forget: () => folder.files('.cache/fetched').map((file) => writeFileSync(join(folder.folder, file), 'x')),
  };
}

const valid = (stdout: string) => /\b1 valid, 0 invalid\b/.test(stdout);

describe('schema add', () => {
  test('fetches, keeps, pins; then the network is not asked', async () => {
    const server = await schemaServer({ 's.rng': SCHEMA });
    const url = `${server.root}s.rng`;
    const { run, lock } = edition({ 'good.xml': `<?xml-model href="${url}"?><a/>`, 'bad.xml': `<a>x</a>` });
    expect(await run('schema', 'add', url)).toEqual({
      status: 0,
      stdout: `${url} added: 1 file, ${SCHEMA.length} bytes, sha256 ${sha256(SCHEMA).slice(0, 12)}\n`,
      stderr: '',
    });
    expect(lock()).toEqual({ version: 1, schemas: { [url]: [{ url, sha256: sha256(SCHEMA), bytes: SCHEMA.length }] } });
    const byDocument = await run('validate', 'good.xml', '-c', 'grammar');
    expect([byDocument.status, valid(byDocument.stdout)]).toEqual([0, true]);
    expect(byDocument.stdout).toContain(`schema "${url}"`);
    expect((await run('validate', 'bad.xml', '-c', 'grammar', '-s', url)).status).toBe(1);
    expect(server.asked).toEqual(['s.rng']);
    expect((await run('schema', 'add', url)).stdout).toBe(`${url} is there already\n`);
    expect(server.asked).toEqual(['s.rng']);
  });

  test('follows what is included, from file to file', async () => {
    const server = await schemaServer(PARTS);
    const url = `${server.root}main.rnc`;
    const { run, lock } = edition({ 'good.xml': '<a><b/></a>', 'bad.xml': '<a/>' });
    expect((await run('schema', 'add', url)).stdout).toContain(' added: 3 files, ');
    expect(lock().schemas[url].map((file: { url: string }) => file.url.replace(server.root, ''))).toEqual([
      'main.rnc',
      'parts/a.rnc',
      'parts/b/b.rng',
    ]);
    expect((await run('validate', 'good.xml', '-s', url)).status).toBe(0);
    expect((await run('validate', 'bad.xml', '-s', url)).status).toBe(1);
    expect(server.asked).toHaveLength(3);
  });

  test('sees what is included from the address that answered', async () => {
    const moved = { 'old.rnc': redirect('new/main.rnc'), 'new/main.rnc': redirect('/new/2/main.rnc') };
    const parts = Object.fromEntries(Object.entries(PARTS).map(([path, text]) => [`new/2/${path}`, text]));
    const server = await schemaServer({ ...moved, ...parts });
    const { run, lock } = edition({ 'good.xml': '<a><b/></a>' });
    const url = `${server.root}old.rnc`;
    expect((await run('schema', 'add', url)).status).toBe(0);
    expect(lock().schemas[url][0]).toMatchObject({ url, location: `${server.root}new/2/main.rnc` });
    expect((await run('validate', 'good.xml', '-s', url)).status).toBe(0);
  });

  test('writes beside the edition, and finds from the folder of the document', async () => {
    const server = await schemaServer({ 's.rng': SCHEMA });
    const url = `${server.root}s.rng`;
    const { run, files, read, write, runWith, folder } = edition({ 'edition.json': '{}' });
    await run('schema', 'add', url);
    expect(files().filter((file) => !file.startsWith('.cache'))).toEqual(['edition.json', LOCK]);
    write('edition.json', JSON.stringify({ schema: url }));
    write('deep/er/a.xml', '<a/>');
    expect((await run('validate', 'deep/er/a.xml')).status).toBe(0);
    const elsewhere = fixture({});
    const env = { TEISCRIBE_CACHE: join(folder, '.cache') };
    expect((await elsewhere.runWith({ env }, 'validate', join(folder, 'deep/er/a.xml'))).status).toBe(0);
    expect(read(LOCK)).toContain(url);
    expect(runWith).toBeDefined();
  });

  test('without a name fetches what the lock file lists, if it is still the same', async () => {
    const server = await schemaServer({ 's.rng': SCHEMA });
    const url = `${server.root}s.rng`;
    const { run, read } = edition({});
    await run('schema', 'add', url);
    const clone = edition({ [LOCK]: read(LOCK), 'a.xml': `<?xml-model href="${url}"?><a/>` });
    const before = await clone.run('validate', 'a.xml', '-r', 'gnu');
    expect([before.status, before.stdout]).toEqual([
      2,
      `a.xml:1:1: error: the schema "${url}" was added, but is not in the cache of this machine [schema/not-cached]\n`,
    ]);
    server.answers.set('s.rng', OTHER);
    const changed = await clone.run('schema', 'add');
    expect(changed).toMatchObject({ status: 2, stderr: expect.stringContaining('[schema/fetched-differs]') });
    server.answers.set('s.rng', SCHEMA);
    expect(await clone.run('schema', 'add')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(' fetched: '),
    });
    expect((await clone.run('validate', 'a.xml')).status).toBe(0);
    expect(clone.read(LOCK)).toBe(read(LOCK));
  });
});

describe('a copy that has changed', () => {
  test.each([
    ['that a document names', ['a.xml'], /^a\.xml:1:1: error: the copy of .* has changed \[schema\/cache-changed\]\n$/],
    ['that is given', ['b.xml', '-s', 'URL'], /^b\.xml: error: the copy of .* \[schema\/cache-changed\]\n$/],
  ])('%s is an error, and no other schema is used', async (_, argv, said) => {
    const server = await schemaServer(PARTS);
    const url = `${server.root}main.rnc`;
    const { run, forget } = edition({ 'a.xml': `<?xml-model href="${url}"?><a/>`, 'b.xml': '<a/>' });
    await run('schema', 'add', url);
    forget();
    const words = ['validate', ...argv.map((word) => word.replace('URL', url)), '-r', 'gnu', '-c', 'grammar'];
    const { status, stdout } = await run(...words);
    expect(stdout).toMatch(said);
    expect(status).toBe(2);
    expect((await run('schema', 'list')).stdout).toMatch(/^changed {2}http/);
    expect((await run('schema', 'add')).stdout).toContain('fetched: 3 files');
    expect((await run(...words)).status).toBe(1);
  });
});

describe('schema update, remove, list', () => {
  test('update pins what there is now', async () => {
    const server = await schemaServer({ 's.rng': SCHEMA });
    const url = `${server.root}s.rng`;
    const { run, lock } = edition({ 'a.xml': '<a>x</a>' });
    await run('schema', 'add', url);
    expect((await run('schema', 'update')).stdout).toBe(`${url} is as it was\n`);
    server.answers.set('s.rng', OTHER);
    expect((await run('schema', 'update', url)).stdout).toContain(' updated: 1 file, ');
    expect(lock().schemas[url][0].sha256).toBe(sha256(OTHER));
    expect((await run('validate', 'a.xml', '-s', url)).status).toBe(0);
  });

  test('list says what is there, remove takes it out', async () => {
    const server = await schemaServer({ 'a.rng': SCHEMA, 'b.rng': OTHER });
    const { run, lock } = edition({});
    expect((await run('schema', 'list')).stdout).toBe('no schema was added\n');
    await run('schema', 'add', `${server.root}b.rng`, `${server.root}a.rng`);
    const { stdout } = await run('schema', 'list');
    expect(stdout.split('\n').map((line) => line.slice(0, 9 + server.root.length + 5))).toEqual([
      `ok       ${server.root}a.rng`,
      `ok       ${server.root}b.rng`,
      '',
    ]);
    expect((await run('schema', 'remove', `${server.root}a.rng`)).status).toBe(0);
    expect(Object.keys(lock().schemas)).toEqual([`${server.root}b.rng`]);
    const unknown = await run('schema', 'remove', `${server.root}a.rng`);
    expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining('[schema/not-in-lock]') });
  });
});

describe('what is refused, with nothing kept', () => {
  const html = '<!DOCTYPE html><html><body>Moved</body></html>';
  const answers = {
    'page.rng': html,
    'typed.rng': (_: unknown, response: { setHeader(name: string, value: string): void; end(text: string): void }) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<p>Moved</p>');
    },
    'tei.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    'text.txt': 'Dear Sir,',
    'faulty.rng': `<element name="a" xmlns="${RNG}"><ref name="b"/></element>`,
    'broken.rng': `<element name="a" xmlns="${RNG}">`,
    'part.rnc': 'include "gone.rnc"',
    'local.rng': `<externalRef href="file:///etc/passwd" xmlns="${RNG}"/>`,
    'circle.rng': redirect('circle.rng'),
    'empty.rng': '',
  };
  test.each([
    ['page.rng', 'the answer is a web page (HTML), not a RELAX NG schema'],
    ['typed.rng', 'the answer is a web page (HTML), not a RELAX NG schema'],
    ['tei.xml', 'the answer is something else, not a RELAX NG schema'],
    ['text.txt', 'the answer is something else, not a RELAX NG schema'],
    ['faulty.rng', 'the answer is a schema with mistakes'],
    ['broken.rng', 'the answer is a schema with mistakes'],
    ['part.rnc', 'gone.rnc: error: cannot be fetched: the server answers 404 Not Found [schema/fetch-failed]'],
    ['gone.rng', 'gone.rng: error: cannot be fetched: the server answers 404 Not Found [schema/fetch-failed]'],
    ['local.rng', '[schema/file-missing]'],
    ['circle.rng', 'it leads on more than 5 times'],
    ['empty.rng', '[source/empty-file]'],
  ])('%s: %s', async (path, said) => {
    const server = await schemaServer(answers);
    const { run, files } = edition({});
    const { status, stdout, stderr } = await run('schema', 'add', server.root + path);
    expect(stderr).toContain(said);
    expect([status, stdout, files()]).toEqual([2, '', []]);
  });

  test('no address, no server, no cache, a torn lock file', async () => {
    const { run, runWith, write } = edition({ 'a.xml': '<?xml-model href="http://x.test/a.rng"?><a/>' });
    expect((await run('schema', 'add', 'a.rng')).stderr).toContain('[schema/address-invalid]');
    expect((await run('schema', 'add')).stderr).toContain('no schema was added [schema/not-in-lock]');
    const closed = await run('schema', 'add', 'http://127.0.0.1:1/a.rng');
    expect(closed.stderr).toMatch(
      /^http:\/\/127\.0\.0\.1:1\/a\.rng: error: cannot be fetched: .+ \[schema\/fetch-failed\]\n$/,
    );
    const off = await runWith({ env: { TEISCRIBE_CACHE: 'off' } }, 'schema', 'list');
    expect(off).toMatchObject({ status: 2, stderr: expect.stringContaining('[schema/cache-folder-missing]') });
    for (const torn of [
      '{',
      '{}',
      '[]',
      '{"version":1,"schemas":{"http://x.test/a.rng":[{"url":"x","sha256":"../x","bytes":1}]}}',
    ]) {
      write(LOCK, torn);
      expect(await run('schema', 'list')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('[schema/lock-invalid]'),
      });
      const { status, stdout } = await run('validate', 'a.xml', '-r', 'gnu');
      expect([status, stdout.split('\n').length]).toEqual([2, 2]);
      expect(stdout).toContain('a.xml:1:1: error: the lock file');
    }
  });
});

describe('limits of a fetch', () => {
  const limits = { bytes: 10, milliseconds: 200, redirects: 1 };
  const ask = async (server: SchemaServer, path: string) => fetchFile(server.root + path, limits);

  test('size, also where the server does not say it; time; redirects', async () => {
    const server = await schemaServer({
      small: '0123456789',
      large: '01234567890',
      endless: (_, response) => {
        const more = () => response.write('0123456789', () => setImmediate(more));
        more();
      },
      silent: () => undefined,
      slow: (_, response) => void response.write('0'),
      one: redirect('small'),
      two: redirect('one'),
      away: redirect('ftp://127.0.0.1/x'),
    });
    expect(await ask(server, 'small')).toMatchObject({ location: `${server.root}small` });
    expect(await ask(server, 'one')).toMatchObject({ location: `${server.root}small` });
    const reasons = [];
    for (const path of ['large', 'endless', 'silent', 'slow', 'two', 'away']) reasons.push(await ask(server, path));
    expect(reasons).toEqual([
      { reason: 'the answer has more than 10 bytes' },
      { reason: 'the answer has more than 10 bytes' },
      { reason: 'no answer within 0.2 seconds' },
      { reason: 'no answer within 0.2 seconds' },
      { reason: 'it leads on more than 1 times' },
      { reason: `"${server.root}away" leads to "ftp://127.0.0.1/x", which is less safe` },
    ]);
  });
});

describe('catalogs', () => {
  const catalog = (entries: string) =>
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${entries}</catalog>`;
  const files = {
    'schemas/s.rng': SCHEMA,
    'schemas/catalog.xml': catalog('<uri name="http://x.test/s.rng" uri="s.rng"/>'),
    'a.xml': '<?xml-model href="http://x.test/s.rng"?><a/>',
  };

  test('lead an address to a file: by --catalog, by the environment, through the next one', async () => {
    const { run, runWith, write } = fixture(files);
    const summary = '1 file, schema "schemas/s.rng": 1 valid, 0 invalid; 0 errors, 0 warnings\n';
    expect(await run('validate', 'a.xml', '--catalog', 'schemas/catalog.xml')).toMatchObject({ stdout: summary });
    expect(
      await run('validate', 'a.xml', '-s', 'http://x.test/s.rng', '--catalog', 'schemas/catalog.xml'),
    ).toMatchObject({ status: 0 });
    const env = { XML_CATALOG_FILES: 'other.xml schemas/catalog.xml' };
    const asked = await runWith({ env }, 'validate', 'a.xml');
    expect(asked).toMatchObject({ status: 0, stdout: summary });
    expect(asked.stderr).toMatch(/other\.xml: warning: .* \[xml\/catalog-not-found\]\n$/);
    write('top.xml', catalog('<nextCatalog catalog="schemas/catalog.xml"/>'));
    expect(await run('validate', 'a.xml', '--catalog', 'top.xml')).toMatchObject({ stdout: summary, stderr: '' });
    expect((await run('validate', 'a.xml')).stdout).toContain('[schema/not-added]');
  });

  test('lead what a schema includes, and paths', async () => {
    const { run } = fixture({
      ...files,
      'main.rnc': 'external "http://x.test/s.rng"',
      'b.xml': '<?xml-model href="moved.rng"?><a/>',
      'c.xml': catalog('<uri name="moved.rng" uri="schemas/s.rng"/>'),
    });
    expect((await run('validate', 'a.xml', '-s', 'main.rnc', '--catalog', 'schemas/catalog.xml')).status).toBe(0);
    expect((await run('validate', 'b.xml', '--catalog', 'c.xml')).status).toBe(0);
  });

  test('that lead to a file that is not there say to which', async () => {
    const { run, write, folder } = fixture({ 'c.xml': catalog('<uri name="http://x.test/s.rng" uri="gone/s.rng"/>') });
    write('a.xml', '<?xml-model href="http://x.test/s.rng"?><a/>');
    const said = `the schema "http://x.test/s.rng" cannot be read: a catalog leads to "${pathToFileURL(join(folder, 'gone/s.rng')).href}", which is not there [schema/led-astray]`;
    for (const [named, expected] of [
      [[], 1],
      [['-s', 'http://x.test/s.rng'], 2],
    ] as const) {
      const { status, stdout } = await run('validate', 'a.xml', ...named, '--catalog', 'c.xml', '--reporter', 'gnu');
      expect(status).toBe(expected);
      expect(stdout).toContain(said);
    }
  });

  test('may lead to an address that was added', async () => {
    const server = await schemaServer({ 's.rng': SCHEMA });
    const { run } = edition({
      'c.xml': catalog(`<rewriteURI uriStartString="http://x.test/" rewritePrefix="${server.root}"/>`),
      'a.xml': '<?xml-model href="http://x.test/s.rng"?><a/>',
    });
    await run('schema', 'add', `${server.root}s.rng`);
    expect((await run('validate', 'a.xml', '--catalog', 'c.xml')).status).toBe(0);
  });

  test.each([
    ['gone.xml', 'gone.xml: error: no such file or folder'],
    ['a.xml', '[xml/not-a-catalog]'],
  ])('--catalog %s: one line, status 2', async (path, said) => {
    const { status, stdout, stderr } = await fixture(files).run('validate', 'a.xml', '--catalog', path);
    expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(stderr).toContain(said);
  });
});

describe('pages', () => {
  test('are there for each code, and show how it is mended', () => {
    for (const code of schemaCommandMessages.codes.keys()) {
      const { said, mended } = pageExample(code);
      expect(said).toMatch(/^\$ /);
      expect(mended).toMatch(/^\$ .*teiscribe /);
    }
  });
});
