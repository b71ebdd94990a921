import { request, Agent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { TokenCredential } from '@azure/identity';
import { BittingError } from '../../model/errors.ts';

export interface RestOptions {
  /** Origin of the service, such as `https://graph.microsoft.com`; nothing else is asked. */
  readonly endpoint: string;
  /** Scope of the token, such as `https://graph.microsoft.com/.default`. */
  readonly scope: string;
  readonly credential: TokenCredential;
  /** PEM of a further certificate authority to trust. */
  readonly ca?: string;
  readonly signal: AbortSignal;
}

/** An answer that is no success: status and the service's own code, nothing of the text. */
export class RestError extends Error {
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string) {
    super(`status ${statusCode}`);
    this.name = 'RestError';
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** Reads JSON from one service, page by page. Every call is a GET. */
export interface RestClient {
  /** Throws {@link RestError} for a refusal. */
  get(path: string): Promise<unknown>;
  /** Rows of a list, page by page, by `@odata.nextLink` or `nextLink`, which must stay on the endpoint. */
  pages(path: string): AsyncIterable<readonly unknown[]>;
}

const MOST_TRIES = 6;
/** Milliseconds to wait where the service does not say. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 120_000;
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PAGES = 10_000;
const ANSWER_WITHIN = 100_000;

/**
 * A client for calls that no SDK of ours has. Waits as told when it is throttled or the service is busy
 * (`Retry-After`, in seconds or as a date, RFC 9110 section 10.2.3), and honours `HTTPS_PROXY` and `NO_PROXY`.
 */
export function openRest({ endpoint, scope, credential, ca, signal }: RestOptions): RestClient {
  const { origin } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true, proxyEnv: process.env, ...(ca !== undefined && { ca }) });

  const get = async (path: string): Promise<unknown> => {
    const url = new URL(path, origin);
    if (url.origin !== origin) {
      throw new BittingError('BITTING_E_COLLECT', 'Azure named another host for the next page; it was not followed.');
    }
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      // Kept and renewed by the credential itself.
      const token = await credential.getToken(scope, { abortSignal: signal });
      if (token === null) throw new BittingError('BITTING_E_COLLECT', 'Signing in gave no token.');
      const answer = await send(url, token.token, agent, signal);
      if (answer.status === 200) return parse(answer.text);
      const again = answer.status === 429 || answer.status === 408 || answer.status >= 500;
      if (!again || attempt === MOST_TRIES) throw new RestError(answer.status, codeOf(answer.text));
      const told = retryAfter(answer.retryAfter);
      await wait(Math.min(told ?? FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT), undefined, { signal });
    }
  };

  return {
    get,
    async *pages(path) {
      let next: string | undefined = path;
      for (let page = 0; next !== undefined; page += 1) {
        if (page === MOST_PAGES)
          throw new BittingError('BITTING_E_COLLECT', `The list has more than ${MOST_PAGES} pages.`);
        const answer = await get(next);
        const { value, link } = pageOf(answer);
        yield value;
        next = link;
      }
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | undefined;
}

function send(url: URL, token: string, agent: Agent, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const call = request(url, { method: 'GET', agent, headers, signal, timeout: ANSWER_WITHIN }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) call.destroy(new Error('the answer is too large'));
        else chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers: answered } = response;
        resolve({
          status: statusCode,
          text: Buffer.concat(chunks).toString('utf8'),
          retryAfter: answered['retry-after'],
        });
      });
    });
    call.on('timeout', () => call.destroy(new Error('no answer in time')));
    call.on('error', reject);
    call.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The cause would quote the answer.
    throw new BittingError('BITTING_E_COLLECT', 'The service answered with something that is not JSON.');
  }
}

function pageOf(answer: unknown): { readonly value: readonly unknown[]; readonly link: string | undefined } {
  if (typeof answer !== 'object' || answer === null) return { value: [], link: undefined };
  const value = 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly unknown[]) : [];
  const link =
    'nextLink' in answer ? answer.nextLink : '@odata.nextLink' in answer ? answer['@odata.nextLink'] : undefined;
  return { value, link: typeof link === 'string' && link !== '' ? link : undefined };
}

function codeOf(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' ? error.code : '';
  } catch {
    return '';
  }
}

/** Milliseconds. */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(seconds, 0) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(date - Date.now(), 0);
}
