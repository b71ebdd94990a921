import type { Collection } from '../../model/collection.ts';
import type { TemporaryFile } from './temporary-file.ts';

/** Bytes read at once when a list is gone through. */
const WINDOW = 1 << 18;

/** Elements in a temporary file, one JSON text after the other. */
export class SpilledList<T> implements Collection<T> {
  readonly #file: TemporaryFile;
  /** Where each element begins, and behind the last one where it ends. */
  #offsets = new Float64Array(4096);
  #length = 0;
  /** The part of the file that was read last. */
  readonly #window = Buffer.allocUnsafeSlow(WINDOW);
  #from = 0;
  #until = 0;
  #last = -1;

  constructor(file: TemporaryFile) {
    this.#file = file;
  }

  get length(): number {
    return this.#length;
  }

  append(json: string): void {
    if (this.#length + 2 > this.#offsets.length) {
      const grown = new Float64Array(this.#offsets.length * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    const start = this.#file.length;
    this.#offsets[this.#length] = start;
    this.#length += 1;
    this.#offsets[this.#length] = start + this.#file.append(json);
  }

  at(index: number): T | undefined {
    const json = this.jsonAt(index);
    // The text was written by this process from an element of the type.
    return json === undefined ? undefined : (JSON.parse(json) as T);
  }

  jsonAt(index: number): string | undefined {
    const position = index < 0 ? this.#length + index : index;
    if (position < 0 || position >= this.#length) return undefined;
    const start = this.#offset(position);
    const end = this.#offset(position + 1);
    const next = position === this.#last + 1;
    this.#last = position;
    if (end - start > WINDOW) {
      // Read on its own: few elements are that large, and room for one is not kept.
      const whole = Buffer.allocUnsafeSlow(end - start);
      this.#file.read(whole, start);
      return whole.toString();
    }
    if (start < this.#from || end > this.#until) {
      // Whoever goes through the list wants what follows too.
      this.#from = start;
      this.#until = next ? Math.min(start + WINDOW, this.#offset(this.#length)) : end;
      this.#file.read(this.#window.subarray(0, this.#until - start), start);
    }
    return this.#window.toString('utf8', start - this.#from, end - this.#from);
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; index < this.#length; index++) {
      const element = this.at(index);
      if (element !== undefined) yield element;
    }
  }

  #offset(index: number): number {
    return this.#offsets[index] ?? 0;
  }
}
