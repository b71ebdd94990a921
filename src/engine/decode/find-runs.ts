import type { Kernel, Room } from '../../kernel/kernel.ts';
import type { Text } from '../text.ts';
import type { Windows } from '../windows.ts';
import type { EncodedRun } from './encoded-run.ts';

/** As the kernel numbers them. */
const KINDS: readonly EncodedRun['kind'][] = ['base64', 'hex', 'percent', 'escape'];
/** Runs found in one go, each in four words. */
const ROOM = 1024;
const WORDS = 4;
const NONE: readonly EncodedRun[] = [];

/** Finds the encoded runs that begin in the windows of texts. */
export class RunFinder {
  readonly #kernel: Kernel;
  readonly #out: Room;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#out = kernel.take(ROOM * WORDS * Uint32Array.BYTES_PER_ELEMENT);
  }

  find(text: Text, windows: Windows): readonly EncodedRun[] {
    const { calls } = this.#kernel;
    const { address } = text.room;
    const { address: out } = this.#out;
    let found = calls.findRunsIn(address, windows.address, windows.count, text.length, out, ROOM);
    if (found === 0) return NONE;
    const runs: EncodedRun[] = [];
    for (;;) {
      const count = found < 0 ? ~found : found;
      const words = new Uint32Array(this.#kernel.memory.buffer, out, count * WORDS);
      for (let at = 0; at < words.length; at += WORDS) {
        const kind = KINDS[words[at]!]!;
        runs.push({ kind, start: words[at + 1]!, end: words[at + 2]!, wrapped: words[at + 3] === 1 });
      }
      if (found >= 0) return runs;
      found = calls.findMoreRunsIn(address, windows.address, windows.count, text.length, out, ROOM);
    }
  }
}
