/** `teiscribe preview` over HTTP: what it shows, what it follows, and whom it answers. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { GATHER } from '../../src/cli/preview/listen.js';
import { fixture, LETTER } from './fixture.js';
import { ask, type RunningPreview, startPreview } from './preview-run.js';

const TEI = (body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>\n`;

let running: RunningPreview | undefined;
afterEach(async () => {
  await running?.end();
  running = undefined;
});

async function start(files: Readonly<Record<string, string>>, folder = 'letters') {
  const made = fixture(files);
  running = await startPreview(made.folder, folder);
  const { port } = running;
  const json = async (path: string) => JSON.parse((await ask(port, path)).body);
  const file = (path: string) => json(`/api/file?path=${encodeURIComponent(path)}`);
  return { made, port, json, file, running };
}

describe('what it shows', () => {
  test('files below the folder with their counts, sorted; hidden ones are left out', async () => {
    const { json } = await start({
      'letters/b.txt': LETTER,
      'letters/in/a.xml': TEI('<p>a</q>'),
      'letters/.git/c.txt': LETTER,
      'letters/notes.md': '',
      'd.txt': LETTER,
    });
    const { folder, files, problems, busy } = await json('/api/files');
    expect({ folder, problems, busy }).toEqual({ folder: 'letters', problems: [], busy: false });
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['b.txt', 'in/a.xml']);
    expect(files[0].counts.error).toBe(0);
    expect(files[1].counts.error).toBeGreaterThan(0);
  });

  test('a transcription: as it is, as convert makes it with the settings, as it reads, and what validate finds', async () => {
    const settings = JSON.stringify({ title: 'Set & ready', encoding: 'frus', severity: { 'tei/*': 'info' } });
    const text = LETTER.replace('March 9.', 'March 9.1 Next.');
    const { file, port, made } = await start({ 'letters/a.txt': text, 'letters/edition.json': settings });
    const { transcription, tei, report } = await file('a.txt');
    expect(transcription).toEqual({ path: 'letters/a.txt', text });
    const { stdout } = await made.run('convert', 'letters/a.txt');
    expect(tei).toEqual({ path: 'letters/a.xml', made: true, text: stdout });
    const validated = await made.runWith(
      { env: { TEISCRIBE_CACHE: 'off' } },
      'validate',
      'letters/a.txt',
      '--reporter',
      'json',
    );
    expect(report).toEqual(JSON.parse(validated.stdout).files[0]);
    expect(report.diagnostics.length).toBeGreaterThan(0);
    const { status, headers, body } = await ask(port, '/read/a.txt/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('Thank you for your letter');
    expect(headers['content-security-policy']).toMatch(/script-src 'none'.*sandbox allow-same-origin$/);
  });

  test('TEI: with the transcription of its name, else one that is made from it', async () => {
    const { file } = await start({
      'letters/tei/a.xml': TEI('<p>One</p>'),
      'letters/typed/a.txt': 'as typed\n',
      'letters/tei/b.xml': TEI('<p>Two</p>'),
      'letters/x/c.txt': 'c',
      'letters/y/c.txt': 'c',
      'letters/c.xml': TEI('<p>Three</p>'),
    });
    const [a, b, c] = [await file('tei/a.xml'), await file('tei/b.xml'), await file('c.xml')];
    expect(a.transcription).toEqual({ path: 'letters/typed/a.txt', text: 'as typed\n' });
    expect(b.transcription).toEqual({ path: 'letters/tei/b.txt', made: true, text: 'Two\n' });
    expect(c.transcription).toEqual({ path: 'letters/c.txt', made: true, text: 'Three\n' });
    expect(a.tei).toEqual({ path: 'letters/tei/a.xml', text: TEI('<p>One</p>') });
  });

  test('what is not well-formed, empty, or not text is shown as far as it goes', async () => {
    const { file, port, made } = await start({ 'letters/a.xml': '<TEI><p', 'letters/b.txt': '', 'letters/e.xml': '' });
    const bad = await file('a.xml');
    expect(bad.tei.text).toBe('<TEI><p');
    expect(bad.transcription.note).toMatch(/./);
    expect(bad.report.diagnostics[0].severity).toBe('error');
    expect((await ask(port, '/read/a.xml/')).body).toContain('No reading view');
    expect((await file('b.txt')).transcription).toEqual({ path: 'letters/b.txt', note: 'the file is empty' });
    expect((await ask(port, '/read/e.xml/')).status).toBe(404);
    made.write('letters/c.txt', new Uint8Array([0xff, 0x41, 0x00]));
    await follow(port, async () => (await ask(port, '/api/files')).body.includes('c.txt'));
    expect((await file('c.txt')).transcription.note).toMatch(/./);
  });

  test('TEI of several documents reads as a site', async () => {
    const volume = TEI(
      [1, 2]
        .map((n) => `<div type="document" xml:id="d${n}" n="${n}"><head>${n}. Letter</head><p>Words ${n}</p></div>`)
        .join(''),
    );
    const { port } = await start({ 'letters/v.xml': volume });
    const index = await ask(port, '/read/v.xml/');
    const [, link = ''] = /href="(documents\/[^"]*d2[^"]*)"/.exec(index.body) ?? [];
    expect((await ask(port, `/read/v.xml/${link}`)).body).toContain('Words 2');
    expect((await ask(port, '/read/v.xml/assets/style.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });

  test('an empty folder is shown as one', async () => {
    const { json } = await start({ 'letters/notes.md': '' });
    expect(await json('/api/files')).toMatchObject({ files: [], problems: [], busy: false });
  });
});

/** Waits until something is so. */
async function follow(port: number, isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await isSo()) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error(`nothing has changed at ${port}`);
}

describe('what it follows', () => {
  test('a change is announced, and shown; a file that comes, and one that goes', async () => {
    const { made, port, json, file } = await start({ 'letters/a.txt': LETTER, 'letters/b.txt': LETTER });
    // Who listens at once may still be told of the first look.
    await new Promise((resume) => setTimeout(resume, GATHER + 10));
    const aborting = new AbortController();
    const events = await fetch(`http://127.0.0.1:${port}/events`, { signal: aborting.signal });
    expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hearing = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += part.value;
    })().catch(() => {});
    const { revision } = await json('/api/files');
    await file('a.txt');
    expect(heard).not.toContain('event: change');
    made.write('letters/a.txt', LETTER.replace('Thank you', 'Many thanks'));
    await follow(port, async () => heard.includes('event: change'));
    await follow(port, async () => (await json('/api/files')).revision > revision);
    expect((await file('a.txt')).tei.text).toContain('Many thanks');
    expect((await ask(port, '/read/a.txt/')).body).toContain('Many thanks');
    made.write('letters/c.xml', TEI('<p>new</p>'));
    await follow(port, async () => (await json('/api/files')).files.length === 3);
    rmSync(join(made.folder, 'letters/b.txt'));
    await follow(port, async () => (await json('/api/files')).files.length === 2);
    expect((await ask(port, '/api/file?path=c.xml')).status).toBe(200);
    expect((await ask(port, '/api/file?path=b.txt')).status).toBe(404);
    aborting.abort();
    await hearing;
  });

  test('the folder itself goes, and comes back', async () => {
    const { made, port, json } = await start({ 'letters/a.txt': LETTER });
    rmSync(join(made.folder, 'letters'), { recursive: true });
    await follow(port, async () => (await json('/api/files')).files.length === 0);
    expect((await json('/api/files')).problems).toEqual(['letters: error: no such file or folder [run/file-missing]']);
    made.write('letters/a.txt', LETTER);
    await follow(port, async () => (await json('/api/files')).files.length === 1);
    expect((await json('/api/files')).problems).toEqual([]);
  });

  (process.getuid?.() === 0 ? test.skip : test)(
    'a file that may not be read is shown with the reason',
    async () => {
      const { made, port, json, file } = await start({ 'letters/a.txt': LETTER });
      chmodSync(join(made.folder, 'letters/a.txt'), 0);
      await follow(port, async () => (await json('/api/files')).files[0]?.counts.error === 1);
      const { transcription, report } = await file('a.txt');
      expect(transcription).toMatchObject({ note: 'cannot be read: permission denied' });
      expect(report.diagnostics).toMatchObject([{ code: 'run/file-unreadable' }]);
    },
    30_000,
  );

  test('settings that are wrong are said until they are mended', async () => {
    const { made, port, json, file } = await start({
      'letters/a.txt': LETTER,
      'letters/edition.json': '{ "profil": 1 }',
    });
    expect((await json('/api/files')).problems.join()).toMatch(/unknown setting "profil"/);
    expect((await file('a.txt')).transcription.text).toBe(LETTER);
    made.write('letters/edition.json', '{ "encoding": "frus" }');
    await follow(port, async () => (await json('/api/files')).problems.length === 0);
    expect((await file('a.txt')).tei.text).toContain('frus');
  });
});

describe('whom it answers', () => {
  const SECRET = 'not for anybody';
  const files = { 'letters/a.txt': LETTER, 'secret.txt': SECRET, 'letters/x<img src=y onerror=z>.txt': LETTER };

  test('only those who name this machine', async () => {
    const { port } = await start(files);
    const status = async (headers: Readonly<Record<string, string>>, path = '/api/files', method = 'GET') =>
      (await ask(port, path, headers, method)).status;
    for (const path of ['/', '/api/files', '/api/file?path=a.txt', '/events', '/read/a.txt/', '/preview.js']) {
      expect([path, await status({ Host: 'evil.example' }, path)]).toEqual([path, 403]);
      expect([path, await status({ Host: `evil.example:${port}` }, path)]).toEqual([path, 403]);
    }
    expect(await status({ Host: `127.0.0.1:${port + 1}` })).toBe(403);
    expect(await status({ Host: `localhost:${port}` })).toBe(200);
    expect(await status({ Origin: 'http://evil.example' })).toBe(403);
    expect(await status({ Origin: `http://127.0.0.1:${port}` })).toBe(200);
    expect(await status({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])
      expect([method, await status({}, '/api/files', method)]).toEqual([method, 405]);
  });

  test('nothing but what was found', async () => {
    const { port } = await start(files);
    const paths = ['../secret.txt', '/etc/passwd', 'letters/../../secret.txt', '..\\secret.txt', '', '__proto__', '%'];
    const asked = paths.flatMap((path) => {
      const name = encodeURIComponent(path);
      return [`/api/file?path=${name}`, `/api/file?path=${path}`, `/read/${name}/`, `/read/a.txt/${name}`, `/${path}`];
    });
    const more = ['/read/%ff/', '/read/a.txt/%', '/read/a.txt/../../../secret.txt', '//', '/constructor', '/api', '*'];
    for (const path of [...asked, ...more]) {
      if (path === '/' || path === '/read/a.txt/') continue;
      const { status, body } = await ask(port, path);
      expect([path, status, body.includes(SECRET), body.includes('root:')]).toEqual([path, 404, false, false]);
    }
  });

  test('every answer says what a browser may do with it', async () => {
    const { port } = await start(files);
    for (const path of [
      '/',
      '/preview.js',
      '/panes.js',
      '/preview.css',
      '/icon.svg',
      '/api/files',
      '/read/a.txt/',
      '/no',
    ]) {
      const { headers } = await ask(port, path);
      expect([path, headers['x-content-type-options'], headers['cache-control']]).toEqual([
        path,
        'nosniff',
        'no-store',
      ]);
      expect([path, headers['content-security-policy']]).toEqual([path, expect.stringMatching(/^default-src 'none'/)]);
      expect([path, headers['access-control-allow-origin']]).toEqual([path, undefined]);
    }
    const page = await ask(port, '/');
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self'.*frame-ancestors 'none'/);
    expect(page.body).not.toMatch(/<script>|style="|\bon\w+=/);
  });
});

describe('beginning and end', () => {
  test('Ctrl-C ends with 0, and nobody listens any more', async () => {
    const { port, running: preview } = await start({ 'letters/a.txt': LETTER });
    expect(await preview.end()).toBe(0);
    await expect(ask(port, '/')).rejects.toThrow(/ECONNREFUSED/);
  });

  test('a folder that is missing, or a file', async () => {
    const made = fixture({ 'a.txt': LETTER });
    expect(await made.run('preview', 'nowhere')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'nowhere: error: no such file or folder [run/file-missing]\n',
    });
    expect(await made.run('preview', 'a.txt')).toMatchObject({
      status: 2,
      stderr: 'teiscribe: error: "a.txt" is a file; expected a folder [run/bad-arguments]\n',
    });
    for (const port of ['70000', '-1', 'x', '1.5'])
      expect([port, (await made.run('preview', '.', `--port=${port}`)).status]).toEqual([port, 2]);
  });

  test('a port that is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((ready) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        ready(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const { status, stderr } = await fixture({ 'a.txt': LETTER }).run('preview', '.', '--port', String(port));
    expect([status, stderr]).toEqual([
      2,
      `teiscribe: error: port ${port} cannot be used: another program uses it [run/port-unavailable]\n`,
    ]);
    await new Promise((closed) => other.close(closed));
  });
});
