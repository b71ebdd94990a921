/**
 * A list that may be too long for memory: gone through in order, or looked into at one place. Every array is one. What
 * it gives out is made anew each time where it is not in memory, so elements are compared by their ids.
 */
export interface Collection<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
  /** An element as JSON, where they are kept as that. */
  jsonAt?(index: number): string | undefined;
}

/** Takes the elements of a collection one by one. */
export interface CollectionBuilder<T> {
  readonly length: number;
  push(element: T): void;
  /** What was added, in order. Nothing is added afterwards. */
  finish(): Collection<T>;
}

/** Makes collections: elements are plain data, the same after a way through JSON. */
export interface Collections {
  list<T>(): CollectionBuilder<T>;
  /** In the order of their keys, compared as JavaScript compares strings; equal ones in the order they came. */
  sorted<T>(keyOf: (element: T) => string): CollectionBuilder<T>;
}

/** Collections that stay in memory whatever their length. */
export const IN_MEMORY: Collections = {
  list: () => new ArrayBuilder(),
  sorted: (keyOf) => new ArrayBuilder(keyOf),
};

class ArrayBuilder<T> implements CollectionBuilder<T> {
  readonly #elements: T[] = [];
  readonly #keyOf: ((element: T) => string) | undefined;

  constructor(keyOf?: (element: T) => string) {
    this.#keyOf = keyOf;
  }

  get length(): number {
    return this.#elements.length;
  }

  push(element: T): void {
    this.#elements.push(element);
  }

  finish(): Collection<T> {
    return this.#keyOf === undefined ? this.#elements : byKey(this.#elements, this.#keyOf);
  }
}

/** A copy in the order of keys, each of which is made once. */
export function byKey<T>(elements: readonly T[], keyOf: (element: T) => string): readonly T[] {
  return elements
    .map((element) => ({ key: keyOf(element), element }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ element }) => element);
}

export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The elements at some positions of a collection, in the order of the positions. */
export function pick<T>(from: Collection<T>, positions: ArrayLike<number>): Collection<T> {
  const positionOf = (index: number): number => positions[index < 0 ? positions.length + index : index] ?? from.length;
  return {
    length: positions.length,
    at: (index) => from.at(positionOf(index)),
    ...(from.jsonAt !== undefined && { jsonAt: (index) => from.jsonAt?.(positionOf(index)) }),
    *[Symbol.iterator]() {
      for (let index = 0; index < positions.length; index++) {
        const element = from.at(positionOf(index));
        if (element !== undefined) yield element;
      }
    },
  };
}
