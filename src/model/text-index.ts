import { hash } from 'node:crypto';

/** Numbers of four bytes that a text is known by: the first half of its SHA-256. */
const WORDS = 4;

/**
 * Numbers texts in the order in which they are first met, from 0 on. Holds 128 bits of each text's SHA-256 and not the
 * text: some 30 bytes a text, whatever its length, and two texts of one number cannot be made.
 */
export class TextIndex {
  #keys = new Uint32Array(WORDS * 64);
  /** Number of a text plus one; 0 where a slot is free. Twice as many slots as there is room for keys. */
  #slots = new Uint32Array(128);
  #size = 0;
  readonly #key = new Uint32Array(WORDS);

  /** How many different texts there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of a text, which is made known. */
  add(text: string): number {
    this.#read(text);
    const slot = this.#slotOf(this.#key, 0);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    if (this.#size * WORDS === this.#keys.length) {
      this.#grow();
      return this.#insert(this.#slotOf(this.#key, 0));
    }
    return this.#insert(slot);
  }

  /** The number of a text; undefined where it was never added. */
  get(text: string): number | undefined {
    this.#read(text);
    const known = this.#slots[this.#slotOf(this.#key, 0)] ?? 0;
    return known > 0 ? known - 1 : undefined;
  }

  has(text: string): boolean {
    return this.get(text) !== undefined;
  }

  #read(text: string): void {
    const digest = hash('sha256', text, 'hex');
    for (let word = 0; word < WORDS; word++) {
      this.#key[word] = Number.parseInt(digest.slice(8 * word, 8 * word + 8), 16);
    }
  }

  /** The slot that holds the key at that position of `keys`, or the free one where it belongs. */
  #slotOf(keys: Uint32Array, at: number): number {
    const mask = this.#slots.length - 1;
    let slot = (keys[at] ?? 0) & mask;
    for (;;) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0 || this.#isKey(number - 1, keys, at)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isKey(number: number, keys: Uint32Array, at: number): boolean {
    for (let word = 0; word < WORDS; word++) {
      if (this.#keys[number * WORDS + word] !== keys[at + word]) return false;
    }
    return true;
  }

  #insert(slot: number): number {
    this.#keys.set(this.#key, this.#size * WORDS);
    this.#size += 1;
    this.#slots[slot] = this.#size;
    return this.#size - 1;
  }

  #grow(): void {
    const keys = new Uint32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#size; number++) {
      this.#slots[this.#slotOf(keys, number * WORDS)] = number + 1;
    }
  }
}
