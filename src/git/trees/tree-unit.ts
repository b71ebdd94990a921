import { NODE } from '../pack/delta-unit.ts';
import type { DeltaUnit } from '../pack/delta-unit.ts';
import type { ObjectTable } from '../pack/object-table.ts';
import { newEntryList } from './entry-list.ts';
import type { EntryList } from './entry-list.ts';
import { Growing32 } from '../../kernel/growing.ts';
import { NONE } from './parts.ts';
import type { TreeEdgesPart, UnitPayloads } from './parts.ts';
import { RawEntries } from './raw-entries.ts';
import { TreeBuilder } from './tree-builder.ts';

/** A chain of deltas is told in full again after so many, so that no chain is ever followed for longer. */
const FULL_EVERY = 256;

/** What a unit may cost, whatever stands in it. */
export interface TreeLimits {
  /** Bytes of one tree. */
  readonly treeBytes: number;
  /** Entries of all trees together, carried over from a base or parsed. */
  readonly entries: number;
  /** Edges told of. */
  readonly edges: number;
  /** Bytes of distinct entries. */
  readonly entryBytes: number;
}

const OUTCOME = { built: 0, damaged: 1, limited: 2 } as const;
export const LIMITS: TreeLimits = { treeBytes: 2 ** 28, entries: 2 ** 28, edges: 2 ** 25, entryBytes: 2 ** 28 };

/** The part of the columns of a {@link DeltaUnit} that reading trees or commits needs. */
export type UnitNodes = Pick<DeltaUnit, 'length' | 'rows' | 'parents' | 'flags'>;

/**
 * Reads the trees of a unit; runs in a worker. Nodes that are context are read and not told of. Throws nothing of its
 * own: what cannot be read is listed in the part.
 */
export function readTreeUnit(
  unit: UnitNodes,
  payloads: UnitPayloads,
  table: ObjectTable,
  limits: Partial<TreeLimits> = {},
): TreeEdgesPart {
  return new TreeUnit(table, { ...LIMITS, ...limits }).read(unit, payloads);
}

/** Reads one tree of which all bytes are given, such as git told them. */
export function readWholeTree(row: number, bytes: Uint8Array, table: ObjectTable): TreeEdgesPart {
  const unit = {
    length: 1,
    rows: Uint32Array.of(row),
    parents: Int32Array.of(-1),
    flags: Uint8Array.of(NODE.leaf),
  };
  return readTreeUnit(unit, { inflate: () => bytes }, table);
}

class TreeUnit {
  readonly #entries: RawEntries;
  readonly #builder: TreeBuilder;
  readonly #limits: TreeLimits;
  readonly #rows = new Growing32();
  readonly #bases = new Growing32();
  readonly #ends = new Growing32();
  readonly #edges = new Growing32(4096);
  readonly #damaged = new Growing32();
  readonly #limited = new Growing32();
  readonly #spare: EntryList[] = [];
  /** Entries gone from the base of the tree at hand, and how often each; all counts are zero between trees. */
  readonly #gone = new Growing32();
  #goneCounts = new Int32Array(1024);
  #total = 0;

  constructor(table: ObjectTable, limits: TreeLimits) {
    this.#entries = new RawEntries(table);
    this.#builder = new TreeBuilder(this.#entries);
    this.#limits = limits;
  }

  read(unit: UnitNodes, payloads: UnitPayloads): TreeEdgesPart {
    /** By node: the trees that others still build on. */
    const live = new Map<number, EntryList>();
    const outcomes = new Uint8Array(unit.length);
    const depths = new Uint16Array(unit.length);
    for (let node = 0; node < unit.length; node++) {
      const row = unit.rows[node]!;
      const flags = unit.flags[node]!;
      const parent = unit.parents[node]!;
      const base = live.get(parent);
      const tree = this.#spare.pop() ?? newEntryList();
      const outcome =
        parent >= 0 && base === undefined ? outcomes[parent]! : this.#build(payloads.inflate(node), base, tree);
      outcomes[node] = outcome;
      depths[node] = parent < 0 ? 0 : (depths[parent]! + 1) % FULL_EVERY;
      if ((flags & NODE.context) === 0) {
        if (outcome === OUTCOME.damaged) this.#damaged.push(row);
        else if (outcome === OUTCOME.limited) this.#limited.push(row);
        else if (base === undefined || depths[node] === 0) this.#tellWhole(row, tree);
        else this.#tellDelta(row, unit.rows[parent]!, base);
      }
      if (base !== undefined && (flags & NODE.last) !== 0) {
        live.delete(parent);
        this.#spare.push(base);
      }
      if (outcome === OUTCOME.built && (flags & NODE.leaf) === 0) live.set(node, tree);
      else this.#spare.push(tree);
    }
    return this.#part();
  }

  #build(payload: Uint8Array | undefined, base: EntryList | undefined, tree: EntryList): number {
    if (payload === undefined) return OUTCOME.damaged;
    const builder = this.#builder;
    const { treeBytes, entries, edges, entryBytes } = this.#limits;
    const length = base === undefined ? payload.length : builder.resultLength(payload);
    const full = this.#total > entries || this.#edges.length > edges || this.#entries.size > entryBytes;
    if (length > treeBytes || full) return OUTCOME.limited;
    const built = base === undefined ? builder.whole(payload, tree) : builder.delta(base, payload, tree);
    this.#total += tree.ids.length;
    return built ? OUTCOME.built : OUTCOME.damaged;
  }

  #tellWhole(row: number, tree: EntryList): void {
    for (let index = 0; index < tree.ids.length; index++) this.#edge(tree.ids.array[index]!, 0);
    this.#close(row, NONE);
  }

  /** Tells of what was parsed and what of the base was not carried over; what is in both lists is no difference. */
  #tellDelta(row: number, base: number, { ids }: EntryList): void {
    const { parsed, carried, ordered } = this.#builder;
    const gone = this.#gone;
    gone.length = 0;
    if (ordered) notCarried(carried, ids, gone);
    else notCarriedAtAll(carried, ids, gone, parsed);
    if (this.#goneCounts.length < this.#entries.length) this.#goneCounts = new Int32Array(this.#entries.length * 2);
    const count = this.#goneCounts;
    for (let index = 0; index < gone.length; index++) count[gone.array[index]!]!++;
    for (let index = 0; index < parsed.length; index++) {
      const entry = parsed.array[index]!;
      if (count[entry]! > 0) count[entry]!--;
      else this.#edge(entry, 0);
    }
    for (let index = 0; index < gone.length; index++) {
      const entry = gone.array[index]!;
      const left = count[entry]!;
      if (left === 0) continue;
      count[entry] = left - 1;
      this.#edge(entry, 1);
    }
    this.#close(row, base);
  }

  #edge(entry: number, removed: 0 | 1): void {
    if (this.#entries.childOf.array[entry] !== NONE) this.#edges.push(entry * 2 + removed);
  }

  #close(row: number, base: number): void {
    this.#rows.push(row);
    this.#bases.push(base);
    this.#ends.push(this.#edges.length);
  }

  #part(): TreeEdgesPart {
    const { names, childOf, absent } = this.#entries;
    return {
      rows: this.#rows.taken(),
      bases: this.#bases.taken(),
      ends: this.#ends.taken(),
      edges: this.#edges.taken(),
      names: this.#entries.takenNames(),
      children: childOf.taken(),
      nameBytes: names.bytes.slice(0, names.size),
      nameEnds: names.ends.taken(),
      absent: absent.bytes.slice(0, absent.size),
      damaged: this.#damaged.taken(),
      limited: this.#limited.taken(),
    };
  }
}

/** Gives the entries of the base between the pieces carried over. */
function notCarried(carried: Growing32, base: Growing32, gone: Growing32): void {
  let from = 0;
  for (let index = 0; index <= carried.length; index += 2) {
    const last = index === carried.length;
    const to = last ? base.length : carried.array[index]!;
    for (let entry = from; entry < to; entry++) gone.push(base.array[entry]!);
    if (!last) from = carried.array[index + 1]!;
  }
}

/** The same where pieces overlap or change places; what was carried over more than once joins what was parsed. */
function notCarriedAtAll(carried: Growing32, base: Growing32, gone: Growing32, parsed: Growing32): void {
  const seen = new Uint8Array(base.length);
  for (let index = 0; index < carried.length; index += 2) {
    for (let entry = carried.array[index]!; entry < carried.array[index + 1]!; entry++) {
      if (seen[entry] === 1) parsed.push(base.array[entry]!);
      seen[entry] = 1;
    }
  }
  for (let entry = 0; entry < base.length; entry++) if (seen[entry] === 0) gone.push(base.array[entry]!);
}
