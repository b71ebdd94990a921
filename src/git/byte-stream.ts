/** Reads a stream of chunks by lines, by exact lengths or up to a byte, without copying more than once. */
export class ByteStream {
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);
  #offset = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Makes at least one byte available; false at the end of the stream. */
  async #fill(): Promise<boolean> {
    while (this.#offset >= this.#chunk.length) {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
      this.#offset = 0;
    }
    return true;
  }

  /**
   * Bytes up to the next `delimiter`, which is passed over. Undefined at the end of the stream; what stands between
   * the last delimiter and the end is not given, since its writer died in the middle of it. Of a field longer than
   * `maxBytes` only that many bytes are kept.
   */
  async readUntil(delimiter: number, maxBytes: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    let kept = 0;
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(delimiter, this.#offset);
      const part = this.#chunk.subarray(this.#offset, end < 0 ? this.#chunk.length : end);
      this.#offset = end < 0 ? this.#chunk.length : end + 1;
      if (end >= 0 && parts.length === 0) return part.length > maxBytes ? part.subarray(0, maxBytes) : part;
      if (kept < maxBytes) parts.push(part.subarray(0, maxBytes - kept));
      kept += part.length;
      if (end >= 0) return Buffer.concat(parts);
    }
    return undefined;
  }

  /** Fills the target; false when the stream ended before. */
  async readInto(target: Uint8Array): Promise<boolean> {
    let filled = 0;
    for await (const part of this.take(target.length)) {
      target.set(part, filled);
      filled += part.length;
    }
    return filled === target.length;
  }

  /** The next `length` bytes as they come; fewer when the stream ends. Parts are valid until the next is asked for. */
  async *take(length: number): AsyncGenerator<Buffer, void, undefined> {
    let left = length;
    while (left > 0 && (await this.#fill())) {
      const part = this.#chunk.subarray(this.#offset, Math.min(this.#chunk.length, this.#offset + left));
      this.#offset += part.length;
      left -= part.length;
      yield part;
    }
  }
}
