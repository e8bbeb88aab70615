/** The command as people run it: a process of its own, on what `npm run build` made (`npm test` builds first). */
import { spawn } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { packageFile } from '../../src/cli/package-files.js';
import { isRegistryName, registries } from '../../src/cli/registries.js';
import { SOFTWARE } from '../../src/tei/software.js';
import { fixture, LETTER } from './fixture.js';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function teiscribe(cwd: string, argv: readonly string[], input = '', shell = ''): Promise<Ended> {
  const bin = packageFile('bin/teiscribe.js');
  return new Promise((resolve, reject) => {
    const child =
      shell === ''
        ? spawn(process.execPath, [bin, ...argv], { cwd })
        : spawn('sh', ['-c', shell], { cwd, env: { ...process.env, TEISCRIBE: `${process.execPath} ${bin}` } });
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout: out.join(''), stderr: err.join('') }));
    child.stdin.end(input);
  });
}

describe('the process', () => {
  test('--version', async () => {
    const ended = await teiscribe('/', ['--version']);
    expect(ended).toEqual({ status: 0, stdout: `${SOFTWARE.version}\n`, stderr: '' });
  });

  test.each(Object.keys(registries))('list %s: as the program has them, bundled or not', async (registry) => {
    const { status, stdout, stderr } = await teiscribe('/', ['list', registry]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const listed = stdout.split('\n').flatMap((line) => /^ *(\S+)/.exec(line)?.[1] ?? []);
    const known = isRegistryName(registry) ? await registries[registry]() : [];
    expect(known.length).toBeGreaterThan(0);
    for (const { name } of known) expect(listed).toContain(name);
  });

  test('a name that is nearly one of a list', async () => {
    const { folder } = fixture({ 'letter.xml': '<TEI/>' });
    const argv = ['export', 'letter.xml', '--to', 'deposit', '--target', 'tapa', '-d', 'out'];
    const { status, stderr } = await teiscribe(folder, argv);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('did you mean "tapas"?') });
  });

  test.each([
    ['a line in capitals', 'Mit Gruß', 'KOMMEMORGENMITDEMZUGUMDREIUHRUNDBLEIBEBISMITTWOCH1'],
    ['white space that goes on and on', `Aboard c${'\t '.repeat(4000)}i\n\nHerzlichst`, `Paul${'\t'.repeat(16_000)}x`],
  ])('%s has not too many readings', async (_, close, name) => {
    const { folder } = fixture({ 'letter.txt': `Lieber Freund!\n\nIch komme am Montag.\n\n${close}\n\n${name}\n` });
    const { status } = await teiscribe(folder, ['convert', 'letter.txt', '--encoding', 'tei-letter', '-o', 'out']);
    expect(status).toBe(0);
  });

  test('its streams and status: 0, 1, 2', async () => {
    const { folder } = fixture({ 'letter.txt': LETTER, 'bad.xml': '<a>' });
    const converted = await teiscribe(folder, ['convert', '-'], LETTER);
    expect(converted.stdout).toMatch(/<\/TEI>\n$/);
    expect(converted.status).toBe(0);
    expect((await teiscribe(folder, ['validate', 'bad.xml'])).status).toBe(1);
    expect((await teiscribe(folder, ['validate', 'none.xml'])).status).toBe(2);
  });

  test('a reader that stops early is no failure', async () => {
    const { folder } = fixture({ 'letter.txt': `${LETTER}\n${'A long paragraph of a letter. '.repeat(20_000)}\n` });
    const { stdout, stderr } = await teiscribe(
      folder,
      [],
      '',
      '$TEISCRIBE convert letter.txt 2>err | head -c 5; cat err',
    );
    expect(`${stdout}${stderr}`).not.toContain('EPIPE');
    expect(stdout.startsWith('<?xml')).toBe(true);
  });

  test('a pipe that nobody may wait for gets all of it', async () => {
    const { folder } = fixture({ 'letter.txt': `${LETTER}\n${'A long paragraph of a letter. '.repeat(20_000)}\n` });
    const argv = 'convert letter.txt -o -';
    const whole = await teiscribe(folder, argv.split(' '));
    expect(whole.stdout.length).toBeGreaterThan(600_000);
    // Perl, as it is part of every Debian: the reader sleeps until the pipe is full.
    const noWait = "perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_NONBLOCK | fcntl(STDOUT, F_GETFL, 0)); exec @ARGV'";
    const slowly = "perl -e 'sleep 1; print while <STDIN>'";
    const { stdout, stderr } = await teiscribe(folder, [], '', `${noWait} $TEISCRIBE ${argv} | ${slowly}`);
    expect({ stdout, stderr }).toEqual({ stdout: whole.stdout, stderr: whole.stderr });
  });
});
