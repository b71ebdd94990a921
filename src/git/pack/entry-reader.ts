import { BittingError } from '../../model/errors.ts';
import { looseObjectPath } from './loose-objects.ts';
import { RegularFile, UnusableFile, whyNot } from './regular-file.ts';

const BLOCK_BYTES = 256 * 1024;
/** Blocks that are kept: 16 MiB. */
const MAX_BLOCKS = 64;
/** Packs open at a time. */
const MAX_OPEN = 64;
/** Blocks of a pack that can be told apart: 256 TiB. */
const BLOCKS_OF_A_PACK = 2 ** 30;

/**
 * Reads entries of packs, and loose objects, still compressed. Keeps the blocks that were read last, since deltas stand
 * near their bases. Made for one worker: it reads synchronously. Close it.
 *
 * Throws a {@link BittingError} that names the file when one cannot be read, as when a repack has removed it since; the
 * objects in it are to be asked of git then.
 */
export class EntryReader {
  readonly #packs: readonly string[];
  readonly #folders: readonly string[];
  /** Packs that are open, the one used longest ago first. */
  readonly #open = new Map<number, RegularFile>();
  /** Blocks by pack and place, the one used longest ago first. */
  readonly #blocks = new Map<number, { readonly bytes: Uint8Array; length: number }>();
  /** Where the block used last begins, and its pack; nearly every second read is of it. */
  #lastKey = -1;
  #last: { readonly bytes: Uint8Array; length: number } | undefined;

  /** Paths by the numbers that the object table has for packs and object folders. */
  constructor(packs: readonly string[], folders: readonly string[]) {
    this.#packs = packs;
    this.#folders = folders;
  }

  /**
   * Puts `length` bytes of a pack from `offset` on into `target` at `at`. Gives how many there were: fewer only where
   * the pack ends before, which it did not when it was tabulated.
   */
  read(pack: number, offset: number, length: number, target: Uint8Array, at: number): number {
    let done = 0;
    while (done < length) {
      const position = offset + done;
      const block = Math.floor(position / BLOCK_BYTES);
      const within = position - block * BLOCK_BYTES;
      const left = length - done;
      if (within === 0 && left >= BLOCK_BYTES && !this.#blocks.has(pack * BLOCKS_OF_A_PACK + block)) {
        // Whole blocks of a large entry are used once.
        const whole = left - (left % BLOCK_BYTES);
        const count = this.#readPack(pack, target, at + done, whole, position);
        done += count;
        if (count < whole) break;
        continue;
      }
      const { bytes, length: filled } = this.#block(pack, block);
      const count = Math.min(left, filled - within);
      if (count <= 0) break;
      target.set(bytes.subarray(within, within + count), at + done);
      done += count;
    }
    return done;
  }

  /** The same past the blocks: for who reads much at once, in the order in which it stands. */
  readThrough(pack: number, offset: number, length: number, target: Uint8Array, at: number): number {
    return this.#readPack(pack, target, at, length, offset);
  }

  /** Puts up to `length` bytes of a loose object's file into `target` at `at`; gives how many there were. */
  readLoose(folder: number, oid: string, length: number, target: Uint8Array, at: number): number {
    const path = looseObjectPath(this.#folders[folder] ?? '', oid);
    let file: RegularFile | undefined;
    try {
      file = new RegularFile(path);
      return file.read(target, at, length, 0);
    } catch (error) {
      throw unreadable(path, error);
    } finally {
      file?.close();
    }
  }

  close(): void {
    for (const file of this.#open.values()) file.close();
    this.#open.clear();
    this.#blocks.clear();
    this.#lastKey = -1;
    this.#last = undefined;
  }

  #block(pack: number, block: number): { readonly bytes: Uint8Array; readonly length: number } {
    const key = pack * BLOCKS_OF_A_PACK + block;
    if (key === this.#lastKey && this.#last !== undefined) return this.#last;
    let found = this.#blocks.get(key);
    if (found === undefined) {
      found = this.#takeOldest() ?? { bytes: new Uint8Array(BLOCK_BYTES), length: 0 };
      found.length = this.#readPack(pack, found.bytes, 0, BLOCK_BYTES, block * BLOCK_BYTES);
    } else {
      this.#blocks.delete(key);
    }
    this.#blocks.set(key, found);
    this.#lastKey = key;
    this.#last = found;
    return found;
  }

  /** When there are as many blocks as may be kept: takes the one used longest ago out, to be filled anew. */
  #takeOldest(): { readonly bytes: Uint8Array; length: number } | undefined {
    if (this.#blocks.size < MAX_BLOCKS) return undefined;
    const [oldest] = this.#blocks;
    if (oldest === undefined) return undefined;
    this.#blocks.delete(oldest[0]);
    return oldest[1];
  }

  #readPack(pack: number, target: Uint8Array, at: number, length: number, position: number): number {
    const path = this.#packs[pack] ?? '';
    try {
      return this.#file(pack, path).read(target, at, length, position);
    } catch (error) {
      throw unreadable(path, error);
    }
  }

  #file(pack: number, path: string): RegularFile {
    let file = this.#open.get(pack);
    if (file === undefined) {
      file = new RegularFile(path);
      const [oldest] = this.#open;
      if (oldest !== undefined && this.#open.size >= MAX_OPEN) {
        this.#open.delete(oldest[0]);
        oldest[1].close();
      }
      this.#open.set(pack, file);
    }
    return file;
  }
}

function unreadable(path: string, error: unknown): Error {
  if (!(error instanceof UnusableFile || (error instanceof Error && 'code' in error))) return error as Error;
  return new BittingError('BITTING_E_GIT', `${path} could not be read: ${whyNot(error)}.`, { cause: error });
}
