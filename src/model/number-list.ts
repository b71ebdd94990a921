/** Whole numbers from 0 to 2^32 - 1 in four bytes each, where an array of a million takes several times as much. */
export class NumberList {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** 0 beyond the end. */
  at(index: number): number {
    return index < this.#length ? (this.#values[index] ?? 0) : 0;
  }

  /** Changes a number that was pushed before. */
  set(index: number, value: number): void {
    if (index < this.#length) this.#values[index] = value;
  }
}
