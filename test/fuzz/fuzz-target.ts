import type { Random } from './random.ts';

/** What a case was made of, to be written down when it fails. */
export type FuzzInput = Readonly<
  Record<string, Uint8Array | string | number | readonly (number | string | Uint8Array)[]>
>;

export interface FuzzCase {
  readonly input: FuzzInput;
  /** @throws When something is wrong. */
  readonly run: () => void | Promise<void>;
}

/** A part of the program with what it is fed. Belongs to one thread. */
export interface OpenTarget {
  /** The next case: a function of the random numbers alone. */
  readonly make: (random: Random) => FuzzCase;
  /** Bytes held from one case to the next, in memory that the garbage collector does not know. */
  readonly heldBytes?: () => number;
  /** Most bytes that these may be. */
  readonly heldLimit?: number;
}

export interface FuzzTarget {
  readonly name: string;
  /** One sentence: what must hold. */
  readonly promise: string;
  /** Share of all cases, in thousandths. */
  readonly share: number;
  /** @param folder An empty folder that the target may use, removed afterwards. */
  open(folder: string): OpenTarget | Promise<OpenTarget>;
}
