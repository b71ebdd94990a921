import type { CompiledDetectors } from './compile.ts';
import type { EngineLimits } from './limits.ts';

/** How often a byte may be looked at by one detector: a window of usual size at an anchor every five bytes. */
const WINDOWS_OF_A_BYTE = 128;

const NONE: readonly { readonly what: string }[] = [];

/** What one segment may still cost, and what was left undone because a limit was met. */
export class SegmentBudget {
  readonly #limits: EngineLimits;
  /** By detector. Made when the first window is taken: most segments of history take none. */
  #windowBytes: Map<number, number> | undefined;
  readonly #windowLimit: number;
  #matches: number;
  #decodedBytes: number;
  /** Made when a limit is met, which it is in next to none. */
  #reached: Set<string> | undefined;
  #cutShort: Set<number> | undefined;
  #isFull = false;

  /** @param length Bytes of the segment; decoding may yield twice as many on top of the limit. */
  constructor(limits: EngineLimits, length: number) {
    this.#limits = limits;
    this.#windowLimit = limits.windowBytes + WINDOWS_OF_A_BYTE * length;
    this.#matches = limits.matches;
    this.#decodedBytes = limits.decodedBytes + 2 * length;
  }

  /** False when the detector has looked at enough of this segment. */
  takeWindow(detector: number, bytes: number): boolean {
    this.#windowBytes ??= new Map();
    const used = (this.#windowBytes.get(detector) ?? 0) + bytes;
    this.#windowBytes.set(detector, used);
    if (used <= this.#windowLimit) return true;
    (this.#cutShort ??= new Set()).add(detector);
    return false;
  }

  takeMatch(): boolean {
    if (this.#matches > 0) {
      this.#matches--;
      return true;
    }
    this.#isFull = true;
    (this.#reached ??= new Set()).add(`more than ${this.#limits.matches} matches: the rest is left out`);
    return false;
  }

  /** Whether a match was refused already: no other will be taken, so none need be looked for. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Bytes that decoding may still yield. */
  get decodedBytes(): number {
    return this.#decodedBytes;
  }

  takeDecoded(bytes: number): void {
    this.#decodedBytes -= bytes;
  }

  decodedTooMuch(): void {
    (this.#reached ??= new Set()).add(`encoded text is too large when decoded: the rest of it is not decoded`);
  }

  decodedTooDeep(): void {
    (this.#reached ??= new Set()).add(
      `more than ${this.#limits.decodeDepth} encodings within one another: what is deeper is not decoded`,
    );
  }

  problems({ detectors }: CompiledDetectors): readonly { readonly detector?: string; readonly what: string }[] {
    if (!this.isReached) return NONE;
    const cutShort = detectors.filter(({ index }) => this.#cutShort?.has(index));
    return [
      ...[...(this.#reached ?? [])].map((what) => ({ what })),
      ...cutShort.map(({ detector }) => ({
        detector: detector.id,
        what: `too many places that might begin a match of ${detector.id}: the rest is not judged by it`,
      })),
    ];
  }

  /** Whether any limit was met. */
  get isReached(): boolean {
    return this.#reached !== undefined || this.#cutShort !== undefined;
  }
}
