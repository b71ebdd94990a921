import { encodeOutline } from '../kernel/prefilter-outline.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { CompiledDetector } from './compile.ts';
import { outlineOf } from './outline.ts';
import type { Text } from './text.ts';

/** Times that a pattern is tried before its outline is made, which takes as long as so many do. */
const WORTHWHILE = 2000;
/** Bytes asked: what is still open by then is left to the pattern. */
const FAR = 1024;

/**
 * Asks the kernel for an outline of whole matches that go over several lines, before the text is made a string and the
 * pattern tried. Belongs to one worker.
 */
export class WholeOutlines {
  readonly #kernel: Kernel;
  readonly #tried: number[] = [];
  /** Addresses by detector. */
  readonly #places: number[] = [];
  readonly #wanted: CompiledDetector[] = [];

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** Makes what has become worth it. Takes memory of the kernel, so that views of it go stale. */
  prepare(): void {
    for (const { index, detector } of this.#wanted.splice(0))
      this.#places[index] = this.#kernel.hold(encodeOutline(outlineOf(detector.match.pattern, 'all'))).address;
  }

  /** False where the pattern of a detector cannot match at an anchor. */
  mayMatch(detector: CompiledDetector, text: Text, start: number, end: number): boolean {
    const { index } = detector;
    const place = this.#places[index];
    if (place === undefined) {
      this.#tried[index] = (this.#tried[index] ?? 0) + 1;
      if (this.#tried[index] === WORTHWHILE) this.#wanted.push(detector);
      return true;
    }
    const { address } = text.room;
    return this.#kernel.calls.mayBegin(place, address + start, address + Math.min(end, start + FAR)) !== 0;
  }
}
