import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * One row of a corpus's `labels.jsonl`: a value somebody judged. Lines are 1-based; offsets count characters (code
 * points) from the start of the row's first and last line, the end exclusive, null for the whole line. T: a credential;
 * F: none; X: a placeholder. A row may belong to several categories, `Token:Key`.
 */
const labelSchema = z.object({
  repo: z.string(),
  file: z.string(),
  line_start: z.int().min(1),
  line_end: z.int().min(1),
  value_start: z.int().min(0).nullable(),
  value_end: z.int().min(0).nullable(),
  category: z.string(),
  truth: z.enum(['T', 'F', 'X']),
  flags: z.array(z.string()).default([]),
});

export type Label = z.infer<typeof labelSchema>;

/** A folder with `labels.jsonl` and the labelled files below `data/`. */
export interface Corpus {
  readonly folder: string;
  readonly labels: readonly Label[];
  /** SHA-256 of `labels.jsonl`: figures compare only where it is the same. */
  readonly digest: string;
}

/**
 * @throws Error when `labels.jsonl` is missing or a line of it is not a label.
 */
export function readCorpus(folder: string): Corpus {
  const bytes = readFileSync(join(folder, 'labels.jsonl'));
  const labels = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelSchema.parse(JSON.parse(line)));
  return { folder, labels, digest: createHash('sha256').update(bytes).digest('hex') };
}
