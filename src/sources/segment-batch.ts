import type { Segment } from '../model/segment.ts';

/** Bytes of a batch of small files; a larger file is a batch of its own. */
const BATCH_BYTES = 2 * 1024 * 1024;
/** Segments of a batch, however small they are. */
const BATCH_SEGMENTS = 4096;

/**
 * Collects segments into batches. All segments of a batch share one ArrayBuffer that nothing else uses, so that it can
 * be handed to another thread whole.
 */
export class SegmentBatch {
  #buffer = new Uint8Array(0);
  #used = 0;
  #segments: Segment[] = [];

  /** False when the batch should be taken before `size` more bytes are reserved. */
  fits(size: number): boolean {
    if (this.#segments.length === 0) return true;
    return this.#segments.length < BATCH_SEGMENTS && this.#used + size <= this.#buffer.length;
  }

  /** Room for `size` bytes, which must fit. An empty batch takes any size. */
  reserve(size: number): Uint8Array<ArrayBuffer> {
    if (this.#segments.length === 0 && size > this.#buffer.length) {
      this.#buffer = new Uint8Array(Math.max(size, BATCH_BYTES));
    }
    return this.#buffer.subarray(this.#used, this.#used + size);
  }

  /** Adds a segment whose bytes stand at the beginning of the room last reserved. */
  add(segment: Segment): void {
    this.#used += segment.bytes.length;
    this.#segments.push(segment);
  }

  /** The batch so far; the next begins empty. */
  drain(): readonly Segment[] {
    const segments = this.#segments;
    this.#segments = [];
    this.#buffer = new Uint8Array(0);
    this.#used = 0;
    return segments;
  }
}
