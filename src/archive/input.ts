import type { RandomAccess } from './entry.ts';
import { Damage, TRUNCATED } from './stop.ts';

const EMPTY = new Uint8Array(0);
const LEAST_BUFFER = 64 * 1024;
const BLOCK_BYTES = 256 * 1024;

/**
 * Bytes read one after the other, with as much look-ahead as is asked for. Parsers read `bytes` from `at` to `end` and
 * move `at`; a view they take is valid until the next `fill`.
 *
 * A source that throws ends the input, so that what came before is used; whoever finds that something is missing asks
 * {@link missing} for the reason, and who comes to the end without missing anything is told by `fill`.
 */
export class Input {
  bytes: Uint8Array = EMPTY;
  at = 0;
  end = 0;
  /** Nothing comes after what is in `bytes`. */
  ended = false;
  readonly #source: AsyncIterator<Uint8Array>;
  /** The buffer is ours, not a chunk that its giver may reuse. */
  #owned = false;
  #pulled = 0;
  /** What the source threw. */
  failure: { readonly error: unknown } | undefined;

  constructor(source: AsyncIterator<Uint8Array>) {
    this.#source = source;
  }

  get available(): number {
    return this.end - this.at;
  }

  /** Bytes of the source before `at`. */
  get position(): number {
    return this.#pulled - (this.end - this.at);
  }

  /**
   * Makes at least `count` bytes available; false when there are not that many. Throws what the source threw when there
   * are none at all.
   */
  async fill(count: number): Promise<boolean> {
    while (this.end - this.at < count && !this.ended) await this.#pull(count);
    if (this.failure !== undefined && this.end === this.at && count > 0) throw this.failure.error;
    return this.end - this.at >= count;
  }

  /** Why bytes that should be there are not. */
  missing(): unknown {
    return this.failure === undefined ? new Damage(TRUNCATED) : this.failure.error;
  }

  /** The next bytes, which must be available. */
  take(count: number): Uint8Array {
    const start = this.at;
    this.at += count;
    return this.bytes.subarray(start, this.at);
  }

  /** Whatever is at hand, or comes next; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    return (await this.fill(1)) ? this.take(this.end - this.at) : undefined;
  }

  /** The next `length` bytes as they come; fewer when they end before. */
  async *copy(length: number): AsyncGenerator<Uint8Array, void, undefined> {
    let left = length;
    while (left > 0 && (await this.fill(1))) {
      const chunk = this.take(Math.min(left, this.end - this.at));
      left -= chunk.length;
      yield chunk;
    }
  }

  /** Passes over `length` bytes; false when they end before. */
  async skip(length: number): Promise<boolean> {
    let left = length;
    while (left > 0) {
      if (!(await this.fill(1))) return false;
      const step = Math.min(left, this.end - this.at);
      this.at += step;
      left -= step;
    }
    return true;
  }

  /** Everything from here on, as an iterator for a further layer. */
  async *rest(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  async #pull(count: number): Promise<void> {
    const left = this.end - this.at;
    // What is left of a chunk must be copied before the next is asked for.
    if (left > 0 && !(this.#owned && this.at === 0)) this.#makeRoom(left, Math.max(count, LEAST_BUFFER));
    let next: IteratorResult<Uint8Array>;
    try {
      next = await this.#source.next();
    } catch (error) {
      this.failure = { error };
      this.ended = true;
      return;
    }
    if (next.done === true) {
      this.ended = true;
      return;
    }
    this.#pulled += next.value.length;
    if (left === 0) {
      this.bytes = next.value;
      this.at = 0;
      this.end = next.value.length;
      this.#owned = false;
    } else {
      if (this.end + next.value.length > this.bytes.length) {
        this.#makeRoom(left, Math.max(this.bytes.length * 2, left + next.value.length));
      }
      this.bytes.set(next.value, this.end);
      this.end += next.value.length;
    }
  }

  /** Moves what is left to the beginning of a buffer of our own. */
  #makeRoom(left: number, size: number): void {
    if (this.#owned && this.bytes.length >= size) {
      this.bytes.copyWithin(0, this.at, this.end);
    } else {
      const larger = new Uint8Array(Math.max(size, left));
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
      this.#owned = true;
    }
    this.at = 0;
    this.end = left;
  }
}

/** The next `length` bytes as they come, which must all be there. */
export async function* exactly(input: Input, length: number): AsyncGenerator<Uint8Array, void, undefined> {
  let left = length;
  for await (const chunk of input.copy(length)) {
    left -= chunk.length;
    yield chunk;
  }
  if (left > 0) throw input.missing();
}

/** Passes over the next `length` bytes, which must all be there. */
export async function pass(input: Input, length: number): Promise<void> {
  if (!(await input.skip(length))) throw input.missing();
}

/** Makes `count` bytes available that must be there. */
export async function need(input: Input, count: number): Promise<void> {
  if (!(await input.fill(count))) throw input.missing();
}

/** A part of a file, block by block. */
export async function* readRange(
  file: RandomAccess,
  from = 0,
  to = file.size,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = from; at < to;) {
    const block = await file.read(at, Math.min(BLOCK_BYTES, to - at));
    if (block.length === 0) return;
    at += block.length;
    yield block;
  }
}

/** Bytes in memory as a file. */
export function fileOf(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Reads to the end, for what has to be passed over. */
export async function drain(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  while ((await chunks.next()).done !== true);
}
