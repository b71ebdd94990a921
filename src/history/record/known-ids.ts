import { compareIds } from '../../git/pack/object-table.ts';
import type { ObjectTable } from '../../git/pack/object-table.ts';
import { NONE } from '../../git/trees/parts.ts';
import { DamagedRecord } from './columns.ts';

/** The objects that a record speaks of, by their places among its ids. */
export interface KnownIds {
  /** Ids, ascending, one after the other. */
  readonly oids: Uint8Array;
  readonly idBytes: number;
  /** For each id the row that the table has for it now; {@link NONE} where the object is there no more. */
  readonly rows: Uint32Array;
}

/**
 * Finds the rows of recorded ids, in one pass over these and those of the table.
 *
 * @throws DamagedRecord when the ids do not ascend.
 */
export function knownIds(oids: Uint8Array, table: ObjectTable): KnownIds {
  const { idBytes, columns } = table;
  const { rowsById } = columns;
  if (oids.length % idBytes !== 0) throw new DamagedRecord('a cut id');
  const isSame = equality(oids, columns.oids, idBytes);
  const rows = new Uint32Array(oids.length / idBytes).fill(NONE);
  let place = 0;
  for (let known = 0; known < rows.length; known++) {
    // Mostly nothing came between two ids, or between two of the table: then they are compared word by word alone.
    if (place >= table.length || !isSame(known, place)) {
      const at = known * idBytes;
      while (place < table.length && compareIds(columns.oids, place * idBytes, oids, at, idBytes) < 0) place++;
      if (known > 0 && compareIds(oids, at - idBytes, oids, at, idBytes) >= 0)
        throw new DamagedRecord('ids out of order');
      if (place >= table.length || !isSame(known, place)) continue;
    }
    rows[known] = rowsById[place++]!;
  }
  return { oids, idBytes, rows };
}

/** Compares ids of two lists by their places, four bytes at a time. */
function equality(a: Uint8Array, b: Uint8Array, idBytes: number): (atA: number, atB: number) => boolean {
  const width = idBytes / 4;
  const wordsA = new Uint32Array(a.buffer, a.byteOffset, a.byteLength / 4);
  const wordsB = new Uint32Array(b.buffer, b.byteOffset, b.byteLength / 4);
  return (atA, atB) => {
    for (let from = atA * width, other = atB * width, end = from + width; from < end; from++, other++) {
      if (wordsA[from] !== wordsB[other]) return false;
    }
    return true;
  };
}
