import { ByteInterner } from './byte-interner.ts';

/** Ids kept to be told apart; further ones are taken for new each time. */
const MAX_KEPT = 2 ** 23;
const EXAMPLES = 10;

/** Counts the distinct objects that are named and not there. */
export class AbsentObjects {
  readonly #known = new ByteInterner();
  readonly #examples: string[] = [];
  #further = 0;

  /** Adds ids that stand one after the other, each of `idBytes` bytes. */
  add(ids: Uint8Array, idBytes: number): void {
    for (let at = 0; at + idBytes <= ids.length; at += idBytes) {
      const before = this.#known.length;
      if (before === MAX_KEPT) {
        this.#further++;
      } else if (this.#known.intern(ids, at, at + idBytes) === before) {
        if (before < EXAMPLES) this.#examples.push(Buffer.from(ids.subarray(at, at + idBytes)).toString('hex'));
      }
    }
  }

  get count(): number {
    return this.#known.length + this.#further;
  }

  /** Up to ten ids in hex, ascending. */
  get examples(): readonly string[] {
    return this.#examples.toSorted();
  }
}
