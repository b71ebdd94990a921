import type { Kernel, Room } from '../kernel/kernel.ts';
import { LAYOUT } from '../kernel/prefilter-layout.ts';
import { buildPrefilterTables } from '../kernel/prefilter-tables.ts';
import type { PrefilterLiteral, PrefilterUser } from '../kernel/prefilter-tables.ts';
import { CONTEXT, literalsOf } from './compile.ts';
import type { CompiledDetector, CompiledDetectors } from './compile.ts';
import type { Prefix } from './prefix.ts';
import type { Text } from './text.ts';
import type { Windows } from './windows.ts';

/** Hits found in one go. */
const ROOM = 1 << 15;
const PAIR = 8;
const WORD = 4;

/**
 * Where anchors stand at which their detector may match, as pairs of {@link detectorOf what} was found and the start, by
 * start. A line's hits come together, but for a line that alone has more than there is room for.
 */
export type Hits = Uint32Array;

/** A hit's first number holds the detector's index and, in its highest byte, the length of the anchor. */
const LENGTH_SHIFT = 24;

/** Index of the detector that a hit is for. */
export function detectorOf(what: number): number {
  return what & (2 ** LENGTH_SHIFT - 1);
}

/** Bytes of the anchor of a hit. */
export function anchorLength(what: number): number {
  return what >>> LENGTH_SHIFT;
}

/** The tables for a {@link Prefilter}: they depend on the detectors alone and may be built ahead. */
export function prefilterTables(compiled: Pick<CompiledDetectors, 'detectors'>): Uint8Array {
  return buildPrefilterTables(prefilterLiterals(compiled));
}

/** What the prefilter searches for. */
export function prefilterLiterals(compiled: Pick<CompiledDetectors, 'detectors'>): readonly PrefilterLiteral[] {
  return literalsOf(compiled).map(({ text, ignoreCase, users }) => ({
    literal: text,
    ignoreCase,
    users: users.map((detector) => userOf(detector, text.length)),
  }));
}

function userOf(
  { index, prefix, generic, multiLine, outline, lookBehind, maxLength }: CompiledDetector,
  length: number,
): PrefilterUser {
  const id = length * 2 ** LENGTH_SHIFT + index;
  // What a pattern asserts may stand behind the match.
  const seen = maxLength + CONTEXT;
  // What is assigned may stand on a later line where several are looked at.
  return multiLine
    ? { id, prefix: inLine(prefix), generic: false, outline, maxLength: seen }
    : { id, prefix, generic, outline, lookBehind, maxLength: seen };
}

/** Whether an anchor is a hit must not depend on lines behind its own: of a prefix only what is in its line is asked. */
function inLine(prefix: Prefix): Prefix {
  const newline = prefix.findIndex((bytes) => bytes[0x0a] === 1);
  return newline === -1 ? prefix : prefix.slice(0, newline);
}

/** Searches the windows of texts for all anchors that may begin a match of one of their detectors. */
export class Prefilter {
  readonly #kernel: Kernel;
  readonly #tables: Room;
  readonly #out: Room;
  readonly #least: number;

  /** @param tables What {@link prefilterTables} made of the same detectors. */
  constructor(tables: Uint8Array, kernel: Kernel) {
    this.#kernel = kernel;
    this.#tables = kernel.hold(tables);
    this.#out = kernel.take(ROOM * PAIR);
    this.#least = new DataView(tables.buffer, tables.byteOffset).getUint32(LAYOUT.header.leastCapacity, true);
  }

  /** Visits all hits, some at a time; they are good until the visitor returns. */
  visit(text: Text, windows: Windows, visitor: (hits: Hits) => void): void {
    const { calls } = this.#kernel;
    const { address: out } = this.#out;
    let window = 0;
    let start = windows.count === 0 ? 0 : this.#windowStart(windows, 0);
    for (;;) {
      const found = calls.findHitsIn(
        this.#tables.address,
        text.room.address,
        windows.address,
        window,
        start,
        windows.count,
        text.length,
        out,
        ROOM,
        this.#least,
      );
      if (found === 0) return;
      const hits = new Uint32Array(this.#kernel.memory.buffer, out, (found < 0 ? ~found : found) * 2);
      if (found > 0) {
        visitor(hits);
        return;
      }
      window = calls.nextHitWindow();
      start = calls.nextHitStart();
      const whole = untilLastLine(hits, text);
      if (whole < hits.length) {
        // The last line may have more: its hits are found again. It may stand in the window before the next.
        start = hits[whole + 1]!;
        while (window > 0 && this.#windowStart(windows, window) > start) window--;
      }
      if (whole > 0) visitor(hits.subarray(0, whole));
    }
  }

  #windowStart(windows: Windows, index: number): number {
    return this.#kernel.words[windows.address / WORD + index * 2]!;
  }
}

/** How many of the words are before the last hit's line, or all when there is no other line. */
function untilLastLine(hits: Hits, text: Text): number {
  const { bytes } = text;
  const last = hits[hits.length - 1]!;
  const lineStart = last === 0 ? 0 : bytes.lastIndexOf(0x0a, last - 1) + 1;
  let words = hits.length;
  while (words > 0 && hits[words - 1]! >= lineStart) words -= 2;
  return words === 0 ? hits.length : words;
}
