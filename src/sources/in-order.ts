/** Weight of what is held while it waits for its turn; whoever has more waits with it. */
const MAX_HELD = 10_000;

/**
 * Passes on what several tellers tell at the same time as if they had told it one after the other: all of teller 0,
 * then all of teller 1, and so on. What is told before its turn is held, within bounds.
 */
export class InOrder<Item> {
  readonly #pass: (item: Item) => void;
  readonly #held = new Map<number, Item[]>();
  readonly #ended = new Set<number>();
  #weight = 0;
  #next = 0;
  readonly #weigh: (item: Item) => number;
  #turn = Promise.withResolvers<void>();

  /** @param weigh How much of the bound an item takes. */
  constructor(pass: (item: Item) => void, weigh: (item: Item) => number) {
    this.#pass = pass;
    this.#weigh = weigh;
  }

  /** Takes an item. Resolves at once or, when too much is held, as soon as it is the teller's turn. */
  async tell(teller: number, item: Item): Promise<void> {
    while (teller !== this.#next && this.#weight > MAX_HELD) await this.#turn.promise;
    if (teller === this.#next) return this.#pass(item);
    this.#weight += this.#weigh(item);
    const held = this.#held.get(teller);
    if (held === undefined) this.#held.set(teller, [item]);
    else held.push(item);
  }

  /** A teller has told everything. */
  end(teller: number): void {
    this.#ended.add(teller);
    while (this.#ended.delete(this.#next)) {
      this.#next++;
      for (const item of this.#held.get(this.#next) ?? []) {
        this.#weight -= this.#weigh(item);
        this.#pass(item);
      }
      this.#held.delete(this.#next);
    }
    this.#turn.resolve();
    this.#turn = Promise.withResolvers();
  }
}
