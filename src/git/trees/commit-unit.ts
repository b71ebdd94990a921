import { emptyTree } from '../object-id.ts';
import { OBJECT_TYPE } from '../pack/object-table.ts';
import type { ObjectTable } from '../pack/object-table.ts';
import { ByteInterner } from './byte-interner.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { headerLines, readHexId, readIdent } from './parse-commit.ts';
import type { Ident } from './parse-commit.ts';
import { NONE } from './parts.ts';
import type { CommitsPart } from './parts.ts';

/** Bytes of distinct authors in one unit; those behind have none. */
const MAX_AUTHORS_BYTES = 2 ** 26;

/** Gathers commits and tags of which the bytes are given, in the worker that builds them. */
export class CommitUnit {
  readonly #table: ObjectTable;
  readonly #boundary: ReadonlySet<number>;
  readonly #id: Uint8Array;
  readonly #emptyTree: string;
  readonly #rows = new Growing32();
  readonly #trees = new Growing32();
  readonly #parents = new Growing32();
  readonly #parentEnds = new Growing32();
  readonly #committed: number[] = [];
  readonly #authored: number[] = [];
  readonly #zones: number[] = [];
  readonly #authorOf = new Growing32();
  readonly #authors = new ByteInterner();
  readonly #tags = new Growing32();
  readonly #absent = new ByteInterner();
  readonly #damaged = new Growing32();

  /** @param boundary Rows of the commits whose parents a shallow clone leaves out: those are not told as absent. */
  constructor(table: ObjectTable, boundary: ReadonlySet<number> = new Set()) {
    this.#table = table;
    this.#boundary = boundary;
    this.#id = new Uint8Array(table.idBytes);
    this.#emptyTree = emptyTree(table.columns.format);
  }

  take(row: number, bytes: Uint8Array | undefined): void {
    if (bytes === undefined) this.#damaged.push(row);
    else if (this.#table.columns.types[row] === OBJECT_TYPE.tag) this.#takeTag(row, bytes);
    else this.#takeCommit(row, bytes);
  }

  /** The same for an object of which the table does not know the type. */
  takeAs(row: number, type: 'commit' | 'tag', bytes: Uint8Array): void {
    if (type === 'tag') this.#takeTag(row, bytes);
    else this.#takeCommit(row, bytes);
  }

  #takeTag(row: number, bytes: Uint8Array): void {
    let named: number | undefined;
    for (const { key, from, to } of headerLines(bytes)) if (key === 'object') named ??= this.#rowOf(bytes, from, to);
    if (named === undefined) {
      this.#damaged.push(row);
    } else {
      this.#tags.push(row);
      this.#tags.push(named);
    }
  }

  #takeCommit(row: number, bytes: Uint8Array): void {
    let tree: number | undefined;
    let author: Ident | undefined;
    let committer: Ident | undefined;
    let authorFrom = 0;
    let encoding = '';
    for (const { key, from, to } of headerLines(bytes)) {
      if (key === 'tree') {
        tree ??= this.#rowOf(bytes, from, to);
      } else if (key === 'parent') {
        this.#parents.push(this.#rowOf(bytes, from, to, !this.#boundary.has(row)));
      } else if (key === 'author' && author === undefined) {
        author = readIdent(bytes, from, to);
        authorFrom = from;
      } else if (key === 'committer') {
        committer ??= readIdent(bytes, from, to);
      } else if (key === 'encoding') {
        encoding = Buffer.from(bytes.subarray(from, Math.min(to, from + 40))).toString('latin1');
      }
    }
    if (tree === undefined) {
      this.#parents.length = this.#parentEnds.length === 0 ? 0 : this.#parentEnds.array[this.#parentEnds.length - 1]!;
      this.#damaged.push(row);
      return;
    }
    this.#rows.push(row);
    this.#trees.push(tree);
    this.#parentEnds.push(this.#parents.length);
    this.#committed.push(committer?.seconds ?? 0);
    this.#authored.push(author?.seconds ?? 0);
    this.#zones.push(author?.zone ?? 0);
    this.#authorOf.push(this.#author(bytes, authorFrom, author?.nameEnd ?? authorFrom, encoding));
  }

  #author(bytes: Uint8Array, from: number, to: number, encoding: string): number {
    if (this.#authors.size > MAX_AUTHORS_BYTES) return this.#authors.intern(bytes, from, from);
    if (encoding === '' || /^utf-?8$/i.test(encoding)) return this.#authors.intern(bytes, from, to);
    const text = Buffer.from(decoderFor(encoding).decode(bytes.subarray(from, to)));
    return this.#authors.intern(text, 0, text.length);
  }

  /** Row of the object that a line names; {@link NONE} when there is none. */
  #rowOf(bytes: Uint8Array, from: number, to: number, isMissed = true): number {
    if (!readHexId(bytes, from, to, this.#id)) return NONE;
    const row = this.#table.indexOf(this.#id, 0);
    if (row >= 0) return row;
    if (isMissed && Buffer.from(this.#id).toString('hex') !== this.#emptyTree)
      this.#absent.intern(this.#id, 0, this.#id.length);
    return NONE;
  }

  part(): CommitsPart {
    return {
      rows: this.#rows.taken(),
      trees: this.#trees.taken(),
      parents: this.#parents.taken(),
      parentEnds: this.#parentEnds.taken(),
      committed: Float64Array.from(this.#committed),
      authored: Float64Array.from(this.#authored),
      zones: Int16Array.from(this.#zones),
      authors: this.#authorOf.taken(),
      authorBytes: this.#authors.bytes.slice(0, this.#authors.size),
      authorEnds: this.#authors.ends.taken(),
      tags: this.#tags.taken(),
      absent: this.#absent.bytes.slice(0, this.#absent.size),
      damaged: this.#damaged.taken(),
    };
  }
}

/** The decoder that a commit asks for, or that of UTF-8 where there is none of that name. */
function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
