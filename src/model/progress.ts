/** Told about long work; the command line shows it, tests ignore it. Never given file contents. */
export interface Progress {
  /** Names the work under way, such as `reading history of shop/checkout`. */
  step(what: string): void;
  /** Adds to the counters shown beside the step. */
  advance(by: { readonly items?: number; readonly bytes?: number }): void;
  /** Told how long the main thread was at a stage, in milliseconds of wall time. */
  spent?(stage: Stage, milliseconds: number): void;
  /** Told what a worker did in one task. */
  worked?(work: WorkDone): void;
}

/** Stages that the main thread goes through, in order, none within another; then it writes each format. */
export const STAGES = [
  'finding sources',
  'reading files',
  'tabulating packs',
  'reading and writing the store',
  'planning units',
  'waiting for workers',
  'reading through git',
  'comparing with a whole scan',
  'attribution',
  'placing',
  'reading dumps',
  'joining and judging',
] as const;

export type Stage = (typeof STAGES)[number] | `writing ${string}`;

export interface WorkDone {
  /** Milliseconds of the worker's thread, by stage. */
  readonly spent: Readonly<Record<string, number>>;
  /** Objects of a history that it scanned: how many, their bytes, and those of them that had to be searched. */
  readonly objects?: { readonly count: number; readonly bytes: number; readonly searched: number };
}

export const SILENT: Progress = { step: () => {}, advance: () => {} };

/** Does the work of a stage and tells how long it took, also when it fails. */
export async function timed<Result>(
  progress: Progress,
  stage: Stage,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    progress.spent?.(stage, performance.now() - begun);
  }
}
