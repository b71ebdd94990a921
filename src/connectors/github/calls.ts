import { BittingError, messageOf } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import type { UnreadOperation } from '../coverage.ts';
import { printable } from '../dump-file.ts';

export interface Calls {
  /** Items of every page; what came before an error, or undefined when nothing did. */
  all<T>(
    operation: string,
    resource: string,
    pages: () => AsyncIterable<{ readonly data: readonly T[] }>,
  ): Promise<readonly T[] | undefined>;
  /** One answer, or undefined when it was refused. */
  one<T>(operation: string, resource: string, call: () => Promise<{ readonly data: T }>): Promise<T | undefined>;
  readonly unread: readonly UnreadOperation[];
  operationsRead(): number;
}

/**
 * Runs calls so that a refused one becomes a row and not an end. Only an aborted signal rejects.
 *
 * @param token Taken out of error messages, should one ever quote it.
 */
export function recordCalls(signal: AbortSignal, progress: Progress, token: string): Calls {
  const unread: UnreadOperation[] = [];
  let read = 0;
  const attempt = async (operation: string, resource: string, work: () => Promise<void>) => {
    signal.throwIfAborted();
    try {
      // A wait for a rate limit inside the client does not end with the signal.
      await untilAborted(signal, work());
      read += 1;
    } catch (error) {
      signal.throwIfAborted();
      unread.push({ operation, resource, ...reasonOf(error, token) });
    }
  };
  return {
    unread,
    operationsRead: () => read,
    async all<T>(operation: string, resource: string, pages: () => AsyncIterable<{ readonly data: readonly T[] }>) {
      let items: T[] | undefined;
      await attempt(operation, resource, async () => {
        for await (const page of pages()) {
          (items ??= []).push(...page.data);
          progress.advance({ items: page.data.length });
        }
      });
      return items;
    },
    async one<T>(operation: string, resource: string, call: () => Promise<{ readonly data: T }>) {
      let answer: T | undefined;
      await attempt(operation, resource, async () => {
        answer = (await call()).data;
        progress.advance({ items: 1 });
      });
      return answer;
    },
  };
}

async function untilAborted(signal: AbortSignal, work: Promise<void>): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const stop = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What an error of the client comes to, without anything of the request. */
function reasonOf(error: unknown, token: string): Pick<UnreadOperation, 'status' | 'why'> {
  if (error instanceof BittingError) return { why: error.message.replace(/\.$/, '') };
  const { status, response } = error as {
    readonly status?: number;
    readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
  };
  // The client gives errors without an answer, such as a refused connection, the status 500.
  if (status === undefined || response === undefined) {
    return { why: `no answer (${printable(messageOf(error)).replaceAll(token, '[token]').slice(0, 200)})` };
  }
  const { headers = {} } = response;
  const limited = headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(messageOf(error));
  if (status === 429 || (status === 403 && limited)) {
    return { status, why: `refused (${status}): the rate limit did not end in time; try again later` };
  }
  // https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
  if (status === 403 && headers['x-github-sso']?.startsWith('required')) {
    return { status, why: "refused (403): authorise the token for the organisation's single sign-on" };
  }
  return { status, why: WHY[status] ?? `failed (${status}): try again later` };
}

const WHY: Readonly<Record<number, string>> = {
  401: 'the token was refused (401): it is wrong, revoked or expired',
  403: 'refused (403): the token lacks a permission; docs/collect-github.md lists them',
  404: 'not found (404): it does not exist, or the token may not see it; docs/collect-github.md lists the permissions',
};
