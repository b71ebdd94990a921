import { createHash } from 'node:crypto';
import type { Gap } from '../../../../src/git/gap.ts';
import { NODE } from '../../../../src/git/pack/delta-unit.ts';
import { OBJECT_TYPE, ObjectTable } from '../../../../src/git/pack/object-table.ts';
import type { ObjectType } from '../../../../src/git/pack/object-table.ts';
import { attributeBlobs } from '../../../../src/git/trees/attribute-blobs.ts';
import type { AttributionInput } from '../../../../src/git/trees/attribute-blobs.ts';
import { CommitUnit } from '../../../../src/git/trees/commit-unit.ts';
import { Commits } from '../../../../src/git/trees/commits.ts';
import type { BlobHistory } from '../../../../src/git/trees/introduction.ts';
import { findReached } from '../../../../src/git/trees/reach.ts';
import { TreeEdges } from '../../../../src/git/trees/tree-edges.ts';
import { readTreeUnit } from '../../../../src/git/trees/tree-unit.ts';
import { deltaBetween } from './make-delta.ts';

type Entries = Readonly<Record<string, string>>;
interface Stored {
  readonly type: ObjectType;
  readonly bytes: Buffer;
}

/** Objects made up in memory, as they would come out of a pack, whatever nonsense they may be. */
export class MemoryRepository {
  readonly #objects = new Map<string, Stored>();
  readonly #bases = new Map<string, string>();
  #clock = 1_700_000_000;

  /** Stores an object; gives its id. `oid` lies about it. */
  add(type: ObjectType, bytes: Buffer, oid: string = oidOf(type, bytes)): string {
    this.#objects.set(oid, { type, bytes });
    return oid;
  }

  blob(text: string): string {
    return this.add(OBJECT_TYPE.blob, Buffer.from(text));
  }

  /** A tree of names and ids. What has a mode names it before the name: `160000 vendor`. */
  tree(entries: Entries, oid?: string): string {
    const parts = Object.entries(entries).map(([name, id]) => {
      const mode = this.#objects.get(id)?.type === OBJECT_TYPE.tree ? '40000' : '100644';
      return Buffer.concat([
        Buffer.from(`${/^\d{5,6} /.test(name) ? name : `${mode} ${name}`}\0`),
        Buffer.from(id, 'hex'),
      ]);
    });
    return this.add(OBJECT_TYPE.tree, Buffer.concat(parts), oid);
  }

  commit(tree: string, parents: readonly string[] = [], seconds: number = (this.#clock += 60)): string {
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author Ada Example <ada@example.org> ${seconds} +0100`,
      `committer Ada Example <ada@example.org> ${seconds} +0100`,
      '',
      `at ${this.#objects.size}`,
    ];
    return this.add(OBJECT_TYPE.commit, Buffer.from(lines.join('\n')));
  }

  tag(oid: string): string {
    return this.add(OBJECT_TYPE.tag, Buffer.from(`object ${oid}\ntype any\ntag ${oid.slice(0, 5)}\n\n`));
  }

  /** Stores a tree as a delta of another one. */
  storeAsDelta(oid: string, base: string): void {
    this.#bases.set(oid, base);
  }

  /** The object table, with nothing but ids and types in it. */
  table(): ObjectTable {
    return memoryTable([...this.#objects].map(([oid, { type }]) => [oid, type]));
  }

  /** Reads it all, as workers and the main thread do between them. */
  read(refs: readonly string[], head?: string): Omit<AttributionInput, 'blobs'> & { readonly gaps: readonly Gap[] } {
    const table = this.table();
    const gaps: Gap[] = [];
    const report = (gap: Gap): number => gaps.push(gap);
    const trees = new TreeEdges(table);
    const commitUnit = new CommitUnit(table);
    const built = new Set<string>(this.#bases.values());
    for (const [oid, { type, bytes }] of this.#objects) {
      const row = table.indexOfHex(oid);
      if (type === OBJECT_TYPE.commit || type === OBJECT_TYPE.tag) commitUnit.take(row, bytes);
      if (type === OBJECT_TYPE.tree && (!this.#bases.has(oid) || !built.has(oid))) {
        trees.add(this.#readChain(table, oid));
      }
    }
    trees.finish(report);
    const commits = new Commits(table.length, table.idBytes);
    commits.add(commitUnit.part());
    commits.finish();
    const reached = findReached(
      commits,
      table.length,
      refs.map((oid) => table.indexOfHex(oid)),
    );
    const headRow = head === undefined ? {} : { head: table.indexOfHex(head) };
    return { table, trees, commits, reached, report, gaps, ...headRow };
  }

  /** A unit of the tree and all that it builds on, root first; each is told of, more than once where chains meet. */
  #readChain(table: ObjectTable, oid: string): ReturnType<typeof readTreeUnit> {
    const chain = [oid];
    for (let base = this.#bases.get(oid); base !== undefined; base = this.#bases.get(base)) chain.unshift(base);
    const bytes = chain.map((each) => this.#objects.get(each)!.bytes);
    const unit = {
      length: chain.length,
      rows: Uint32Array.from(chain, (each) => table.indexOfHex(each)),
      parents: Int32Array.from(chain, (_, node) => node - 1),
      flags: Uint8Array.from(chain, (_, node) => NODE.last + (node === chain.length - 1 ? NODE.leaf : 0)),
    };
    const inflate = (node: number): Uint8Array =>
      node === 0 ? bytes[0]! : deltaBetween(bytes[node - 1]!, bytes[node]!);
    return readTreeUnit(unit, { inflate }, table);
  }

  /** The history of the blobs, by id. */
  attribute(
    blobs: readonly string[],
    { refs, head, maxSteps }: { readonly refs: readonly string[]; readonly head?: string; readonly maxSteps?: number },
  ): { readonly of: (blob: string) => BlobHistory; readonly gaps: readonly Gap[] } {
    const input = this.read(refs, head);
    const rows = blobs.map((blob) => input.table.indexOfHex(blob));
    const found = attributeBlobs({ ...input, blobs: rows, ...(maxSteps === undefined ? {} : { maxSteps }) });
    return { of: (blob) => found.get(input.table.indexOfHex(blob))!, gaps: input.gaps };
  }
}

/** A table of ids and types, rows in the order given. */
export function memoryTable(objects: readonly (readonly [oid: string, type: ObjectType])[]): ObjectTable {
  const { length } = objects;
  const sorted = objects.map(([oid], row) => ({ oid, row })).sort((a, b) => (a.oid < b.oid ? -1 : 1));
  const rowsById = Uint32Array.from(sorted, ({ row }) => row);
  const idsByRow = new Uint32Array(length);
  for (const [id, row] of rowsById.entries()) idsByRow[row] = id;
  const fanout = new Uint32Array(257);
  for (const { oid } of sorted) fanout[Number.parseInt(oid.slice(0, 2), 16) + 1]!++;
  for (let value = 0; value < 256; value++) fanout[value + 1]! += fanout[value]!;
  return new ObjectTable({
    format: objects[0]?.[0].length === 64 ? 'sha256' : 'sha1',
    length,
    packs: [],
    folders: [],
    oids: Buffer.concat(sorted.map(({ oid }) => Buffer.from(oid, 'hex'))),
    fanout,
    rowsById,
    idsByRow,
    types: Uint8Array.from(objects, ([, type]) => type),
    packOf: new Uint16Array(length),
    offsets: new Float64Array(length),
    lengths: new Uint32Array(length),
    sizes: new Uint32Array(length),
    bases: new Int32Array(length).fill(-1),
    problems: new Uint8Array(length),
  });
}

const NAMES = ['', 'commit', 'tree', 'blob', 'tag'];

function oidOf(type: ObjectType, bytes: Uint8Array): string {
  return createHash('sha1').update(`${NAMES[type]} ${bytes.length}\0`).update(bytes).digest('hex');
}
