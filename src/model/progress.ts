/** Told about long work; the command line shows it, tests ignore it. Never given file contents. */
export interface Progress {
  /** Names the work under way, such as `reading history of shop/checkout`. */
  step(what: string): void;
  /** Adds to the counters shown beside the step. */
  advance(by: { readonly items?: number; readonly bytes?: number }): void;
}

export const SILENT: Progress = { step: () => {}, advance: () => {} };
