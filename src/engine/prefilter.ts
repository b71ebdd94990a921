/** A literal to search for: ASCII, compared as written or without regard to case. */
export interface Literal {
  readonly text: string;
  readonly ignoreCase: boolean;
}

/** Finds all literals in one pass over the bytes. */
export interface Prefilter {
  /**
   * Reports every occurrence of every literal, in the order in which they end.
   *
   * @param report Called with the index of the literal and the offset of its first byte.
   */
  find(bytes: Uint8Array, report: (literal: number, start: number) => void): void;
}

/**
 * Aho-Corasick automaton (Communications of the ACM 18(6), 1975) with a full transition table over classes of bytes.
 * It runs without regard to ASCII case; literals that have case are compared once more where they are found.
 *
 * States are kept multiplied by the number of classes, so that a step is one addition and one look-up; a state at
 * which literals end is stored as its complement, so that the test for it is the sign.
 */
export function buildPrefilter(literals: readonly Literal[]): Prefilter {
  const { classes, classCount } = classifyBytes(literals);
  const trie = buildTrie(literals, classes, classCount);
  const { table, ends } = linkFailures(trie, classCount);
  const exact = literals.map(({ text, ignoreCase }) => (ignoreCase ? undefined : Buffer.from(text, 'latin1')));
  const lengths = Int32Array.from(literals, ({ text }) => text.length);

  const reportAll = (
    bytes: Uint8Array,
    state: number,
    end: number,
    report: (literal: number, start: number) => void,
  ): void => {
    for (const literal of ends[state / classCount] ?? []) {
      const start = end - (lengths[literal] ?? 0);
      const expected = exact[literal];
      if (expected === undefined || equalAt(bytes, start, expected)) report(literal, start);
    }
  };

  return {
    find(bytes, report) {
      let state = 0;
      for (let index = 0; index < bytes.length; index++) {
        // Both arrays are dense and every index is in range: the assertions cost nothing, checks would.
        state = table[state + classes[bytes[index]!]!]!;
        if (state < 0) {
          state = ~state;
          reportAll(bytes, state, index + 1, report);
        }
      }
    },
  };
}

function foldCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** One class for each folded byte that occurs in a literal, class 0 for all others. */
function classifyBytes(literals: readonly Literal[]): { classes: Uint8Array; classCount: number } {
  const classes = new Uint8Array(256);
  let classCount = 1;
  for (const { text } of literals) {
    for (const byte of Buffer.from(text, 'latin1')) {
      const folded = foldCase(byte);
      if (classes[folded] === 0) classes[folded] = classCount++;
    }
  }
  for (let byte = 0x41; byte <= 0x5a; byte++) classes[byte] = classes[foldCase(byte)] ?? 0;
  return { classes, classCount };
}

interface Trie {
  /** Child of each state by class, 0 for none: `children[state * classCount + class]`. */
  readonly children: number[];
  readonly ends: number[][];
}

function buildTrie(literals: readonly Literal[], classes: Uint8Array, classCount: number): Trie {
  const children: number[] = Array.from({ length: classCount }, () => 0);
  const ends: number[][] = [[]];
  for (const [index, { text }] of literals.entries()) {
    let state = 0;
    for (const byte of Buffer.from(text, 'latin1')) {
      const slot = state * classCount + (classes[byte] ?? 0);
      let child = children[slot] ?? 0;
      if (child === 0) {
        child = ends.length;
        children[slot] = child;
        ends.push([]);
        for (let column = 0; column < classCount; column++) children.push(0);
      }
      state = child;
    }
    ends[state]?.push(index);
  }
  return { children, ends };
}

/** Breadth first, so that the state for the longest proper suffix is complete before it is copied from. */
function linkFailures(trie: Trie, classCount: number): { table: Int32Array; ends: readonly (readonly number[])[] } {
  const { children } = trie;
  const ends = trie.ends.map((list) => [...list]);
  const next = Int32Array.from(children);
  const failure = new Int32Array(ends.length);
  const queue: number[] = [];
  for (let column = 1; column < classCount; column++) {
    const child = next[column] ?? 0;
    if (child !== 0) queue.push(child);
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const fallback = failure[state] ?? 0;
    ends[state]?.push(...(ends[fallback] ?? []));
    for (let column = 1; column < classCount; column++) {
      const slot = state * classCount + column;
      const beyond = next[fallback * classCount + column] ?? 0;
      const child = next[slot] ?? 0;
      if (child === 0) {
        next[slot] = beyond;
      } else {
        failure[child] = beyond;
        queue.push(child);
      }
    }
  }
  const table = next.map((state) => ((ends[state]?.length ?? 0) > 0 ? ~(state * classCount) : state * classCount));
  return { table, ends };
}

function equalAt(bytes: Uint8Array, start: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index++) {
    if (bytes[start + index] !== expected[index]) return false;
  }
  return true;
}
