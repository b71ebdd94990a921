import { BittingError, EXIT } from '../../model/errors.ts';
import type { Refusal } from './dump-format.ts';

const EXAMPLES = 10;

const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);

/** Errors that every later call would meet too, with how to mend them. */
const FATAL: ReadonlyMap<string, string> = new Map([
  ['CredentialsProviderError', 'No AWS credentials were found. Sign in, or name a profile with --profile.'],
  ['TokenProviderError', 'The sign-in session is not usable. Run "aws sso login" and try again.'],
  ['ExpiredToken', 'The AWS session has expired. Sign in again.'],
  ['ExpiredTokenException', 'The AWS session has expired. Sign in again.'],
  ['InvalidClientTokenId', 'AWS does not know the access key, or the region belongs to another AWS partition.'],
  ['UnrecognizedClientException', 'AWS does not know the access key, or the region belongs to another AWS partition.'],
  ['SignatureDoesNotMatch', 'AWS rejected the signature: the secret key does not belong to the access key.'],
  ['RequestExpired', 'AWS rejected the time of the request. Set the clock of this machine.'],
]);

/**
 * Keeps account of the operations that were not answered while an account is collected.
 *
 * Messages of AWS errors are never passed on: that of a rejected signature repeats the request with its session token.
 */
export class CallLog {
  readonly #refusals = new Map<string, { -readonly [K in keyof Refusal]: Refusal[K] }>();
  readonly #signal: AbortSignal;
  #answered: number;

  /** @param options `ofOne`: what is asked is one of many, so that no failure of it ends the collection. */
  constructor(signal: AbortSignal, options: { readonly ofOne?: boolean } = {}) {
    this.#signal = signal;
    this.#answered = options.ofOne === true ? 1 : 0;
  }

  /**
   * Result of `call`, or undefined when it was refused or failed, which is then in {@link refusals}.
   *
   * @param example what was asked for, such as a user's name.
   * @throws BittingError BITTING_E_COLLECT when no later call can succeed; the signal's reason when it is aborted.
   */
  async attempt<T>(operation: string, example: string | undefined, call: () => Promise<T>): Promise<T | undefined> {
    this.#signal.throwIfAborted();
    try {
      const result = await call();
      this.#answered++;
      return result;
    } catch (error) {
      this.#signal.throwIfAborted();
      this.#note(operation, example, error);
      return undefined;
    }
  }

  refusals(): readonly Refusal[] {
    return [...this.#refusals.values()];
  }

  #note(operation: string, example: string | undefined, error: unknown): void {
    const { name, status } = facts(error);
    // Gone between the listing and the question about it: there is nothing to tell.
    if (example !== undefined && (name === 'NoSuchEntity' || name === 'NoSuchEntityException')) return;
    const fatal = FATAL.get(name);
    if (fatal !== undefined) throw collectError(`${fatal} (${name})`);
    if (status === undefined && this.#answered === 0) {
      throw collectError(`AWS could not be reached (${name}). Check the network, the proxy and --endpoint.`);
    }
    const outcome = DENIED.has(name) ? 'denied' : 'failed';
    const key = `${operation} ${outcome} ${name}`;
    const known = this.#refusals.get(key);
    const reason = status === undefined ? name : `${name}, HTTP ${status}`;
    if (known === undefined) {
      const examples = example === undefined ? [] : [example];
      this.#refusals.set(key, { operation, outcome, count: 1, reason, examples });
    } else {
      known.count++;
      if (example !== undefined && known.examples.length < EXAMPLES) known.examples.push(example);
    }
  }
}

function collectError(message: string): BittingError {
  return new BittingError('BITTING_E_COLLECT', message, { exitCode: EXIT.unread });
}

/** Name or code of what the SDK threw, and the HTTP status of the answer where there was one. */
function facts(error: unknown): { readonly name: string; readonly status?: number } {
  if (!(error instanceof Error)) return { name: 'unknown error' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined;
  const name = error.name === 'Error' && code !== undefined ? code : error.name;
  return typeof status === 'number' ? { name, status } : { name };
}
