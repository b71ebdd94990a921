/** Bits of {@link DeltaUnit.flags}. */
export const NODE = {
  /** Needed to build its children, but not itself asked for, or dealt with in another unit. */
  context: 1,
  /** The last child of its parent in this unit: once it is built its parent is needed no more. */
  last: 2,
  /** Nothing in this unit builds on it. */
  leaf: 4,
} as const;

/**
 * A part of the delta forest for a worker: whole objects and the deltas on them. Nodes stand in depth-first preorder,
 * a parent before its children, the child with the heaviest subtree last, so that a worker which lets go of a parent
 * before it descends into the child marked `last` holds at most log2(nodes) + 2 objects.
 *
 * A tree that cannot be cut cheaply makes one large unit: see `bytes` before reading all of it at once.
 *
 * All arrays have one element a node and are views of `buffer`, which can be transferred.
 */
export interface DeltaUnit {
  /** Nodes. */
  readonly length: number;
  /** Compressed bytes of all nodes, headers included. */
  readonly bytes: number;
  readonly buffer: ArrayBuffer;
  /** Row in the object table. */
  readonly rows: Uint32Array;
  /** Index within the unit of the node that this one is a delta on, or -1 for a whole object. */
  readonly parents: Int32Array;
  /** Number of the pack, or `LOOSE`. */
  readonly packs: Uint16Array;
  /** Where the entry begins in its pack; number of the object folder for a loose object. */
  readonly offsets: Float64Array;
  /** Bytes from there on that belong to the entry: header and compressed data; the size of a loose file. */
  readonly lengths: Uint32Array;
  /** Inflated bytes as the entry's header says; for a delta those of the delta itself. */
  readonly sizes: Uint32Array;
  /** Sum of {@link NODE} bits. */
  readonly flags: Uint8Array;
}

/** Why an object is in no unit although it was asked for. */
export const LEFT_OUT = {
  /** Its entry, compressed or inflated, is larger than the limit. */
  large: 1,
  /** It is a delta on an object that is left out. */
  base: 2,
} as const;

/** The work for all objects asked for, and what of them is to be read otherwise. */
export interface UnitPlan {
  /** By where the first root of each stands: pack, then offset. Each is made when it is asked for, and only once. */
  readonly units: Iterable<DeltaUnit>;
  /**
   * Rows to be read through git, ascending, and for each the reason as a {@link LEFT_OUT}. Rows whose type is not known
   * are not among them, since they are of no type that could be asked for: see `problemRows` of the object table.
   */
  readonly fallback: { readonly rows: Uint32Array; readonly reasons: Uint8Array };
}

export interface UnitOptions {
  /** Work that a unit should have, in compressed bytes or what takes as long. Default 2 MiB. */
  readonly unitBytes?: number;
  /** Bytes of an entry, compressed or inflated, above which it is left to git. Default 64 MiB. */
  readonly maxEntryBytes?: number;
  /** One element a row, not zero for those that are asked for. Default: all of the type. */
  readonly wanted?: Uint8Array;
}
