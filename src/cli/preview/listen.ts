/** A function that answers requests -> a server on the loopback address, and a stream of events to those who look. */
import { createServer, type ServerResponse } from 'node:http';
import type { Answer, Question } from './respond.js';

export interface Listening {
  /** `http://127.0.0.1:4711/`. */
  readonly address: string;
  /** Tells every page that something has changed; soon, and once for many changes. */
  announce(): void;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** How long changes are gathered before pages are told, in milliseconds. */
export const GATHER = 120;

/**
 * In: a port, 0 for any, and how to answer: it is given the hosts that are ours, as `127.0.0.1:4711`. Out: the server.
 * Rejects where the port cannot be used.
 */
export async function listen(
  port: number,
  responder: (own: readonly string[]) => (question: Question) => Promise<Answer>,
): Promise<Listening> {
  const listeners = new Set<ServerResponse>();
  let respond: ((question: Question) => Promise<Answer>) | undefined;
  const server = createServer(async ({ method = '', url = '', headers }, response) => {
    const { host, origin } = headers;
    const site = headers['sec-fetch-site'];
    const question = { method, url, host, origin, site: typeof site === 'string' ? site : undefined };
    const answer = (await respond?.(question)) ?? { status: 503, headers: {}, body: '' };
    response.writeHead(answer.status, answer.headers);
    if (answer.body !== undefined) {
      response.end(answer.body);
      return;
    }
    response.write('retry: 1000\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  });
  const used = await new Promise<number>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      ready(typeof address === 'object' && address ? address.port : port);
    });
  });
  respond = responder([`${LOOPBACK}:${used}`, `localhost:${used}`]);
  let timer: NodeJS.Timeout | undefined;
  return {
    address: `http://${LOOPBACK}:${used}/`,
    announce() {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const response of listeners) response.write('event: change\ndata: \n\n');
      }, GATHER);
    },
    close() {
      clearTimeout(timer);
      return new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}
