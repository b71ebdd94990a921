/** So much work may be done and no more, however the input is made. */
export class Budget {
  #left: number;

  /** @param steps Edges looked at. */
  constructor(steps: number) {
    this.#left = steps;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }

  get exhausted(): boolean {
    return this.#left < 0;
  }
}
