import { readFileSync } from 'node:fs';
import * as z from 'zod';

const nullable = z.number().nullable();
const figures = z.object({
  credentials: z.int(),
  others: z.int(),
  found: z.int(),
  falseRows: z.int(),
  falsePlaceholders: z.int(),
  falseFindings: z.int(),
  unlabelled: z.int(),
  offValue: z.int(),
  precision: nullable,
  recall: nullable,
  f1: nullable,
});
const score = z.object({
  findings: z.int(),
  unlocatable: z.int(),
  scopes: z.record(z.string(), figures),
  categories: z.record(z.string(), figures),
  detectors: z.record(
    z.string(),
    z.object({ findings: z.int(), found: z.int(), falseRows: z.int(), unlabelled: z.int(), precision: nullable }),
  ),
});
const onCorpus = z.object({
  digest: z.string(),
  rows: z.int(),
  tools: z.record(z.string(), z.object({ version: z.string(), score })),
});
const onClean = z.object({
  files: z.int(),
  lines: z.int(),
  tools: z.record(
    z.string(),
    z.object({
      version: z.string(),
      lines: z.int(),
      outsideExamples: z.int(),
      false: z.int().exactOptional(),
      unjudged: z.int().exactOptional(),
    }),
  ),
});
const onVectors = z.object({
  version: z.string(),
  positives: z.int(),
  found: z.int(),
  byProvider: z.int(),
  negatives: z.int(),
  reported: z.int(),
  rules: z.int(),
  rulesFound: z.int(),
  rulesWhole: z.int(),
  missed: z
    .object({
      standIns: z.int(),
      noCredential: z.int(),
      rules: z.object({ noCredential: z.int(), standIns: z.int(), otherReason: z.int(), unexplained: z.int() }),
    })
    .exactOptional(),
});

/**
 * Figures of runs, by corpus, folder and file of vectors, then by scanner. Names are those of the folders and files
 * themselves, without what stands above them. Holds no value and no path.
 */
const recordSchema = z.object({
  corpora: z.record(z.string(), onCorpus),
  clean: z.record(z.string(), onClean),
  vectors: z.record(z.string(), onVectors),
});

export type AccuracyRecord = z.infer<typeof recordSchema>;

export const EMPTY_RECORD: AccuracyRecord = { corpora: {}, clean: {}, vectors: {} };

/** @throws Error when it is not a record. */
export function readRecord(file: string): AccuracyRecord {
  return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Detectors of other scanners are of use for a look, and too many to keep. */
export function withoutDetectors(record: AccuracyRecord, own: string): AccuracyRecord {
  const corpora = Object.entries(record.corpora).map(([name, corpus]) => {
    const tools = Object.entries(corpus.tools).map(
      ([tool, each]) => [tool, tool === own ? each : { ...each, score: { ...each.score, detectors: {} } }] as const,
    );
    return [name, { ...corpus, tools: Object.fromEntries(tools) }] as const;
  });
  return { ...record, corpora: Object.fromEntries(corpora) };
}

/**
 * What the later record tells, and of the earlier one what it says nothing about. Figures of other scanners stay where
 * the labels, or the size of the folder, are still the same.
 */
export function mergeRecords(earlier: AccuracyRecord, later: AccuracyRecord): AccuracyRecord {
  const corpora = Object.entries(later.corpora).map(([name, now]) => {
    const before = earlier.corpora[name];
    return [name, before?.digest === now.digest ? { ...now, tools: { ...before.tools, ...now.tools } } : now] as const;
  });
  const clean = Object.entries(later.clean).map(([name, now]) => {
    const before = earlier.clean[name];
    return [name, before?.lines === now.lines ? { ...now, tools: { ...before.tools, ...now.tools } } : now] as const;
  });
  return {
    corpora: { ...earlier.corpora, ...Object.fromEntries(corpora) },
    clean: { ...earlier.clean, ...Object.fromEntries(clean) },
    vectors: { ...earlier.vectors, ...later.vectors },
  };
}
