/**
 * Where the host and the kernel tell each other about a unit of trees: words of 32 bits from `treeState()` on.
 * assembly/tree-state.ts holds the same numbers, in bytes, and says what each is.
 */
export const TREE_STATE = {
  idBytes: 0,
  nodes: 1,
  rows: 2,
  parents: 3,
  flags: 4,
  entriesAt: 5,
  lengths: 6,
  sizes: 7,
  listsOfNodes: 8,
  depths: 9,
  outcomes: 10,
  toldRows: 11,
  toldBases: 12,
  toldEnds: 13,
  maxTree: 14,
  maxEntries: 15,
  maxEdges: 16,
  maxEntryBytes: 17,
  maxPayload: 18,
  /** Two numbers of 64 bits. */
  seeds: 20,
  node: 24,
  payloadOf: 25,
  payloadAt: 26,
  payloadLength: 27,
  wanted: 28,
  wantedBytes: 29,
  told: 30,
  edgesTold: 31,
  entryCount: 32,
  headCount: 33,
  /** Address and number of elements of each room that grows. */
  rooms: 40,
} as const;

/** Numbers of rooms that the host reads. */
export const TREE_ROOM = { edges: 7, heads: 8, headText: 9, entries: 10 } as const;
export const TREE_ROOMS = 11;

/** What `readTrees` asks for: nothing more, the payload of a node, a room or, from `list` on, that of a list. */
export const TREE_ASKS = { nothing: 0, payload: 1, room: 2, list: 64 } as const;

/** What came of a node. */
export const TREE_OUTCOME = { built: 0, damaged: 1, limited: 2 } as const;

/** Bit of a head that says that its object is one of another repository. */
export const FOREIGN_HEAD = 1;

/** Columns of heads and entries in words for each element that there is room for: see assembly/tree-entries.ts. */
export const TREE_COLUMNS = { headMeta: 2, entryIds: 4 } as const;
