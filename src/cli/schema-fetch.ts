/** An address -> the bytes that it answers (HTTP, RFC 9110): the only place where the network is asked. */
import { errorMessage } from './reason.js';

export interface Fetched {
  readonly bytes: Uint8Array;
  /** The address that answered, behind all redirects. */
  readonly location: string;
  /** As the server says it; empty where it does not. */
  readonly mediaType: string;
}

/** What a fetch may cost. */
export interface FetchLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly redirects: number;
}

/** TEI All, the largest schema in use, has a million bytes. */
export const FETCH_LIMITS: FetchLimits = { bytes: 32 * 1024 * 1024, milliseconds: 30_000, redirects: 5 };

export type FetchResult = Fetched | { readonly reason: string };

/** In: an absolute http or https address. Out: the answer, or why there is none. */
export async function fetchFile(url: string, limits: FetchLimits = FETCH_LIMITS): Promise<FetchResult> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    return await follow(url, limits, signal);
  } catch (error) {
    if (signal.aborted) return { reason: `no answer within ${limits.milliseconds / 1000} seconds` };
    return { reason: reasonOfFetch(error) };
  }
}

async function follow(url: string, limits: FetchLimits, signal: AbortSignal): Promise<FetchResult> {
  let location = url;
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const response = await fetch(location, { redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || next === null) {
      return response.ok ? readBody(response, location, limits) : { reason: statusLine(response) };
    }
    await response.body?.cancel();
    const target = new URL(next, location);
    if (target.protocol !== 'https:' && target.protocol !== new URL(location).protocol) {
      return { reason: `"${location}" leads to "${target.href}", which is less safe` };
    }
    location = target.href;
  }
  return { reason: `it leads on more than ${limits.redirects} times` };
}

async function readBody(response: Response, location: string, { bytes: most }: FetchLimits): Promise<FetchResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > most) return { reason: `the answer has more than ${most} bytes` };
    chunks.push(chunk);
  }
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
  return { bytes: Buffer.concat(chunks), location, mediaType: mediaType.trim().toLowerCase() };
}

function statusLine({ status, statusText }: Response): string {
  return `the server answers ${status}${statusText === '' ? '' : ` ${statusText}`}`;
}

/** Node's own message is "fetch failed"; what failed is in its cause. */
function reasonOfFetch(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  const said = errorMessage(cause ?? error);
  return said === '' ? 'the server cannot be reached' : said;
}
