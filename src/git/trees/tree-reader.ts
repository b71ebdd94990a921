import { randomFillSync } from 'node:crypto';
import type { Kernel, Room } from '../../kernel/kernel.ts';
import type { TreeCalls } from '../../kernel/load-kernel.ts';
import {
  FOREIGN_HEAD,
  TREE_ASKS,
  TREE_COLUMNS,
  TREE_OUTCOME,
  TREE_ROOM,
  TREE_ROOMS,
  TREE_STATE,
} from '../../kernel/tree-layout.ts';
import type { NodePayloads } from '../pack/build-unit.ts';
import { NODE } from '../pack/delta-unit.ts';
import type { ObjectTable } from '../pack/object-table.ts';
import { emptyTree } from '../object-id.ts';
import { ByteInterner } from './byte-interner.ts';
import { NONE } from './parts.ts';
import type { TreeEdgesPart } from './parts.ts';
import { LIMITS, readTreeUnit } from './tree-unit.ts';
import type { TreeLimits, UnitNodes } from './tree-unit.ts';

/** Differ in each process, so that nobody can choose entries that all fall into one slot. */
const SEEDS = randomFillSync(new Uint32Array(4));
SEEDS[2]! |= 1;

interface GivenRoom {
  readonly room: Room;
  readonly capacity: number;
}

/**
 * Reads trees in the kernel, without a word about any single entry: only what is distinct is looked up here. Keeps its
 * rooms from unit to unit. Where there is no WebAssembly it is {@link readTreeUnit}. Close it.
 */
export class TreeReader {
  readonly #kernel: Kernel;
  readonly #calls: TreeCalls | undefined;
  readonly #table: ObjectTable;
  readonly #limits: TreeLimits;
  readonly #emptyTree: Uint32Array;
  /** By number, and behind those of the kernel's own the rooms of lists. */
  readonly #rooms: (GivenRoom | undefined)[] = [];
  /** First word of what is told to the kernel. */
  readonly #state: number;

  constructor(kernel: Kernel, table: ObjectTable, limits: Partial<TreeLimits> = {}) {
    this.#kernel = kernel;
    this.#calls = treeCalls(kernel);
    this.#table = table;
    this.#limits = { ...LIMITS, ...limits };
    this.#emptyTree = new Uint32Array(Uint8Array.from(Buffer.from(emptyTree(table.columns.format), 'hex')).buffer);
    this.#state = (this.#calls?.treeState() ?? 0) / 4;
  }

  /** The same as {@link readTreeUnit}. */
  read(unit: UnitNodes, payloads: NodePayloads): TreeEdgesPart {
    const calls = this.#calls;
    if (calls === undefined) return readTreeUnit(unit, payloads, this.#table, this.#limits);
    const columns = this.#kernel.take(unit.length * 44 + 16);
    const given: Room[] = [];
    try {
      this.#begin(unit, payloads, columns);
      calls.beginTrees();
      for (let asked = calls.readTrees(); asked !== TREE_ASKS.nothing; asked = calls.readTrees()) {
        if (asked === TREE_ASKS.payload) this.#givePayload(payloads, given);
        else this.#giveRoom(calls, asked);
      }
      return this.#part(calls, unit);
    } finally {
      this.#kernel.release(columns);
      for (const room of given) this.#kernel.release(room);
    }
  }

  /** Gives its places in the kernel's memory back. */
  close(): void {
    for (const given of this.#rooms) if (given !== undefined) this.#kernel.release(given.room);
    this.#rooms.length = 0;
  }

  #begin(unit: UnitNodes, { packed }: NodePayloads, columns: Room): void {
    const { words, memory } = this.#kernel;
    const { length } = unit;
    const state = this.#state;
    let at = columns.address;
    const column = (field: number, width: number): number => {
      const address = at;
      words[state + field] = address;
      at += length * width;
      return address;
    };
    words.fill(0, state, state + TREE_STATE.rooms + TREE_ROOMS * 2);
    words[state + TREE_STATE.nodes] = length;
    words[state + TREE_STATE.idBytes] = this.#table.idBytes;
    words.set(unit.rows, column(TREE_STATE.rows, 4) / 4);
    words.set(new Uint32Array(unit.parents.buffer, unit.parents.byteOffset, length), column(TREE_STATE.parents, 4) / 4);
    const entriesAt = column(TREE_STATE.entriesAt, 4) / 4;
    if (packed === undefined) words.fill(0, entriesAt, entriesAt + length);
    else words.set(packed.addresses.subarray(0, length), entriesAt);
    const lengths = column(TREE_STATE.lengths, 4) / 4;
    const sizes = column(TREE_STATE.sizes, 4) / 4;
    if (packed !== undefined) {
      words.set(packed.lengths, lengths);
      words.set(packed.sizes, sizes);
    }
    for (const field of ['listsOfNodes', 'toldRows', 'toldBases', 'toldEnds'] as const) column(TREE_STATE[field], 4);
    column(TREE_STATE.depths, 2);
    column(TREE_STATE.outcomes, 1);
    memory.set(unit.flags, column(TREE_STATE.flags, 1));
    const { treeBytes, entries, edges, entryBytes } = this.#limits;
    words[state + TREE_STATE.maxTree] = treeBytes;
    words[state + TREE_STATE.maxEntries] = entries;
    words[state + TREE_STATE.maxEdges] = edges;
    words[state + TREE_STATE.maxEntryBytes] = entryBytes;
    words[state + TREE_STATE.maxPayload] = packed?.maxSize ?? 0;
    words.set(SEEDS, state + TREE_STATE.seeds);
    // What another reader of this kernel had there are not our rooms.
    for (let room = 0; room < TREE_ROOMS; room++) {
      const known = this.#rooms[TREE_ASKS.room + room];
      if (known === undefined) continue;
      words[state + TREE_STATE.rooms + room * 2] = known.room.address;
      words[state + TREE_STATE.rooms + room * 2 + 1] = known.capacity;
    }
  }

  #givePayload(payloads: NodePayloads, given: Room[]): void {
    const kernel = this.#kernel;
    const node = kernel.words[this.#state + TREE_STATE.node]!;
    const bytes = payloads.inflate(node);
    for (const room of given.splice(0)) kernel.release(room);
    let address = 0;
    let length = NONE;
    if (bytes !== undefined) {
      ({ length } = bytes);
      // A copy, since it may stand in a place of the kernel that is free again; and a view of the kernel's memory is one
      // no more when that grows.
      const isOwn = bytes.buffer === kernel.memory.buffer;
      const from = bytes.byteOffset;
      const room = kernel.take(length);
      given.push(room);
      ({ address } = room);
      kernel.memory.set(isOwn ? kernel.memory.subarray(from, from + length) : bytes, address);
    }
    const { words } = kernel;
    words[this.#state + TREE_STATE.payloadOf] = node;
    words[this.#state + TREE_STATE.payloadAt] = address;
    words[this.#state + TREE_STATE.payloadLength] = length;
  }

  #giveRoom(calls: TreeCalls, asked: number): void {
    const kernel = this.#kernel;
    const capacity = kernel.words[this.#state + TREE_STATE.wanted]!;
    const room = kernel.take(kernel.words[this.#state + TREE_STATE.wantedBytes]!);
    calls.giveTreeRoom(asked, room.address, capacity);
    const old = this.#rooms[asked];
    this.#rooms[asked] = { room, capacity };
    if (old !== undefined) kernel.release(old.room);
  }

  #part(calls: TreeCalls, unit: UnitNodes): TreeEdgesPart {
    const { words, memory } = this.#kernel;
    const field = (index: number): number => words[this.#state + index]!;
    const copy = (address: number, count: number): Uint32Array<ArrayBuffer> =>
      words.slice(address / 4, address / 4 + count);
    const roomAt = (room: number): number => field(TREE_STATE.rooms + room * 2);
    const told = field(TREE_STATE.told);
    const heads = field(TREE_STATE.headCount);
    const nameBytes = calls.takeTreeNames();
    const text = roomAt(TREE_ROOM.headText);
    const entries = field(TREE_STATE.entryCount);
    const names = copy(roomAt(TREE_ROOM.entries), entries);
    const { children, absent, isAbsent } = this.#children(names);
    let ends = copy(field(TREE_STATE.toldEnds), told);
    let edges = copy(roomAt(TREE_ROOM.edges), field(TREE_STATE.edgesTold));
    if (isAbsent) ({ ends, edges } = withoutAbsent(ends, edges, children));
    const { damaged, limited } = this.#left(unit);
    return {
      rows: copy(field(TREE_STATE.toldRows), told),
      bases: copy(field(TREE_STATE.toldBases), told),
      ends,
      edges,
      names,
      children,
      nameBytes: memory.slice(text, text + nameBytes),
      nameEnds: copy(roomAt(TREE_ROOM.heads), heads),
      absent,
      damaged,
      limited,
    };
  }

  /** Rows of the objects that entries name, by the numbers of their heads. */
  #children(headOf: Uint32Array): {
    readonly children: Uint32Array<ArrayBuffer>;
    readonly absent: Uint8Array<ArrayBuffer>;
    /** Whether there is any that is not in the table. */
    readonly isAbsent: boolean;
  } {
    const { words, memory } = this.#kernel;
    const rooms = this.#state + TREE_STATE.rooms;
    const heads = rooms + TREE_ROOM.heads * 2;
    const entries = rooms + TREE_ROOM.entries * 2;
    const meta = words[heads]! / 4 + words[heads + 1]! * TREE_COLUMNS.headMeta;
    const ids = words[entries]! / 4 + words[entries + 1]! * TREE_COLUMNS.entryIds;
    const width = this.#table.idBytes / 4;
    const children = new Uint32Array(headOf.length);
    this.#table.findRows(words, ids, children);
    const absent = new ByteInterner();
    let isAbsent = false;
    for (let entry = 0; entry < children.length; entry++) {
      const isForeign = (words[meta + headOf[entry]!]! & FOREIGN_HEAD) !== 0;
      if (isForeign) children[entry] = NONE;
      if (isForeign || children[entry] !== NONE) continue;
      isAbsent = true;
      const at = ids + entry * width;
      // Git knows the tree without entries whether it is stored or not.
      if (this.#emptyTree.some((word, index) => word !== words[at + index])) {
        absent.intern(memory, at * 4, (at + width) * 4);
      }
    }
    return { children, absent: absent.bytes.slice(0, absent.size), isAbsent };
  }

  /** Rows of the trees that are not told of. */
  #left({ rows, flags, length }: UnitNodes): Pick<TreeEdgesPart, 'damaged' | 'limited'> {
    const { memory, words } = this.#kernel;
    const outcomes = words[this.#state + TREE_STATE.outcomes]!;
    const pick = (outcome: number): Uint32Array<ArrayBuffer> =>
      rows
        .slice(0, length)
        .filter((_, node) => memory[outcomes + node] === outcome && (flags[node]! & NODE.context) === 0);
    const anyLeft = memory.subarray(outcomes, outcomes + length).some((outcome) => outcome !== TREE_OUTCOME.built);
    if (!anyLeft) return { damaged: new Uint32Array(0), limited: new Uint32Array(0) };
    return { damaged: pick(TREE_OUTCOME.damaged), limited: pick(TREE_OUTCOME.limited) };
  }
}

function treeCalls({ calls }: Kernel): TreeCalls | undefined {
  const { treeState, beginTrees, readTrees, giveTreeRoom, takeTreeNames } = calls;
  if (!treeState || !beginTrees || !readTrees || !giveTreeRoom || !takeTreeNames) return undefined;
  return { treeState, beginTrees, readTrees, giveTreeRoom, takeTreeNames };
}

/** Leaves out the edges to what is not in the table. */
function withoutAbsent(
  ends: Uint32Array,
  edges: Uint32Array,
  children: Uint32Array,
): { readonly ends: Uint32Array<ArrayBuffer>; readonly edges: Uint32Array<ArrayBuffer> } {
  const kept = new Uint32Array(edges.length);
  let count = 0;
  let from = 0;
  const keptEnds = ends.map((end) => {
    for (; from < end; from++) if (children[edges[from]! >>> 1] !== NONE) kept[count++] = edges[from]!;
    return count;
  });
  return { ends: Uint32Array.from(keptEnds), edges: kept.slice(0, count) };
}
