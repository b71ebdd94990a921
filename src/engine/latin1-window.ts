/** Most texts have an anchor or two, a few of them hundreds. */
const BLOCK = 1 << 12;

/** Latin1 text of parts of a byte array; neighbouring parts are cut from one decoded block. */
export class Latin1Window {
  readonly #bytes: Buffer;
  #start = 0;
  #end = 0;
  #text = '';

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Characters of the bytes from `start` to `end`, one for each byte. */
  slice(start: number, end: number): string {
    if (start < this.#start || end > this.#end) {
      this.#start = start;
      this.#end = Math.min(Math.max(end, start + BLOCK), this.#bytes.length);
      this.#text = this.#bytes.toString('latin1', this.#start, this.#end);
    }
    return this.#text.slice(start - this.#start, end - this.#start);
  }
}
