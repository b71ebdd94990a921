import type { Kernel, Room } from '../../kernel/kernel.ts';
import { NODE } from './delta-unit.ts';
import type { DeltaUnit } from './delta-unit.ts';
import { emptyHeader, parseEntryHeader } from './entry-header.ts';
import type { EntryReader } from './entry-reader.ts';
import { LOOSE } from './object-table.ts';
import type { ObjectTable } from './object-table.ts';
import { sortOffsets } from './sort-offsets.ts';

/** An object put together in the kernel's memory. */
export interface BuiltObject<State> {
  readonly room: Room;
  readonly length: number;
  /** What the visitor returned for it. */
  state: State | undefined;
}

/** How an object came from its base: what {@link deltaWindows} and {@link applyDelta} recorded. */
export interface ObjectChange<State> {
  readonly base: BuiltObject<State>;
  /** Where they stand in the kernel's memory until the next object is built: triples and pairs of u32. */
  readonly copies: { readonly address: number; readonly count: number };
  readonly windows: { readonly address: number; readonly count: number };
}

export interface UnitVisitor<State> {
  /** Each node once, a base before what builds on it. What it returns stays with the object while it is needed. */
  object(node: number, object: BuiltObject<State>, change: ObjectChange<State> | undefined): State | undefined;
  /** A node that cannot be built, with all that builds on it; the sentence says why. */
  failed(node: number, why: 'damaged' | 'large'): void;
}

/** The entries of a unit one by one; {@link UnitBuilder.payloads} says more. */
export interface NodePayloads {
  /** Good until the next call; `undefined` when it cannot be read. */
  inflate(node: number): Uint8Array | undefined;
  /**
   * Addresses in the kernel's memory at which the entries of nodes stand as they are in the pack, header included; 0 for
   * those that {@link inflate} has to be asked for. Entries of more than `maxSize` inflated bytes are not read.
   */
  readonly packed?: {
    readonly addresses: Uint32Array;
    readonly lengths: Uint32Array;
    readonly sizes: Uint32Array;
    readonly maxSize: number;
  };
}

type Built<State> =
  | { readonly object: BuiltObject<State>; readonly change: ObjectChange<State> | undefined }
  | 'damaged'
  | 'large';

/** Largest object put together here; larger ones are read as streams. */
const MAX_OBJECT = 32 * 2 ** 20;

/** Compressed bytes of a unit that are read at once; a hostile pack can make units of any size. */
const TOGETHER = 64 * 2 ** 20;
/** Entries no further apart than this are read at once, with what stands between them. */
const NEAR = 4096;
/** Most bytes of what stands before a loose object: `commit 2147483648` and a zero byte. */
const LOOSE_HEADER = 32;
const RECORD = 12;
const PAIR = 8;

/** Where the time spent is told: since when, as `performance.now()` has it. */
export interface Watch {
  add(stage: 'read' | 'inflate' | 'delta', since: number): void;
}

/** Puts together all objects of a unit, parents before children, holding no more of them than is needed. Close it. */
export class UnitBuilder {
  readonly #kernel: Kernel;
  readonly #reader: EntryReader;
  readonly #table: ObjectTable;
  readonly #header = emptyHeader();
  /** All entries of the unit at hand, compressed. */
  #input: Room;
  /** Where each node's entry stands in memory; 0 where it could not be read whole. */
  #entries = new Uint32Array(0);
  #alone = false;
  #loose: Room;
  #delta: Room;
  #copies: Room;
  #windows: Room;

  /** Told how long reading, inflating and applying deltas took. */
  readonly #watch: Watch;

  constructor(kernel: Kernel, reader: EntryReader, table: ObjectTable, watch: Watch) {
    this.#watch = watch;
    this.#kernel = kernel;
    this.#reader = reader;
    this.#table = table;
    this.#input = kernel.take(1 << 16);
    this.#loose = kernel.take(1 << 12);
    this.#delta = kernel.take(1 << 16);
    this.#copies = kernel.take(1 << 16);
    this.#windows = kernel.take(1 << 16);
  }

  /** Nodes that fail are told to the visitor, with all that builds on them; whatever the visitor throws is passed on. */
  build<State>(unit: DeltaUnit, visitor: UnitVisitor<State>): void {
    this.#readEntries(unit);
    const live = new Map<number, BuiltObject<State>>();
    const failed = new Set<number>();
    const release = (node: number): void => {
      const object = live.get(node);
      if (object === undefined) return;
      live.delete(node);
      this.#kernel.release(object.room);
    };
    try {
      for (let node = 0; node < unit.length; node++) {
        const parent = unit.parents[node]!;
        const flags = unit.flags[node]!;
        const built = failed.has(parent) ? 'damaged' : this.#buildNode(unit, node, live.get(parent));
        if (typeof built === 'string') {
          failed.add(node);
          visitor.failed(node, built);
        } else {
          live.set(node, built.object);
          built.object.state = visitor.object(node, built.object, built.change);
        }
        if ((flags & NODE.last) !== 0) release(parent);
        if ((flags & NODE.leaf) !== 0) release(node);
      }
    } finally {
      for (const node of live.keys()) release(node);
    }
  }

  /** Reads the unit's entries in the order of their packs, what stands close together at once. */
  #readEntries(unit: DeltaUnit): void {
    const { packs, offsets, lengths } = unit;
    const begun = performance.now();
    const order = orderOf(unit);
    const stretches: { readonly pack: number; readonly from: number; to: number; behind: number }[] = [];
    for (let index = 0; index < order.length; index++) {
      const node = order[index]!;
      const last = stretches.at(-1);
      const from = offsets[node]!;
      const to = from + lengths[node]!;
      if (last !== undefined && last.pack === packs[node] && from - last.to <= NEAR) {
        if (to > last.to) last.to = to;
        last.behind = index + 1;
      } else stretches.push({ pack: packs[node]!, from, to, behind: index + 1 });
    }
    const total = stretches.reduce((sum, { from, to }) => sum + (to - from), 0);
    this.#alone = total > TOGETHER;
    if (this.#alone) return;
    this.#input = this.#atLeast(this.#input, total);
    if (this.#entries.length < unit.length) this.#entries = new Uint32Array(unit.length);
    this.#entries.fill(0);
    let { address } = this.#input;
    const { memory } = this.#kernel;
    let index = 0;
    for (const { pack, from, to, behind } of stretches) {
      const end = from + this.#reader.readThrough(pack, from, to - from, memory, address);
      for (; index < behind; index++) {
        const node = order[index]!;
        const whole = offsets[node]! + lengths[node]! <= end;
        this.#entries[node] = whole ? address + (offsets[node]! - from) : 0;
      }
      address += to - from;
    }
    this.#watch.add('read', begun);
  }

  #buildNode<State>(unit: DeltaUnit, node: number, base: BuiltObject<State> | undefined): Built<State> {
    const size = unit.sizes[node]!;
    if (size > MAX_OBJECT || unit.lengths[node]! > 2 * MAX_OBJECT) return 'large';
    if (unit.parents[node] === -1) {
      const room = this.#kernel.take(size);
      const whole = unit.packs[node] === LOOSE ? this.#inflateLoose(unit, node, room) : this.#inflate(unit, node, room);
      if (whole) return { object: { room, length: size, state: undefined }, change: undefined };
      this.#kernel.release(room);
      return 'damaged';
    }
    if (base === undefined) return 'damaged';
    this.#delta = this.#atLeast(this.#delta, size);
    return this.#inflate(unit, node, this.#delta) ? this.#applyDelta(size, base) : 'damaged';
  }

  /** Inflates an entry into the room; false when it is damaged. */
  #inflate(unit: DeltaUnit, node: number, to: Room): boolean {
    const { calls } = this.#kernel;
    const address = this.#alone ? this.#readAlone(unit, node) : this.#entries[node]!;
    const { memory } = this.#kernel;
    const end = address + unit.lengths[node]!;
    const size = unit.sizes[node]!;
    if (address === 0 || !parseEntryHeader(memory, address, end, this.#table.idBytes, this.#header)) return false;
    const { dataAt } = this.#header;
    const begun = performance.now();
    const whole = this.#header.size === size && calls.inflate(dataAt, end - dataAt, to.address, size) === size;
    this.#watch.add('inflate', begun);
    return whole;
  }

  /** Reads one entry of a unit that is too large to be read at once; gives its address, 0 when it is cut off. */
  #readAlone(unit: DeltaUnit, node: number): number {
    const length = unit.lengths[node]!;
    this.#input = this.#atLeast(this.#input, length);
    const { address } = this.#input;
    const read = this.#reader.read(unit.packs[node]!, unit.offsets[node]!, length, this.#kernel.memory, address);
    return read === length ? address : 0;
  }

  /** The same for an object in a file of its own: its type, size and a zero byte stand before it. */
  #inflateLoose(unit: DeltaUnit, node: number, to: Room): boolean {
    const { calls } = this.#kernel;
    const size = unit.sizes[node]!;
    const fileBytes = unit.lengths[node]!;
    this.#loose = this.#atLeast(this.#loose, fileBytes);
    this.#delta = this.#atLeast(this.#delta, size + LOOSE_HEADER);
    const { memory } = this.#kernel;
    const oid = this.#table.oid(unit.rows[node]!);
    const from = this.#loose.address;
    const read = this.#reader.readLoose(unit.offsets[node]!, oid, fileBytes, memory, from);
    const { address } = this.#delta;
    const inflated = calls.inflate(from, read, address, size + LOOSE_HEADER);
    const start = memory.indexOf(0, address) + 1;
    if (inflated !== size + (start - address)) return false;
    memory.copyWithin(to.address, start, start + size);
    return true;
  }

  /** The entries of a unit inflated and no more: deltas as they are. For objects that others put together. */
  payloads(unit: DeltaUnit): NodePayloads {
    this.#readEntries(unit);
    const { lengths, sizes } = unit;
    return {
      ...(!this.#alone && { packed: { addresses: this.#entries, lengths, sizes, maxSize: MAX_OBJECT } }),
      inflate: (node) => {
        const size = unit.sizes[node]!;
        if (size > MAX_OBJECT) return undefined;
        const room = this.#kernel.take(size);
        this.#kernel.release(room);
        const whole =
          unit.packs[node] === LOOSE ? this.#inflateLoose(unit, node, room) : this.#inflate(unit, node, room);
        return whole ? this.#kernel.memory.subarray(room.address, room.address + size) : undefined;
      },
    };
  }

  #applyDelta<State>(size: number, base: BuiltObject<State>): Built<State> {
    const kernel = this.#kernel;
    const { calls } = kernel;
    const delta = this.#delta.address;
    const begun = performance.now();
    const length = calls.deltaResultLength(delta, size);
    if (length < 0) return 'damaged';
    if (length > MAX_OBJECT) return 'large';
    this.#copies = this.#atLeast(this.#copies, (size / 2 + 1) * RECORD);
    const copies = this.#copies.address;
    const room = kernel.take(length);
    const at = base.room.address;
    if (calls.applyDelta(delta, size, at, base.length, room.address, length, copies) !== length) {
      kernel.release(room);
      return 'damaged';
    }
    const count = calls.deltaCopies();
    this.#windows = this.#atLeast(this.#windows, (count + 1) * PAIR);
    const windows = this.#windows.address;
    const found = calls.deltaWindows(at, base.length, room.address, length, copies, count, windows);
    this.#watch.add('delta', begun);
    return {
      object: { room, length, state: undefined },
      change: {
        base,
        copies: { address: copies, count },
        windows: { address: windows, count: found },
      },
    };
  }

  /** Gives its places in the kernel's memory back; nothing can be built afterwards. */
  close(): void {
    for (const room of [this.#input, this.#loose, this.#delta, this.#copies, this.#windows]) this.#kernel.release(room);
  }

  #atLeast(room: Room, size: number): Room {
    if (size <= room.size) return room;
    // In this order: where there is no more memory the old place stays in use.
    const larger = this.#kernel.take(size);
    this.#kernel.release(room);
    return larger;
  }
}

/** The nodes that stand in packs, in the order of their packs. */
function orderOf({ length, packs, offsets }: DeltaUnit): Uint32Array {
  const { positions } = sortOffsets(offsets.subarray(0, length));
  const first = packs[0];
  if (first !== LOOSE && packs.every((pack) => pack === first)) return positions;
  // Equal ones keep their order, which is that of the offsets.
  return positions.filter((node) => packs[node] !== LOOSE).sort((a, b) => packs[a]! - packs[b]!);
}
