import { ByteInterner } from './byte-interner.ts';

/** Ids kept to be told apart; further ones are taken for new each time. */
const MAX_KEPT = 2 ** 23;
const EXAMPLES = 10;

/** Counts the distinct objects that are named and not there. */
export class AbsentObjects {
  readonly #known = new ByteInterner();
  #further = 0;

  /** Adds ids that stand one after the other, each of `idBytes` bytes. */
  add(ids: Uint8Array, idBytes: number): void {
    for (let at = 0; at + idBytes <= ids.length; at += idBytes) {
      if (this.#known.length === MAX_KEPT) this.#further++;
      else this.#known.intern(ids, at, at + idBytes);
    }
  }

  get count(): number {
    return this.#known.length + this.#further;
  }

  /** The ten least ids in hex, ascending: the same in whatever order they were added. */
  get examples(): readonly string[] {
    const least: Uint8Array[] = [];
    for (let number = 0; number < this.#known.length; number++) {
      const id = this.#known.bytes.subarray(this.#known.start(number), this.#known.end(number));
      const last = least[EXAMPLES - 1];
      if (last !== undefined && Buffer.compare(id, last) > 0) continue;
      least.push(id);
      least.sort((a, b) => Buffer.compare(a, b)).splice(EXAMPLES);
    }
    return least.map((id) => Buffer.from(id).toString('hex'));
  }
}
