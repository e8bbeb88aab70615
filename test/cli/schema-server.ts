/** A server on this machine alone, for tests of what is fetched. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach } from '@jest/globals';

/** What a path answers: a text, or whatever it likes. */
export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface SchemaServer {
  /** `http://127.0.0.1:4711/` */
  readonly root: string;
  /** What it answers from now on. */
  readonly answers: Map<string, Answer>;
  /** The paths that were asked. */
  readonly asked: string[];
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Serves answers by path until the test ends; everything else is not found. */
export async function schemaServer(answers: Readonly<Record<string, Answer>>): Promise<SchemaServer> {
  const known = new Map(Object.entries(answers));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.slice(1) ?? '';
    asked.push(path);
    const answer = known.get(path);
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end('nothing here');
    else response.end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(
    () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { root: `http://127.0.0.1:${port}/`, answers: known, asked };
}

/** An answer that leads elsewhere. */
export function redirect(to: string): Answer {
  return (_, response) => response.writeHead(302, { location: to }).end();
}
