import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from '@jest/globals';
import { run } from '../../src/cli/run.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What a run of the command line did. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that a test may use as it likes; it goes when the test ends. */
export interface Fixture {
  readonly folder: string;
  /** Runs a command line, its arguments one by one. */
  run(...argv: readonly string[]): Promise<Outcome>;
  runWith(world: WorldOptions, ...argv: readonly string[]): Promise<Outcome>;
  read(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  exists(path: string): boolean;
  /** All files below a folder, hidden ones too, sorted. */
  files(path?: string): readonly string[];
}

export interface WorldOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
}

/** Makes a folder that holds `files`. */
export function fixture(files: Readonly<Record<string, string | Uint8Array>> = {}): Fixture {
  const folder = mkdtempSync(join(tmpdir(), 'teiscribe-test-'));
  folders.push(folder);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const runWith = async ({ env = {}, stdin = '', isTTY }: WorldOptions, ...argv: readonly string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const status = await run(argv, {
      cwd: folder,
      env,
      stdin: chunks(stdin),
      stdout: { write: (text) => out.push(text), isTTY },
      stderr: { write: (text) => err.push(text), isTTY },
    });
    return { status, stdout: out.join(''), stderr: err.join('') };
  };
  return {
    folder,
    run: (...argv) => runWith({}, ...argv),
    runWith,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    exists: (path) => existsSync(join(folder, path)),
    files: (path = '.') =>
      readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort(),
  };
}

/** In two pieces: a character may be cut through. */
async function* chunks(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  const middle = bytes.length >> 1;
  yield bytes.subarray(0, middle);
  yield bytes.subarray(middle);
}

/** A letter that converts without an error. */
export const LETTER = `Geneva, May 12, 1961

Dear Mr. President:

Thank you for your letter of March 9.

Respectfully,

N. Khrushchev
`;
