import type { Collection } from '../model/collection.ts';
import { NumberList } from '../model/number-list.ts';
import { TextIndex } from '../model/text-index.ts';
import type { Sighting } from './sighting.ts';

/** Sightings by value, in the order in which each value was first seen. Holds positions, not sightings. */
export class SightingGroups {
  readonly #sightings: Collection<Sighting>;
  readonly #values = new TextIndex();
  /** Position of the first and the last sighting of each value. */
  readonly #first = new NumberList();
  readonly #last = new NumberList();
  /** For each sighting, the position of the next one of its value; its own where there is none. */
  readonly #next = new NumberList();

  /** @param wanted - Whether a sighting is one of a credential; told of each once, in order */
  constructor(sightings: Collection<Sighting>, wanted: (sighting: Sighting) => boolean) {
    this.#sightings = sightings;
    let position = 0;
    for (const sighting of sightings) {
      this.#next.push(position);
      if (wanted(sighting)) this.#add(sighting.match.fingerprint, position);
      position += 1;
    }
  }

  *[Symbol.iterator](): Generator<readonly [fingerprint: string, sightings: Iterable<Sighting>]> {
    for (let group = 0; group < this.#first.length; group++) {
      const first = this.#sightings.at(this.#first.at(group));
      if (first !== undefined) yield [first.match.fingerprint, this.#of(group, first)];
    }
  }

  #add(fingerprint: string, position: number): void {
    const group = this.#values.add(fingerprint);
    if (group === this.#first.length) {
      this.#first.push(position);
      this.#last.push(position);
      return;
    }
    this.#next.set(this.#last.at(group), position);
    this.#last.set(group, position);
  }

  *#of(group: number, first: Sighting): Generator<Sighting> {
    yield first;
    const last = this.#last.at(group);
    for (let position = this.#first.at(group); position !== last;) {
      position = this.#next.at(position);
      const sighting = this.#sightings.at(position);
      if (sighting !== undefined) yield sighting;
    }
  }
}
