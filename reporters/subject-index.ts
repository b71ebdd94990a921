import { NumberList } from '../src/model/number-list.ts';
import { TextIndex } from '../src/model/text-index.ts';

/** Which records are about a subject, by their positions: some 50 bytes a subject, 8 for each record about it. */
export class SubjectIndex {
  readonly #subjects = new TextIndex();
  readonly #totals = new NumberList();
  /** The first and the last entry of each subject. */
  readonly #first = new NumberList();
  readonly #last = new NumberList();
  /** Entries: a record's position, and the subject's next entry. */
  readonly #positions = new NumberList();
  readonly #next = new NumberList();

  add(subject: string, position: number): void {
    const entry = this.#positions.length;
    this.#positions.push(position);
    this.#next.push(0);
    const number = this.#subjects.add(subject);
    if (number === this.#first.length) {
      this.#first.push(entry);
      this.#last.push(entry);
      this.#totals.push(1);
      return;
    }
    this.#next.set(this.#last.at(number), entry);
    this.#last.set(number, entry);
    this.#totals.set(number, this.#totals.at(number) + 1);
  }

  /** How many records are about a subject, and the positions of the first of them, in the order they came. */
  of(subject: string, most: number): { readonly total: number; readonly first: readonly number[] } {
    const number = this.#subjects.get(subject);
    if (number === undefined) return { total: 0, first: [] };
    const total = this.#totals.at(number);
    const first: number[] = [];
    for (let entry = this.#first.at(number); first.length < Math.min(total, most); entry = this.#next.at(entry)) {
      first.push(this.#positions.at(entry));
    }
    return { total, first };
  }
}
