/** Stands for an object that is not in the table, and for "none" wherever a row, tree or number may be missing. */
export const NONE = 0xffff_ffff;

/**
 * Gives the inflated data of a unit's entries, in the worker that reads the unit: by zlib, by the kernel, or out of
 * memory in tests.
 */
export interface UnitPayloads {
  /**
   * Inflated data of a node: the object itself, without any header, or the delta where the node has a parent in the
   * unit. Good until the next call. `undefined` when it cannot be read.
   */
  inflate(node: number): Uint8Array | undefined;
}

/**
 * What the trees of one unit hold, each told by what sets it apart from the tree it is stored as a delta of. Typed
 * arrays only, so that it can be posted from a worker.
 */
export interface TreeEdgesPart {
  /** Row in the object table of each tree told of. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** Row of the tree that it is told relative to, or {@link NONE} when its entries are told in full. */
  readonly bases: Uint32Array<ArrayBuffer>;
  /** End of each tree's edges in `edges`; they begin where those of the tree before end. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Twice the number of an entry, plus one when it is in the base and not in the tree: otherwise the reverse. */
  readonly edges: Uint32Array<ArrayBuffer>;
  /** Number of each entry's name. */
  readonly names: Uint32Array<ArrayBuffer>;
  /** Row of the object each entry names. */
  readonly children: Uint32Array<ArrayBuffer>;
  /** Bytes of all names one after the other, and where each ends. */
  readonly nameBytes: Uint8Array<ArrayBuffer>;
  readonly nameEnds: Uint32Array<ArrayBuffer>;
  /** Ids of objects that trees name and the table has not, submodules left out. May hold one more than once. */
  readonly absent: Uint8Array<ArrayBuffer>;
  /** Rows of trees that could not be read: damaged, or stored as a delta of one that is. */
  readonly damaged: Uint32Array<ArrayBuffer>;
  /** Rows of trees left out because a limit was met. */
  readonly limited: Uint32Array<ArrayBuffer>;
}

/** Commits and tags of one unit. */
export interface CommitsPart {
  /** Row of each commit. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** Row of its tree, or {@link NONE}. */
  readonly trees: Uint32Array<ArrayBuffer>;
  /** Rows of its parents, {@link NONE} for those that are not in the table; `parentEnds` as in {@link TreeEdgesPart}. */
  readonly parents: Uint32Array<ArrayBuffer>;
  readonly parentEnds: Uint32Array<ArrayBuffer>;
  /** Seconds since 1970. */
  readonly committed: Float64Array<ArrayBuffer>;
  readonly authored: Float64Array<ArrayBuffer>;
  /** Minutes east of Greenwich, of the author's date. */
  readonly zones: Int16Array<ArrayBuffer>;
  /** Number of the author's `Name <e-mail>` in UTF-8. */
  readonly authors: Uint32Array<ArrayBuffer>;
  readonly authorBytes: Uint8Array<ArrayBuffer>;
  readonly authorEnds: Uint32Array<ArrayBuffer>;
  /** Pairs of rows: an annotated tag and what it names. */
  readonly tags: Uint32Array<ArrayBuffer>;
  /** Ids of trees, parents and tagged objects that are not in the table. */
  readonly absent: Uint8Array<ArrayBuffer>;
  readonly damaged: Uint32Array<ArrayBuffer>;
}
