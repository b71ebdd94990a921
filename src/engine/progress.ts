/**
 * What a worker is doing, in memory that the main thread sees too: [index of the segment within its batch, index of the
 * detector or -1, a count that goes up with every sign of life]. All are -1 until the batch is begun.
 */
export type BatchProgress = Int32Array<SharedArrayBuffer>;

/** Batches that go on, but for ever, are ended after this many times the time allowed without a sign. */
const TOTAL = 10;
const CHECKS = 8;
const LONGEST_CHECK_MS = 500;

export function newProgress(): BatchProgress {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)).fill(-1);
}

export function hasBegun(progress: BatchProgress): boolean {
  return Atomics.load(progress, 0) !== -1;
}

/**
 * Calls `onStuck` once when a batch that was begun shows no change for `silentMs`, or takes ten times as long in all.
 * Time spent waiting for a worker does not count.
 *
 * @returns Ends the watch.
 */
export function watchProgress(progress: BatchProgress, silentMs: number, onStuck: () => void): () => void {
  let seen = '';
  let changed = 0;
  let begun: number | undefined;
  const timer = setInterval(
    () => {
      if (!hasBegun(progress)) return;
      const now = performance.now();
      begun ??= now;
      const state = progress.join(' ');
      if (state !== seen) {
        seen = state;
        changed = now;
      }
      if (now - changed < silentMs && now - begun < TOTAL * silentMs) return;
      clearInterval(timer);
      onStuck();
    },
    Math.min(LONGEST_CHECK_MS, Math.ceil(silentMs / CHECKS)),
  );
  return () => clearInterval(timer);
}
