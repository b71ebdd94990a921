import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Input } from './input.ts';
import { BudgetSpent, Damage } from './stop.ts';

/** Bounds on what one outer file may cost, shared by everything nested in it. */
export interface ArchiveLimits {
  /** Bytes that all decompression together may yield. */
  readonly totalBytes: number;
  /** Bytes yielded for each byte of the outer file, beyond {@link ratioFreeBytes}. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  /** Bytes of one entry held in memory; larger ones are streamed. */
  readonly heldBytes: number;
  /** Entries of all containers together, folders and links included. */
  readonly entries: number;
  /** Containers within one another; `x.tar.gz` is one. */
  readonly depth: number;
  /** UTF-16 units of an entry's path, all containers included. Longer ones are shortened. */
  readonly pathLength: number;
}

export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = {
  totalBytes: 2 ** 30,
  ratio: 200,
  ratioFreeBytes: 16 * 2 ** 20,
  heldBytes: 32 * 2 ** 20,
  entries: 100_000,
  depth: 4,
  pathLength: 4096,
};

/** Bytes or steps after which other work of the process gets its turn. */
const TURN_BYTES = 4 * 2 ** 20;
const STEP_BYTES = 16 * 1024;

/** What has been spent on one outer file. */
export class ArchiveBudget {
  readonly limits: ArchiveLimits;
  readonly #signal: AbortSignal;
  readonly #outerSize: number | undefined;
  #bytesIn = 0;
  #bytesOut = 0;
  #entries = 0;
  #sinceTurn = 0;

  /** @param outerSize Bytes of the outer file; undefined for a pipe, of which what has come counts. */
  constructor(limits: ArchiveLimits, signal: AbortSignal, outerSize: number | undefined) {
    this.limits = limits;
    this.#signal = signal;
    this.#outerSize = outerSize;
  }

  /** Bytes that may still be yielded. */
  get left(): number {
    const { totalBytes, ratio, ratioFreeBytes } = this.limits;
    const byRatio = Math.max(ratioFreeBytes, ratio * (this.#outerSize ?? this.#bytesIn));
    return Math.min(totalBytes, byRatio) - this.#bytesOut;
  }

  /** Counts bytes about to be yielded; gives how many of them may be. */
  spend(bytes: number): number {
    const allowed = Math.min(bytes, this.left);
    this.#bytesOut += allowed;
    return allowed;
  }

  /** The reason why {@link left} is not enough. */
  spent(): BudgetSpent {
    return new BudgetSpent(
      this.#bytesOut >= this.limits.totalBytes
        ? 'Archives unpack to more bytes than the limit; the rest of them was not searched.'
        : `Archives unpack to more than ${this.limits.ratio} times their size; the rest of them was not searched.`,
    );
  }

  /** Counts an entry of any kind. */
  countEntry(): void {
    this.#entries++;
    if (this.#entries > this.limits.entries) {
      throw new BudgetSpent(`Archives have more than ${this.limits.entries} entries; the rest was not searched.`);
    }
  }

  /** Called after each piece of work: lets others have their turn, and rejects when the signal is aborted. */
  async breathe(bytes: number): Promise<void> {
    this.#signal.throwIfAborted();
    this.#sinceTurn += bytes + STEP_BYTES;
    if (this.#sinceTurn < TURN_BYTES) return;
    this.#sinceTurn = 0;
    await nextTurn();
    this.#signal.throwIfAborted();
  }

  /**
   * Passes on what a decompressor yields, as far as the budget goes.
   *
   * @param input What it reads: if that failed, this is why it cannot go on, whatever it says itself.
   */
  async *charge(chunks: AsyncIterable<Uint8Array>, input?: Input): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of chunks) {
        const allowed = this.spend(chunk.length);
        if (allowed > 0) yield allowed === chunk.length ? chunk : chunk.subarray(0, allowed);
        if (allowed < chunk.length) throw this.spent();
        await this.breathe(chunk.length);
      }
    } catch (error) {
      throw error instanceof Damage && input?.failure !== undefined ? input.failure.error : error;
    }
  }

  /** Passes on bytes of a pipe, and counts them. */
  async *receive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of this.pace(chunks)) {
      this.#bytesIn += chunk.length;
      yield chunk;
    }
  }

  /** Passes on bytes that cost nothing but time. */
  async *pace(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of chunks) {
      await this.breathe(chunk.length);
      yield chunk;
    }
  }
}
