import { OBJECT_TYPE } from '../pack/object-table.ts';
import { AbsentObjects } from './absent-objects.ts';
import { ByteInterner } from './byte-interner.ts';
import { isoDate } from './parse-commit.ts';
import { NONE } from './parts.ts';
import type { CommitsPart } from './parts.ts';

/** Bytes of distinct authors kept; commits of further ones have none. */
const MAX_AUTHORS_BYTES = 2 ** 28;

/**
 * All commits and tags of a repository in about 45 bytes each. The columns have one element a commit; a commit's
 * number is its place in the order of rows.
 */
export class Commits {
  readonly absent = new AbsentObjects();
  /** Annotated tags and what they name, by row. */
  readonly tags = new Map<number, number>();
  /** Rows in the object table, ascending. */
  rows = new Uint32Array(0);
  /** Rows of the trees, or {@link NONE}. */
  trees = new Uint32Array(0);
  /** Numbers of parents; those of one commit begin at its element of `parentStarts` and end at the next. */
  parents = new Uint32Array(0);
  parentStarts = new Uint32Array(1);
  /** When the commit was made by its committer, in seconds since 1970. */
  committed = new Float64Array(0);
  readonly #idBytes: number;
  readonly #authorNames = new ByteInterner();
  #numbers: Int32Array;
  #authors = new Uint32Array(0);
  #authored = new Float64Array(0);
  #zones = new Int16Array(0);
  #parts: CommitsPart[] = [];

  /** @param rows Rows of the object table. */
  constructor(rows: number, idBytes: number) {
    this.#idBytes = idBytes;
    this.#numbers = new Int32Array(rows).fill(-1);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Adds what a worker read of one unit. */
  add(part: CommitsPart): void {
    this.absent.add(part.absent, this.#idBytes);
    for (let at = 0; at + 1 < part.tags.length; at += 2) this.tags.set(part.tags[at]!, part.tags[at + 1]!);
    const names = Uint32Array.from(part.authorEnds, (end, author) => {
      const full = this.#authorNames.size > MAX_AUTHORS_BYTES;
      return this.#authorNames.intern(part.authorBytes, full ? end : (part.authorEnds[author - 1] ?? 0), end);
    });
    this.#parts.push({ ...part, authors: part.authors.map((author) => names[author]!) });
  }

  /**
   * Rows of commits and tags that no part has told of: damaged ones and those of units that came to nothing.
   *
   * @param types The column of the object table.
   */
  missing(types: Uint8Array): readonly number[] {
    const seen = new Uint8Array(types.length);
    for (const { rows } of this.#parts) for (const row of rows) seen[row] = 1;
    for (const row of this.tags.keys()) seen[row] = 1;
    for (const row of this.rows) seen[row] = 1;
    const rows: number[] = [];
    for (let row = 0; row < types.length; row++) {
      if (seen[row] === 0 && (types[row] === OBJECT_TYPE.commit || types[row] === OBJECT_TYPE.tag)) rows.push(row);
    }
    return rows;
  }

  /** Puts the parts together: called once, after the last one and before anything is asked for. */
  finish(): void {
    const numbers = this.#numbers;
    for (const { rows } of this.#parts) for (const row of rows) numbers[row] = 0;
    let length = 0;
    for (let row = 0; row < numbers.length; row++) if (numbers[row] === 0) numbers[row] = length++;
    this.rows = new Uint32Array(length).fill(NONE);
    this.trees = new Uint32Array(length);
    this.parentStarts = new Uint32Array(length + 1);
    this.committed = new Float64Array(length);
    this.#authors = new Uint32Array(length);
    this.#authored = new Float64Array(length);
    this.#zones = new Int16Array(length);
    for (const part of this.#parts) this.#fill(part);
    for (let commit = 0; commit < length; commit++) this.parentStarts[commit + 1]! += this.parentStarts[commit]!;
    this.parents = new Uint32Array(this.parentStarts[length]!);
    for (const part of this.#parts) this.#fillParents(part);
    this.#parts = [];
  }

  #fill(part: CommitsPart): void {
    for (let at = 0; at < part.rows.length; at++) {
      const commit = this.#numbers[part.rows[at]!]!;
      this.rows[commit] = part.rows[at]!;
      this.trees[commit] = part.trees[at]!;
      this.committed[commit] = part.committed[at]!;
      this.#authors[commit] = part.authors[at]!;
      this.#authored[commit] = part.authored[at]!;
      this.#zones[commit] = part.zones[at]!;
      let parents = 0;
      for (let index = part.parentEnds[at - 1] ?? 0; index < part.parentEnds[at]!; index++) {
        if (this.numberOf(part.parents[index]!) >= 0) parents++;
      }
      this.parentStarts[commit + 1] = parents;
    }
  }

  #fillParents(part: CommitsPart): void {
    for (let at = 0; at < part.rows.length; at++) {
      let target = this.parentStarts[this.#numbers[part.rows[at]!]!]!;
      for (let index = part.parentEnds[at - 1] ?? 0; index < part.parentEnds[at]!; index++) {
        const parent = this.numberOf(part.parents[index]!);
        if (parent >= 0) this.parents[target++] = parent;
      }
    }
  }

  /** Number of the commit at a row of the object table, or -1. */
  numberOf(row: number): number {
    return row === NONE ? -1 : this.#numbers[row]!;
  }

  /** `Name <e-mail>` as recorded, without blanks around either. */
  author(commit: number): string {
    const author = this.#authors[commit]!;
    const names = this.#authorNames;
    const text = Buffer.from(names.bytes.buffer, names.start(author), names.end(author) - names.start(author));
    return text
      .toString('utf8')
      .replace(/\s*<\s*([^>]*?)\s*>$/, ' <$1>')
      .trim();
  }

  /** The author's date, ISO 8601; empty where there is none. */
  date(commit: number): string {
    return isoDate(this.#authored[commit]!, this.#zones[commit]!);
  }
}
