import { BittingError, messageOf } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import type { UnreadOperation } from '../coverage.ts';
import { printable } from '../dump-file.ts';

/** Makes calls, counts those that were answered in full and records those that were not. */
export class ReadCalls {
  readonly unread: UnreadOperation[] = [];
  answered = 0;
  readonly #signal: AbortSignal;
  readonly #progress: Progress;

  constructor(signal: AbortSignal, progress: Progress) {
    this.#signal = signal;
    this.#progress = progress;
  }

  /**
   * All rows of a paged list as far as they can be had; undefined when not even the first page came.
   *
   * @param allows What lets the call through, as the end of a sentence, such as `the role Reader allows it`.
   */
  async list<T>(
    operation: string,
    resource: string,
    allows: string,
    pages: () => AsyncIterable<readonly T[]>,
  ): Promise<readonly T[] | undefined> {
    const items: T[] = [];
    let any = false;
    try {
      for await (const page of pages()) {
        any = true;
        items.push(...page);
        this.#progress.advance({ items: page.length });
      }
      this.answered += 1;
      return items;
    } catch (error) {
      this.#signal.throwIfAborted();
      this.unread.push({ operation, resource, ...reasonOf(error, allows) });
      return any ? items : undefined;
    }
  }

  /** One answer; undefined when it was refused. */
  async one<T>(operation: string, resource: string, allows: string, call: () => Promise<T>): Promise<T | undefined> {
    const [answer] =
      (await this.list(operation, resource, allows, async function* () {
        yield [await call()];
      })) ?? [];
    return answer;
  }

  /** Records that something came in a form that is not known. */
  refuse(operation: string, resource: string, why: string): void {
    this.unread.push({ operation, resource, why });
  }
}

/** What an error of the SDK comes to, without anything of the request. */
function reasonOf(error: unknown, allows: string): Pick<UnreadOperation, 'status' | 'why'> {
  const { statusCode: status, code, name } = error as { statusCode?: unknown; code?: unknown; name?: unknown };
  if (error instanceof BittingError) return { why: error.message.replace(/\.$/, '') };
  if (
    name === 'AggregateAuthenticationError' ||
    name === 'CredentialUnavailableError' ||
    name === 'AuthenticationError'
  ) {
    return {
      why: `signing in failed: run az login or set the environment of a service principal (${firstWords(error)})`,
    };
  }
  if (typeof status !== 'number') return { why: `no answer (${firstWords(error)})` };
  const answer = typeof code === 'string' && code !== '' ? `${status} ${printable(code)}` : `${status}`;
  if (status === 401) return { status, why: `signing in was refused (${answer}): sign in to the right tenant` };
  if (status === 403) return { status, why: `refused (${answer}): ${allows}` };
  if (status === 404) return { status, why: `not found (${answer}): check the subscription id` };
  return { status, why: `failed (${answer}): try again later` };
}

function firstWords(error: unknown): string {
  return printable(messageOf(error)).slice(0, 200);
}
