import type { ReportGap } from '../gap.ts';
import { OBJECT_TYPE } from '../pack/object-table.ts';
import type { ObjectTable } from '../pack/object-table.ts';
import { AbsentObjects } from './absent-objects.ts';
import { ByteInterner } from './byte-interner.ts';
import type { Forest } from './forest.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { PairInterner } from './pair-interner.ts';
import { NONE } from './parts.ts';
import type { TreeEdgesPart } from './parts.ts';

/** Edges kept in all, at four bytes each. */
const MAX_EDGES = 2 ** 28;
/** Levels of folders: more than git itself follows, see core.maxTreeDepth in git-config(1). */
export const MAX_LEVELS = 2048;

const UNSEEN = -1;
const LEFT_OUT = -2;
const STATE = { unseen: 0, open: 1, sound: 2, broken: 3 } as const;

/** By row: an entry that names the object and the row of a tree that has the entry; {@link NONE} where none does. */
interface Holders {
  readonly entryOf: Uint32Array;
  readonly holderOf: Uint32Array;
}

/**
 * All trees of a repository, as differences from each other: about 28 bytes a tree, 4 an edge, 8 a distinct entry and
 * 4 an object; while parts come, 6 to 12 more an entry. Trees are numbered by when they were added; entries are pairs of a name and the object it names.
 */
export class TreeEdges implements Forest {
  readonly absent = new AbsentObjects();
  /** Number of the name and row of the object of each entry. */
  readonly entries: PairInterner;
  bases = new Uint32Array(0);
  depths = new Uint32Array(0);
  readonly #table: ObjectTable;
  readonly #names = new ByteInterner();
  /** By row: number of the tree, or {@link UNSEEN} or {@link LEFT_OUT}. */
  readonly #numbers: Int32Array;
  /** Made when a path is first asked for, which few repositories need. */
  #holders: Holders | undefined;
  readonly #rows: Growing32;
  readonly #baseRows: Growing32;
  /** By tree: number of its part, where its edges begin and where they end. */
  readonly #partOf: Growing32;
  readonly #from: Growing32;
  readonly #to: Growing32;
  readonly #parts: Uint32Array[] = [];
  #edgeCount = 0;
  #limited = 0;
  readonly #maxEdges: number;

  /** @param maxEdges Edges kept in all; units beyond are left out, and reported. */
  constructor(table: ObjectTable, maxEdges: number = MAX_EDGES) {
    this.#table = table;
    this.#maxEdges = maxEdges;
    this.#numbers = new Int32Array(table.length).fill(UNSEEN);
    const count = { trees: 0, named: 0 };
    const { types } = table.columns;
    for (let row = 0; row < table.length; row++) {
      if (types[row] === OBJECT_TYPE.tree) count.trees++;
      if (types[row] === OBJECT_TYPE.tree || types[row] === OBJECT_TYPE.blob) count.named++;
    }
    // Most objects have one name, so that lists seldom grow: whatever grows leaves a hole behind.
    this.entries = new PairInterner(count.named);
    this.#rows = new Growing32(count.trees);
    this.#baseRows = new Growing32(count.trees);
    this.#partOf = new Growing32(count.trees);
    this.#from = new Growing32(count.trees);
    this.#to = new Growing32(count.trees);
  }

  /** Number of trees. */
  get length(): number {
    return this.#rows.length;
  }

  /** Number of edges. */
  get edgeCount(): number {
    return this.#edgeCount;
  }

  /** Adds what a worker read of one unit. The order of parts makes no difference. */
  add(part: TreeEdgesPart): void {
    this.absent.add(part.absent, this.#table.idBytes);
    this.#leaveOut(part.limited);
    if (this.#edgeCount + part.edges.length > this.#maxEdges) {
      this.#leaveOut(part.rows);
      return;
    }
    const entries = this.#entriesOf(part);
    const edges = part.edges;
    for (let at = 0; at < edges.length; at++) {
      const edge = edges[at]!;
      edges[at] = entries[edge >>> 1]! * 2 + (edge & 1);
    }
    for (let index = 0; index < part.rows.length; index++) {
      this.#addTree(part.rows[index]!, part.bases[index]!, part.ends[index - 1] ?? 0, part.ends[index]!);
    }
    this.#parts.push(edges);
    this.#edgeCount += edges.length;
  }

  /** The numbers that a part's entries have here. */
  #entriesOf({ names, children, nameBytes, nameEnds }: TreeEdgesPart): Uint32Array {
    const own = new Uint32Array(nameEnds.length);
    for (let name = 0, from = 0; name < own.length; name++) {
      const end = nameEnds[name]!;
      own[name] = this.#names.intern(nameBytes, from, end);
      from = end;
    }
    const entries = new Uint32Array(children.length).fill(NONE);
    for (let entry = 0; entry < entries.length; entry++) {
      if (children[entry] !== NONE) entries[entry] = this.entries.intern(own[names[entry]!]!, children[entry]!);
    }
    return entries;
  }

  #leaveOut(rows: Uint32Array): void {
    for (const row of rows) {
      if (this.#numbers[row] !== UNSEEN) continue;
      this.#numbers[row] = LEFT_OUT;
      this.#limited++;
    }
  }

  #addTree(row: number, base: number, from: number, to: number): void {
    if (this.#numbers[row]! >= 0) return;
    if (this.#numbers[row] === LEFT_OUT) this.#limited--;
    this.#numbers[row] = this.length;
    this.#rows.push(row);
    this.#baseRows.push(base);
    this.#partOf.push(this.#parts.length);
    this.#from.push(from);
    this.#to.push(to);
  }

  /** Finds one entry for each object, whatever the order in which parts came: least name, then least tree. */
  #findHolders(): Holders {
    const { length, columns } = this.#table;
    const entryOf = new Uint32Array(length).fill(NONE);
    const holderOf = new Uint32Array(length).fill(NONE);
    const children = this.entries.second.array;
    const note = (child: number, entry: number, holder: number): void => {
      const known = entryOf[child]!;
      if (known !== NONE) {
        const order = known === entry ? 0 : this.compareNames(entry, known);
        const { idsByRow } = columns;
        if (order > 0 || (order === 0 && idsByRow[holder]! >= idsByRow[holderOf[child]!]!)) return;
      }
      entryOf[child] = entry;
      holderOf[child] = holder;
    };
    for (let tree = 0; tree < this.length; tree++) {
      const edges = this.edgesOf(tree);
      const last = this.lastEdge(tree);
      for (let at = this.firstEdge(tree); at < last; at++) {
        const entry = edges[at]! >>> 1;
        if ((edges[at]! & 1) === 0) note(children[entry]!, entry, this.rowOf(tree));
      }
    }
    return { entryOf, holderOf };
  }

  /**
   * Rows of trees that no part has told of, except those a limit kept out: damaged ones and those of units that came to
   * nothing. To be asked of git and added by `readWholeTree`.
   */
  missing(): readonly number[] {
    const rows: number[] = [];
    const { types } = this.#table.columns;
    for (let row = 0; row < this.#table.length; row++) {
      if (types[row] === OBJECT_TYPE.tree && this.#numbers[row] === UNSEEN) rows.push(row);
    }
    return rows;
  }

  /**
   * Links trees with those they are told relative to: called once, after the last part. Reports what is missing still
   * and what was left out.
   */
  finish(report: ReportGap): void {
    this.entries.seal();
    const { length } = this;
    this.bases = new Uint32Array(length).fill(NONE);
    this.depths = new Uint32Array(length);
    const states = new Uint8Array(length);
    const chain: number[] = [];
    for (let tree = 0; tree < length; tree++) {
      let at = tree;
      let lost = false;
      while (at !== NONE && states[at] === STATE.unseen) {
        states[at] = STATE.open;
        chain.push(at);
        const base = this.#baseRows.array[at]!;
        const number = base === NONE ? -1 : this.#numbers[base]!;
        lost = base !== NONE && number < 0;
        this.bases[at] = number < 0 ? NONE : number;
        at = this.bases[at]!;
      }
      // Where the end is open still, the differences go round in a circle.
      const sound = !lost && (at === NONE || states[at] === STATE.sound);
      let depth = at === NONE ? 0 : this.depths[at]! + 1;
      for (let top = chain.pop(); top !== undefined; top = chain.pop()) {
        states[top] = sound ? STATE.sound : STATE.broken;
        this.depths[top] = depth++;
      }
    }
    const missing = this.missing();
    for (let tree = 0; tree < length; tree++) {
      if (states[tree] !== STATE.broken) continue;
      this.#numbers[this.#rows.array[tree]!] = LEFT_OUT;
      this.#limited++;
    }
    this.#report(missing, report);
  }

  #report(missing: readonly number[], report: ReportGap): void {
    if (missing.length > 0) {
      const what = 'Folders could not be read; paths and commits of what stands in them may be missing.';
      const examples = missing.slice(0, 10).map((row) => this.#table.oid(row));
      report({ outcome: 'unreadable', unit: 'objects', count: missing.length, what, examples });
    }
    if (this.#limited > 0) {
      const what =
        'Folders were left out because together they are larger than what is kept in memory; paths and commits of ' +
        'what stands in them may be missing.';
      report({ outcome: 'limited', unit: 'objects', count: this.#limited, what });
    }
  }

  /** All trees that were added and not left out, in one part; without what is absent, damaged or limited. */
  whole(): TreeEdgesPart {
    const own = Uint32Array.from({ length: this.length }, (_, tree) => tree).filter(
      (tree) => this.#numbers[this.#rows.array[tree]!] === tree,
    );
    const ends = new Uint32Array(own.length);
    const edges = new Growing32(this.#edgeCount);
    for (const [index, tree] of own.entries()) {
      for (const edge of this.edgesOf(tree).subarray(this.firstEdge(tree), this.lastEdge(tree))) edges.push(edge);
      ends[index] = edges.length;
    }
    return {
      rows: own.map((tree) => this.#rows.array[tree]!),
      bases: own.map((tree) => this.#baseRows.array[tree]!),
      ends,
      edges: edges.taken(),
      names: this.entries.first.taken(),
      children: this.entries.second.taken(),
      nameBytes: this.#names.bytes.slice(0, this.#names.size),
      nameEnds: this.#names.ends.taken(),
      absent: new Uint8Array(0),
      damaged: new Uint32Array(0),
      limited: new Uint32Array(0),
    };
  }

  /** Number of the tree at a row of the object table, or -1. */
  numberOf(row: number): number {
    return row === NONE ? -1 : Math.max(this.#numbers[row]!, -1);
  }

  /** Row of a tree in the object table. */
  rowOf(tree: number): number {
    return this.#rows.array[tree]!;
  }

  edgesOf(tree: number): Uint32Array {
    return this.#parts[this.#partOf.array[tree]!]!;
  }

  firstEdge(tree: number): number {
    return this.#from.array[tree]!;
  }

  lastEdge(tree: number): number {
    return this.#to.array[tree]!;
  }

  standIn(tree: number): number {
    return tree;
  }

  /** Order of the names of two entries, byte by byte. */
  compareNames(a: number, b: number): number {
    const first = this.entries.first.array[a]!;
    const second = this.entries.first.array[b]!;
    const { bytes } = this.#names;
    if (first === second) return 0;
    const own = bytes.subarray(this.#names.start(first), this.#names.end(first));
    return Buffer.compare(own, bytes.subarray(this.#names.start(second), this.#names.end(second)));
  }

  /** Names one after the other with `/` between them, as text; what is no UTF-8 is replaced. */
  joinNames(names: readonly number[]): string {
    const { bytes } = this.#names;
    return names
      .map((name) => Buffer.from(bytes.subarray(this.#names.start(name), this.#names.end(name))).toString('utf8'))
      .join('/');
  }

  /**
   * A path of an object, out of those that it has: the one of the least name, in a folder chosen likewise. `undefined`
   * when no tree names it.
   *
   * @param isRoot Whether the tree at a row is that of a commit, above which no folder is looked for.
   */
  pathOf(row: number, isRoot: (row: number) => boolean): string | undefined {
    this.#holders ??= this.#findHolders();
    const { entryOf, holderOf } = this.#holders;
    const names: number[] = [];
    let at = row;
    while (entryOf[at] !== NONE && names.length < MAX_LEVELS && (at === row || !isRoot(at))) {
      names.push(this.entries.first.array[entryOf[at]!]!);
      at = holderOf[at]!;
    }
    return names.length === 0 ? undefined : this.joinNames(names.reverse());
  }
}
