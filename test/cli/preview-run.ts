/** A preview that runs in this process, for tests. */
import { request } from 'node:http';
import { run } from '../../src/cli/run.js';

export interface RunningPreview {
  readonly address: string;
  readonly port: number;
  readonly stderr: readonly string[];
  /** As Ctrl-C does; the exit status. */
  end(): Promise<number>;
}

/** In: the working folder and what is written behind `preview`. Done when the documents have been looked at for the first time. */
export async function startPreview(cwd: string, ...argv: readonly string[]): Promise<RunningPreview> {
  const out: string[] = [];
  const err: string[] = [];
  const interruption = new AbortController();
  const ended = run(['preview', ...argv], {
    cwd,
    env: { TEISCRIBE_CACHE: 'off' },
    stdin: (async function* () {})(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    interrupted: interruption.signal,
  });
  for (let i = 0; i < 1200 && !err.some((line) => line.startsWith('watching')); i++) {
    await new Promise((resume) => setTimeout(resume, 25));
  }
  const address = out.join('').trim();
  return {
    address,
    port: Number(new URL(address).port),
    stderr: err,
    end() {
      interruption.abort();
      return ended;
    },
  };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** The path goes out as it stands, which `fetch` would not do. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    asked.on('error', reject);
    asked.end();
  });
}
