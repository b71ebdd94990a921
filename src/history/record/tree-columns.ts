import { OBJECT_TYPE } from '../../git/pack/object-table.ts';
import type { ObjectTable } from '../../git/pack/object-table.ts';
import { ByteInterner } from '../../git/trees/byte-interner.ts';
import { NONE } from '../../git/trees/parts.ts';
import type { TreeEdgesPart } from '../../git/trees/parts.ts';
import { checkBelow, checkEnds, DamagedRecord } from './columns.ts';
import type { ColumnReader, ColumnWriter } from './columns.ts';
import type { KnownIds } from './known-ids.ts';

/** Trees as a record has them: as in {@link TreeEdgesPart}, but for rows there are places among the record's ids. */
export type TreeColumns = Pick<
  TreeEdgesPart,
  'rows' | 'bases' | 'ends' | 'edges' | 'names' | 'children' | 'nameBytes' | 'nameEnds'
>;

export function writeTrees(part: TreeColumns, { columns }: ObjectTable, writer: ColumnWriter): void {
  const { idsByRow } = columns;
  const place = (row: number): number => (row === NONE ? NONE : idsByRow[row]!);
  writer.add(part.rows.map(place), part.bases.map(place), part.ends, part.edges);
  writer.add(part.names, part.children.map(place), part.nameBytes, part.nameEnds);
}

/** @throws DamagedRecord when the columns do not fit each other. */
export function readTrees(reader: ColumnReader, ids: number): TreeColumns {
  const [rows, bases, ends, edges] = [reader.words(), reader.words(), reader.words(), reader.words()];
  const [names, children, nameBytes, nameEnds] = [reader.words(), reader.words(), reader.bytes(), reader.words()];
  if (bases.length !== rows.length || ends.length !== rows.length || children.length !== names.length) {
    throw new DamagedRecord('columns of trees of different lengths');
  }
  checkEnds(ends, edges.length);
  checkEnds(nameEnds, nameBytes.length);
  checkBelow(rows, ids);
  checkBelow(names, nameEnds.length);
  checkBelow(edges, children.length, { shift: 1 });
  checkBelow(bases, ids, { except: NONE });
  checkBelow(children, ids, { except: NONE });
  return { rows, bases, ends, edges, names, children, nameBytes, nameEnds };
}

/**
 * The recorded trees that the repository still has, each with all trees that it is told relative to: without those,
 * what is told of it says nothing. What a tree names and the repository has no more is told as absent, as it would be
 * if the tree were read now.
 *
 * @param emptyTree Id of the tree without entries, which is never absent.
 */
export function recallTrees(
  trees: TreeColumns,
  ids: KnownIds,
  table: ObjectTable,
  emptyTree: Uint8Array,
): TreeEdgesPart {
  const kept = keptTrees(trees, ids, table.columns.types);
  const rowOf = (place: number): number => (place === NONE ? NONE : ids.rows[place]!);
  const all: TreeEdgesPart = {
    rows: trees.rows.map(rowOf),
    bases: trees.bases.map(rowOf),
    ends: trees.ends,
    edges: trees.edges,
    names: trees.names,
    children: trees.children.map(rowOf),
    nameBytes: trees.nameBytes,
    nameEnds: trees.nameEnds,
    absent: new Uint8Array(0),
    damaged: new Uint32Array(0),
    limited: new Uint32Array(0),
  };
  const isWhole =
    !kept.includes(0) && all.children.every((row, entry) => row !== NONE || trees.children[entry] === NONE);
  if (isWhole) return all;
  const absent = new ByteInterner();
  const part = onlySome(all, kept, (entry) => {
    if (trees.children[entry] !== NONE) addAbsent(absent, trees.children[entry]!, ids, emptyTree);
  });
  return { ...part, absent: absent.bytes.slice(0, absent.size) };
}

/**
 * Leaves trees and entries out: those that are not kept, and those of which the object is not there.
 *
 * @param onAbsent Told of each entry of a kept tree of which the object is not there.
 */
function onlySome(part: TreeEdgesPart, kept: Uint8Array, onAbsent: (entry: number) => void): TreeEdgesPart {
  const isKept = (_: number, tree: number): boolean => kept[tree] === 1;
  const named = new Uint8Array(part.children.length);
  const edges = new Uint32Array(part.edges.length);
  const ends: number[] = [];
  let length = 0;
  for (let tree = 0, at = 0; tree < kept.length; tree++) {
    const end = part.ends[tree]!;
    for (; at < end && kept[tree] === 1; at++) {
      const edge = part.edges[at]!;
      const entry = edge >>> 1;
      if (part.children[entry] !== NONE) {
        named[entry] = 1;
        edges[length++] = edge;
      } else if ((edge & 1) === 0) {
        onAbsent(entry);
      }
    }
    at = end;
    if (kept[tree] === 1) ends.push(length);
  }
  return {
    ...part,
    rows: part.rows.filter(isKept),
    bases: part.bases.filter(isKept),
    ends: Uint32Array.from(ends),
    edges: edges.slice(0, length),
    // Entries that only trees name which are gone are of no use any more.
    children: part.children.map((child, entry) => (named[entry] === 1 ? child : NONE)),
  };
}

/** Adds an id of a record to those that are named and not there. */
export function addAbsent(
  absent: ByteInterner,
  place: number,
  { oids, idBytes }: KnownIds,
  emptyTree: Uint8Array,
): void {
  const at = place * idBytes;
  if (emptyTree.every((byte, index) => oids[at + index] === byte)) return;
  absent.intern(oids, at, at + idBytes);
}

const STATE = { unseen: 0, open: 1, kept: 2, lost: 3 } as const;

/** One element a tree: 1 where it and all that it is told relative to are there. */
function keptTrees({ rows: own, bases }: TreeColumns, { rows }: KnownIds, types: Uint8Array): Uint8Array {
  /** By place among the ids: the tree, plus one. */
  const treeAt = new Uint32Array(rows.length);
  for (let tree = 0; tree < own.length; tree++) treeAt[own[tree]!] = tree + 1;
  const states = new Uint8Array(own.length);
  const chain: number[] = [];
  for (let first = 0; first < own.length; first++) {
    let tree = first;
    let state: number = STATE.kept;
    for (;;) {
      // Met again on its own way: differences that go round in a circle.
      state = states[tree] === STATE.open ? STATE.lost : states[tree]!;
      if (state !== STATE.unseen) break;
      states[tree] = STATE.open;
      chain.push(tree);
      const row = rows[own[tree]!]!;
      const base = bases[tree]!;
      const isThere = row !== NONE && types[row] === OBJECT_TYPE.tree && treeAt[own[tree]!] === tree + 1;
      const next = base === NONE ? 0 : treeAt[base]!;
      if (!isThere || next === 0) {
        state = isThere && base === NONE ? STATE.kept : STATE.lost;
        break;
      }
      tree = next - 1;
    }
    for (const each of chain) states[each] = state;
    chain.length = 0;
  }
  return states.map((state) => (state === STATE.kept ? 1 : 0));
}
