import { setTimeout as sleep } from 'node:timers/promises';
import type { Octokit } from '@octokit/rest';
import { BittingError } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';

const PUBLIC_API = 'https://api.github.com';

/** Longest wait for a rate limit, in seconds: GitHub counts requests by the hour. */
const LONGEST_WAIT = 3700;
const MOST_WAITS = 5;
/** What GitHub asks clients to wait when a limit says no time. */
const WAIT_WITHOUT_HINT = 60;

export interface GithubClientOptions {
  /** Token with read access; sent to the API's host and to no other, and put into no message and no dump. */
  readonly token: string;
  /** Address of the API, for GitHub Enterprise Server: `https://github.example.com/api/v3`. Default: github.com's. */
  readonly baseUrl?: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Milliseconds that a second of waiting takes. Default 1000; tests make it short. */
  readonly secondMs?: number;
}

/**
 * Opens GitHub's own client with throttling and retries. The SDK is loaded only here. Limits of every kind are waited
 * for, as told: `Retry-After`, `x-ratelimit-reset`, or a minute
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 *
 * Throws `BITTING_E_USAGE` for a token or address that cannot be used.
 */
export async function openGithub(options: GithubClientOptions): Promise<Octokit> {
  const { token, signal, progress, secondMs = 1000 } = options;
  const base = checkedBase(options.baseUrl ?? PUBLIC_API);
  // A line break in a header is refused with a message that quotes the header.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new BittingError('BITTING_E_USAGE', 'The GitHub token is empty or holds characters that no token holds.');
  }
  const [{ Octokit: Client }, { throttling }, { retry }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-throttling'),
    import('@octokit/plugin-retry'),
  ]);
  const mayWait = (seconds: number, _request: unknown, _client: unknown, count: number): boolean => {
    if (seconds > LONGEST_WAIT || count >= MOST_WAITS || signal.aborted) return false;
    progress.step(`waiting ${seconds} s for GitHub's rate limit`);
    return true;
  };
  const octokit = new (Client.plugin(throttling, retry))({
    auth: token,
    baseUrl: base.href.replace(/\/$/, ''),
    userAgent: 'bitting',
    request: { signal },
    // The client's own log goes to standard error, a line for each refused call.
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    throttle: { onRateLimit: mayWait, onSecondaryRateLimit: mayWait, retryAfterBaseValue: secondMs },
    // Limits are waited for above and below; the plugin would retry them without regard to `Retry-After`.
    retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], retryAfterBaseValue: secondMs },
  });
  octokit.hook.before('request', (request) => {
    // Links to further pages are followed wherever they point, with the token.
    if (new URL(request.url, base).origin !== base.origin) {
      throw new BittingError('BITTING_E_COLLECT', 'GitHub named another host for the next page; it was not followed.');
    }
  });
  octokit.hook.wrap('request', async (request, parameters) => {
    for (let count = 0; ; count += 1) {
      try {
        return await request(parameters);
      } catch (error) {
        const seconds = waitOf(error);
        if (seconds === undefined || !mayWait(seconds, parameters, octokit, count)) throw error;
        await sleep(seconds * secondMs, undefined, { signal });
      }
    }
  });
  return octokit;
}

/** Seconds to wait after a 429 that the throttling plugin leaves alone because it is worded in another way. */
function waitOf(error: unknown): number | undefined {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Readonly<Record<string, string | undefined>> };
  };
  if (status !== 429 || /\bsecondary rate\b/i.test(message ?? '')) return undefined;
  if (response?.headers?.['x-ratelimit-remaining'] === '0') return undefined;
  const told = Number(response?.headers?.['retry-after']);
  return told > 0 ? told : WAIT_WITHOUT_HINT;
}

/** Plain HTTP would show the token to the network; this machine itself is no network. */
function checkedBase(baseUrl: string): URL {
  const url = URL.parse(baseUrl);
  const local = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url !== null && url.username === '' && url.password === '') {
    if (url.protocol === 'https:' || (url.protocol === 'http:' && local)) return url;
  }
  throw new BittingError(
    'BITTING_E_USAGE',
    "The address of GitHub's API must be an https:// address without credentials.",
  );
}

function ignore(): void {}
