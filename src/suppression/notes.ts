/** Notes kept of one run; more of them say nothing new. */
const MOST = 100;

/** Sentences on suppressions that do not do what their writer may have meant, each once. */
export class Notes {
  readonly #sentences: string[] = [];
  readonly #known = new Set<string>();
  #left = 0;

  /** @param key What makes two sentences the same; the sentence itself unless told otherwise. */
  add(sentence: string, key: string = sentence): void {
    if (this.#known.has(key)) return;
    if (this.#known.size === MOST) {
      this.#left += 1;
      return;
    }
    this.#known.add(key);
    this.#sentences.push(sentence);
  }

  list(): readonly string[] {
    return this.#left === 0 ? this.#sentences : [...this.#sentences, `${this.#left} more notes of this kind.`];
  }
}
