/** Goes through the instructions of a delta; see gitformat-pack(5), "Deltified representation". */
export class DeltaCursor {
  /** Length that the base must have, in bytes, or -1 where the delta's beginning is damaged. */
  baseLength = -1;
  /** Length of the result, or -1. */
  resultLength = -1;
  /** Whether the present instruction copies from the base; otherwise it inserts bytes of the delta. */
  copies = false;
  /** Where the bytes begin, in the base or in the delta, and how many there are. */
  offset = 0;
  size = 0;
  /** Whether an instruction was met that does not end or leads outside. */
  damaged = false;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;

  /** Begins with another delta. */
  open(delta: Uint8Array): void {
    this.#bytes = delta;
    this.#at = 0;
    this.damaged = false;
    this.baseLength = this.#length();
    this.resultLength = this.#length();
  }

  /** Reads the next instruction; false at the end or at damage. */
  next(): boolean {
    const bytes = this.#bytes;
    if (this.#at >= bytes.length) return false;
    const code = bytes[this.#at++]!;
    this.copies = code >= 0x80;
    if (this.copies) {
      this.#readCopy(code);
      // Bytes behind the end of the delta read as `undefined` and count as zero until here.
      this.damaged = this.#at > bytes.length || this.offset + this.size > this.baseLength;
    } else {
      this.offset = this.#at;
      this.size = code;
      this.#at += code;
      this.damaged = code === 0 || this.#at > bytes.length;
    }
    return !this.damaged;
  }

  #readCopy(code: number): void {
    const bytes = this.#bytes;
    let at = this.#at;
    let offset = 0;
    let size = 0;
    if ((code & 0x01) !== 0) offset = bytes[at++]!;
    if ((code & 0x02) !== 0) offset |= bytes[at++]! << 8;
    if ((code & 0x04) !== 0) offset |= bytes[at++]! << 16;
    if ((code & 0x08) !== 0) offset |= bytes[at++]! << 24;
    if ((code & 0x10) !== 0) size = bytes[at++]!;
    if ((code & 0x20) !== 0) size |= bytes[at++]! << 8;
    if ((code & 0x40) !== 0) size |= bytes[at++]! << 16;
    this.#at = at;
    this.offset = offset >>> 0;
    this.size = size === 0 ? 0x10000 : size;
  }

  /** Seven bits a byte, least significant first. */
  #length(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) return -1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    return -1;
  }
}
