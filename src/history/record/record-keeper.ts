import { NODE } from '../../git/pack/delta-unit.ts';
import { OBJECT_TYPE } from '../../git/pack/object-table.ts';
import type { ObjectTable } from '../../git/pack/object-table.ts';
import { ByteInterner } from '../../git/trees/byte-interner.ts';
import type { CommitsPart, TreeEdgesPart } from '../../git/trees/parts.ts';
import type { TreeEdges } from '../../git/trees/tree-edges.ts';
import type { ObjectFindings } from '../object-findings.ts';
import type { ScannedUnit } from '../object-scanner.ts';
import type { UnitPayload, UnitResult } from '../tasks.ts';
import { DamagedRecord } from './columns.ts';
import { joinCommits } from './commit-columns.ts';
import { STATE, recallRecord, writeRecord } from './history-record.ts';
import type { Recalled } from './history-record.ts';
import type { LeftScan } from './left-scans.ts';
import type { TreeColumns } from './tree-columns.ts';

/** Keeps records between runs; src/store/scan-store.ts is one. Neither of its methods fails because of what it keeps. */
export interface RecordStore {
  load(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  save(name: string, parts: readonly Uint8Array[]): Promise<void>;
  /** Told why a record is of no use. */
  readonly warn: (sentence: string) => void;
}

/** Where a run keeps what it knows of histories, and what is good for the next one. */
export interface KeepRecords {
  readonly store: RecordStore;
  /** Differs wherever scanning the same object may give something else: detectors, limits, fingerprint key, engine. */
  readonly key: string;
  /** Least time between two records written while a history is read, in milliseconds. */
  readonly everyMs?: number;
}

/** What has been put together so far of a history that is being read. */
interface Known {
  readonly found: readonly ObjectFindings[];
  readonly problems: ScannedUnit['problems'];
  readonly trees: TreeEdges;
}

const EVERY_MS = 30_000;
/** Writing records may take this part of the time. */
const SHARE = 1 / 20;
/** Ids that are named and not there: beyond this many, what names them is not recorded. */
const MAX_ABSENT = 2 ** 20;

const NO_TREES: TreeColumns = {
  rows: new Uint32Array(0),
  bases: new Uint32Array(0),
  ends: new Uint32Array(0),
  edges: new Uint32Array(0),
  names: new Uint32Array(0),
  children: new Uint32Array(0),
  nameBytes: new Uint8Array(0),
  nameEnds: new Uint32Array(0),
};

/** Notes what becomes of each object of a repository, and keeps a record of it in a store. */
export class RecordKeeper {
  readonly #table: ObjectTable;
  readonly #name: string;
  readonly #records: KeepRecords;
  readonly #boundary: ReadonlySet<number>;
  #states: Uint8Array;
  #lengths: Uint32Array;
  #leftScans = new Map<number, LeftScan>();
  readonly #commits: CommitsPart[] = [];
  readonly #absentOfTrees = new ByteInterner();
  readonly #absentOfCommits = new ByteInterner();
  #isChanged = true;
  #saved = performance.now();
  #cost = 0;
  #saving: Promise<void> | undefined;

  /** @param name What the repository is known by. */
  constructor(table: ObjectTable, name: string, boundary: Iterable<number>, records: KeepRecords) {
    this.#table = table;
    this.#name = name;
    this.#records = records;
    this.#boundary = new Set(boundary);
    this.#states = new Uint8Array(table.length);
    this.#lengths = new Uint32Array(table.length);
  }

  /** What an earlier run recorded, as far as it holds; undefined where there is nothing of use. */
  async recall(): Promise<Recalled | undefined> {
    const { store, key } = this.#records;
    const bytes = await store.load(this.#name);
    if (bytes === undefined) return undefined;
    try {
      const recalled = recallRecord(bytes, this.#table, key, this.#boundary);
      this.#states = recalled.states;
      this.#lengths = recalled.lengths;
      this.#isChanged = !recalled.isCurrent;
      this.#leftScans = new Map(recalled.leftScans);
      if (recalled.commits !== undefined) this.#noteCommits(recalled.commits);
      this.#noteAbsent(this.#absentOfTrees, recalled.trees?.absent);
      return recalled;
    } catch (error) {
      if (!(error instanceof DamagedRecord)) throw error;
      store.warn(`A record in the store cannot be used (${error.message}); the repository is read anew.`);
      return undefined;
    }
  }

  /** Notes what a worker made of a unit. */
  take({ kind, unit }: UnitPayload, { scanned, commits, trees }: UnitResult): void {
    this.#isChanged = true;
    this.#noteAbsent(this.#absentOfTrees, trees?.absent);
    if (commits !== undefined) this.#noteCommits(commits);
    if (scanned === undefined) return;
    const failed = new Set(scanned.fallback);
    for (let node = 0; node < unit.length; node++) {
      if ((unit.flags[node]! & NODE.context) !== 0) continue;
      const row = unit.rows[node]!;
      this.#lengths[row] = scanned.lengths[node]!;
      if (!failed.has(row)) this.#states[row] = STATE.scanned;
      else if (kind === 'blobs') this.#states[row] = STATE.left;
    }
  }

  /** Notes blobs that no unit has, because they are too large or built on such. */
  leave(rows: Iterable<number>): void {
    for (const row of rows) {
      this.#states[row] = STATE.left;
      this.#isChanged = true;
    }
  }

  /** Notes a tree that git read for us. Commits that git has to read are read in each run. */
  takeTree({ absent }: TreeEdgesPart): void {
    this.#isChanged = true;
    this.#noteAbsent(this.#absentOfTrees, absent);
  }

  /** What an earlier run made of an object that git has to read, where it was judged at the same paths. */
  leftScan(row: number, paths: readonly string[]): LeftScan | undefined {
    const scan = this.#leftScans.get(row);
    const isSame = scan?.paths.length === paths.length && scan.paths.every((path, index) => path === paths[index]);
    return isSame ? scan : undefined;
  }

  /** Notes what was made of objects that git had to read. */
  takeLeft(scans: ReadonlyMap<number, LeftScan>): void {
    for (const [row, scan] of scans) {
      this.#leftScans.set(row, scan);
      this.#isChanged = true;
    }
  }

  /** One element a row: 1 for what has to be read still. */
  unread(trees: TreeEdges): Uint8Array {
    const { types } = this.#table.columns;
    return this.#states.map((state, row) => {
      const isKnown = types[row] === OBJECT_TYPE.tree ? trees.numberOf(row) >= 0 : state !== STATE.unread;
      return isKnown ? 0 : 1;
    });
  }

  /** Blobs to be read through git. */
  left(): readonly number[] {
    const rows: number[] = [];
    const states = this.#states;
    for (let row = states.indexOf(STATE.left); row >= 0; row = states.indexOf(STATE.left, row + 1)) rows.push(row);
    return rows;
  }

  /** Objects scanned, by type, and their bytes. */
  scanned(): { readonly blobs: number; readonly bytes: number } {
    const { types } = this.#table.columns;
    const states = this.#states;
    const lengths = this.#lengths;
    let blobs = 0;
    let bytes = 0;
    for (let row = 0; row < states.length; row++) {
      if (states[row] !== STATE.scanned) continue;
      if (types[row] === OBJECT_TYPE.blob) blobs++;
      bytes += lengths[row]!;
    }
    return { blobs, bytes };
  }

  /** Keeps what is known so far, when the last time is long enough ago. */
  tick(known: Known): void {
    const since = performance.now() - this.#saved;
    if (this.#saving !== undefined || since < Math.max(this.#records.everyMs ?? EVERY_MS, this.#cost / SHARE)) return;
    this.#saving = this.#save(known);
  }

  /** Keeps what is known, where that is more than is kept already. */
  async save(known: Known): Promise<void> {
    await this.#saving;
    if (this.#isChanged) await this.#save(known);
  }

  async #save({ found, problems, trees }: Known): Promise<void> {
    const begun = performance.now();
    this.#isChanged = false;
    const states = this.#statesToKeep();
    const absent = { trees: bytesOf(this.#absentOfTrees), commits: bytesOf(this.#absentOfCommits) };
    const record = {
      states,
      lengths: this.#lengths,
      found,
      problems,
      trees: isFull(this.#absentOfTrees) ? NO_TREES : trees.whole(),
      commits: joinCommits(this.#commits, (row) => states[row] === STATE.scanned),
      absent,
      leftScans: this.#leftScans,
    };
    await this.#records.store.save(this.#name, writeRecord(record, this.#table, this.#records.key));
    this.#saved = performance.now();
    this.#cost = this.#saved - begun;
    this.#saving = undefined;
  }

  /** Without commits of which it is not known for long what they name. */
  #statesToKeep(): Uint8Array {
    const { types } = this.#table.columns;
    const leavesOut = isFull(this.#absentOfCommits);
    return this.#states.map((state, row) =>
      this.#boundary.has(row) || (leavesOut && types[row] !== OBJECT_TYPE.blob) ? STATE.unread : state,
    );
  }

  #noteCommits(part: CommitsPart): void {
    this.#commits.push(part);
    this.#noteAbsent(this.#absentOfCommits, part.absent);
  }

  #noteAbsent(absent: ByteInterner, ids: Uint8Array = new Uint8Array(0)): void {
    const { idBytes } = this.#table;
    for (let at = 0; at < ids.length && !isFull(absent); at += idBytes) absent.intern(ids, at, at + idBytes);
  }
}

function isFull(absent: ByteInterner): boolean {
  return absent.length > MAX_ABSENT;
}

/** Where there are too many to record, nothing is recorded that names them. */
function bytesOf(absent: ByteInterner): Uint8Array {
  return isFull(absent) ? new Uint8Array(0) : absent.bytes.slice(0, absent.size);
}
