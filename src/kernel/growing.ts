/** A list of 32-bit numbers that grows in place of an array of boxed ones. */
export class Growing32 {
  array: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 64) {
    this.array = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1);
    this.array[this.length++] = value;
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count <= this.array.length) return;
    const larger = new Uint32Array(Math.max(this.length + count, this.array.length * 2, 64));
    larger.set(this.array.subarray(0, this.length));
    this.array = larger;
  }

  /** A copy of exactly the numbers pushed. */
  taken(): Uint32Array<ArrayBuffer> {
    return this.array.slice(0, this.length);
  }
}
