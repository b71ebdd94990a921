import { byKey } from '../../model/collection.ts';
import type { Collection, CollectionBuilder, Collections } from '../../model/collection.ts';
import { KeySorter } from './key-sorter.ts';
import { SpilledList } from './spilled-list.ts';
import { TemporaryFile } from './temporary-file.ts';

/** UTF-16 units of JSON up to which a collection stays in memory: some twenty thousand findings. */
const IN_MEMORY_UNITS = 8 * 2 ** 20;

/**
 * Collections of which short ones stay in memory and long ones stand in temporary files, so that a run's memory does
 * not grow with what it finds. Whoever opens them disposes of them: nothing of the collections can be read afterwards.
 *
 * @param options.inMemory - UTF-16 units of JSON up to which a collection stays in memory
 * @param options.onSpill - Told when the first collection outgrows memory
 */
export function openSpill({
  inMemory = IN_MEMORY_UNITS,
  onSpill,
}: { readonly inMemory?: number; readonly onSpill?: () => void } = {}): Collections & Disposable {
  const files: TemporaryFile[] = [];
  const openFile = (): TemporaryFile => {
    if (files.length === 0) onSpill?.();
    const file = new TemporaryFile();
    files.push(file);
    return file;
  };
  return {
    list: <T>() => new SpillBuilder<T>(inMemory, openFile),
    sorted: <T>(keyOf: (element: T) => string) => new SpillBuilder<T>(inMemory, openFile, keyOf),
    [Symbol.dispose]() {
      for (const file of files.splice(0)) file.close();
    },
  };
}

class SpillBuilder<T> implements CollectionBuilder<T> {
  readonly #openFile: () => TemporaryFile;
  readonly #keyOf: ((element: T) => string) | undefined;
  #units: number;
  #elements: T[] = [];
  #list: SpilledList<T> | undefined;
  #sorter: KeySorter | undefined;

  constructor(units: number, openFile: () => TemporaryFile, keyOf?: (element: T) => string) {
    this.#units = units;
    this.#openFile = openFile;
    this.#keyOf = keyOf;
  }

  get length(): number {
    return this.#list?.length ?? this.#elements.length;
  }

  push(element: T): void {
    const json = JSON.stringify(element);
    if (this.#list === undefined) {
      this.#elements.push(element);
      this.#units -= json.length;
      if (this.#units < 0) this.#spill();
    } else {
      this.#append(this.#list, element, json);
    }
  }

  finish(): Collection<T> {
    if (this.#list === undefined) {
      return this.#keyOf === undefined ? this.#elements : byKey(this.#elements, this.#keyOf);
    }
    return this.#sorter === undefined ? this.#list : this.#sorter.arrange(this.#list);
  }

  #spill(): void {
    const list = new SpilledList<T>(this.#openFile());
    if (this.#keyOf !== undefined) this.#sorter = new KeySorter(this.#openFile);
    for (const element of this.#elements) this.#append(list, element, JSON.stringify(element));
    this.#elements = [];
    this.#list = list;
  }

  #append(list: SpilledList<T>, element: T, json: string): void {
    list.append(json);
    if (this.#keyOf !== undefined) this.#sorter?.add(this.#keyOf(element));
  }
}
