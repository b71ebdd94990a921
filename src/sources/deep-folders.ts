import { closeSync, constants, openSync } from 'node:fs';

/** Bytes of a path after which the rest is reached through its folder; Linux takes 4,096, see limits.h. */
const LONG_PATH = 3000;
const MAX_OPEN = 256;

/**
 * Reaches folders whose path is longer than the system takes in one call, where it has /proc: a folder on the way is
 * held open and the path goes on from its descriptor. Close it when the walk is over.
 */
export class DeepFolders {
  readonly #descriptors: number[] = [];

  /** The same folder under a short name, where its own is long and there is one; otherwise as it was given. */
  shorten(disk: string | Buffer): string | Buffer {
    if (process.platform !== 'linux' || Buffer.byteLength(disk) < LONG_PATH) return disk;
    if (this.#descriptors.length >= MAX_OPEN) return disk;
    try {
      const descriptor = openSync(disk, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
      this.#descriptors.push(descriptor);
      return `/proc/self/fd/${descriptor}`;
    } catch {
      // Listing the folder fails in the same way, and is reported there.
      return disk;
    }
  }

  close(): void {
    for (const descriptor of this.#descriptors.splice(0)) closeSync(descriptor);
  }
}
